// What the tabs of one browser tell each other about the session they share.

export type SessionNews = 'stayed' | 'signed-out'
const CHANNEL = 'quarterday-session'

export function tellSession(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(news)
  channel.close()
}

/** Calls `hear` for what other tabs tell; ends with the function that it answers with. */
export function onSessionNews(hear: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    if (data === 'stayed' || data === 'signed-out') hear(data)
  }
  return () => channel.close()
}
