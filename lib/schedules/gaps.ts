// Payments too close together, and payments too far apart for the mandate to be sure of living on. Rows of nought are no payments.
import { addDays, type CalendarDate, daysBetween, monthOf, monthsLater, weekday } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'

const taking = (rows: readonly UpcomingPayment[]) => rows.filter((row) => row.amount > 0).map((row) => row.date)

/** The longest that a date moves forward around Christmas and Easter; rolling alone brings two payments so much nearer. */
const LONGEST_ROLL = 4
const SHORTEST_MONTH = 28

export type ShortGap = {
  first: CalendarDate
  second: CalendarDate
  days: number
  /** Nearer than the frequency allows, rolling allowed for; or both in one month or week, which rolling alone can cause. */
  why: 'closer' | 'same-month' | 'same-week'
}

/** Two payments that take money closer together than the frequency promises, all of them in order. None where the frequency is not known. */
export function shortGaps({ upcoming, collectionPeriod, collectionStretch }: Schedule): ShortGap[] {
  if (upcoming === null || collectionStretch === null || collectionPeriod === 'unrecognised') return []
  const monthly = collectionPeriod === 'monthly'
  const least = (monthly ? SHORTEST_MONTH : 7) * collectionStretch - LONGEST_ROLL
  const dates = taking(upcoming)
  return dates.slice(1).flatMap((second, index): ShortGap[] => {
    const first = dates[index] ?? second
    const days = daysBetween(first, second)
    if (days < least) return [{ first, second, days, why: 'closer' }]
    if (monthly && first.slice(0, 7) === second.slice(0, 7)) return [{ first, second, days, why: 'same-month' }]
    if (!monthly && weekday(first) + days <= 7) return [{ first, second, days, why: 'same-week' }]
    return []
  })
}

const monthsBetween = (from: CalendarDate, to: CalendarDate) => {
  const [a, b] = [monthOf(from), monthOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** Days: rolling alone makes yearly gaps a few days longer than a year. */
export const ROLLING_ALLOWANCE = 7

export type LongGap = { from: CalendarDate; to: CalendarDate }

/**
 * The stretches without a payment that are longer than `months` and a week, in order. Direct Debit only, and only what this
 * schedule's own rows show: another schedule on the mandate may keep it alive. Before the first row today stands in for the
 * last payment, after the last one a row of nought shows that nothing comes until then.
 */
export function longGaps({ method, status, upcoming }: Schedule, months: number, c: Circumstances): LongGap[] {
  if (method !== 'direct-debit' || status !== 'active' || upcoming === null) return []
  const last = upcoming.at(-1)
  const points = [c.now.date, ...taking(upcoming), ...(last?.amount === 0 ? [last.date] : [])]
  return points.slice(1).flatMap((to, index): LongGap[] => {
    const from = points[index] ?? to
    if (monthsBetween(from, to) < months) return []
    return to > addDays(monthsLater(from, months), ROLLING_ALLOWANCE) ? [{ from, to }] : []
  })
}

/** The first stretch for which the mandate may lapse, or null. */
export const dormantGap = (schedule: Schedule, c: Circumstances): LongGap | null =>
  longGaps(schedule, c.dormancyRedMonths, c)[0] ?? null
