import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import { grouped, sumsOf } from '@/lib/collections/days'
import type { Collections, CollectionsRow, Excluded, Turnings } from '@/lib/collections/model'
import { asksFor, type CollectionsQuery } from '@/lib/collections/query'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Method } from '@/lib/schedules/model'
import { noticeClass } from '@/lib/schedules/notice'
import { rowsOf } from './book/keep'
import { readState } from './book/state'
import { circumstances } from './clock'
import { outlooks, paymentsAtRisk, projectedTotals } from './store/outlook-tables'
import { collectionTotals, scheduleRecords, schedules } from './store/schedules-tables'
import { type Database, database } from './store/store'

// What will be collected, read from the copy: sums from the totals that are kept by day.

/** Schedules that could not be read are named up to here; all are counted. */
const MOST_NAMED = 50

export type Filters = Pick<CollectionsQuery, 'from' | 'to' | 'method' | 'kind' | 'source'>

/** The rows of a table with due, method and kind that a query is about. */
export function about({ from, to, method, kind }: Filters): SQL {
  const among = (column: string, words: readonly string[] | undefined) =>
    words?.length ? sql`and ${sql.raw(column)} = any(${sql.param(words)}::text[])` : sql``
  return sql`due between ${from} and ${to} ${among('method', method)} ${among('kind', kind)}`
}

export type DayTotals = {
  due: CalendarDate
  method: Method
  count: number
  total: string
  skipped: number
  at_risk: string
  projected: string
  projected_count: number
}

/** Sums by day and method: what is listed, the part of it at risk, and what is projected. */
export async function totalsByDay(db: Database, query: Filters): Promise<DayTotals[]> {
  const listed = sql`
    select due, method, count, total, skipped, 0 as at_risk, 0 as projected, 0 as projected_count
    from ${collectionTotals} where status = 'active' and ${about(query)}
    union all
    select due, method, 0, 0, 0, amount, 0, 0 from ${paymentsAtRisk} where ${about(query)}`
  const projected = sql`
    select due, method, 0 as count, 0 as total, 0 as skipped, 0 as at_risk, total as projected, count as projected_count
    from ${projectedTotals} where ${about(query)}`
  const sources = [
    ...(asksFor(query, 'smarterpay') ? [listed] : []),
    ...(asksFor(query, 'projected') ? [projected] : []),
  ]
  return rowsOf<DayTotals>(
    db,
    sql`select due::text as due, method, sum(count)::int as count, sum(total)::bigint as total, sum(skipped)::int as skipped,
          sum(at_risk)::bigint as at_risk, sum(projected)::bigint as projected, sum(projected_count)::int as projected_count
        from (${sql.join(sources, sql` union all `)}) all_of_them group by due, method order by due`,
  )
}

/** The bands of one day and method. What is listed for a day that has passed may not have been taken: all of it is at risk. */
export function bandsOf({ due, method, total, at_risk }: DayTotals, c: Circumstances) {
  const listed = Number(total)
  const atRisk = due < c.now.date ? listed : Number(at_risk)
  const locked = noticeClass(due, method, c) === 'locked' ? listed - atRisk : 0
  return { atRisk, locked }
}

function dayRows(found: readonly DayTotals[], c: Circumstances): CollectionsRow[] {
  const days = new Map<CalendarDate, CollectionsRow[]>()
  for (const one of found) {
    const total = Number(one.total)
    const row: CollectionsRow = {
      date: one.due,
      count: one.count,
      total,
      directDebit: one.method === 'direct-debit' ? total : 0,
      card: one.method === 'card' ? total : 0,
      ...bandsOf(one, c),
      skipped: one.skipped,
      projected: Number(one.projected),
      projectedCount: one.projected_count,
    }
    days.set(one.due, [...(days.get(one.due) ?? []), row])
  }
  return [...days].map(([date, rows]) => ({ date, ...sumsOf(rows) }))
}

/** How many schedules are in no sum, and the first of them by name. */
export async function excludedFrom(db: Database): Promise<{ count: number; named: Excluded[] }> {
  const [counted] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from ${outlooks} where excluded is not null`,
  )
  const count = counted?.count ?? 0
  if (count === 0) return { count, named: [] }
  const named = await rowsOf<{ schedule: string; why: Excluded['why'] }>(
    db,
    sql`select schedule, excluded as why from ${outlooks} where excluded is not null order by schedule desc limit ${MOST_NAMED}`,
  )
  // The key of a record without a usable id is ours, and nobody's name.
  return {
    count,
    named: named.map(({ schedule, why }) => ({ schedule: schedule.startsWith('!') ? null : schedule, why })),
  }
}

const MOST_TURNING = 200

/** Active schedules whose first or last payment is in the range, in order of date; so many of them at most. */
export async function readTurnings({ from, to, method, kind }: CollectionsQuery): Promise<Turnings> {
  const among = (column: string, words: readonly string[] | undefined) =>
    words?.length ? sql`and ${sql.raw(column)} = any(${sql.param(words)}::text[])` : sql``
  const active = sql`status = 'active' and readable ${among('method', method)} ${among('kind', kind)}`
  const about = sql.raw('id, amount, method, kind')
  const rows = await rowsOf<Turnings['rows'][number]>(
    await database(),
    sql`select what, schedule, record->>'customReference' as reference, amount, method, kind, date::text from (
          select 'starts' as what, ${about}, starts_on as date from ${schedules} where ${active} and starts_on between ${from} and ${to}
          union all
          select 'ends', ${about}, ends_on from ${schedules} where ${active} and ends_on between ${from} and ${to}
          order by date, id limit ${MOST_TURNING + 1}
        ) turning join ${scheduleRecords} on schedule = id order by turning.date, schedule`,
  )
  return { rows: rows.slice(0, MOST_TURNING), more: rows.length > MOST_TURNING }
}

/**
 * What the copy is worth: since when all of it is known and everything worked out from it has followed, or how far the first
 * reading is. An age is never newer than what stands beside it.
 */
export async function ageOfCopy(db: Database): Promise<Pick<Collections, 'asOf' | 'readSoFar'>> {
  const state = await readState(db)
  const { completeBegan = null, completeRows = null, workedOut = null, passBegan = null, passRead = 0 } = state ?? {}
  if (completeBegan && workedOut) return { asOf: workedOut.toISOString(), readSoFar: null }
  const asOf = completeBegan ?? passBegan ?? new Date()
  return { asOf: asOf.toISOString(), readSoFar: completeRows ?? passRead }
}

/** What will be collected in a range, by day, week or month. */
export async function readCollections(query: CollectionsQuery): Promise<Collections> {
  const db = await database()
  const c = circumstances()
  const [found, { count: excluded, named }, age] = await Promise.all([
    totalsByDay(db, query),
    excludedFrom(db),
    ageOfCopy(db),
  ])
  const days = dayRows(found, c)
  const sums = sumsOf(days)
  return {
    rows: grouped(days, query.group),
    count: sums.count,
    total: sums.total,
    excluded,
    unread: named,
    projectedFrom: days.find(({ projected }) => projected > 0)?.date ?? null,
    listedUntil: days.findLast(({ count, skipped }) => count + skipped > 0)?.date ?? null,
    ...age,
  }
}
