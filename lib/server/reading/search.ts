import 'server-only'
import { londonTime } from '@/lib/calendar-date'
import { badInput } from '@/lib/problem'
import { type ListQuery, MAX_SIZE, type ReadSchedules } from '@/lib/schedules/contract'
import { isUnreadable, SCHEDULE_ID, type ScheduleRow } from '@/lib/schedules/model'
import { readSearchText } from '@/lib/schedules/search-text'
import { hasNames, keeps } from '@/lib/server/smarterpay/list-query'

// Free search without an index: SmarterPay can only be asked for one field at a time, so it is asked for each that the
// text could be, and the answers are laid together. Nothing is claimed beyond the records looked at.

const MOST_ROWS = 5_000
/** References in one text that are each asked for. */
const MOST_LOOKUPS = 3
const MOST_PAGES = MOST_ROWS / MAX_SIZE
const WAYS = ['id', 'mandate', 'reference'] as const
type Way = (typeof WAYS)[number]

/** One page of SmarterPay's for a query without `q`, as sent. */
export type ReadPage = (query: ListQuery) => Promise<ScheduleRow[]>
type Look = { rows: ScheduleRow[]; sent: number; more: boolean }
export type Found = Pick<ReadSchedules, 'rows' | 'more'> & { searched: NonNullable<ReadSchedules['searched']> }

/**
 * One page of the schedules whose id or mandate id is `q`, or whose custom reference contains it (or what a pasted line
 * names), in the query's order
 * and within its other filters. `more` is true while any way of looking has records left.
 * Throws bad-input beyond the first 5,000 rows, and what `readPage` throws.
 */
export async function search(q: string, query: ListQuery, readPage: ReadPage): Promise<Found> {
  const needed = query.page * query.size
  if (needed > MOST_ROWS) throw badInput('page', 'A search shows its first 5,000 rows: narrow it down.')
  const asked = lookupsOf(q).flatMap((text) =>
    WAYS.filter((way) => way === 'reference' || SCHEDULE_ID.test(text)).map((way) => ({ way, text })),
  )
  const looks = await Promise.all(
    asked.map(({ way, text }) => look({ ...query, [way]: text }, query, needed, readPage)),
  )
  const merged = merge(
    looks.map(({ rows }) => rows),
    query,
  )
  const sent = (own: Way) => {
    const counts = looks.flatMap((one, at) => (asked[at]?.way === own ? [one.sent] : []))
    return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null
  }
  return {
    rows: merged.slice(needed - query.size, needed),
    more: merged.length > needed || looks.some(({ more }) => more),
    searched: { id: sent('id'), mandate: sent('mandate'), reference: sent('reference') },
  }
}

/**
 * A pasted line of a bank statement is looked for by the references in it, and amounts and days are left to whoever ranks
 * the answers: SmarterPay can look for neither. Which day it is decides a year at most.
 */
function lookupsOf(q: string): string[] {
  const { lookups } = readSearchText(q, londonTime(new Date()).date)
  return lookups.length > 0 ? lookups.slice(0, MOST_LOOKUPS) : [q]
}

/** Reads on until enough rows fit, SmarterPay has no more, or the bound is met. */
async function look(asked: ListQuery, wanted: ListQuery, needed: number, readPage: ReadPage): Promise<Look> {
  const size = Math.min(needed, MAX_SIZE)
  const rows: ScheduleRow[] = []
  const seen = new Set<string>()
  let sent = 0
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const records = await readPage({ ...asked, page, size })
    sent += records.length
    const fresh = records.filter((row) => row.id === undefined || !seen.has(row.id))
    for (const row of fresh) {
      if (row.id !== undefined) seen.add(row.id)
      if (isUnreadable(row) || (keeps(row, wanted) && hasNames(row, wanted))) rows.push(row)
    }
    if (records.length < size || fresh.length === 0) return { rows, sent, more: false }
    if (rows.length >= needed) break
  }
  return { rows, sent, more: true }
}

/** What SmarterPay sorts by, as far as a record shows it; the customer is not in it. */
function sortKey(row: ScheduleRow, { sort }: ListQuery): string {
  if (isUnreadable(row)) return ''
  switch (sort.field) {
    case 'id':
      return row.id
    case 'reference':
      return row.customReference?.toLowerCase() ?? ''
    case 'status':
      return row.status
    case 'mandate':
      return row.mandateId ?? ''
    case 'created':
      return row.createdAt ?? ''
    case 'method':
      return row.method
    case 'kind':
      return `${row.method === 'card' ? 'card' : ''} ${row.kind}`
    case 'next':
      return row.nextCollectionDate ?? ''
    default:
      return ''
  }
}

/** Lays sorted lists together without disturbing the order of any, each schedule once. */
function merge(lists: ScheduleRow[][], query: ListQuery): ScheduleRow[] {
  const heads = lists.map((rows) => ({ rows, at: 0 }))
  const before = (a: ScheduleRow, b: ScheduleRow) => {
    const [left, right] = [sortKey(a, query), sortKey(b, query)]
    return query.sort.descending ? left > right : left < right
  }
  const merged: ScheduleRow[] = []
  const seen = new Set<string>()
  for (;;) {
    let next: { head: (typeof heads)[number]; row: ScheduleRow } | undefined
    for (const head of heads) {
      const row = head.rows[head.at]
      if (row && (next === undefined || before(row, next.row))) next = { head, row }
    }
    if (next === undefined) return merged
    next.head.at += 1
    if (next.row.id !== undefined) {
      if (seen.has(next.row.id)) continue
      seen.add(next.row.id)
    }
    merged.push(next.row)
  }
}
