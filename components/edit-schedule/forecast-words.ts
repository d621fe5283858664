// What stands beside a row of the forecast, and the edits it would reset, in words.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import {
  type CalendarDate,
  daysBetween,
  formatDate,
  formatDayAndMonth,
  weekday,
  weekdayName,
} from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { ShortGap } from '@/lib/schedules/gaps'
import type { PenceRange } from '@/lib/schedules/plan'
import type { Doubt } from '@/lib/schedules/project'
import type { EditKind, LostWhy, RuleEdit } from '@/lib/schedules/rule-edits'
import type { ForecastRow } from '@/lib/schedules/terms-forecast'

/** "£22.50", "£2.81 to £2.83": nobody knows where SmarterPay puts odd pennies. */
export const rangeWords = ({ lowest, highest }: PenceRange): string =>
  lowest === highest ? formatPounds(lowest) : `${formatPounds(lowest)} to ${formatPounds(highest)}`

const KINDS: Record<EditKind, (edit: RuleEdit) => string> = {
  skipped: () => 'skipped',
  moved: ({ amount }) => (amount === null ? 'moved' : `moved, ${formatPounds(amount)}`),
  amount: ({ listed }) => formatPounds(listed.amount),
  extra: ({ listed }) => `added, ${formatPounds(listed.amount)}`,
  missing: () => 'taken out',
}
/** "19 Feb (skipped)". */
export const editWords = (edit: RuleEdit): string =>
  `${formatDayAndMonth(edit.listed.date)} (${KINDS[edit.kind](edit)})`

export const LOST: Record<LostWhy, string> = {
  'no-period': 'the new list has no payment in that period',
  'too-late': 'it is too late to change that day',
  'not-a-banking-day': 'nothing can be collected on that day',
  'same-day': 'another payment will be on that day',
  plan: 'the plan would no longer add up',
}

const KEPT: Record<EditKind, string> = {
  skipped: 'Skip kept by a second save',
  moved: 'Moved day kept by a second save',
  amount: 'Amount kept by a second save',
  extra: 'Added payment kept by a second save',
  missing: 'Left out again by a second save',
}

const DOUBTS: Record<Doubt, string> = {
  'weekly-after-a-move': 'Estimate: a holiday moved an earlier one',
  'card-off-banking-day': 'Estimate: cards may be taken on the day itself',
  'calendar-not-known': 'Holidays of that year are not known yet',
  'moved-past-the-end': 'Moves past the end date: may be left out',
  'same-month-and-stretch': 'Estimate',
  'same-day': 'Two payments on one day',
  'which-month-follows': 'SmarterPay may begin a month earlier or later',
}

/** "1 May is a Saturday, 3 May a holiday": why a row is later than its own day. */
function movedWords(nominal: CalendarDate, c: Circumstances): string {
  const calendar = bankingCalendar(c.extraHolidays)
  const holiday = calendar.holidayName(nominal)
  const day = formatDayAndMonth(nominal)
  return weekday(nominal) > 5 ? `${day} is a ${weekdayName(nominal)}` : `${day} is ${holiday ?? 'not a banking day'}`
}

export type Why = { text: string; tone: 'warn' | 'plain' }

/** What there is to say of one row, most important first. `first`: the next payment, whose date stays by itself. */
export function whyOfRow(
  row: ForecastRow,
  { first, dayChanged, gaps, c }: { first: boolean; dayChanged: boolean; gaps: readonly ShortGap[]; c: Circumstances },
): Why[] {
  const { after, before, fate, kept, notice } = row
  if (!after) return [{ text: 'No longer collected', tone: 'plain' }]
  const why: Why[] = []
  if (kept) why.push({ text: KEPT[kept.kind], tone: 'plain' })
  const gap = gaps.find(({ second }) => second === after.date)
  if (gap) why.push({ text: `${gap.days} ${gap.days === 1 ? 'day' : 'days'} after the last`, tone: 'warn' })
  if (notice === 'locked') why.push({ text: 'Locked: may still be taken as before', tone: 'warn' })
  if (notice === 'short-notice') why.push({ text: 'Short notice', tone: 'warn' })
  if (first && dayChanged && before?.date === after.date) why.push({ text: 'Date does not move', tone: 'plain' })
  for (const doubt of after.doubts) why.push({ text: DOUBTS[doubt], tone: 'plain' })
  if (!first && !kept && after.date !== after.nominal && before?.date !== after.date)
    why.push({ text: movedWords(after.nominal, c), tone: 'plain' })
  if (fate === 'added') why.push({ text: 'New', tone: 'plain' })
  if (fate === 'beyond') why.push({ text: 'After SmarterPay’s present list', tone: 'plain' })
  return why
}

/** "Two payments 14 days apart: 21 Dec and 4 Jan." */
export const gapWords = ({ first, second }: ShortGap): { title: string; text: string } => {
  const days = daysBetween(first, second)
  return {
    title: days === 0 ? 'Two payments on one day:' : `Two payments ${days} ${days === 1 ? 'day' : 'days'} apart:`,
    text: days === 0 ? `${formatDate(first)}.` : `${formatDayAndMonth(first)} and ${formatDayAndMonth(second)}.`,
  }
}

export const paymentsWords = (count: number): string =>
  `${count} ${count === 1 ? 'payment changes' : 'payments change'}`
