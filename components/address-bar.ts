import { afterPaint } from './after-paint'

// The address of the page that is on screen. Its rows are drawn first and the address bar is written a frame later: writing it,
// and telling the router, takes as long as drawing them.

type Entry = { href: string; step: boolean }

let waiting: { entry: Entry; callOff: () => void } | null = null

function stopWaiting(): Entry | null {
  if (!waiting) return null
  const { entry, callOff } = waiting
  waiting = null
  callOff()
  return entry
}

/** What was written last, and the mark that its entry of the history bears. */
let written: { mark: string; href: string } | null = null
let writes = 0

function write(): void {
  const entry = stopWaiting()
  if (!entry) return
  writes += 1
  written = { mark: `${performance.timeOrigin}.${writes}`, href: entry.href }
  const state = { quarterday: written.mark }
  if (entry.step) window.history.pushState(state, '', entry.href)
  else window.history.replaceState(state, '', entry.href)
}

/**
 * Where the router has heard of two addresses and drawn the first alone, it puts that one back into the bar for a moment, with
 * the entry's mark: the second still counts.
 */
function hrefNow(): string {
  if (waiting) return waiting.entry.href
  return written && window.history.state?.quarterday === written.mark ? written.href : location.href
}

/** Whatever is done next finds the address written; where somebody has gone back meanwhile, it is no longer wanted. */
const NEXT_ACTS = ['pointerdown', 'keydown', 'click', 'pagehide'] as const

/** The query that the address bar holds or is about to hold. */
export const searchNow = (): URLSearchParams => new URL(hrefNow(), location.href).searchParams

/** Puts another address of this page into the bar; `step`: as a step of Back. */
export function goToAddress(href: string, { step }: { step: boolean }): void {
  write()
  const painted = afterPaint(write)
  for (const act of NEXT_ACTS) window.addEventListener(act, write, { capture: true })
  window.addEventListener('popstate', stopWaiting, { capture: true })
  const callOff = () => {
    painted()
    for (const act of NEXT_ACTS) window.removeEventListener(act, write, { capture: true })
    window.removeEventListener('popstate', stopWaiting, { capture: true })
  }
  waiting = { entry: { href, step }, callOff }
}
