// Runs of days on which nothing is collected because of a bank holiday, and what piles up after them.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, weekday } from '@/lib/calendar-date'
import type { CollectionsRow } from './model'

/** Closed days that follow one another, a bank holiday on a weekday among them; `after` is the first banking day. */
export type HolidayWindow = { from: CalendarDate; to: CalendarDate; names: string[]; after: CalendarDate }

/** The windows that end on or after `first` and begin on or before `last`, in order. */
export function holidayWindows(
  first: CalendarDate,
  last: CalendarDate,
  extraHolidays: readonly CalendarDate[],
): HolidayWindow[] {
  const calendar = bankingCalendar(extraHolidays)
  const windows: HolidayWindow[] = []
  let from = first
  if (!calendar.isBankingDay(first)) while (!calendar.isBankingDay(addDays(from, -1))) from = addDays(from, -1)
  for (let at = from; at <= last; at = addDays(at, 1)) {
    if (calendar.isBankingDay(at)) continue
    const names: string[] = []
    const start = at
    for (; !calendar.isBankingDay(at); at = addDays(at, 1)) {
      const name = calendar.holidayName(at)
      if (name !== null && weekday(at) <= 5) names.push(name)
    }
    if (names.length > 0) windows.push({ from: start, to: addDays(at, -1), names, after: at })
  }
  return windows
}

/** Banking days before and after a window that it is shown among. */
const AROUND = 5

/** The days to look at: some banking days on either side of the window, and itself. */
export function daysAround(
  { from, to }: HolidayWindow,
  extraHolidays: readonly CalendarDate[],
): { from: CalendarDate; to: CalendarDate } {
  const { addBankingDays } = bankingCalendar(extraHolidays)
  return { from: addBankingDays(from, -AROUND), to: addBankingDays(to, AROUND) }
}

export type PlannedDay = {
  date: CalendarDate
  /** Payments that SmarterPay lists, and their pence. */
  count: number
  total: number
  /** Pence that are projected beside them, and in how many payments. */
  projected: number
  projectedCount: number
  /** The holiday's name, or the weekend's day; null on a banking day. */
  closed: string | null
  /** Payments, listed and projected, against a normal day, as 3.4; null where there is nothing to compare: on closed days, and
   * on those that nobody looked at. */
  times: number | null
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}

/** Payments of a day in their number: those that a list holds, and those that come after its end. Rows of nought are none. */
export const paymentsOn = ({ count, projectedCount }: Pick<PlannedDay, 'count' | 'projectedCount'>): number =>
  count + projectedCount

/**
 * Each day around a window against a normal day: the median of payments on the banking days of `rows`, which should cover
 * some weeks, so that one busy day does not make the next one look quiet. Days without a row had no payments. Lists end one
 * by one, so payments listed and projected count alike, on the days and on the normal one: what is listed alone grows less
 * with every week, and any day would look busy beside later ones.
 */
export function plannedDays(
  window: HolidayWindow,
  rows: readonly CollectionsRow[],
  covered: { from: CalendarDate; to: CalendarDate },
  extraHolidays: readonly CalendarDate[],
): { days: PlannedDay[]; normal: number | null } {
  const calendar = bankingCalendar(extraHolidays)
  const byDate = new Map(rows.map((row) => [row.date, row]))
  const countOn = (date: CalendarDate) => paymentsOn(byDate.get(date) ?? { count: 0, projectedCount: 0 })
  const counts: number[] = []
  for (let at = covered.from; at <= covered.to; at = addDays(at, 1))
    if (calendar.isBankingDay(at) && at !== window.after) counts.push(countOn(at))
  const normal = median(counts)
  const shown = daysAround(window, extraHolidays)
  const days: PlannedDay[] = []
  for (let date = shown.from; date <= shown.to; date = addDays(date, 1)) {
    const { count = 0, total = 0, projected = 0, projectedCount = 0 } = byDate.get(date) ?? {}
    const open = calendar.isBankingDay(date)
    const compared = open && covered.from <= date && date <= covered.to
    days.push({
      date,
      count,
      total,
      projected,
      projectedCount,
      closed: open ? null : (calendar.holidayName(date) ?? (weekday(date) === 6 ? 'Saturday' : 'Sunday')),
      times: compared && normal !== null && normal > 0 ? countOn(date) / normal : null,
    })
  }
  return { days, normal }
}
