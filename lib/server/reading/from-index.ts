import 'server-only'
import { SQL, sql } from 'drizzle-orm'
import type { ListQuery, Range, ReadSchedules, SortField } from '@/lib/schedules/contract'
import type { ScheduleRow } from '@/lib/schedules/model'
import { foldReference, readSearchText } from '@/lib/schedules/search-text'
import { anyOf, rowsOf } from '../book/keep'
import { circumstances } from '../clock'
import { scheduleRecords, schedules } from '../store/schedules-tables'
import { type Database, database } from '../store/store'

// The list out of the index: every filter, any sort, a total. What cannot be read is never filtered away by what is missing
// from it: somebody has to see it.

const SORTS: Record<Exclude<SortField, 'customer'>, SQL> = {
  id: sql`id`,
  reference: sql`reference`,
  status: sql`status`,
  mandate: sql`mandate_id`,
  created: sql`created_at`,
  method: sql`method`,
  kind: sql`kind`,
  next: sql`next_on`,
  amount: sql`amount`,
}

/** A text as part of a pattern, in which nothing of it means anything else. */
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')
const within = (text: string) => sql`${`%${literally(text)}%`}`

/** Free search holds the reference too, as one line, and has an index for parts of words. */
const referenceHas = (text: string) =>
  sql`(reference like ${within(text)} and words like ${within(text.replaceAll('\n', ' '))})`

const oneOf = (column: SQL, words: readonly (string | number)[] | undefined) =>
  words?.length
    ? sql`${column} in (${sql.join(
        [...words, 'unrecognised'].map((word) => sql`${word}`),
        sql`, `,
      )})`
    : undefined

const among = (column: SQL, values: readonly (string | number)[] | undefined) =>
  values?.length
    ? sql`${column} in (${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`
    : undefined

/** A filter that a record fits whose part could not be read, whatever the filter is. */
type Lenient = { fits: SQL; part: string }

const between = (ends: (SQL | '' | undefined | false)[]) =>
  sql.join(
    ends.filter((end) => end instanceof SQL),
    sql` and `,
  )

function inRange(value: SQL, range: Range<string | number> | undefined, part: string): Lenient | undefined {
  if (!range) return undefined
  const { from, to } = range
  return {
    fits: between([from !== undefined && sql`${value} >= ${from}`, to !== undefined && sql`${value} <= ${to}`]),
    part,
  }
}

/** London's midnights around a range of days, as PostgreSQL's own calendar knows them. */
function createdIn(range: ListQuery['created']): Lenient | undefined {
  if (!range) return undefined
  const midnight = (day: string, plus: number) =>
    sql`((${day}::date + ${plus}::int)::timestamp at time zone 'Europe/London')`
  const ends = [
    range.from && sql`created_at >= ${midnight(range.from, 0)}`,
    range.to && sql`created_at < ${midnight(range.to, 1)}`,
  ]
  return { fits: between(ends), part: 'createdAt' }
}

const anyAmount = (amounts: readonly number[]) => sql`amounts && ${sql.param(amounts)}::int[]`
const anyOfThese = (conditions: SQL[]) => sql`(${sql.join(conditions, sql` or `)})`

/**
 * Each word of a search is a part of an id, a reference or the description, or an amount; what was pasted from a statement is
 * known by any of the ids and references in it, read aloud or not, or where it has none by its amounts. The whole comes first,
 * then what begins so, then what takes such an amount.
 */
function searched(q: string): { where: SQL; order: SQL } {
  const today = circumstances().now.date
  const read = readSearchText(q, today)
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const { amounts } = readSearchText(word, today)
      const inWords = sql`words like ${within(word)}`
      return amounts.length > 0 ? anyOfThese([inWords, anyAmount(amounts)]) : inWords
    })
  const lookups = read.ids.length + read.references.length > 0 ? read.lookups : []
  const named = [...new Set(lookups.flatMap((text) => [text.toLowerCase(), foldReference(text).toLowerCase()]))]
  const where = anyOfThese([
    sql`(${sql.join(words, sql` and `)})`,
    ...named.map((text) => sql`words like ${within(text)}`),
    ...(read.lookups.length === 0 && read.amounts.length > 0 ? [anyAmount(read.amounts)] : []),
  ])
  const lines = [q.toLowerCase(), ...named].map(literally)
  const like = (pattern: (line: string) => string) => anyOfThese(lines.map((line) => sql`words like ${pattern(line)}`))
  const rank = sql`case when ${like((line) => `%\n${line}\n%`)} then 0 when ${like((line) => `%\n${line}%`)} then 1 else 2 end`
  const takes = read.amounts.length > 0 ? sql`case when ${anyAmount(read.amounts)} then 0 else 1 end, ` : sql``
  return { where, order: sql`${rank}, ${takes}` }
}

/**
 * One page of the index. `asOf` and `source` are the caller's to say. Exact and first matches of a search come first.
 * The query has no `customer`, and is not sorted by it: the index does not know whose a schedule is.
 */
export async function listFromIndex(query: ListQuery): Promise<Pick<ReadSchedules, 'rows' | 'total' | 'more'>> {
  const { page, size, sort } = query
  const search = query.q === undefined ? null : searched(query.q)
  const conditions = [
    search?.where,
    query.id !== undefined && sql`(id = ${query.id} or other_id = ${query.id})`,
    query.reference !== undefined && referenceHas(query.reference.toLowerCase()),
    query.mandate !== undefined && sql`mandate_id = ${query.mandate}`,
    oneOf(sql`status`, query.status),
    oneOf(sql`method`, query.method),
    oneOf(sql`kind`, query.kind),
    among(sql`frequency`, query.frequency),
    among(
      sql`collection_day`,
      query.day?.map((day) => (day === 'last' ? 31 : day)),
    ),
    query.ends === 'never' && sql`(ends_on is null and readable and not 'endDate' = any(unreadable))`,
    query.differs !== undefined && (query.differs === 'yes' ? sql`differs` : sql`not differs`),
    query.skipped === 'next' && sql`skipped = 'next'`,
    query.skipped === 'any' && sql`skipped is not null`,
  ].filter((condition) => condition !== undefined && condition !== false)
  const ranges = [
    inRange(sql`next_on`, query.next, 'nextCollectionDate'),
    createdIn(query.created),
    inRange(sql`amount`, query.amount, 'amount'),
    query.ends === 'never' ? undefined : inRange(sql`ends_on`, query.ends, 'endDate'),
  ].filter((range) => range !== undefined)
  const field = SORTS[sort.field === 'customer' ? 'id' : sort.field]
  const turned = sql.raw(sort.descending ? 'desc' : 'asc')
  // A record whose moment of creation cannot be read is the one to look at first.
  const nulls = sort.field === 'created' ? sql`` : sql`nulls last`
  const order = sql`${search?.order ?? sql``}${field} ${turned} ${nulls}, id ${turned}`
  const db = await database()
  const offset = (page - 1) * size
  const [found, [counted]] = await Promise.all([
    rowsOf<{ id: string }>(
      db,
      sql`select id from ${rowsFor(conditions, ranges, sql`order by ${order} limit ${offset + size}`)}
          order by ${order} limit ${size} offset ${offset}`,
    ),
    rowsOf<{ total: number }>(db, sql`select count(*)::int as total from ${rowsFor(conditions, ranges)}`),
  ])
  const total = counted?.total ?? 0
  const ids = found.map(({ id }) => id)
  return { rows: await recordsOf(db, ids), total, more: page * size < total }
}

const all = (conditions: SQL[]) => (conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`)

/**
 * The schedules that fit, after `from`. Those that fit a range because a part of theirs could not be read are few, have an
 * index, and are looked for apart: an "or" would keep the store from going along the range. `first`: what ends the others.
 */
function rowsFor(conditions: SQL[], ranges: readonly Lenient[], first = sql``): SQL {
  if (ranges.length === 0) return sql`${schedules} where ${all(conditions)}`
  const fit = all([...conditions, ...ranges.map(({ fits }) => fits)])
  const mayFit = all([...conditions, ...ranges.map(({ fits, part }) => sql`(${fits} or ${part} = any(unreadable))`)])
  return sql`((select * from ${schedules} where ${fit} ${first})
    union all select * from ${schedules} where unreadable <> '{}' and ${mayFit} and (${fit}) is not true) found`
}

/** The records of these schedules, in the same order; without what has just left the copy. */
async function recordsOf(db: Database, ids: readonly string[]): Promise<ScheduleRow[]> {
  const rows = await rowsOf<{ schedule: string; record: ScheduleRow }>(
    db,
    sql`select schedule, record from ${scheduleRecords} where schedule = ${anyOf(ids)}`,
  )
  const records = new Map(rows.map(({ schedule, record }) => [schedule, record]))
  return ids.flatMap((id) => records.get(id) ?? [])
}
