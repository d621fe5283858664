import 'server-only'
import { expect } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, day } from '@/lib/calendar-date'
import type { Side } from '@/lib/collections/moved'
import { aSchedule } from '@/lib/schedules/examples'
import { KINDS, METHODS, type Schedule, type UpcomingPayment } from '@/lib/schedules/model'
import { UNREAD } from './scene'

// For tests of what moved: a book that is edited at random, the same way each time.

export const START = day('2026-12-01')

/** Numbers that look like chance and are the same each time. */
export function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

/** A schedule as comparing sees it. */
export const sideOf = (schedule: Schedule | undefined): Side | null =>
  schedule
    ? {
        status: schedule.status,
        method: schedule.method,
        kind: schedule.kind,
        excluded: schedule.status === 'unrecognised' || (schedule.status === 'active' && schedule.upcoming === null),
        payments: schedule.upcoming ?? [],
      }
    : null

/** A book that is edited at random, as SmarterPay, people and time do it. */
export class Edited {
  readonly now = new Map<string, Schedule>()
  readonly #pick = chance(20_261_129)
  #made = 0

  make(): Schedule {
    const id = `S${this.#made++}`
    const weekly = this.#pick(3) === 0
    const first = addDays(START, this.#pick(28))
    const rows = Array.from({ length: this.#pick(8) }, (_, n) => ({
      date: addDays(first, n * (weekly ? 7 : 30)),
      amount: this.#amount(),
    }))
    return aSchedule({
      id,
      mandateId: `M-${id}`,
      kind: KINDS[this.#pick(2)] ?? 'ongoing',
      method: METHODS[this.#pick(2)] ?? 'card',
      status: this.#pick(12) === 0 ? 'inactive' : 'active',
      ...(this.#pick(25) === 0 ? UNREAD : { upcoming: rows }),
    })
  }
  #amount() {
    return (this.#pick(6) === 0 ? 0 : 100 + this.#pick(40) * 25) as UpcomingPayment['amount']
  }

  /** One that nobody touches, on Saturdays: sooner or later SmarterPay takes its payments to the Mondays after. */
  makeQuiet(): Schedule {
    const id = `Q${this.#made++}`
    const upcoming = Array.from({ length: 4 + this.#pick(14) }, (_, n) => ({
      date: addDays(START, 4 + 7 * n),
      amount: this.#amount(),
    }))
    return aSchedule({ id, mandateId: `M-${id}`, upcoming })
  }

  #regenerated(): [string, Schedule] | null {
    const { roll } = bankingCalendar([])
    const rolled = (schedule: Schedule) =>
      (schedule.upcoming ?? []).map(({ date, amount }) => ({ date: roll(date), amount }))
    const old = [...this.now.values()].find(
      (one) => one.id.startsWith('Q') && rolled(one).some(({ date }, n) => date !== one.upcoming?.[n]?.date),
    )
    if (!old) return null
    const upcoming = rolled(old)
    expect(upcoming.map(({ date }) => date)).not.toContain(old.upcoming?.[0]?.date)
    return [old.id, { ...old, upcoming }]
  }

  /** One edit; null: the schedule is gone. */
  edit(today: CalendarDate): [string, Schedule | null] {
    const regenerated = this.#pick(50) === 0 ? this.#regenerated() : null
    if (regenerated) return regenerated
    const ids = [...this.now.keys()].filter((id) => id.startsWith('S'))
    const old = this.now.get(ids[this.#pick(ids.length)] ?? '')
    if (!old || this.#pick(20) === 0) {
      const made = this.make()
      return [made.id, made]
    }
    const rows = [...(old.upcoming ?? [])]
    const at = rows.length > 0 ? this.#pick(rows.length) : 0
    const row = rows[at]
    const last = rows.at(-1)?.date ?? today
    const put = (upcoming: UpcomingPayment[]): [string, Schedule] => [
      old.id,
      { ...old, unreadable: [], upcoming: upcoming.toSorted((a, b) => (a.date < b.date ? -1 : 1)) },
    ]
    switch (this.#pick(14)) {
      case 0:
        return [old.id, null]
      case 1:
        return [old.id, { ...old, status: 'inactive', upcoming: [] }]
      case 2:
        return [old.id, { ...old, status: 'active' }]
      case 3:
        return [old.id, { ...old, ...UNREAD }]
      case 4:
        return put([...rows, { date: addDays(last, 30), amount: this.#amount() }])
      case 5:
        return put(rows.filter(({ date }) => date > today))
      case 6:
        return put(rows.map((one) => ({ ...one, date: addDays(one.date, this.#pick(9)) })))
      case 7:
        return put(rows.map((one) => ({ ...one, amount: this.#amount() })))
      case 8:
        return [old.id, { ...old, method: old.method === 'card' ? 'direct-debit' : 'card' }]
      case 9:
        return put(rows.filter((_, n) => n !== at))
      case 10:
        return put([...rows, { date: addDays(today, this.#pick(60)), amount: this.#amount() }])
      default:
        return row
          ? put(
              rows.with(
                at,
                this.#pick(2)
                  ? { ...row, date: addDays(row.date, this.#pick(50) - 10) }
                  : { ...row, amount: this.#amount() },
              ),
            )
          : put([{ date: addDays(today, this.#pick(40)), amount: this.#amount() }])
    }
  }
}
