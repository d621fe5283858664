// Twelve months of payments, each with its days marked and its money summed; listed and projected never in one sum.
import { addMonths, type CalendarDate, dateIn, daysInMonth, type Month, monthOf, weekday } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import { amountText } from './calendar-names'
import { sameMonth } from './schedule-address'
import type { ShownPayment } from './shown-payments'

/** How a day with payments is marked: the surest of its payments decides. */
export type DayMark = 'scheduled' | 'skipped' | 'projected'

export type MonthSum = {
  month: Month
  marks: ReadonlyMap<CalendarDate, DayMark>
  /** SmarterPay's rows that will take money, and their sum in pence. */
  listed: number
  listedPence: number
  skipped: number
  projected: number
  /** Pence; differ only where projected amounts are not known to the penny. */
  projectedLowest: number
  projectedHighest: number
}

const SUREST: readonly DayMark[] = ['scheduled', 'skipped', 'projected']

const markOf = ({ state }: ShownPayment): DayMark =>
  state === 'skipped' || state === 'projected' ? state : 'scheduled'

/** Twelve months from the given one. */
export function yearView(payments: readonly ShownPayment[], first: Month): MonthSum[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = addMonths(first, i)
    return sumOf(
      month,
      payments.filter(({ date }) => sameMonth(monthOf(date), month)),
    )
  })
}

function sumOf(month: Month, payments: readonly ShownPayment[]): MonthSum {
  const marks = new Map<CalendarDate, DayMark>()
  for (const payment of payments) {
    const there = marks.get(payment.date)
    const own = markOf(payment)
    if (!there || SUREST.indexOf(own) < SUREST.indexOf(there)) marks.set(payment.date, own)
  }
  const listed = payments.filter(({ state }) => state !== 'skipped' && state !== 'projected')
  const projected = payments.filter(({ state }) => state === 'projected')
  return {
    month,
    marks,
    listed: listed.length,
    listedPence: sumPence(listed.map(({ lowest }) => lowest)),
    skipped: payments.filter(({ state }) => state === 'skipped').length,
    projected: projected.length,
    projectedLowest: sumPence(projected.map(({ lowest }) => lowest)),
    projectedHighest: sumPence(projected.map(({ highest }) => highest)),
  }
}

/** The sums of several months as one. */
export function totalOfMonths(months: readonly MonthSum[]): Omit<MonthSum, 'month' | 'marks'> {
  const sum = (part: keyof Omit<MonthSum, 'month' | 'marks'>) => sumPence(months.map((month) => month[part]))
  return {
    listed: sum('listed'),
    listedPence: sum('listedPence'),
    skipped: sum('skipped'),
    projected: sum('projected'),
    projectedLowest: sum('projectedLowest'),
    projectedHighest: sum('projectedHighest'),
  }
}

/** "£126.60", or a range where odd pennies are not known. */
export function projectedText({ projectedLowest, projectedHighest }: Omit<MonthSum, 'month' | 'marks'>): string {
  return amountText({ lowest: projectedLowest, highest: projectedHighest })
}

/** The days of a month by week from Monday; null where the week belongs to a neighbour. */
export function weeksOf(month: Month): (CalendarDate | null)[][] {
  const lead = weekday(dateIn(month, 1)) - 1
  const days = daysInMonth(month)
  return Array.from({ length: Math.ceil((lead + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, i) => {
      const number = week * 7 + i - lead + 1
      return number >= 1 && number <= days ? dateIn(month, number) : null
    }),
  )
}
