// What to say to the payer and what to note in the customer's file, from what changes. No jargon, no ISO dates;
// an amount of nought is spoken as "no payment". The facts are those that an advance notice must carry.
import { type CalendarDate, dayOfMonth, formatDate, monthName, monthOf, weekdayName } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Schedule, UpcomingPayment } from './model'
import { changedRows, changeWords, type RowChange, sortedPayments } from './upcoming'

type Change = Exclude<RowChange, { kind: 'kept' }>

/** "Thursday 19 June", with the year where it is another than today's. */
export function spokenDate(date: CalendarDate, today: CalendarDate): string {
  const { year, month } = monthOf(date)
  const name = `${weekdayName(date)} ${dayOfMonth(date)} ${monthName(month)}`
  return year === monthOf(today).year ? name : `${name} ${year}`
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function spokenChange(change: Change, today: CalendarDate): string | null {
  const on = (payment: UpcomingPayment) => spokenDate(payment.date, today)
  if (change.kind === 'removed')
    return change.before.amount === 0
      ? null
      : `The payment of ${formatPounds(change.before.amount)} on ${on(change.before)} will not be taken.`
  if (change.kind === 'added')
    return change.after.amount === 0
      ? null
      : `An extra payment of ${formatPounds(change.after.amount)} will be taken on ${on(change.after)}.`
  const { before, after } = change
  const words = changeWords(before, after)
  const [was, is] = [formatPounds(before.amount), formatPounds(after.amount)]
  if (words.includes('skipped')) return `There will be no payment on ${on(before)}.`
  if (after.amount === 0) return null
  if (words.includes('restored')) return `A payment of ${is} will be taken on ${on(after)}.`
  if (words.includes('moved') && words.includes('edited'))
    return `Your payment of ${was} due on ${on(before)} will now be ${is}, taken on ${on(after)}.`
  return words.includes('moved')
    ? `Your payment of ${was} due on ${on(before)} will now be taken on ${on(after)}.`
    : `Your payment on ${on(after)} will be ${is} instead of ${was}.`
}

/** Runs of the same change of amount, or of skips, are said in one breath. */
function groupKey(change: Change): string | null {
  if (change.kind !== 'changed' || change.before.date !== change.after.date) return null
  return `${change.before.amount}>${change.after.amount}`
}

function spokenGroup(changes: readonly Change[], today: CalendarDate): string | null {
  const [first, last] = [changes[0], changes.at(-1)]
  if (first?.kind !== 'changed' || last?.kind !== 'changed' || changes.length === 1)
    return first ? spokenChange(first, today) : null
  const dates = changes.flatMap((change) => (change.kind === 'changed' ? [spokenDate(change.after.date, today)] : []))
  const [was, is] = [formatPounds(first.before.amount), formatPounds(first.after.amount)]
  const span = dates.length > 4 ? `from ${dates[0]} to ${dates.at(-1)}` : `on ${LIST.format(dates)}`
  if (first.after.amount === 0)
    return dates.length > 4
      ? `There will be no payments ${span}: ${dates.length} payments are left out.`
      : `There will be no payments ${span}.`
  return first.before.amount === 0
    ? `Your ${dates.length} payments ${span} will be taken again: ${is} each.`
    : `Your ${dates.length} payments ${span} will be ${is} each instead of ${was}.`
}

function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const key = groupKey(change)
    if (last?.[0] && key !== null && groupKey(last[0]) === key) last.push(change)
    else groups.push([change])
  }
  return groups
}

function spokenRest(changes: readonly Change[], proposed: readonly UpcomingPayment[], today: CalendarDate): string {
  const days = changes.map((change) => ('after' in change ? change.after.date : change.before.date)).sort()
  const after = days.at(-1) ?? today
  const next = sortedPayments(proposed).find(({ date, amount }) => date > after && amount > 0)
  return next
    ? `Nothing else changes. Your next payment after that is ${formatPounds(next.amount)} on ${spokenDate(next.date, today)}.`
    : 'Nothing else changes.'
}

/** To be read to the payer, one sentence a change, when the upcoming list of `schedule` becomes `proposed`. Today is London's. */
export function readAloud(schedule: Schedule, proposed: readonly UpcomingPayment[], today: CalendarDate): string {
  const changes = changedRows(schedule.upcoming ?? [], proposed)
  const sentences = grouped(changes).flatMap((group) => spokenGroup(group, today) ?? [])
  return [...sentences, spokenRest(changes, proposed, today)].join(' ')
}

const written = ({ date, amount }: UpcomingPayment) =>
  `${formatDate(date)} ${amount === 0 ? 'no payment' : formatPounds(amount)}`

function noted(change: Change): string {
  if (change.kind === 'added') return `added ${written(change.after)}`
  if (change.kind === 'removed') return `removed ${written(change.before)}`
  return `${changeWords(change.before, change.after).join(' and ')}: ${written(change.before)} > ${written(change.after)}`
}

/** One line for the customer's file: ids, before and after, who and when (London, as shown). */
export function crmNote(
  schedule: Schedule,
  proposed: readonly UpcomingPayment[],
  { person, at, reason }: { person: string; at: string; reason: string },
): string {
  const ids = [schedule.id, schedule.customReference, schedule.auddis ?? schedule.cardId].filter(Boolean).join(' / ')
  const changes = changedRows(schedule.upcoming ?? [], proposed)
    .map(noted)
    .join('; ')
  return `${ids}: ${changes}. ${reason}. ${person}, ${at}.`
}
