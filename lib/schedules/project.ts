// What SmarterPay will probably generate. A forecast, to be shown as one: SmarterPay's own answer always goes before it.
import { type BankingCalendar, bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, daysBetween } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { type PenceRange, splitRange } from './plan'
import { nominalsFromFirst, type Rule, ruleOf, turnInDays } from './rule'
import { beyondTheList } from './rule-turns'

/** Why a forecast row may turn out otherwise. */
export type Doubt =
  /** After a weekly date that was moved: nobody knows whether the later ones follow it. */
  | 'weekly-after-a-move'
  /** Nobody knows whether card payments are moved off non-banking days. */
  | 'card-off-banking-day'
  /** The holidays of that time are not known. */
  | 'calendar-not-known'
  /** Its own day is within the end date, the day it moves to is not. */
  | 'moved-past-the-end'
  /** The first two in one month, and not every month: untold by SmarterPay. */
  | 'same-month-and-stretch'
  /** Two collections moved to one day. */
  | 'same-day'
  /** After a changed day or a moved next payment: SmarterPay may go on a month earlier or later. */
  | 'which-month-follows'

export type ProjectedRow = PenceRange & {
  date: CalendarDate
  /** The rule's own day, before it moved off a non-banking day. */
  nominal: CalendarDate
  /** False for an estimate; `doubts` says why. */
  certain: boolean
  doubts: Doubt[]
}

export type ProjectOptions = {
  calendar: BankingCalendar
  /** At most so many rows. */
  count?: number
  /** No row after this day. */
  until?: CalendarDate
  /** Weekly dates keep their weekday after a holiday moved one ("anchored"), or follow it. */
  weekly?: 'anchored' | 'drift'
}

/** Ten years of weekly collections: no forecast is longer, whatever is asked. */
const MOST_ROWS = 520

/** The rows of a rule from its first collection on: plans to their last instalment, ongoing ones to their end date, `count` or `until`. */
export function project(rule: Rule, options: ProjectOptions): ProjectedRow[] {
  return laidOut(rule, nominalsFromFirst(rule), { ...options, amountOf: amountsOf(rule) })
}

/**
 * Rows that the rule would give after SmarterPay's own list ends, up to `until`, for showing as Projected. None for what is
 * inactive, finished or cannot be read, and none for plans: their list already holds all that is left.
 */
export function projectBeyond(schedule: Schedule, until: CalendarDate, c: Circumstances): ProjectedRow[] {
  const rule = ruleOf(schedule)
  if (schedule.status !== 'active' || rule === null || rule.amounts.kind !== 'ongoing') return []
  const { each } = rule.amounts
  const beyond = beyondTheList(schedule, rule, c)
  if (beyond === null) return []
  return laidOut(rule, beyond.nominals, {
    calendar: bankingCalendar(c.extraHolidays),
    until,
    amountOf: () => exact(each),
    movedBefore: beyond.moved,
  })
}

type Layout = ProjectOptions & {
  /** What the n-th row, from 0, takes. */
  amountOf: (index: number) => PenceRange
  /** A weekly date before these rows was moved. */
  movedBefore?: boolean
}

/** An amount that is known to the penny. */
export const exact = (amount: Pence): PenceRange => ({ lowest: amount, highest: amount })

function amountsOf({ amounts }: Rule): (index: number) => PenceRange {
  if (amounts.kind === 'ongoing') return (index) => exact(index === 0 ? amounts.first : amounts.each)
  const share = splitRange(amounts.total, amounts.instalments)
  return () => share
}

/** Rows on given nominal days, in order, within the rule's end: moved off non-banking days, with what is doubtful about each. */
export function laidOut(rule: Rule, nominals: Iterable<CalendarDate>, layout: Layout): ProjectedRow[] {
  const { calendar, until, weekly = 'anchored', amountOf } = layout
  const end = rule.amounts.kind === 'ongoing' ? rule.amounts.end : null
  const most = Math.min(layout.count ?? MOST_ROWS, rule.amounts.kind === 'plan' ? rule.amounts.instalments : MOST_ROWS)
  const rows: ProjectedRow[] = []
  let moved = layout.movedBefore ?? false
  for (const anchored of nominals) {
    if (rows.length >= most) break
    const before = rows.at(-1)
    const follows = rule.cadence.every === 'week' && weekly === 'drift' && before !== undefined
    const nominal = follows ? addDays(before.date, turnInDays(rule)) : anchored
    const date = calendar.roll(nominal)
    if ((end !== null && nominal > end) || (until !== undefined && date > until)) break
    const doubts: Doubt[] = []
    if (rule.cadence.every === 'week' && moved) doubts.push('weekly-after-a-move')
    if (rule.method === 'card' && date !== nominal) doubts.push('card-off-banking-day')
    if (!calendar.isKnown(date)) doubts.push('calendar-not-known')
    if (end !== null && date > end) doubts.push('moved-past-the-end')
    if (rule.firstTwoInSameMonth && rule.cadence.every === 'month' && rule.stretch > 1 && rows.length > 0)
      doubts.push('same-month-and-stretch')
    if (before !== undefined && daysBetween(before.date, date) === 0) doubts.push('same-day')
    moved ||= date !== nominal
    rows.push({ date, nominal, ...amountOf(rows.length), certain: doubts.length === 0, doubts })
  }
  return rows
}
