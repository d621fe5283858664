import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf, HELD_MS, holdToTurn, scrollNear, turningAt, type Way } from './drag-edges'

/** A calendar from 200 to 900 across and from 300 to 800 down, in a frame that shows `shown` of its `whole` width. */
function calendar({ whole = 700, shown = 700, scrolled = 0 } = {}) {
  document.body.innerHTML =
    '<button data-turn="-1">Previous</button><button data-turn="1">Next</button><div><table></table></div>'
  const frame = document.querySelector('div') as HTMLElement
  frame.getBoundingClientRect = () => new DOMRect(200, 300, shown, 500)
  Object.defineProperties(frame, {
    scrollWidth: { value: whole },
    clientWidth: { value: shown },
    scrollLeft: { value: scrolled, writable: true },
  })
  frame.scrollBy = (across?: ScrollToOptions | number) => {
    const wished = frame.scrollLeft + Number(across)
    frame.scrollLeft = Math.max(0, Math.min(whole - shown, wished))
  }
  return { frame, turn: (n: number) => document.querySelectorAll('button')[n] as HTMLElement }
}

describe('where the page turns', () => {
  it('is told by the part of the page that scrolls the calendar, however deep the calendar lies in it', () => {
    document.body.innerHTML = '<main style="overflow-x: auto"><div><table></table></div></main>'
    expect(frameOf(document.querySelector('table') as HTMLElement).tagName).toBe('MAIN')
  })

  it('is over the turn buttons, wherever they stand', () => {
    const { frame, turn } = calendar()
    expect(turningAt({ x: 5, y: 5 }, turn(0), frame)).toBe(-1)
    expect(turningAt({ x: 5, y: 5 }, turn(1), frame)).toBe(1)
  })

  it.each<[string, number, number, Way | null]>([
    ['just inside the left side', 205, 500, -1],
    ['outside of it', 150, 500, -1],
    ['far outside, where a drop puts back', 100, 500, null],
    ['just inside the right side', 895, 500, 1],
    ['in the middle', 550, 500, null],
    ['beside the calendar, but above it', 205, 280, null],
  ])('is known %s', (_, x, y, way) => {
    expect(turningAt({ x, y }, null, calendar().frame)).toBe(way)
  })

  it('is not at a side that can still be scrolled', () => {
    const half = { whole: 1400, shown: 700 }
    expect(turningAt({ x: 895, y: 500 }, null, calendar(half).frame)).toBeNull()
    expect(turningAt({ x: 205, y: 500 }, null, calendar(half).frame)).toBe(-1)
    expect(turningAt({ x: 895, y: 500 }, null, calendar({ ...half, scrolled: 700 }).frame)).toBe(1)
  })
})

describe('holding over an edge', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('turns after a while, and again for as long as it lasts; passing over does not', () => {
    const turned: Way[] = []
    const edge = holdToTurn((way) => turned.push(way))
    edge.over(1)
    vi.advanceTimersByTime(HELD_MS - 1)
    edge.over(1)
    expect(turned).toEqual([])
    vi.advanceTimersByTime(1 + HELD_MS)
    expect(turned).toEqual([1, 1])
    edge.over(-1)
    vi.advanceTimersByTime(HELD_MS - 1)
    edge.over(null)
    vi.advanceTimersByTime(HELD_MS)
    expect(turned).toEqual([1, 1])
  })
})

describe('scrolling near an edge', () => {
  it('goes sideways within a calendar wider than the screen, and says whether it went', () => {
    const { frame } = calendar({ whole: 1400, shown: 700 })
    const middle = { x: 550, y: 400 }
    expect(scrollNear({ x: 880, y: 400 }, middle, frame)).toBe(true)
    expect(frame.scrollLeft).toBeGreaterThan(0)
    frame.scrollLeft = 700
    expect(scrollNear({ x: 880, y: 400 }, middle, frame)).toBe(false)
    expect(scrollNear(middle, middle, frame)).toBe(false)
  })

  it('does not begin where the payment was picked up', () => {
    const { frame } = calendar({ whole: 1400, shown: 700 })
    const start = { x: 890, y: 400 }
    expect(scrollNear({ x: 886, y: 400 }, start, frame)).toBe(false)
    expect(frame.scrollLeft).toBe(0)
  })
})
