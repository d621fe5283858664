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

let running: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Until the book has been met once nobody is shown what it comes to: whoever reads it is let go first, and gives the word at the end. */
async function catchUpAfterTheFirstPass(): Promise<void> {
  const state = await readState()
  if (state?.passBegan && !state.completeBegan) return
  await catchUp()
}

/** One after the other; what waits already will see what is to be seen. */
function look(): void {
  if (waiting > 0) return
  waiting += 1
  running = running
    .then(() => {
      waiting -= 1
      return catchUpAfterTheFirstPass()
    })
    .catch((error: unknown) => log('error', 'outlook.catch-up', {}, error))
}

type Held = typeof globalThis & { quarterdayOutlook?: NodeJS.Timeout }
const held: Held = globalThis

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
  held.quarterdayOutlook = setInterval(look, EVERY_MS)
  held.quarterdayOutlook.unref()
  look()
}
