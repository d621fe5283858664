// The sandbox's own time: the machine's, or a London day given at the start or by the control address.
import { type CalendarDate, type LondonTime, londonTime, parseDate } from '@/lib/calendar-date'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** The UTC instant at which London's clocks show that minute of that day. */
export function instantIn(day: CalendarDate, minutes: number): number {
  const guess = Date.parse(day) + minutes * MINUTE
  const shown = londonTime(new Date(guess))
  const aheadBy = Date.parse(shown.date) + shown.minutes * MINUTE - guess
  return guess - aheadBy
}

export class Clock {
  #shown: { minute: number; london: LondonTime } | null = null
  #standing: { start: number; end: number; since: number } | null = null

  /** `today`: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', London; nine in the morning without a time. */
  constructor(today?: string) {
    if (today === undefined) return
    const day = parseDate(today.slice(0, 10))
    const time = /^T([01]\d|2[0-3]):([0-5]\d)$/.exec(today.slice(10) || 'T09:00')
    if (!day || !time) throw new Error('TODAY must be YYYY-MM-DD or YYYY-MM-DDTHH:MM.')
    this.set(day, Number(time[1]) * 60 + Number(time[2]))
  }

  /** The day then stands, while its seconds go on, never past its midnight. */
  set(day: CalendarDate, minutes: number): void {
    this.#standing = { start: instantIn(day, minutes), end: instantIn(day, 0) + DAY - 1, since: Date.now() }
    while (londonTime(new Date(this.#standing.end)).date !== day) this.#standing.end -= 60 * MINUTE
  }

  now(): Date {
    if (!this.#standing) return new Date()
    const { start, end, since } = this.#standing
    return new Date(Math.min(start + Date.now() - since, end))
  }

  today(): CalendarDate {
    return this.#london().date
  }

  minutes(): number {
    return this.#london().minutes
  }

  /** Worked out once a minute, since a seeding asks thousands of times. */
  #london(): LondonTime {
    const minute = Math.floor(this.now().getTime() / MINUTE)
    if (this.#shown?.minute !== minute) this.#shown = { minute, london: londonTime(new Date(minute * MINUTE)) }
    return this.#shown.london
  }
}
