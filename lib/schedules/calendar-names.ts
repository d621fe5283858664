// What a day of the calendar is called by name: "Monday 20 June 2022, 1 payment, £25.32, scheduled".
import { type CalendarDate, formatLongDate, formatSpokenDay } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import type { DayCell } from './calendar-view'
import { type ShownPayment, spokenDifferences } from './shown-payments'

/** "£25.32"; "£33.33 to £33.34" where a projected amount is not known to the penny. */
export function amountText({ lowest, highest }: Pick<ShownPayment, 'lowest' | 'highest'>): string {
  return lowest === highest ? formatPounds(lowest) : `${formatPounds(lowest)} to ${formatPounds(highest)}`
}

/** One range for several payments. */
export function totalOf(payments: readonly ShownPayment[]): { lowest: number; highest: number } {
  return {
    lowest: sumPence(payments.map(({ lowest }) => lowest)),
    highest: sumPence(payments.map(({ highest }) => highest)),
  }
}

/** "1 payment", "2 payments". */
export const countText = (count: number): string => `${count} ${count === 1 ? 'payment' : 'payments'}`

/**
 * The name of a day's cell: the day, its payments, its state, in one fixed order. `earliest`: the first day that can
 * still be changed.
 */
export function dayName(cell: DayCell, earliest: CalendarDate): string {
  return [
    formatLongDate(cell.date),
    ...(cell.payments.length > 0 ? paymentParts(cell) : emptyParts(cell, earliest)),
    ...cell.ghosts.map(({ amount, to }) => `${formatPounds(amount)} moved to ${formatSpokenDay(to)}`),
  ].join(', ')
}

/** The name of one payment's button: "£25.32 on Monday 20 June 2022, scheduled". */
export function paymentName(payment: ShownPayment): string {
  return [
    `${amountText(payment)} on ${formatLongDate(payment.date)}`,
    payment.state,
    ...attentionParts([payment]),
  ].join(', ')
}

/** What a draft's remarks come to, for names; the words themselves stand where the payment is opened. */
function attentionParts(payments: readonly ShownPayment[]): string[] {
  const said = payments.map(({ drafted }) => drafted?.attention)
  if (said.includes('stops')) return ['cannot be saved as it is']
  return said.includes('look') ? ['needs a look'] : []
}

const closedParts = ({ holiday }: DayCell) => [...(holiday ? [holiday] : []), 'not a banking day']
const unknownParts = ({ known }: DayCell) => (known ? [] : ['bank holidays not known yet'])

function emptyParts(cell: DayCell, earliest: CalendarDate): string[] {
  if (!cell.banking) return closedParts(cell)
  if (cell.past) return ['no payments', 'in the past']
  if (cell.notice === 'locked') return ['too late to change', `earliest date is ${formatLongDate(earliest)}`]
  if (cell.beyondList) return ['no payments projected', 'after SmarterPay’s list', ...unknownParts(cell)]
  return ['no payments', ...(cell.notice === 'short-notice' ? ['short notice'] : []), ...unknownParts(cell)]
}

function paymentParts(cell: DayCell): string[] {
  const { payments } = cell
  const states = new Set(payments.map(({ state }) => state))
  const [likely] = payments.flatMap(({ likelyDate }) => likelyDate ?? [])
  return [
    countText(payments.length),
    ...(states.size === 1
      ? [amountText(totalOf(payments)), ...states]
      : payments.map((payment) => `${amountText(payment)} ${payment.state}`)),
    ...(payments.some((payment) => spokenDifferences(payment).length > 0) ? ['differs from the rule'] : []),
    ...(cell.banking ? [] : closedParts(cell)),
    ...(likely ? [`likely ${formatLongDate(likely)}`] : []),
    ...(cell.notice === 'short-notice' ? ['short notice'] : []),
    ...attentionParts(payments),
  ]
}
