// Ranges of days: presets, and how a range reads.
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateIn,
  dayOfMonth,
  daysInMonth,
  formatDate,
  monthName,
  monthOf,
} from '@/lib/calendar-date'
import type { Range } from '@/lib/schedules/contract'

export type DateRange = Range<CalendarDate>
export type Preset = { name: string; range: DateRange }

const wholeMonth = (today: CalendarDate, ahead: number): DateRange => {
  const month = addMonths(monthOf(today), ahead)
  return { from: dateIn(month, 1), to: dateIn(month, daysInMonth(month)) }
}

/** For next payments: from today on. */
export function comingPresets(today: CalendarDate): Preset[] {
  const month = wholeMonth(today, 0)
  return [
    { name: 'Today', range: { from: today, to: today } },
    { name: 'Tomorrow', range: { from: addDays(today, 1), to: addDays(today, 1) } },
    { name: 'Next 7 days', range: { from: today, to: addDays(today, 6) } },
    { name: 'This month', range: month },
    { name: 'Next month', range: wholeMonth(today, 1) },
    { name: 'Until month end', range: { from: today, ...(month.to && { to: month.to }) } },
  ]
}

/** For when something was set up: back from today. */
export function pastPresets(today: CalendarDate): Preset[] {
  return [
    { name: 'Today', range: { from: today, to: today } },
    { name: 'Yesterday', range: { from: addDays(today, -1), to: addDays(today, -1) } },
    { name: 'Last 7 days', range: { from: addDays(today, -6), to: today } },
    { name: 'This month', range: wholeMonth(today, 0) },
    { name: 'Last month', range: wholeMonth(today, -1) },
  ]
}

export const sameRange = (a: DateRange | undefined, b: DateRange | undefined) => a?.from === b?.from && a?.to === b?.to

/** "1 to 31 Dec 2026", "1 Dec 2026 to 4 Jan 2027", "Mon 20 Jun 2022", "from …", "until …". */
export function dateRangeText({ from, to }: DateRange): string {
  if (from && to) {
    if (from === to) return formatDate(from)
    const [a, b] = [monthOf(from), monthOf(to)]
    const end = `${dayOfMonth(to)} ${monthName(b.month).slice(0, 3)} ${b.year}`
    if (a.year === b.year && a.month === b.month) return `${dayOfMonth(from)} to ${end}`
    const start = `${dayOfMonth(from)} ${monthName(a.month).slice(0, 3)}`
    return a.year === b.year ? `${start} to ${end}` : `${start} ${a.year} to ${end}`
  }
  if (from) return `from ${formatDate(from)}`
  return to ? `until ${formatDate(to)}` : 'any day'
}

/** A range as the list takes it: an end that is open is left out, and with both open there is none. */
export function rangeOf<T>({ from, to }: { from: T | undefined; to: T | undefined }): Range<T> | undefined {
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
