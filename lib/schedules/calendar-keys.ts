// Where the focus of the calendar goes at a key: the keys of the APG date grid, and n and p for payments.
import { addDays, addMonths, type CalendarDate, dateIn, dayOfMonth, monthOf, weekday } from '@/lib/calendar-date'

export type CalendarKey = { key: string; shift: boolean; ctrl: boolean }

export type PaymentStops = {
  /** Days with a payment, in order, projected ones included as far as they are worked out. */
  all: readonly CalendarDate[]
  /** Days of SmarterPay's own list, in order: its first and last are facts, so Ctrl+Home and Ctrl+End go there. */
  listed: readonly CalendarDate[]
}

/**
 * The day to go to, or null where the key is not the calendar's or there is nowhere to go. Page Up and Page Down keep the day of the month where the month has it.
 */
export function dayAtKey(
  { key, shift, ctrl }: CalendarKey,
  from: CalendarDate,
  { all, listed }: PaymentStops,
): CalendarDate | null {
  const byMonths = (months: number) => dateIn(addMonths(monthOf(from), months), dayOfMonth(from))
  if (ctrl) {
    if (key === 'Home') return listed.at(0) ?? null
    if (key === 'End') return listed.at(-1) ?? null
    return null
  }
  switch (key) {
    case 'ArrowLeft':
      return shift ? null : addDays(from, -1)
    case 'ArrowRight':
      return shift ? null : addDays(from, 1)
    case 'ArrowUp':
      return shift ? null : addDays(from, -7)
    case 'ArrowDown':
      return shift ? null : addDays(from, 7)
    case 'Home':
      return addDays(from, 1 - weekday(from))
    case 'End':
      return addDays(from, 7 - weekday(from))
    case 'PageUp':
      return byMonths(shift ? -12 : -1)
    case 'PageDown':
      return byMonths(shift ? 12 : 1)
    case 'n':
      return all.find((date) => date > from) ?? null
    case 'p':
      return all.findLast((date) => date < from) ?? null
    default:
      return null
  }
}
