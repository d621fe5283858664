// What is said while a payment is in hand: beside the pointer in short, in the live region **Calendar messages** in full.
import { type CalendarDate, formatDate, formatLongDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { DraftRow } from './draft'
import type { Refusal, Target } from './draft-target'
import { weekdayAndDay } from './payment-words'

/** "3 working days later"; "Where it was" on its own day. */
function distanceText({ bankingDays }: Target): string {
  if (bankingDays === 0) return 'Where it was'
  const days = Math.abs(bankingDays)
  return `${days} working ${days === 1 ? 'day' : 'days'} ${bankingDays < 0 ? 'earlier' : 'later'}`
}

/** What taking a day brings with it. */
function consequenceText({ notice, known }: Target): string {
  if (!known) return 'bank holidays not known yet'
  return notice === 'short-notice' ? 'short notice: needs a reason' : 'notice-safe'
}

/** "Christmas Day, not a banking day", for the middle of a sentence. */
function refusalText(reason: Refusal): string {
  switch (reason.kind) {
    case 'fixed':
      return 'this payment is too late to change'
    case 'not-a-banking-day':
      return reason.holiday ? `${reason.holiday}, not a banking day` : 'not a banking day'
    case 'past':
      return 'in the past'
    case 'locked':
      return 'too late to change'
    case 'taken':
      return 'another payment is on this day'
    case 'others':
      return `another of these payments cannot go to ${weekdayAndDay(reason.day)}`
  }
}

/** The way out of a refusal: the day to choose instead. Null where no one day can be named. */
function insteadText({ reason, earliest }: Target): string | null {
  switch (reason?.kind) {
    case 'not-a-banking-day':
      return `The next one is ${weekdayAndDay(reason.next)}.`
    case 'past':
    case 'locked':
      return `The earliest date is ${weekdayAndDay(earliest)}.`
    default:
      return null
  }
}

export type TargetText = {
  /** "Fri 18 Dec, allowed". */
  head: string
  /** "3 working days later, notice-safe."; empty where there is no more to say. */
  more: string
}

/** The text that floats beside a payment in hand. `notices`: false for cards, which have no notice classes. */
export function targetText(target: Target, notices: boolean): TargetText {
  const day = weekdayAndDay(target.date)
  if (target.reason) return { head: `${day}, ${refusalText(target.reason)}`, more: insteadText(target) ?? '' }
  if (target.bankingDays === 0) return { head: `${day}, where it was`, more: '' }
  const parts = [distanceText(target), ...(notices || !target.known ? [consequenceText(target)] : [])]
  return { head: `${day}, allowed`, more: `${parts.join(', ')}.` }
}

/** "Picked up payment of £25.32 from Monday 20 June 2022." `along`: how many more are in hand. */
export function pickedUpText({ amount, date }: Pick<DraftRow, 'amount' | 'date'>, along = 0): string {
  const what = `payment of ${formatPounds(amount ?? 0)}${date ? ` from ${formatLongDate(date)}` : ''}`
  return along === 0 ? `Picked up ${what}.` : `Picked up ${what}, with ${along} more.`
}

/** "Over Saturday 25 June 2022, not a banking day, cannot drop." */
export function overText(target: Target, notices: boolean): string {
  const day = formatLongDate(target.date)
  const { reason, earliest } = target
  if (!reason) {
    if (target.bankingDays === 0) return `Over ${day}, where it was.`
    const notice = notices && target.notice === 'short-notice' ? ', short notice' : ''
    return `Over ${day}, allowed${notice}.`
  }
  const way = reason.kind === 'locked' || reason.kind === 'past' ? `, earliest date is ${formatLongDate(earliest)}` : ''
  return `Over ${day}, ${refusalText(reason)}${way}, cannot drop.`
}

/** "Dropped. Payment moved from Monday 20 June to Friday 24 June 2022.": the year once where it is the same. */
export function droppedText(from: CalendarDate, to: CalendarDate, along = 0): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const start = sameYear ? formatLongDate(from).slice(0, -' 2026'.length) : formatLongDate(from)
  const others = along === 0 ? '' : `, and ${along} more by as many working days`
  return `Dropped. Payment moved from ${start} to ${formatLongDate(to)}${others}.`
}

const staysText = (from: CalendarDate | null) => (from ? `Payment stays on ${formatLongDate(from)}.` : 'Payment stays.')

/** "Move cancelled. Payment stays on Monday 20 June 2022." */
export const cancelledText = (from: CalendarDate | null): string => `Move cancelled. ${staysText(from)}`

/** What a drop on a blocked day comes to, for all to read: why not, where to, and that nothing was moved. */
export function returnedText(target: Target, from: CalendarDate | null): string {
  const why = target.reason ? `${formatDate(target.date)}: ${refusalText(target.reason)}.` : ''
  return [`Not moved.`, why, insteadText(target), staysText(from)].filter(Boolean).join(' ')
}
