import 'server-only'
import { SQL, sql } from 'drizzle-orm'
import { KINDS_OF_TAB } from '@/lib/collections/watch'
import type { ListQuery, Range } from '@/lib/schedules/contract'
import { foldReference, readSearchText, type SearchText } from '@/lib/schedules/search-text'
import { anyOf } from '../book/keep'
import { circumstances } from '../clock'
import { watchItems } from '../store/outlook-tables'

// What the list asks for, as conditions on the index. What cannot be read is never filtered away by what is missing from it:
// somebody has to see it.

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
export type Lenient = { fits: SQL; part: string }

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

/** As a line of a bank statement: its ids and references, whole where other words stand beside them; else its words and amounts. */
function asLine({ words, amounts }: SearchText, named: readonly string[]): SQL[] {
  if (named.length > 0)
    return named.map((text) => sql`words like ${words.length > 0 ? `%\n${literally(text)}\n%` : within(text)}`)
  if (words.length === 0) return []
  const all = words.map((word) => sql`words like ${within(word.toLowerCase())}`)
  return [sql`(${sql.join([...all, ...(amounts.length > 0 ? [anyAmount(amounts)] : [])], sql` and `)})`]
}

export type Search = {
  where: SQL
  /** Nought for the best: a whole line, then the beginning of one. It has to look at every match. */
  rank: SQL
  /** An id or reference that is the text itself, as far as an index tells. */
  exact: SQL
  /** Takes an amount that the text may mean; undefined where it means none. */
  takes: SQL | undefined
}

/**
 * Each word of a search is a part of an id, a reference or the description, or an amount; what was pasted from a statement is
 * known by any of the ids and references in it, read aloud or not, where it has none by its words and amounts, or by its amounts
 * alone.
 */
function searched(q: string): Search {
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
    ...asLine(read, named),
    ...(read.lookups.length === 0 && read.amounts.length > 0 ? [anyAmount(read.amounts)] : []),
  ])
  const lines = [q.toLowerCase(), ...named].map(literally)
  const like = (pattern: (line: string) => string) => anyOfThese(lines.map((line) => sql`words like ${pattern(line)}`))
  const rank = sql`case when ${like((line) => `%\n${line}\n%`)} then 0 when ${like((line) => `%\n${line}%`)} then 1 else 2 end`
  const typed = anyOf([...new Set([q, ...named].flatMap((line) => [line, line.toUpperCase(), line.toLowerCase()]))])
  return {
    where,
    rank,
    exact: anyOfThese(
      [sql`id`, sql`other_id`, sql`reference`, sql`mandate_id`].map((column) => sql`${column} = ${typed}`),
    ),
    takes: read.amounts.length > 0 ? anyAmount(read.amounts) : undefined,
  }
}

export type Wanted = {
  conditions: SQL[]
  ranges: Lenient[]
  /** Its `where` is among the conditions. */
  search: Search | null
}

/** The filters and the search of a query, whose `customer` the index does not know. */
export function wantedOf(query: ListQuery): Wanted {
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
    query.risk === 'dormancy' &&
      sql`id in (select schedule from ${watchItems} where kind = any(${sql.param(KINDS_OF_TAB('dormancy'))}::text[]))`,
  ].filter((condition) => condition !== undefined && condition !== false)
  const ranges = [
    inRange(sql`next_on`, query.next, 'nextCollectionDate'),
    inRange(sql`starts_on`, query.starts, 'firstCollectionDate'),
    createdIn(query.created),
    inRange(sql`amount`, query.amount, 'amount'),
    query.ends === 'never' ? undefined : inRange(sql`ends_on`, query.ends, 'endDate'),
  ].filter((range) => range !== undefined)
  return { conditions, ranges, search }
}

export const all = (conditions: readonly SQL[]) =>
  conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`
