// What is in the hand while it moves: the chip follows the pointer, the day below it is judged and marked, edges turn the page
// and scroll. It writes to the page directly, once a frame: between picking up and dropping nothing is drawn by React.
import { type CalendarDate, parseDate } from '@/lib/calendar-date'
import type { Target } from '@/lib/schedules/draft-target'
import { frameOf, holdToTurn, scrollNear, turningAt, type Way } from './drag-edges'
import type { Point, Press } from './drag-gesture'

/** What the floating text is about: a day, an edge that turns the page, or no place at all. */
export type Over = { target: Target } | { turns: Way } | null
export type Note = { tone: 'allowed' | 'refused' | 'turns'; head: string; more: string }

export type HandParts = {
  press: Press
  /** Ids of all that is in hand. */
  rows: readonly string[]
  /** What has captured the pointer: its cursor is the one that is seen. */
  area: HTMLElement
  /** The calendar's grid. Its days carry `data-date`; so does what lies over them, and payments carry `data-row`. */
  table: HTMLElement
  /** The floating chip and the floating text, fixed at the window's corner. */
  chip: HTMLElement
  note: HTMLElement
  judge: (date: CalendarDate) => Target
  noteOf: (over: Exclude<Over, null>) => Note
  onTurn: (way: Way) => void
  /** Told once the hand has rested on a day for a moment: not of every day that it passes. */
  onRest: (target: Target) => void
}

export type Hand = {
  move: (to: Point) => void
  /** What is shown changed below the hand: another month, another draft. */
  refresh: (judge: (date: CalendarDate) => Target) => void
  /** Where a drop at this point would go; null where there is no day. */
  targetAt: (at: Point) => Target | null
  /** Takes all marks off the page and answers what to animate from. */
  letGo: () => void
}

const RESTED_MS = 350
const GAP = 8
/** CSS pixels that a finger would cover. */
const ABOVE_FINGER = 24

const text = (part: HTMLElement, name: string, words: string) => {
  const place = part.querySelector(`[data-part="${name}"]`)
  if (place) place.textContent = words
}

export function takeInHand(parts: HandParts): Hand {
  const { press, rows, area, table, chip, note, noteOf, onTurn, onRest } = parts
  const frame = frameOf(table)
  const origin = press.chip.getBoundingClientRect()
  const lift = press.by === 'touch' ? ABOVE_FINGER : 0
  const size = { width: chip.offsetWidth, height: chip.offsetHeight }
  const grip = { x: press.at.x - origin.left, y: Math.min(press.at.y - origin.top, size.height - 4) }
  let judge = parts.judge
  const judged = new Map<CalendarDate, Target>()
  let at = press.at
  /** The day found below the hand when it was last drawn, and where the hand was. */
  let found: { at: Point; day: ReturnType<typeof dayAt> } | null = null
  let marked: HTMLElement | null = null
  let over: string | null = null
  let noteSize = { width: 0, height: 0 }
  let awaited = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  /** Not told of yet. */
  let resting: Target | null = null
  const edge = holdToTurn(onTurn)

  const verdict = (date: CalendarDate): Target => {
    const known = judged.get(date) ?? judge(date)
    judged.set(date, known)
    return known
  }
  const cells = () => table.querySelectorAll<HTMLElement>('[role="gridcell"]')
  const dayAt = (under: Element | null) => {
    // Payments lie over their days, beside the table.
    const date = area.contains(under) ? parseDate(under?.closest<HTMLElement>('[data-date]')?.dataset.date ?? '') : null
    const cell = date && table.querySelector<HTMLElement>(`[role="gridcell"][data-date="${date}"]`)
    return cell ? { cell, target: verdict(date) } : null
  }
  const raise = () => {
    for (const cell of cells()) {
      const date = parseDate(cell.dataset.date ?? '')
      cell.toggleAttribute('data-takes', date !== null && verdict(date).allowed)
    }
    for (const one of area.querySelectorAll('[data-row]'))
      one.toggleAttribute('data-lifted', rows.includes(one.getAttribute('data-row') ?? ''))
  }
  const mark = (cell: HTMLElement | null, target: Target | null) => {
    if (marked !== cell) marked?.removeAttribute('data-drop')
    marked = cell
    if (cell && target) cell.dataset.drop = target.allowed ? 'allowed' : 'refused'
  }

  /** From the last movement on: what is said is drawn, and nothing is drawn while the hand moves. */
  const restAgain = () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      if (resting) onRest(resting)
      resting = null
    }, RESTED_MS)
  }
  const tell = (now: Over) => {
    resting = null
    const refused = now !== null && 'target' in now && !now.target.allowed
    area.style.cursor = refused ? 'not-allowed' : 'grabbing'
    note.hidden = now === null
    if (now === null) return
    const { tone, head, more } = noteOf(now)
    note.dataset.tone = tone
    text(note, 'head', head)
    text(note, 'more', more)
    noteSize = { width: note.offsetWidth, height: note.offsetHeight }
    if ('target' in now) resting = now.target
  }

  const place = () => {
    // Whole pixels: text between them is blurred.
    const left = Math.round(at.x - grip.x)
    const top = Math.round(at.y - grip.y) - lift
    chip.style.transform = `translate3d(${left}px, ${top}px, 0)`
    const room = window.innerWidth - GAP - noteSize.width
    const beside = left + size.width + GAP
    const x = beside <= room ? beside : Math.max(GAP, Math.min(left, room))
    const above = beside <= room ? top + Math.round(size.height / 2) + 4 - noteSize.height : top - noteSize.height - GAP
    const y = above >= GAP ? above : top + size.height + GAP
    note.style.transform = `translate3d(${x}px, ${y}px, 0)`
  }

  const draw = () => {
    awaited = 0
    const under = document.elementFromPoint(at.x, at.y)
    const turns = turningAt(at, under, frame)
    const day = turns === null || !under?.closest('[data-turn]') ? dayAt(under) : null
    found = { at, day }
    edge.over(turns)
    mark(day?.cell ?? null, day?.target ?? null)
    const name = day ? `${day.target.date} ${day.target.allowed}` : turns === null ? null : `turn ${turns}`
    if (name !== over) tell(day ? { target: day.target } : turns === null ? null : { turns })
    over = name
    place()
    if (scrollNear(at, press.at, frame)) wake()
  }
  const wake = () => {
    awaited ||= requestAnimationFrame(draw)
  }

  document.addEventListener('scroll', wake, { capture: true, passive: true })
  raise()
  tell(null)
  draw()
  return {
    move: (to) => {
      at = to
      restAgain()
      wake()
    },
    refresh: (next) => {
      judge = next
      judged.clear()
      over = null
      raise()
      wake()
    },
    targetAt: (point) => {
      if (found && awaited === 0 && found.at.x === point.x && found.at.y === point.y) return found.day?.target ?? null
      return dayAt(document.elementFromPoint(point.x, point.y))?.target ?? null
    },
    letGo: () => {
      cancelAnimationFrame(awaited)
      clearTimeout(rest)
      edge.over(null)
      mark(null, null)
      document.removeEventListener('scroll', wake, { capture: true })
      area.style.cursor = ''
      for (const name of ['data-takes', 'data-lifted'])
        for (const one of area.querySelectorAll(`[${name}]`)) one.removeAttribute(name)
    },
  }
}
