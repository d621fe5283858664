// The watchlist as browser and BFF speak of it, and each of its rows in a sentence.
import type * as z from 'zod/mini'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { changeText, sentText } from '@/lib/schedules/change-words'
import { type FixKind, fixText } from '@/lib/schedules/fix-address'
import { WATCH_TABS, type WatchTab } from './watch'
import type * as schemas from './watch-schemas'

export type WatchRow = z.infer<typeof schemas.watchRow>
export type WatchCounts = z.infer<typeof schemas.watchCounts>
export type WatchList = z.infer<typeof schemas.watchList>

/** Changes that need a person stand first. */
export const TABS = ['attention', ...WATCH_TABS] as const
export type Tab = 'attention' | WatchTab

export const TAB_WORDS: Record<Tab, string> = {
  attention: 'Needs attention',
  dormancy: 'Dormancy',
  double: 'Double payments',
  ending: 'Ending soon',
  dates: 'Dates',
  data: 'Unrecognised data',
}

export type WatchQuery = {
  tab: Tab
  /** From 1. */
  page: number
}
export const WATCH_SIZE = 50

/** The first part in which something waits. */
export const firstWaiting = (counts: WatchCounts): Tab => TABS.find((tab) => counts[tab] > 0) ?? 'attention'

/** Reads an address; what cannot be read falls back and is told in `faults`. `first`: where no part is named. */
export function readWatchQuery(
  params: URLSearchParams,
  first: Tab = 'attention',
): {
  query: WatchQuery
  faults: { path: string; message: string }[]
} {
  const faults: { path: string; message: string }[] = []
  for (const name of new Set(params.keys()))
    if (name !== 'tab' && name !== 'page') faults.push({ path: name, message: 'This name is not known here.' })
    else if (params.getAll(name).length > 1) faults.push({ path: name, message: 'Give this name once.' })
  const [tabText, pageText] = [params.get('tab'), params.get('page')]
  const tab = TABS.find((one) => one === tabText)
  if (tabText !== null && tab === undefined) faults.push({ path: 'tab', message: `Tab is one of ${TABS.join(', ')}.` })
  const page = pageText === null ? 1 : /^[1-9]\d{0,5}$/.test(pageText) ? Number(pageText) : null
  if (page === null) faults.push({ path: 'page', message: 'Pages count from 1.' })
  return { query: { tab: tab ?? first, page: page ?? 1 }, faults }
}

export const watchParams = ({ tab, page }: WatchQuery): URLSearchParams =>
  new URLSearchParams({ tab, ...(page > 1 && { page: String(page) }) })

const PART_WORDS: Record<string, string> = {
  record: 'the whole record',
  upcoming: 'the list of payments',
  amount: 'the amount',
  kind: 'the type',
  method: 'the method',
  status: 'the status',
  collectionPeriod: 'the frequency',
  collectionDay: 'the collection day',
  collectionStretch: 'the frequency',
  nextCollectionDate: 'the next date',
  firstCollectionDate: 'the first date',
  startDate: 'the start date',
  endDate: 'the end date',
  instalments: 'the instalments',
}
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const onDay = (date: CalendarDate | null | undefined) => (date ? formatDate(date) : 'a day that is not known')

/** What a change is called that somebody has to decide on: "A change of the payments of MEM-204417". */
export function changeTitle({
  schedule,
  reference,
  detail,
}: Pick<WatchRow, 'schedule' | 'reference' | 'detail'>): string {
  if (schedule === null || detail.action === 'create') return 'A new schedule'
  const words = changeText(detail.action)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} of ${reference ?? schedule}`
}

/** Why a row is here, in a sentence. `today` is London's. */
export function reasonText({ kind, date, amount, detail }: WatchRow, today: CalendarDate): string {
  const since = detail.from && detail.from > today ? `after ${formatDate(detail.from)}` : 'from today'
  switch (kind) {
    case 'dormancy-red':
      return date
        ? `No payment on the mandate ${since} until ${formatDate(date)}: it may lapse before then.`
        : `No payment on the mandate ${since}, as far as is listed: it may lapse.`
    case 'dormancy-amber':
      return `No payment on the mandate ${since} until ${onDay(date)}: a long time, not yet too long.`
    case 'double-take':
      return `${amount === null ? 'The same amount' : formatPounds(amount)} is taken twice on ${onDay(date)}: ${detail.other ?? 'another schedule'} of the same mandate takes it too.`
    case 'short-gap':
      return `Payments on ${onDay(detail.from)} and ${onDay(date)} are ${detail.days ?? 0} ${detail.days === 1 ? 'day' : 'days'} apart.`
    case 'ends-soon':
      return `The last payment is on ${onDay(date)}.`
    case 'overdue':
      return `${onDay(date)} has passed, and SmarterPay still lists ${detail.count === 1 || detail.count === undefined ? 'the payment' : `${detail.count} payments`}.`
    case 'not-a-banking-day':
      return `${onDay(date)} is not a banking day: the payment will likely be taken on ${onDay(detail.from)}.`
    case 'plan-off':
      return `The ${detail.count ?? 0} listed payments cannot be what is left of the plan.`
    case 'unreadable': {
      const parts = [...new Set((detail.parts ?? []).map((part) => PART_WORDS[part] ?? part))]
      return `SmarterPay sent what is not understood here: ${LIST.format(parts)}.`
    }
    case 'needs-attention': {
      const sent = sentText(detail)
      return `Nobody knows whether ${changeText(detail.action)}${sent && `, ${sent},`} took effect. Somebody has to look and say.`
    }
  }
}

const FIX_OF: Partial<Record<WatchRow['kind'], FixKind>> = {
  'dormancy-red': 'dormancy',
  'dormancy-amber': 'dormancy-amber',
  'double-take': 'double-take',
  'short-gap': 'short-gap',
  'not-a-banking-day': 'not-a-banking-day',
}

/**
 * Where a row is mended, as an address; null where it has no schedule. For who `mends`, the payments with what would mend it
 * proposed, and the rule for what is about to end; for others the place to look at.
 */
export function placeOf({ schedule, kind, date }: WatchRow, mends: boolean): string | null {
  if (schedule === null) return null
  const page = `/schedules/${encodeURIComponent(schedule)}`
  switch (kind) {
    case 'needs-attention':
      return `${page}?tab=activity`
    case 'overdue':
      return page
    case 'unreadable':
      return `${page}?tab=details`
    case 'ends-soon':
      if (mends) return `${page}/edit`
  }
  const params = new URLSearchParams({ tab: 'payments' })
  if (date) {
    params.set('month', date.slice(0, 7))
    params.set('focus', date)
  }
  const fix = mends ? FIX_OF[kind] : undefined
  if (fix) params.set('fix', fixText({ kind: fix, date }))
  return `${page}?${params}`
}
