// Plan arithmetic. A plan's amount and instalments hold taken and upcoming together, so what is listed tells what was taken.
import type { CalendarDate } from '@/lib/calendar-date'
import { type Pence, sumPence, toPence } from '@/lib/money'
import type { Schedule, UpcomingPayment } from './model'

/** Whole pence, whoever rounds: nobody knows where SmarterPay puts odd pennies, so a share has a lowest and a highest. */
export type PenceRange = { lowest: Pence; highest: Pence }

/** `total` pence in `count` shares that differ by a penny at most, the odd pennies on the earliest. No shares for a count of 0. */
export function spreadEvenly(total: Pence, count: number): Pence[] {
  const { lowest } = splitRange(total, count)
  const odd = count > 0 ? total % count : 0
  return Array.from({ length: Math.max(0, count) }, (_, index) => toPence(lowest + (index < odd ? 1 : 0)))
}

/** What one share of SmarterPay's own even split can be: the odd pennies may all be on it, or none. Equal ends where it divides. */
export function splitRange(total: Pence, count: number): PenceRange {
  if (count < 1) return { lowest: toPence(0), highest: toPence(0) }
  const lowest = Math.floor(total / count)
  return { lowest: toPence(lowest), highest: toPence(lowest + (total % count)) }
}

export type PlanProgress = {
  /** Taken so far, as a count and in pence. A skipped instalment counts, at nought. */
  paid: number
  collected: Pence
  instalments: number
  total: Pence
  /** Still listed, as a count and in pence. */
  remaining: number
  left: Pence
  /** The last listed day that takes money; null when no money is left to take. */
  lastDate: CalendarDate | null
}

/**
 * "3 of 8 paid", and the finish line. Null for what is no plan, for a plan with parts that could not be read or that do
 * not add up, and for an inactive one: disabling empties the list, so that nothing listed no longer means all was taken.
 */
export function planProgress({ kind, status, amount, instalments, upcoming }: Schedule): PlanProgress | null {
  if (kind !== 'plan' || status !== 'active' || amount === null || instalments === null || upcoming === null)
    return null
  const left = sumPence(upcoming.map((row) => row.amount))
  if (left > amount || upcoming.length > instalments) return null
  const paid = instalments - upcoming.length
  if (paid === 0 && left !== amount) return null
  return {
    paid,
    collected: toPence(amount - left),
    instalments,
    total: amount,
    remaining: upcoming.length,
    left: toPence(left),
    lastDate: upcoming.findLast((row) => row.amount > 0)?.date ?? null,
  }
}

export type PlanBalance = {
  /** Pence that the proposed rows lack; negative when they hold too much. */
  leftToPlace: number
  /** Rows that the proposal lacks, a row of nought being a row; negative when there are too many. */
  rowsToAdd: number
}

/** How far a proposed list is from what is listed now: an edited plan keeps its sum and its number of rows. Both 0 when it balances. */
export function planBalance(listed: readonly UpcomingPayment[], proposed: readonly UpcomingPayment[]): PlanBalance {
  const sum = (rows: readonly UpcomingPayment[]) => sumPence(rows.map((row) => row.amount))
  return { leftToPlace: sum(listed) - sum(proposed), rowsToAdd: listed.length - proposed.length }
}
