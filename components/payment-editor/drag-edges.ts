// What happens at the edges while a payment is in hand: held over a turn button or the calendar's side the page turns, again
// and again; near the window's edges it scrolls.
import type { Point } from './drag-gesture'

export type Way = -1 | 1

export const HELD_MS = 600
/** CSS pixels: the strips along the calendar's sides that turn the page, inside and outside of them. */
const SIDE = { inside: 14, outside: 56 }
/** CSS pixels: how near an edge scrolling begins, and how far it goes in one frame at most. */
const NEAR = 72
const FASTEST = 14

/** The part of the page that shows the calendar, and scrolls it sideways where it is wider than the screen. */
export function frameOf(table: HTMLElement): HTMLElement {
  let at = table.parentElement
  while (at && !/auto|scroll/.test(getComputedStyle(at).overflowX)) at = at.parentElement
  return at ?? table
}

/** Where the page would turn, were it held there; null elsewhere. `under`: the element at that point. */
export function turningAt({ x, y }: Point, under: Element | null, frame: HTMLElement): Way | null {
  const button = under?.closest<HTMLElement>('[data-turn]')
  if (button) return button.dataset.turn === '-1' ? -1 : 1
  const { top, bottom, left, right } = frame.getBoundingClientRect()
  if (y < top || y > bottom) return null
  const turns = (past: number) => past > -SIDE.inside && past < SIDE.outside
  if (turns(left - x) && !canScroll(frame, -1)) return -1
  if (turns(x - right) && !canScroll(frame, 1)) return 1
  return null
}

function canScroll({ scrollLeft, scrollWidth, clientWidth }: HTMLElement, way: Way): boolean {
  return way < 0 ? scrollLeft > 1 : scrollLeft < scrollWidth - clientWidth - 1
}

/** Calls `turn` each time that the same edge was held long enough. */
export function holdToTurn(turn: (way: Way) => void): { over: (way: Way | null) => void } {
  let held: Way | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    over: (way) => {
      if (way === held) return
      held = way
      clearInterval(timer)
      if (way !== null) timer = setInterval(() => turn(way), HELD_MS)
    },
  }
}

/** From 0 at the rim of the strip to `FASTEST` at the edge; negative towards the beginning. */
function speed(at: number, from: number, to: number): number {
  const [before, after] = [from + NEAR - at, at - (to - NEAR)]
  if (before > 0) return -Math.min(FASTEST, Math.ceil((before / NEAR) * FASTEST))
  return after > 0 ? Math.min(FASTEST, Math.ceil((after / NEAR) * FASTEST)) : 0
}

/**
 * Scrolls the window up or down, or the calendar sideways, where the point is near an edge and has come nearer to it since
 * `start`: a payment that was picked up there does not run away. Answers whether anything moved.
 */
export function scrollNear({ x, y }: Point, start: Point, frame: HTMLElement): boolean {
  let moved = false
  const down = speed(y, 0, window.innerHeight)
  if (down !== 0 && Math.sign(y - start.y) === Math.sign(down)) {
    const before = window.scrollY
    window.scrollBy(0, down)
    moved = window.scrollY !== before
  }
  if (frame.scrollWidth > frame.clientWidth) {
    const { left, right } = frame.getBoundingClientRect()
    const across = speed(x, left, right)
    if (across !== 0 && Math.sign(x - start.x) === Math.sign(across)) {
      const before = frame.scrollLeft
      frame.scrollBy(across, 0)
      moved ||= frame.scrollLeft !== before
    }
  }
  return moved
}
