// A schedule's rule and the days it names. Ours, inferred from SmarterPay's samples: a forecast, never what SmarterPay said.
import type { BankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, dateIn, day, daysBetween, type Month, monthOf } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { CollectionDay, Method, Schedule } from './model'

type Cadence = { every: 'month'; day: CollectionDay } | { every: 'week' }

export type Rule = {
  cadence: Cadence
  /** Every n-th month or week. */
  stretch: number
  /** The first collection as agreed, before it is moved off a non-banking day. */
  first: CalendarDate
  /** Lets the second collection fall in the month of the first. SmarterPay takes this, but never tells it. */
  firstTwoInSameMonth: boolean
  method: Method
  amounts:
    | { kind: 'ongoing'; first: Pence; each: Pence; end: CalendarDate | null }
    | { kind: 'plan'; total: Pence; instalments: number }
}

/** No collection is foreseen from here on, so that counting stays inside what a date can be, whatever text comes in. */
export const END_OF_TIME = day('9000-01-01')
/** A hundred years of months; a longer turn is no rule that anybody could mean. */
const LONGEST_STRETCH = 1200

type Part = keyof Schedule

/** The rule of a schedule, or null where a part that it rests on is missing, unrecognised or could not be read. */
export function ruleOf(schedule: Schedule, firstTwoInSameMonth = false): Rule | null {
  const { amount, collectionPeriod, collectionDay, collectionStretch, instalments, kind, method } = schedule
  const first = schedule.firstCollectionDate ?? schedule.startDate
  const weekly = collectionPeriod === 'weekly'
  const ongoing = kind === 'ongoing'
  const parts: Part[] = ['amount', 'collectionStretch', 'firstCollectionDate']
  if (ongoing) parts.push('endDate', 'firstCollectionAmount')
  if (parts.some((part) => schedule.unreadable.includes(part))) return null
  if (kind === 'unrecognised' || method === 'unrecognised' || collectionPeriod === 'unrecognised') return null
  if (amount === null || collectionStretch === null || first === null) return null
  if (collectionStretch > LONGEST_STRETCH || first >= END_OF_TIME) return null
  if (!weekly && collectionDay === null) return null
  if (!ongoing && instalments === null) return null
  return {
    cadence: weekly || collectionDay === null ? { every: 'week' } : { every: 'month', day: collectionDay },
    stretch: collectionStretch,
    first,
    firstTwoInSameMonth,
    method,
    amounts: ongoing
      ? { kind, first: schedule.firstCollectionAmount ?? amount, each: amount, end: schedule.endDate }
      : { kind: 'plan', total: amount, instalments: instalments ?? 0 },
  }
}

/** The collection day of a month before it is moved off a non-banking day. */
export function nominalIn(month: Month, collectionDay: CollectionDay): CalendarDate {
  return dateIn(month, collectionDay === 'last' ? 31 : collectionDay)
}

/** One turn of the rule, in days, at its longest. */
export const turnInDays = ({ cadence, stretch }: Rule) => (cadence.every === 'week' ? 7 : 31) * stretch

const EPOCH = day('2001-01-01')
const DAYS_OF_TIME = daysBetween(EPOCH, END_OF_TIME)
const MONTHS_OF_TIME = 9000 * 12
const monthIndex = (date: CalendarDate) => {
  const { year, month } = monthOf(date)
  return year * 12 + month - 1
}
const monthAt = (index: number): Month => ({ year: Math.floor(index / 12), month: (index % 12) + 1 })
const modulo = (value: number, by: number) => ((value % by) + by) % by

/** Which of the rule's possible turns a nominal day belongs to: a month of `stretch` months, or a day of `stretch` weeks. */
export function phaseOf({ cadence, stretch }: Rule, nominal: CalendarDate): number {
  return cadence.every === 'week'
    ? modulo(daysBetween(EPOCH, nominal), 7 * stretch)
    : modulo(monthIndex(nominal), stretch)
}

/** The rule's nominal days after `after`, without end: every caller stops by itself, and at the end of time it stops alone. */
export function* nominalsAfter(rule: Rule, phase: number, after: CalendarDate): Generator<CalendarDate> {
  const { cadence, stretch } = rule
  if (cadence.every === 'week') {
    const turn = 7 * stretch
    const from = daysBetween(EPOCH, after)
    for (let at = from + turn - modulo(from - phase, turn); at < DAYS_OF_TIME; at += turn) yield addDays(EPOCH, at)
    return
  }
  const start = monthIndex(after)
  for (let index = start + modulo(phase - start, stretch); index < MONTHS_OF_TIME; index += stretch) {
    const nominal = nominalIn(monthAt(index), cadence.day)
    if (nominal > after) yield nominal
  }
}

/**
 * Nominal days from the first collection on. Monthly: the second collection is `stretch` months after the first one's month,
 * or in that very month where the flag allows it and the collection day is still to come.
 */
export function* nominalsFromFirst(rule: Rule): Generator<CalendarDate> {
  const { cadence, first } = rule
  yield first
  const skipsMonth = cadence.every === 'month' && !rule.firstTwoInSameMonth
  yield* nominalsAfter(rule, phaseOf(rule, first), skipsMonth ? dateIn(monthOf(first), 31) : first)
}

/** Whether the first collection has been taken: no, while the next one is not after it. True too when nothing is next. */
export function firstTaken(schedule: Schedule, calendar: BankingCalendar): boolean {
  const first = schedule.firstCollectionDate ?? schedule.startDate
  if (first === null || schedule.nextCollectionDate === null) return true
  return schedule.nextCollectionDate > calendar.roll(first)
}
