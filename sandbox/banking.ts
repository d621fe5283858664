// Banking days as the sandbox counts them, by itself: the dashboard's own counting must be able to be wrong in a test.
import { HOLIDAYS } from '@/lib/banking-days/holidays'
import { addDays, type CalendarDate, weekday } from '@/lib/calendar-date'
import type { Switches } from './switches'

type Calendar = Pick<Switches, 'extraHolidays' | 'unknownHolidays'>
type LeadTime = Calendar & Pick<Switches, 'processingDays' | 'cutOffMinutes' | 'noticeDays' | 'regenerationFloor'>

export function isBankingDay(day: CalendarDate, calendar: Calendar): boolean {
  if (weekday(day) > 5) return false
  if (calendar.unknownHolidays.includes(day)) return true
  return !(day in HOLIDAYS) && !calendar.extraHolidays.includes(day)
}

/** The day itself, or the next banking day after it. */
export function roll(day: CalendarDate, calendar: Calendar): CalendarDate {
  let rolled = day
  while (!isBankingDay(rolled, calendar)) rolled = addDays(rolled, 1)
  return rolled
}

/** That many banking days after the day. */
export function bankingDaysAfter(day: CalendarDate, count: number, calendar: Calendar): CalendarDate {
  let at = day
  for (let left = count; left > 0; left--) at = roll(addDays(at, 1), calendar)
  return at
}

/** The first day that can still be collected on: today counts as the first, unless it is over or no banking day. */
export function earliestDay(now: { day: CalendarDate; minutes: number }, lead: LeadTime): CalendarDate {
  const open = isBankingDay(now.day, lead) && now.minutes < lead.cutOffMinutes
  const counted = open ? now.day : roll(addDays(now.day, 1), lead)
  return bankingDaysAfter(counted, lead.processingDays - 1, lead)
}

/** What regenerated dates are not set before: the lead time, or the advance notice as well. */
export function regenerationFloor(now: { day: CalendarDate; minutes: number }, lead: LeadTime): CalendarDate {
  const earliest = earliestDay(now, lead)
  if (lead.regenerationFloor === 'processing-days') return earliest
  const noticed = bankingDaysAfter(now.day, lead.noticeDays, lead)
  return noticed > earliest ? noticed : earliest
}
