// What people type for a day, and blocks that they paste, as values. Nothing is guessed: text that could mean two days is none.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import {
  addDays,
  type CalendarDate,
  daysBetween,
  formatDate,
  monthName,
  monthOf,
  parseDate,
  weekdayName,
} from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'

const MONTHS = Array.from({ length: 12 }, (_, n) => monthName(n + 1).toLowerCase())
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const WORDS = /^(?:([a-z]{3,9}),?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})(?:\s+(\d{4}|\d{2}))?$/
const STEPS = /^([+-])\s?(\d{1,3})\s?(wd|d|w)$/

const fullYear = (text: string) => (text.length === 2 ? `20${text}` : text)
const dayIn = (year: string, month: number, dayText: string) =>
  parseDate(`${year}-${String(month).padStart(2, '0')}-${dayText.padStart(2, '0')}`)

/** A day and a month without a year: the one nearest to `from` that is still to come. */
function nearest(month: number, dayText: string, from: CalendarDate, today: CalendarDate): CalendarDate | null {
  const { year } = monthOf(from)
  const days = [year - 1, year, year + 1].flatMap((one) => dayIn(String(one), month, dayText) ?? [])
  const coming = days.filter((date) => date > today)
  const distance = (date: CalendarDate) => Math.abs(daysBetween(from, date))
  return coming.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function readWords(text: string, from: CalendarDate, today: CalendarDate): CalendarDate | null {
  const [, weekday, dayText, monthText, yearText] = WORDS.exec(text) ?? []
  if (dayText === undefined || monthText === undefined) return null
  const month = MONTHS.findIndex((name) => name.startsWith(monthText)) + 1
  if (month === 0) return null
  const date = yearText === undefined ? nearest(month, dayText, from, today) : dayIn(fullYear(yearText), month, dayText)
  return date && weekday && !weekdayName(date).toLowerCase().startsWith(weekday) ? null : date
}

/**
 * A London day from what a person types: `20/06/2022`, `20/6/22`, `2022-06-20`, `20 jun`, `Mon 20 June 2022`, and steps
 * from `from` (what stood in the field): `+3wd` working days, `+7d` days, `-1w` weeks. Null for anything else,
 * for days that do not exist, and where a named weekday is not that of the day.
 */
export function readTypedDate(text: string, from: CalendarDate | null, c: Circumstances): CalendarDate | null {
  const tidy = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const base = from ?? c.now.date
  const [, sign, count, unit] = STEPS.exec(tidy) ?? []
  if (count !== undefined) {
    const steps = Number(count) * (sign === '-' ? -1 : 1)
    if (unit === 'wd') return bankingCalendar(c.extraHolidays).addBankingDays(base, steps)
    return addDays(base, unit === 'w' ? steps * 7 : steps)
  }
  const [, dayText, monthText, yearText] = NUMBERS.exec(tidy) ?? []
  if (dayText !== undefined && monthText !== undefined && yearText !== undefined)
    return dayIn(fullYear(yearText), Number(monthText), dayText)
  return parseDate(tidy) ?? readWords(tidy, base, c.now.date)
}

/** A day as the date fields show it: "20/06/2022". */
export function typedDate(date: CalendarDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** One line of a pasted block; a cell that the block does not have is null. */
export type PastedLine = { date: string | null; amount: string | null }

/**
 * The lines of a pasted block: two columns are date and amount, one column is what `column` holds.
 * Cells are parted by tabs or semicolons; a heading without a digit and empty lines are passed over.
 */
export function pastedLines(text: string, column: 'date' | 'amount'): PastedLine[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const cells = lines.map((line) => line.split(/\t|;/).map((cell) => cell.trim()))
  const rows = cells[0]?.some((cell) => /\d/.test(cell)) ? cells : cells.slice(1)
  return rows.map(([first = '', second]) =>
    second === undefined
      ? { date: column === 'date' ? first : null, amount: column === 'amount' ? first : null }
      : { date: first, amount: second },
  )
}

/** Pasted text that fills more than the one field it lands in. */
export function isBlock(text: string): boolean {
  return /[\t;]|\S\s*[\r\n]+\s*\S/.test(text.trim())
}

/** "Mon", beside a date field. */
export const shortWeekday = (date: CalendarDate): string => formatDate(date).slice(0, 3)
