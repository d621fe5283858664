// A collection date is a day on the calendar, never an instant: 'YYYY-MM-DD', compared as text, counted through UTC.
import type { $brand } from 'zod/mini'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** A day that exists, 0001 to 9999, as 'YYYY-MM-DD'. */
export type CalendarDate = string & $brand<'CalendarDate'>
/** A London day with minutes since midnight: what the cut-off is held against. */
export type LondonTime = { date: CalendarDate; minutes: number }

function isDay(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? []
  if (year === undefined || year === '0000') return false
  const at = { year: Number(year), month: Number(month) }
  return at.month >= 1 && at.month <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(at)
}

/** Text to a day, or null. Dates before year 1 or that do not exist (31 June) are not days. */
export function parseDate(text: string): CalendarDate | null {
  return isDay(text) ? (text as CalendarDate) : null
}

/** For days written in the code (tests, tables). Throws on a day that does not exist. */
export function day(text: string): CalendarDate {
  const date = parseDate(text)
  if (date === null) throw new RangeError(`${text} is not a day`)
  return date
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)
function fromUtc(ms: number): CalendarDate {
  const at = new Date(ms)
  const year = at.getUTCFullYear()
  // A book of schedules counts days by the million: toISOString is the slow way.
  const quick = year >= 1000 && year <= 9999
  return (
    quick ? `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}` : at.toISOString().slice(0, 10)
  ) as CalendarDate
}
const toUtc = (date: CalendarDate) => Date.parse(date)

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const inMonth = dayOfMonth(date) + days
  // Most steps stay in the month, and need no clock: a list of hundreds of payments counts many thousands of them.
  if (inMonth >= 1 && inMonth <= 28) return `${date.slice(0, 8)}${inMonth < 10 ? '0' : ''}${inMonth}` as CalendarDate
  return fromUtc(toUtc(date) + days * MS_PER_DAY)
}

/** Whole days from one day to the other; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  if (from.startsWith(to.slice(0, 8))) return dayOfMonth(to) - dayOfMonth(from)
  return Math.round((toUtc(to) - toUtc(from)) / MS_PER_DAY)
}

/** 1 = Monday to 7 = Sunday. */
export function weekday(date: CalendarDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7
}

export type Month = { year: number; month: number }

/** The month that a day is in; month 1 to 12. */
export function monthOf(date: CalendarDate): Month {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
}

export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

export function addMonths({ year, month }: Month, months: number): Month {
  const index = year * 12 + (month - 1) + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

export function daysInMonth({ year, month }: Month): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** That day of that month; a day past its end becomes the last one. */
export function dateIn(month: Month, dayNumber: number): CalendarDate {
  const date = `${month.year}-${two(month.month)}-${two(Math.min(dayNumber, daysInMonth(month)))}`
  return date.padStart(10, '0') as CalendarDate
}

/** So many months later; the month's last day where that day does not exist. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate {
  return dateIn(addMonths(monthOf(date), months), dayOfMonth(date))
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The London day and minute of an instant; the zone of the machine does not matter. */
export function londonTime(instant: Date): LondonTime {
  const part = Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    date: `${part.year}-${part.month}-${part.day}` as CalendarDate,
    minutes: Number(part.hour) * 60 + Number(part.minute),
  }
}

/** Days of the week in words, from Monday. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "Monday". */
export const weekdayName = (date: CalendarDate): string => WEEKDAYS[weekday(date) - 1] ?? ''
/** "June", for 6. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? ''

/** For tables: "Mon 20 Jun 2022". */
export function formatDate(date: CalendarDate): string {
  return `${weekdayName(date).slice(0, 3)} ${dayOfMonth(date)} ${monthName(monthOf(date).month).slice(0, 3)} ${date.slice(0, 4)}`
}

/** For names and prose: "Monday 20 June 2022". */
export function formatLongDate(date: CalendarDate): string {
  return `${weekdayName(date)} ${dayOfMonth(date)} ${monthName(monthOf(date).month)} ${date.slice(0, 4)}`
}

/** "20 Jun", where the year is already plain. */
export function formatDayAndMonth(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(monthOf(date).month).slice(0, 3)}`
}

/** "20 June", as one says it. */
export function formatSpokenDay(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(monthOf(date).month)}`
}

/** "14:32", from minutes since midnight. */
export function formatMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** "Thu 5 Jun 2025 14:32", as a note of a call begins. */
export const dayAndTime = ({ date, minutes }: LondonTime): string => `${formatDate(date)} ${formatMinutes(minutes)}`

/** An instant as London reads it: "Thu 5 Jun 2025, 14:32". */
export function formatInstant(instant: Date): string {
  const at = londonTime(instant)
  return `${formatDate(at.date)}, ${formatMinutes(at.minutes)}`
}
