// What the tabs of one browser tell each other about the session they share.

export type SessionNews = 'stayed' | 'signed-out'
const CHANNEL = 'quarterday-session'
/** A channel is heard in its own tab too; what a tab tells is for the others. */
let tab: string | undefined
const ownTab = () => {
  tab ??= crypto.randomUUID()
  return tab
}

export function tellSession(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ news, from: ownTab() })
  channel.close()
}

/** Calls `hear` for what other tabs tell; ends with the function that it answers with. */
export function onSessionNews(hear: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    const { news, from } = Object(data) as { news?: unknown; from?: unknown }
    if (from !== ownTab() && (news === 'stayed' || news === 'signed-out')) hear(news)
  }
  return () => channel.close()
}
