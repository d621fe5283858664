// Twelve months of payments, each with its days marked and its money summed; listed and projected never in one sum.
import {
  addMonths,
  type CalendarDate,
  dateIn,
  daysInMonth,
  formatLongDate,
  type Month,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import { amountText, countText, totalOf } from './calendar-names'
import type { UpcomingPayment } from './model'
import { sameMonth } from './schedule-address'
import type { ShownPayment } from './shown-payments'

/** How a day with payments is marked: what a draft changed stands out, then the surest of its payments decides. */
export type DayMark = 'changed' | 'scheduled' | 'skipped' | 'projected'

export type MonthSum = {
  month: Month
  marks: ReadonlyMap<CalendarDate, DayMark>
  /** The payments of each day that has some. */
  days: ReadonlyMap<CalendarDate, readonly ShownPayment[]>
  /** SmarterPay's rows that will take money, and their sum in pence. */
  listed: number
  listedPence: number
  /** Pence that SmarterPay's own list takes in this month: another sum only where a draft changed it. */
  wasPence: number
  skipped: number
  projected: number
  /** Pence; differ only where projected amounts are not known to the penny. */
  projectedLowest: number
  projectedHighest: number
}

const SUREST: readonly DayMark[] = ['changed', 'scheduled', 'skipped', 'projected']

const markOf = ({ state, drafted }: ShownPayment): DayMark => {
  if (state === 'skipped' || state === 'projected') return state
  return drafted?.touched ? 'changed' : 'scheduled'
}

const inMonth = <T extends { date: CalendarDate }>(rows: readonly T[], month: Month) =>
  rows.filter(({ date }) => sameMonth(monthOf(date), month))

/** Twelve months from the given one. `before`: SmarterPay's own list, where `payments` is a draft on it. */
export function yearView(
  payments: readonly ShownPayment[],
  first: Month,
  before: readonly UpcomingPayment[] | null = null,
): MonthSum[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = addMonths(first, i)
    const sum = sumOf(month, inMonth(payments, month))
    return before ? { ...sum, wasPence: sumPence(inMonth(before, month).map(({ amount }) => amount)) } : sum
  })
}

function sumOf(month: Month, payments: readonly ShownPayment[]): MonthSum {
  const marks = new Map<CalendarDate, DayMark>()
  const days = new Map<CalendarDate, ShownPayment[]>()
  for (const payment of payments) {
    const there = marks.get(payment.date)
    const own = markOf(payment)
    if (!there || SUREST.indexOf(own) < SUREST.indexOf(there)) marks.set(payment.date, own)
    days.set(payment.date, [...(days.get(payment.date) ?? []), payment])
  }
  const listed = payments.filter(({ state }) => state !== 'skipped' && state !== 'projected')
  const projected = payments.filter(({ state }) => state === 'projected')
  const listedPence = sumPence(listed.map(({ lowest }) => lowest))
  return {
    month,
    marks,
    days,
    listed: listed.length,
    listedPence,
    wasPence: listedPence,
    skipped: payments.filter(({ state }) => state === 'skipped').length,
    projected: projected.length,
    projectedLowest: sumPence(projected.map(({ lowest }) => lowest)),
    projectedHighest: sumPence(projected.map(({ highest }) => highest)),
  }
}

/** What is summed of a month, without its days. */
export type Sums = Omit<MonthSum, 'month' | 'marks' | 'days'>

/** The sums of several months as one. */
export function totalOfMonths(months: readonly MonthSum[]): Sums {
  const sum = (part: keyof Sums) => sumPence(months.map((month) => month[part]))
  return {
    listed: sum('listed'),
    listedPence: sum('listedPence'),
    wasPence: sum('wasPence'),
    skipped: sum('skipped'),
    projected: sum('projected'),
    projectedLowest: sum('projectedLowest'),
    projectedHighest: sum('projectedHighest'),
  }
}

/** "£126.60", or a range where odd pennies are not known. */
export function projectedText({ projectedLowest, projectedHighest }: Sums): string {
  return amountText({ lowest: projectedLowest, highest: projectedHighest })
}

/** A day of the year by name: "Monday 20 June 2022, 1 payment, £25.32, scheduled". */
export function yearDayName(date: CalendarDate, payments: readonly ShownPayment[]): string {
  const states = [...new Set(payments.map(({ state }) => state))]
  return [formatLongDate(date), countText(payments.length), amountText(totalOf(payments)), ...states].join(', ')
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
