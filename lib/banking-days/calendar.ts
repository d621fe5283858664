// Questions about banking days: Monday to Friday, not a bank holiday of England and Wales. Way in: bankingCalendar.
import { addDays, type CalendarDate, weekday } from '@/lib/calendar-date'
import { FIRST_KNOWN_DAY, HOLIDAYS, LAST_KNOWN_DAY } from './holidays'

export type BankingCalendar = {
  isBankingDay(date: CalendarDate): boolean
  /** The holiday's name, or null: a weekend has none. A day added by setting is a "Bank holiday". */
  holidayName(date: CalendarDate): string | null
  /** False outside the table, where every weekday counts as a banking day. */
  isKnown(date: CalendarDate): boolean
  /** The day itself if it is a banking day, else the next one, over month and year ends. */
  roll(date: CalendarDate): CalendarDate
  /** The n-th banking day after the day, or before it where n is negative; the day itself counts only where n is 0. */
  addBankingDays(date: CalendarDate, days: number): CalendarDate
}

/** The calendar of a table ('YYYY-MM-DD' to name), for instance as it was known before a day was proclaimed. */
export function calendarOf(holidays: Readonly<Record<string, string>>): BankingCalendar {
  const isKnown = (date: CalendarDate) => date >= FIRST_KNOWN_DAY && date <= LAST_KNOWN_DAY
  const holidayName = (date: CalendarDate) => (Object.hasOwn(holidays, date) ? (holidays[date] ?? null) : null)
  const asked = new Map<CalendarDate, boolean>()

  const isBankingDay = (date: CalendarDate) => {
    const before = asked.get(date)
    if (before !== undefined) return before
    const answer = weekday(date) <= 5 && holidayName(date) === null
    if (isKnown(date)) asked.set(date, answer) // eight years at most, however far off the dates that come in
    return answer
  }
  const roll = (date: CalendarDate) => {
    let at = date
    while (!isBankingDay(at)) at = addDays(at, 1)
    return at
  }
  const addBankingDays = (date: CalendarDate, days: number) => {
    const step = days < 0 ? -1 : 1
    let at = date
    for (let left = Math.abs(days); left > 0; ) {
      at = addDays(at, step)
      if (isBankingDay(at)) left -= 1
    }
    return at
  }
  return { isBankingDay, holidayName, isKnown, roll, addBankingDays }
}

const made = new Map<string, BankingCalendar>()

/** The built-in table with the days proclaimed since (setting EXTRA_HOLIDAYS). Made once for each set of days. */
export function bankingCalendar(extraHolidays: readonly CalendarDate[]): BankingCalendar {
  const key = extraHolidays.join()
  const standing = made.get(key)
  if (standing) return standing
  const calendar = calendarOf({
    ...Object.fromEntries(extraHolidays.map((date) => [date, 'Bank holiday'])),
    ...HOLIDAYS,
  })
  made.set(key, calendar)
  return calendar
}
