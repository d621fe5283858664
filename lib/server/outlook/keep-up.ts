import 'server-only'
import { readState } from '../book/state'
import { log } from '../log'
import { catchUp } from './catch-up'
import { onOutlookWanted } from './wanted'

// Follows the copy for as long as this process lives.

/** After a word that the copy moves: its transaction may still run at the first look. */
const LOOKS_MS = [300, 2_000] as const
/** Without a word: another instance may have written, and the day turns. */
const EVERY_MS = 30_000

/** Until the book has been met once nobody is shown what it comes to: whoever reads it is let go first, and gives the word at the end. */
async function catchUpAfterTheFirstPass(signal: AbortSignal): Promise<void> {
  const state = await readState()
  if (signal.aborted || (state?.passBegan && !state.completeBegan)) return
  await catchUp(signal)
}

/** `running`: what is under way, never rejected; `waiting`: another look begins when that has ended. */
type Following = { stop: AbortController; every: NodeJS.Timeout; running: Promise<void>; waiting: boolean }
type Held = typeof globalThis & { quarterdayOutlook?: Following | undefined }
const held: Held = globalThis

/** One after the other; what waits already will see what is to be seen. */
function look(): void {
  const following = held.quarterdayOutlook
  if (!following || following.waiting) return
  following.waiting = true
  following.running = following.running
    .then(() => {
      following.waiting = false
      return catchUpAfterTheFirstPass(following.stop.signal)
    })
    .catch((error: unknown) => log('error', 'outlook.catch-up', {}, error))
}

/** Works out everything now, whenever the copy moves, and every half minute. A store that is down is tried again the next time. */
export function startOutlook(): void {
  if (held.quarterdayOutlook) return
  const pending = new Map<number, NodeJS.Timeout>()
  onOutlookWanted(() => {
    for (const ms of LOOKS_MS) {
      if (pending.has(ms)) continue
      const timer = setTimeout(() => {
        pending.delete(ms)
        look()
      }, ms)
      timer.unref()
      pending.set(ms, timer)
    }
  })
  const every = setInterval(look, EVERY_MS)
  every.unref()
  held.quarterdayOutlook = { stop: new AbortController(), every, running: Promise.resolve(), waiting: false }
  look()
}

/** Stops it; what is under way ends with its lot. Once this has ended the store can be closed. */
export async function stopOutlook(): Promise<void> {
  const following = held.quarterdayOutlook
  held.quarterdayOutlook = undefined
  if (!following) return
  following.stop.abort()
  clearInterval(following.every)
  await following.running
}
