// When a plan is done: the finish line of a list, and where one instalment more would put it.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence, toPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { type PenceRange, splitRange } from './plan'
import { ruleOf } from './rule'
import { beyondTheList } from './rule-turns'

/** The last day that takes money; null where none does. Rows of nought are instalments, but no payments. */
export function finishOf(rows: readonly { date: CalendarDate | null; amount: number | null }[]): CalendarDate | null {
  return rows.reduce<CalendarDate | null>(
    (last, { date, amount }) => (date && amount && (last === null || date > last) ? date : last),
    null,
  )
}

export type OneMore = {
  /** The whole plan's instalments then, and how many of them are still to come. */
  instalments: number
  toCome: number
  /** Pence of each payment to come. */
  each: PenceRange
  /** A forecast; null where the rule cannot be foreseen. */
  finish: CalendarDate | null
}

/** What SmarterPay would probably make of a plan with one instalment more: the same money over a list made anew. */
export function withOneMore(schedule: Schedule, c: Circumstances): OneMore | null {
  const { kind, instalments, upcoming } = schedule
  if (kind !== 'plan' || instalments === null || upcoming === null) return null
  const rule = ruleOf(schedule)
  const beyond = rule && beyondTheList(schedule, rule, c)
  const [next] = beyond?.nominals ?? []
  const toCome = upcoming.length + 1
  return {
    instalments: instalments + 1,
    toCome,
    each: splitRange(toPence(sumPence(upcoming.map(({ amount }) => amount))), toCome),
    finish: next ? bankingCalendar(c.extraHolidays).roll(next) : null,
  }
}
