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

function write(): void {
  const entry = stopWaiting()
  if (entry?.step) window.history.pushState(null, '', entry.href)
  else if (entry) window.history.replaceState(null, '', entry.href)
}

/** Whatever is done next finds the address written; where somebody has gone back meanwhile, it is no longer wanted. */
const NEXT_ACTS = ['pointerdown', 'keydown', 'click', 'pagehide'] as const

/** The query that the address bar holds or is about to hold. */
export const searchNow = (): URLSearchParams =>
  new URL(waiting?.entry.href ?? location.href, location.href).searchParams

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
