// What a person should look at again although nothing forbids it: slips of a hundred times, payments that come too close,
// months without one. Only rows that the person touched are spoken of.
import { addDays, addMonths, type CalendarDate, dateIn, dayOfMonth, daysBetween, monthOf } from '@/lib/calendar-date'
import { type Pence, pence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'

/** `row` counts in the proposed list in order of date. Amounts pence, days London. */
export type Advice =
  | { kind: 'slip'; row: number; usual: Pence; times: number; meant: Pence }
  | { kind: 'short-gap'; row: number; other: CalendarDate; days: number }
  | { kind: 'two-in-a-month'; row: number; other: CalendarDate }
  | { kind: 'long-gap'; row: number; from: CalendarDate; to: CalendarDate; months: number }

const TIMES_FROM = 30
const TIMES_TO = 300

/**
 * A probable slip between pounds and pence: some hundred times the usual, or a hundredth. Null where the amount is nought,
 * not far from the usual, or so far that no slip explains it. `times` is above 1 for too much, below for too little.
 */
export function amountSlip(amount: Pence, usual: Pence | null): { usual: Pence; times: number; meant: Pence } | null {
  if (!usual || amount === 0) return null
  const times = amount / usual
  if (times >= TIMES_FROM && times <= TIMES_TO && amount % 100 === 0)
    return { usual, times: Math.round(times), meant: pence.parse(amount / 100) }
  const more = pence.safeParse(amount * 100)
  return times <= 1 / TIMES_FROM && times >= 1 / TIMES_TO && more.success
    ? { usual, times: 1 / Math.round(1 / times), meant: more.data }
    : null
}

/** The fewest days between two ordinary payments of the rule, moves off non-banking days allowed for. Null: nobody can say. */
function fewestDays({ collectionPeriod, collectionStretch }: Schedule): number | null {
  const stretch = collectionStretch ?? 1
  if (collectionPeriod === 'monthly') return 28 * stretch - 5
  return collectionPeriod === 'weekly' ? 7 * stretch - 4 : null
}

const monthsAfter = (date: CalendarDate, months: number) => dateIn(addMonths(monthOf(date), months), dayOfMonth(date))
const sameMonth = (one: CalendarDate, other: CalendarDate) => one.slice(0, 7) === other.slice(0, 7)

type Placed = UpcomingPayment & { row: number }

function betweenTwo(schedule: Schedule, was: Placed, is: Placed, row: number, c: Circumstances): Advice[] {
  const days = daysBetween(was.date, is.date)
  const other = row === is.row ? was.date : is.date
  const fewest = fewestDays(schedule)
  if (days > 0 && fewest !== null && days < fewest) return [{ kind: 'short-gap', row, other, days }]
  const monthly = schedule.collectionPeriod === 'monthly'
  if (days > 0 && monthly && sameMonth(was.date, is.date)) return [{ kind: 'two-in-a-month', row, other }]
  const limit = addDays(monthsAfter(was.date, c.dormancyRedMonths), 7)
  if (schedule.method === 'direct-debit' && is.date > limit) {
    const [a, b] = [monthOf(was.date), monthOf(is.date)]
    return [{ kind: 'long-gap', row, from: was.date, to: is.date, months: (b.year - a.year) * 12 + b.month - a.month }]
  }
  return []
}

/** Whether a pair concerns a touched row: one of the two, or a skipped one between them; the row that it is told at. */
function touchedAround(was: Placed, is: Placed, touched: ReadonlySet<number>): number | undefined {
  return [is.row, was.row].find((row) => touched.has(row)) ?? [...touched].find((row) => row > was.row && row < is.row)
}

/** Everything to look at again in `proposed`, which is in order of date; `touched` are the places of changed and added rows. */
export function adviseOn(
  schedule: Schedule,
  proposed: readonly UpcomingPayment[],
  touched: ReadonlySet<number>,
  usual: Pence | null,
  c: Circumstances,
): Advice[] {
  const taken = proposed.map((payment, row) => ({ ...payment, row })).filter(({ amount }) => amount > 0)
  const slips = taken.flatMap(({ row, amount }): Advice[] => {
    const slip = touched.has(row) ? amountSlip(amount, usual) : null
    return slip ? [{ kind: 'slip', row, ...slip }] : []
  })
  const gaps = taken.slice(1).flatMap((is, n): Advice[] => {
    const was = taken[n]
    const row = was && touchedAround(was, is, touched)
    return was && row !== undefined ? betweenTwo(schedule, was, is, row, c) : []
  })
  return [...slips, ...gaps].sort((a, b) => a.row - b.row)
}
