// What the screens say of one payment or one day: how it compares with the rule, until when it can change, why a day is closed.
import {
  type CalendarDate,
  formatDate,
  formatDayAndMonth,
  formatLongDate,
  formatMinutes,
  type LondonTime,
} from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { amountText } from './calendar-names'
import type { DayCell } from './calendar-view'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { earliestDate } from './notice'
import { type RowDifference, type ShownPayment, spokenDifferences } from './shown-payments'
import { standingOf } from './standing'

/** "Wed 16 Dec", where the year is already plain. */
export const weekdayAndDay = (date: CalendarDate) => formatDate(date).slice(0, -' 2026'.length)

/** "Wed 16 Dec, 22:00". */
export const momentText = ({ date, minutes }: LondonTime): string => `${weekdayAndDay(date)}, ${formatMinutes(minutes)}`

/** Until when it can be changed; "Too late to change" once that has passed, null where nobody can say. */
export function changeableText({ notice, changeableUntil }: ShownPayment): string | null {
  if (!changeableUntil) return null
  return notice === 'locked' ? 'Too late to change' : momentText(changeableUntil)
}

/** "Notice-safe"; null where no notice applies. */
export function noticeText({ notice }: ShownPayment): string | null {
  switch (notice) {
    case 'locked':
      return 'Locked'
    case 'short-notice':
      return 'Short notice'
    case 'notice-safe':
      return 'Notice-safe'
    case null:
      return null
  }
}

/** What the rule would give instead, short: "rule: Tue 19 Jan". */
function ruleText(difference: RowDifference): string {
  switch (difference.kind) {
    case 'moved':
      return `rule: ${weekdayAndDay(difference.expected)}`
    case 'amount':
    case 'skipped':
      return `rule: ${amountText(difference)}`
    case 'extra':
      return 'not in the rule'
  }
}

/** How a payment compares with the rule, where that is worth a word. */
export function compareText(payment: ShownPayment): string | null {
  const differs = spokenDifferences(payment)
  if (differs.length > 0) return `Differs from the rule (${differs.map(ruleText).join(', ')})`
  if (payment.likelyDate) return `Not a banking day, likely ${formatDate(payment.likelyDate)}`
  if (payment.state !== 'projected') return null
  return payment.estimate
    ? 'Estimated from the rule; SmarterPay has not listed it.'
    : 'Worked out from the rule; SmarterPay has not listed it.'
}

/** The second line of a chip that has something to say: "Differs, rule 19 Jan"; of a draft's what it was: "Moved, from 19 Jan". */
export function chipText(payment: ShownPayment): string | null {
  const was = payment.drafted?.was
  if (was) {
    if (payment.state === 'moved') return `Moved, from ${formatDayAndMonth(was.date)}`
    return `${payment.state === 'skipped' ? 'Skipped' : payment.state === 'restored' ? 'Restored' : 'Edited'}, was ${formatPounds(was.amount)}`
  }
  const [first] = payment.differs
  switch (first?.kind) {
    case 'skipped':
      return `Skipped, rule ${amountText(first)}`
    case 'amount':
      return `Differs, rule ${amountText(first)}`
    case 'moved':
      return `Differs, rule ${formatDayAndMonth(first.expected)}`
    case 'extra':
      return 'Not in the rule'
    case undefined:
      return payment.likelyDate ? `Likely ${formatDayAndMonth(payment.likelyDate)}` : null
  }
}

/** What is to be said of a day in full sentences, its date left out. */
export function dayText(day: DayCell, c: Circumstances): string {
  const gone = day.ghosts.map(({ amount, to }) => `${formatPounds(amount)} moved from here to ${formatLongDate(to)}.`)
  if (day.payments.length > 0 || gone.length > 0) return [...day.payments.map(paymentText), ...gone].join(' ')
  const reason = day.holiday ?? (day.weekend ? 'Weekend' : null)
  if (!day.banking) return `${reason ?? 'Closed'}, not a banking day: nothing is collected.`
  if (day.past) return 'No payments listed.'
  if (day.notice === 'locked') return `Too late to change: the earliest date is ${formatLongDate(earliestDate(c))}.`
  if (day.beyondList) return 'No payment projected. SmarterPay’s list does not reach this day.'
  if (day.notice === 'short-notice') return 'No payments. Short notice: a payment can move here only with a reason.'
  return day.known ? 'No payments.' : 'No payments. The bank holidays of this year are not known yet.'
}

function paymentText(payment: ShownPayment): string {
  const until = changeableText(payment)
  const compared = compareText(payment)
  const was = payment.drafted?.was
  return [
    payment.state === 'skipped' ? 'No payment (£0.00), skipped.' : `${amountText(payment)}, ${payment.state}.`,
    ...(was ? [`SmarterPay has ${formatPounds(was.amount)} on ${formatLongDate(was.date)}; not saved yet.`] : []),
    ...(payment.state === 'added' ? ['Not in SmarterPay yet.'] : []),
    ...(compared ? [compared.endsWith('.') ? compared : `${compared}.`] : []),
    ...(until ? [payment.notice === 'locked' ? `${until}.` : `Can be changed until ${until}.`] : []),
    ...(payment.notice === 'short-notice' ? ['Short notice.'] : []),
  ].join(' ')
}

/** Why there are no upcoming payments, in two sentences; null where there are some, or where the list could not be read. */
export function emptyText(schedule: Schedule): string | null {
  if (schedule.upcoming === null || schedule.upcoming.length > 0) return null
  switch (standingOf(schedule).kind) {
    case 'inactive':
      return 'No upcoming payments. This schedule is inactive.'
    case 'finished':
      return 'No upcoming payments. This schedule has finished.'
    default:
      return 'No upcoming payments. SmarterPay lists none for this schedule.'
  }
}
