// A change of one payment carried on to the later ones: which rows follow, and onto which days.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, addMonths, type CalendarDate, dateIn, dayOfMonth, daysBetween, monthOf } from '@/lib/calendar-date'
import { type Draft, type DraftRow, rowOf, ruleFor, type Setting } from './draft'
import type { CollectionDay } from './model'
import { nominalIn } from './rule'

/** Where a row goes from when it goes to `to`: where it is there already, from where SmarterPay has it. */
const departure = ({ date, listed }: DraftRow, to: CalendarDate | null): CalendarDate | null =>
  to !== null && date === to && listed !== null ? listed.date : date

/** The row and every later one by their days in the draft, in the order on screen; only the row where it has no day. */
export function rowsFrom(draft: Draft, id: string, to: CalendarDate | null = null): string[] {
  const row = rowOf(draft, id)
  const from = row ? departure(row, to) : null
  return draft.rows.flatMap((one) =>
    one.id === id || (from !== null && one.date !== null && one.date > from) ? [one.id] : [],
  )
}

/** An amount for several leaves pinned and skipped payments alone. */
export const takesAmount = ({ pinned, amount }: DraftRow): boolean => !pinned && amount !== 0

/** The day that a row's date comes from: the rule's, before it was moved off a non-banking day, while the row stands where the rule puts it. */
function origin(row: DraftRow, date: CalendarDate, setting: Setting): CalendarDate {
  const given = ruleFor(row, setting)
  return given?.date === date ? given.nominal : date
}

/**
 * Where later rows go when `first` goes to `to`: with monthly payments onto the same day of as many months on, else as many
 * days on; always onto a banking day. A row without a day stays without.
 */
export function laterDates(
  first: DraftRow,
  to: CalendarDate,
  setting: Setting,
): (row: DraftRow) => CalendarDate | null {
  const { roll } = bankingCalendar(setting.c.extraHolidays)
  const from = origin(first, departure(first, to) ?? to, setting)
  const [old, next] = [monthOf(from), monthOf(to)]
  const months = (next.year - old.year) * 12 + next.month - old.month
  const days = daysBetween(from, to)
  return (row) => {
    if (row.date === null) return null
    const own = origin(row, row.date, setting)
    return roll(
      setting.period === 'monthly' ? dateIn(addMonths(monthOf(own), months), dayOfMonth(to)) : addDays(own, days),
    )
  }
}

/** That day of the month that a row on `date` belongs to, moved on to a banking day. */
export function dayInItsMonth(row: DraftRow, date: CalendarDate, day: CollectionDay, setting: Setting): CalendarDate {
  const { roll } = bankingCalendar(setting.c.extraHolidays)
  return roll(nominalIn(monthOf(origin(row, date, setting)), day))
}
