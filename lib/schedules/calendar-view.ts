// One month of the calendar as plain values: six weeks from Monday, each day with what is to be seen and said of it.
import {
  addDays,
  type CalendarDate,
  dateIn,
  daysBetween,
  type Month,
  monthName,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import { alike } from './alike'
import type { Circumstances } from './circumstances'
import type { Method } from './model'
import { dayState, type NoticeClass } from './notice'
import type { Ghost, ShownPayment } from './shown-payments'

export type DayCell = {
  date: CalendarDate
  /** False for the days of neighbouring months that fill the six weeks. */
  inMonth: boolean
  today: boolean
  past: boolean
  weekend: boolean
  /** Name of the bank holiday. */
  holiday: string | null
  banking: boolean
  /** False beyond the last day that the table of bank holidays knows. */
  known: boolean
  /** Null where no notice applies: cards, inactive schedules, days past or without banking. */
  notice: NoticeClass | null
  /** True in the first day of a run of equal notice in its week: it carries the words, the rest the icon. */
  startsRun: boolean
  /** After the last row of SmarterPay's list. */
  beyondList: boolean
  firstBeyondList: boolean
  payments: readonly ShownPayment[]
  /** Payments of a draft that stood on this day and moved away. */
  ghosts: readonly Ghost[]
}

export type CalendarMonth = { month: Month; weeks: DayCell[][] }

export type CalendarContent = {
  method: Method
  /** False on inactive schedules, where nothing can be changed any more. */
  notices: boolean
  payments: readonly ShownPayment[]
  ghosts?: readonly Ghost[]
  /** Last row of SmarterPay's list where more is expected after it. */
  listEnd: CalendarDate | null
}

const WEEKS = 6

/** "June 2022". */
export const monthLabel = ({ year, month }: Month): string => `${monthName(month)} ${year}`

/** The Monday on or before the first of the month. */
export function firstOfGrid(month: Month): CalendarDate {
  const first = dateIn(month, 1)
  return addDays(first, 1 - weekday(first))
}

/** The last day that the six weeks of a month show. */
export const lastOfGrid = (month: Month): CalendarDate => addDays(firstOfGrid(month), WEEKS * 7 - 1)

/** Payments, or ghosts of them, by day, in their order. */
export function byDay<T extends { date: CalendarDate }>(payments: readonly T[]): Map<CalendarDate, T[]> {
  const days = new Map<CalendarDate, T[]>()
  for (const payment of payments) {
    const there = days.get(payment.date)
    if (there) there.push(payment)
    else days.set(payment.date, [payment])
  }
  return days
}

const NO_PAYMENTS: readonly ShownPayment[] = []
const NO_GHOSTS: readonly Ghost[] = []

/**
 * The six weeks of a month. Always six, so that the page does not move from month to month. `before`: as they were a moment
 * ago; a day that stayed the same keeps the very same cell.
 */
export function calendarMonth(
  month: Month,
  content: CalendarContent,
  c: Circumstances,
  before: CalendarMonth | null = null,
): CalendarMonth {
  const start = firstOfGrid(month)
  const payments = byDay(content.payments)
  const ghosts = byDay(content.ghosts ?? NO_GHOSTS)
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const cells: DayCell[] = []
    for (let weekDay = 0; weekDay < 7; weekDay++) {
      const date = addDays(start, week * 7 + weekDay)
      const cell = dayCell(date, month, content, c)
      const now = {
        ...cell,
        payments: payments.get(date) ?? NO_PAYMENTS,
        ghosts: ghosts.get(date) ?? NO_GHOSTS,
        startsRun: cell.notice !== cells.at(-1)?.notice,
      }
      const earlier = before?.weeks[week]?.[weekDay]
      cells.push(earlier && sameDay(earlier, now) ? earlier : now)
    }
    return cells
  })
  return { month, weeks }
}

function dayCell(
  date: CalendarDate,
  month: Month,
  { method, notices, listEnd }: CalendarContent,
  c: Circumstances,
): Omit<DayCell, 'startsRun' | 'payments' | 'ghosts'> {
  const state = dayState(date, method, c)
  const past = date < c.now.date
  const judged = notices && method !== 'card' && state.banking && !past
  const beyondList = listEnd !== null && date > listEnd
  return {
    date,
    inMonth: monthOf(date).month === month.month,
    today: date === c.now.date,
    past,
    weekend: state.weekend,
    holiday: state.holiday,
    banking: state.banking,
    known: state.known,
    notice: judged ? state.notice : null,
    beyondList,
    firstBeyondList: beyondList && daysBetween(listEnd, date) === 1,
  }
}

/** Whether two states of one day look and read alike, so that a change redraws only the days it touches. */
export function sameDay(a: DayCell, b: DayCell): boolean {
  if (a === b) return true
  return (Object.keys(a) as (keyof DayCell)[]).every((part) =>
    part === 'payments' || part === 'ghosts' ? sameValues(a[part], b[part]) : a[part] === b[part],
  )
}

function sameValues(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((value, i) => alike(value, b[i]))
}
