// What a key or a press means on a day of the calendar, given what is on it.
import { type CalendarDate, formatLongDate } from '@/lib/calendar-date'
import { type Draft, isFixed, rowOf, type Setting } from '@/lib/schedules/draft'
import { earliestTarget } from '@/lib/schedules/draft-target'
import { dayState } from '@/lib/schedules/notice'
import type { ShownPayment } from '@/lib/schedules/shown-payments'

export type OnDay =
  | { kind: 'empty' }
  /** Nothing there, and nothing can come there: why. */
  | { kind: 'closed'; why: string }
  | { kind: 'one'; row: string }
  /** A payment that cannot be changed by itself. */
  | { kind: 'fixed'; payment: ShownPayment }
  | { kind: 'several'; payments: readonly ShownPayment[] }

function closedText(date: CalendarDate, { method, c }: Setting): string | null {
  const { banking, holiday } = dayState(date, method, c)
  const day = formatLongDate(date)
  if (!banking) return `${day}, ${holiday ? `${holiday}, ` : ''}not a banking day.`
  const earliest = earliestTarget(method, c)
  return date < earliest ? `${day}, too late to change, earliest date is ${formatLongDate(earliest)}.` : null
}

/** What is on a day for acting on. `payments`: all that are shown, projected ones too. */
export function onDay(date: CalendarDate, payments: readonly ShownPayment[], draft: Draft, setting: Setting): OnDay {
  const [first, ...others] = payments.filter((payment) => payment.date === date)
  if (!first) {
    const why = closedText(date, setting)
    return why === null ? { kind: 'empty' } : { kind: 'closed', why }
  }
  if (others.length > 0) return { kind: 'several', payments: [first, ...others] }
  const row = first.drafted && rowOf(draft, first.drafted.row)
  return row && !isFixed(row, setting) ? { kind: 'one', row: row.id } : { kind: 'fixed', payment: first }
}

/** Why a payment cannot be changed by itself, and the way out. */
export function fixedText({ state, date }: ShownPayment, listEnd: CalendarDate | null): string {
  if (state !== 'projected')
    return `Too late to change: the payment of ${formatLongDate(date)} is on its way to the bank, or has been taken.`
  const end = listEnd ? ` SmarterPay’s list ends ${formatLongDate(listEnd)}.` : ''
  return `Projected: SmarterPay has not listed this payment yet, so it cannot be changed by itself.${end} To change it now, edit the schedule’s rule.`
}
