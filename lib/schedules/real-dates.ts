// What "the 1st" really means: the days on which a choice of day is collected, after weekends and holidays (product rule N21).
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addMonths, type CalendarDate, daysBetween, type Month } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import type { CollectionDay } from './model'
import { nominalIn } from './rule'

export type RealDates = {
  dates: { date: CalendarDate; nominal: CalendarDate }[]
  /** How many are collected later than the day itself. */
  later: number
  /** Days between two collections, at their fewest and at their most. */
  shortest: number
  longest: number
}

const SHOWN = 12

/** The next twelve collections of a day, from a month on, every `stretch` months. */
export function realDates(day: CollectionDay, from: Month, stretch: number, c: Circumstances): RealDates {
  const calendar = bankingCalendar(c.extraHolidays)
  const dates = Array.from({ length: SHOWN }, (_, index) => {
    const nominal = nominalIn(addMonths(from, index * stretch), day)
    return { nominal, date: calendar.roll(nominal) }
  })
  const between = dates.slice(1).map(({ date }, index) => daysBetween(dates[index]?.date ?? date, date))
  return {
    dates,
    later: dates.filter(({ date, nominal }) => date !== nominal).length,
    shortest: Math.min(...between),
    longest: Math.max(...between),
  }
}

/**
 * Where the next payment goes with a new collection day, when it is to move too: its own month's day if that is not earlier
 * than it stands now and the payer can still be told; else the month after, by the rule. Never to before its announced day.
 */
export function nextOnNewDay(
  next: CalendarDate,
  day: CollectionDay,
  { month, stretch, safe }: { month: Month; stretch: number; safe: CalendarDate },
  c: Circumstances,
): CalendarDate {
  const calendar = bankingCalendar(c.extraHolidays)
  const own = calendar.roll(nominalIn(month, day))
  if (own >= next && own >= safe) return own
  const later = calendar.roll(nominalIn(addMonths(month, stretch), day))
  return later > next ? later : calendar.roll(nominalIn(addMonths(month, 2 * stretch), day))
}
