// What a person should look at again although nothing forbids it: slips of a hundred times, payments that come too close,
// months without one. Only rows that the person touched are spoken of.
import type { CalendarDate } from '@/lib/calendar-date'
import { isPence, type Pence, toPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import { dormantGap, shortGaps } from './gaps'
import type { Schedule, UpcomingPayment } from './model'

/** `row` counts in the proposed list in order of date. Amounts pence, days London. */
export type Advice =
  | { kind: 'slip'; row: number; usual: Pence; times: number; meant: Pence }
  | { kind: 'short-gap'; row: number; other: CalendarDate; days: number }
  | { kind: 'two-in-one'; row: number; other: CalendarDate; why: 'same-month' | 'same-week' }
  | { kind: 'long-gap'; row: number; from: CalendarDate; to: CalendarDate }

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
    return { usual, times: Math.round(times), meant: toPence(amount / 100) }
  const more = amount * 100
  return times <= 1 / TIMES_FROM && times >= 1 / TIMES_TO && isPence(more)
    ? { usual, times: 1 / Math.round(1 / times), meant: more }
    : null
}

const inside = (date: CalendarDate, from: CalendarDate, to: CalendarDate) => date >= from && date <= to

/**
 * Everything to look at again in `proposed`, which is in order of date; `touched` are the places of changed and added rows.
 * Gaps are told at a touched row at one of their ends, or at one between them (a skip); what the person had no part in is left out.
 */
export function adviseOn(
  schedule: Schedule,
  proposed: readonly UpcomingPayment[],
  touched: ReadonlySet<number>,
  usual: Pence | null,
  c: Circumstances,
): Advice[] {
  if (touched.size === 0) return []
  const wanted = { ...schedule, upcoming: [...proposed] }
  const slips = proposed.flatMap(({ amount }, row): Advice[] => {
    const slip = touched.has(row) ? amountSlip(amount, usual) : null
    return slip ? [{ kind: 'slip', row, ...slip }] : []
  })
  const latestFirst = [...touched].sort((a, b) => b - a)
  const rowAt = (from: CalendarDate, to: CalendarDate) =>
    latestFirst.find((row) => inside(proposed[row]?.date ?? from, from, to))
  const near = shortGaps(wanted).flatMap(({ first, second, days, why }): Advice[] => {
    const row = rowAt(first, second)
    if (row === undefined || days === 0) return []
    const other = proposed[row]?.date === second ? first : second
    return why === 'closer' ? [{ kind: 'short-gap', row, other, days }] : [{ kind: 'two-in-one', row, other, why }]
  })
  const far = dormantGap(wanted, c)
  const row = far ? rowAt(far.from, far.to) : undefined
  const long: Advice[] = far && row !== undefined ? [{ kind: 'long-gap', row, ...far }] : []
  return [...slips, ...near, ...long].sort((a, b) => a.row - b.row)
}
