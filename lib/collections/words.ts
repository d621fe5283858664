// What the screens say of collections: ranges, bands, risks, and the chart in a sentence for those who do not see it.

import { type CalendarDate, dayOfMonth, daysInMonth, formatDate, monthName, monthOf } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { type Slot, scheduledOf, sumsOf } from './days'
import type { Band, CollectionsRow, Excluded, Risk, Source } from './model'
import type { Part } from './payments-query'
import type { CollectionsQuery, Group, Period } from './query'

export const BAND_WORDS: Record<Band, string> = {
  locked: 'Locked',
  scheduled: 'Scheduled',
  'at-risk': 'At risk',
  projected: 'Projected',
}

const LISTED = 'locked,scheduled,at-risk'

/** "Locked", "In SmarterPay’s list", "Skipped": which payments these are. */
export function partText(band: readonly Part[] | undefined): string {
  if (!band) return 'All payments'
  if (band.join() === LISTED) return 'In SmarterPay’s list'
  return band.map((part) => (part === 'skipped' ? 'Skipped' : BAND_WORDS[part])).join(', ')
}

/** Status of data: whose word an amount is. */
export const SOURCE_WORDS: Record<Source, string> = {
  smarterpay: 'In SmarterPay’s list',
  projected: 'Projected',
}

/** What a query leaves of the book, each filter in words: "Card", "Payment plan". */
export const filterWords = ({
  method,
  kind,
  source,
}: Pick<CollectionsQuery, 'method' | 'kind' | 'source'>): string[] => [
  ...(method ?? []).map((word) => (word === 'card' ? 'Card' : 'Direct Debit')),
  ...(kind ?? []).map((word) => (word === 'plan' ? 'Payment plan' : 'Ongoing')),
  ...(source ?? []).map((word) => SOURCE_WORDS[word]),
]

export const PERIOD_WORDS: Record<Period, string> = {
  'this-week': 'This week',
  'this-month': 'This month',
  'next-month': 'Next month',
  '3-months': '3 months',
  '6-months': '6 months',
  '12-months': '12 months',
}

export const GROUP_WORDS: Record<Group, string> = { day: 'Day', week: 'Week', month: 'Month' }

export const RISK_WORDS: Record<Risk, string> = {
  dormancy: 'The mandate may lapse before it',
  'after-the-end': 'After the schedule’s end date',
  overdue: 'Its day has passed and it is still listed',
}

export const EXCLUDED_WORDS: Record<Excluded['why'], string> = {
  record: 'the record could not be read',
  list: 'its list of payments could not be read',
  status: 'its status is not known here',
}

/** "1 payment", "1,283 payments". */
export const paymentsText = (count: number): string => countOf(count, 'payment')

/** "1 to 31 Dec 2026", "28 Dec 2026 to 3 Jan 2027", "Mon 30 Nov 2026"; a whole month is "December 2026". */
export function rangeText({ from, to }: { from: CalendarDate; to: CalendarDate }): string {
  if (from === to) return formatDate(from)
  const [a, b] = [monthOf(from), monthOf(to)]
  const short = (month: number) => monthName(month).slice(0, 3)
  const end = `${dayOfMonth(to)} ${short(b.month)} ${b.year}`
  if (a.year !== b.year) return `${dayOfMonth(from)} ${short(a.month)} ${a.year} to ${end}`
  if (a.month !== b.month) return `${dayOfMonth(from)} ${short(a.month)} to ${end}`
  return isWholeMonth(from, to) ? `${monthName(a.month)} ${a.year}` : `${dayOfMonth(from)} to ${end}`
}

function isWholeMonth(from: CalendarDate, to: CalendarDate): boolean {
  const { year, month } = monthOf(to)
  return dayOfMonth(from) === 1 && dayOfMonth(to) === daysInMonth({ year, month })
}

/** What a row of the table is called: a day with its weekday, a week by its days, a month by its name. */
export function rowText({ date, span }: Pick<Slot, 'date' | 'span'>, group: Group): string {
  if (group === 'day') return formatDate(date)
  return rangeText(span)
}

/** "£56.3k" over a peak of the chart, "£1.2m", "£840", "£2.50": below ten pounds pence count. */
export function shortPounds(pence: number): string {
  const pounds = pence / 100
  if (pounds < 10 && !Number.isInteger(pounds)) return formatPounds(pence)
  if (pounds >= 999_950) return `£${(pounds / 1_000_000).toFixed(1)}m`
  if (pounds >= 1_000) return `£${(pounds / 1_000).toFixed(1)}k`
  return `£${Math.round(pounds)}`
}

/** The marks of an axis, each in whole pounds or each with pence, so that no two read alike. */
export function axisPounds(marks: readonly number[]): string[] {
  const whole = marks.every((pence) => pence % 100 === 0)
  return marks.map((pence) => (whole ? shortPounds(pence).replace('.0', '') : formatPounds(pence)))
}

/** The tallest row: what is listed and projected together; the earliest of equals. Null where nothing is collected. */
export function highestOf(slots: readonly Slot[]): { slot: Slot; row: CollectionsRow } | null {
  let highest: { slot: Slot; row: CollectionsRow } | null = null
  for (const slot of slots) {
    const { row } = slot
    if (row && row.total + row.projected > (highest ? highest.row.total + highest.row.projected : 0))
      highest = { slot, row }
  }
  return highest
}

/** The chart in words: what is in it, its bands, the highest row, and where SmarterPay's lists begin to end. */
export function chartText(slots: readonly Slot[], group: Group, projectedFrom: CalendarDate | null): string {
  const sums = sumsOf(slots.flatMap(({ row }) => row ?? []))
  const highest = highestOf(slots)
  if (highest === null) return 'No payments in this range.'
  const bands = [
    `${formatPounds(sums.locked)} locked`,
    `${formatPounds(scheduledOf(sums))} scheduled`,
    `${formatPounds(sums.atRisk)} at risk`,
    `${formatPounds(sums.projected)} projected`,
  ]
  return [
    sums.count === 0
      ? `${bands[3]}, and nothing beside it.`
      : `${paymentsText(sums.count)}, ${formatPounds(sums.total)} in SmarterPay’s list: ${bands.slice(0, 3).join(', ')}; beside it ${bands[3]}.`,
    `Highest ${group} ${rowText(highest.slot, group)}, ${formatPounds(highest.row.total + highest.row.projected)}, ${paymentsText(highest.row.count)}.`,
    ...(projectedFrom ? [`From ${formatDate(projectedFrom)} on partly projected.`] : []),
  ].join(' ')
}
