// Too late, short or safe: what a collection's day means for changing it. Counted in banking days from London's now.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, type LondonTime, weekday } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import type { Method } from './model'

/** Locked: too late to change. Short notice: still possible, but the payer's notice can no longer be given in full. */
export type NoticeClass = 'locked' | 'short-notice' | 'notice-safe'

const calendarFor = (c: Circumstances) => bankingCalendar(c.extraHolidays)

/**
 * The first day on which SmarterPay can still collect: PROCESSING_DAYS banking days, today counted as the first
 * while it is a banking day and the cut-off has not come.
 */
export function earliestDate(c: Circumstances): CalendarDate {
  const { roll, addBankingDays } = calendarFor(c)
  const passed = c.now.minutes >= c.cutOffMinutes
  const start = passed ? addBankingDays(c.now.date, 1) : roll(c.now.date)
  return addBankingDays(start, c.processingDays - 1)
}

/** Day 1 of the Bacs cycle of a collection: two banking days before it. */
export function inputDay(date: CalendarDate, c: Circumstances): CalendarDate {
  return calendarFor(c).addBankingDays(date, -2)
}

/** The last day on which the payer can be told of a collection with full notice. */
export function latestNoticeDay(date: CalendarDate, c: Circumstances): CalendarDate {
  return calendarFor(c).addBankingDays(date, -c.noticeDays)
}

/** The first banking day that can be changed to with full notice; always a banking day. */
export function earliestNoticeSafe(c: Circumstances): CalendarDate {
  const { roll, addBankingDays } = calendarFor(c)
  const noticed = addBankingDays(roll(c.now.date), c.noticeDays)
  const possible = earliestDate(c)
  return noticed > possible ? noticed : possible
}

/** A collection can be changed before this London minute, and no longer from it on: that is when `earliestDate` passes it. */
export function changeableUntil(date: CalendarDate, c: Circumstances): LondonTime {
  const { isBankingDay, addBankingDays } = calendarFor(c)
  const days = isBankingDay(date) ? c.processingDays - 1 : c.processingDays
  return { date: addBankingDays(date, -days), minutes: c.cutOffMinutes }
}

/** The first day of each class for Bacs: a day's own notice is never later than a later day's, so that two days tell them all. */
type Bounds = { changeable: CalendarDate; noticeSafe: CalendarDate }
const boundsOf = new WeakMap<Circumstances, Bounds>()

function bounds(c: Circumstances): Bounds {
  const standing = boundsOf.get(c)
  if (standing) return standing
  const { roll, addBankingDays } = calendarFor(c)
  let noticeSafe = addBankingDays(roll(c.now.date), c.noticeDays)
  for (let before = addDays(noticeSafe, -1); latestNoticeDay(before, c) >= c.now.date; before = addDays(before, -1))
    noticeSafe = before
  const found = { changeable: earliestDate(c), noticeSafe }
  boundsOf.set(c, found)
  return found
}

/**
 * What a change of that day would be. Cards have no Bacs cycle and no notice rule: only today and the past are locked.
 * A method that nobody recognises is judged as strictly as Direct Debit.
 */
export function noticeClass(date: CalendarDate, method: Method, c: Circumstances): NoticeClass {
  if (method === 'card') return date <= c.now.date ? 'locked' : 'notice-safe'
  const { changeable, noticeSafe } = bounds(c)
  if (date < changeable) return 'locked'
  return date < noticeSafe ? 'short-notice' : 'notice-safe'
}

/** What a cell of the payment calendar says of its day. */
export type DayState = {
  banking: boolean
  weekend: boolean
  holiday: string | null
  /** False where the table of holidays does not reach. */
  known: boolean
  notice: NoticeClass
  today: boolean
}

export function dayState(date: CalendarDate, method: Method, c: Circumstances): DayState {
  const calendar = calendarFor(c)
  return {
    banking: calendar.isBankingDay(date),
    weekend: weekday(date) > 5,
    holiday: calendar.holidayName(date),
    known: calendar.isKnown(date),
    notice: noticeClass(date, method, c),
    today: date === c.now.date,
  }
}
