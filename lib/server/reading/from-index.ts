import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { ListQuery, ReadSchedules, SortField } from '@/lib/schedules/contract'
import type { ScheduleRow } from '@/lib/schedules/model'
import { rowsOf } from '../book/keep'
import { scheduleRecords, schedules } from '../store/schedules-tables'
import { database } from '../store/store'
import { all, type Search, type Wanted, wantedOf } from './index-query'

// The list out of the index: every filter, any sort, a total.

/** What some have none of comes last whichever way it is turned; the other columns always have something. */
const SORTS: Record<Exclude<SortField, 'customer'>, { field: SQL; nulls?: SQL }> = {
  id: { field: sql`id` },
  reference: { field: sql`reference`, nulls: sql`nulls last` },
  status: { field: sql`status` },
  mandate: { field: sql`mandate_id`, nulls: sql`nulls last` },
  // A record whose moment of creation cannot be read is the one to look at first.
  created: { field: sql`created_at` },
  method: { field: sql`method` },
  kind: { field: sql`kind` },
  next: { field: sql`due_on`, nulls: sql`nulls last` },
  amount: { field: sql`amount`, nulls: sql`nulls last` },
}

function sortOf({ sort }: ListQuery): SQL {
  const { field, nulls = sql`` } = SORTS[sort.field === 'customer' ? 'id' : sort.field]
  const turned = sql.raw(sort.descending ? 'desc' : 'asc')
  return sql`${field} ${turned} ${nulls}, id ${turned}`
}

/** Beyond so many matches of a search their places are no longer worked out one by one: each would have to be looked at. */
const COMMON = 5_000

/** The whole comes first, then what begins so, then what takes such an amount. */
const ranked = ({ rank, takes }: Search) => sql`${rank}, ${takes ? sql`case when ${takes} then 0 else 1 end,` : sql``}`

/** So many of them, after so many others. */
type Part = { first: number; offset: number }

/** The schedules that fit, in the order of the list, as a query of their ids. */
function idsOf(wanted: Wanted, order: SQL, { first, offset }: Part): SQL {
  return sql`select id from ${rowsFor(wanted, sql`order by ${order} limit ${offset + first}`)}
    order by ${order} limit ${first} offset ${offset}`
}

/**
 * The same where very many match a search: an id or reference that is the text itself comes first, then what takes such an
 * amount, then the others, each of them along an index that holds their order, and no further than needed.
 */
function idsOfCommon(wanted: Wanted, search: Search, sort: SQL, { first, offset }: Part): SQL {
  const firsts = [search.exact, ...(search.takes ? [search.takes] : [])]
  const parts = [...firsts, sql`true`].map((part, place) => {
    const others = firsts.slice(0, place).map((earlier) => sql`(${earlier}) is not true`)
    const fit = { ...wanted, conditions: [...wanted.conditions, part, ...others] }
    const found = sql`order by ${sort} limit ${offset + first}`
    return sql`(select ${sql.raw(String(place))} as place, * from ${rowsFor(fit, found)} ${found})`
  })
  return sql`select id from (${sql.join(parts, sql` union all `)}) found order by place, ${sort} limit ${first} offset ${offset}`
}

/** How many fit. */
const countOf = (wanted: Wanted) => sql`select count(*)::int as total from ${rowsFor(wanted)}`

/** The records of these schedules, each with its place in that order; without what has just left the copy. */
const recordsIn = (ids: SQL) =>
  sql`unnest(array(${ids})) with ordinality as asked (schedule, place) join ${scheduleRecords} using (schedule)`

/** The schedules that fit a search, in the order of the list, as a query of their ids; and how many they are. */
async function searchedFor(query: ListQuery, wanted: Wanted, search: Search, part: Part): Promise<Searched> {
  const [counted] = await rowsOf<{ total: number }>(await database(), countOf(wanted))
  const total = counted?.total ?? 0
  const sort = sortOf(query)
  if (total > COMMON) return { total, ids: idsOfCommon(wanted, search, sort, part) }
  return { total, ids: idsOf(wanted, sql`${ranked(search)} ${sort}`, part) }
}

type Searched = { total: number; ids: SQL }

/** A page and the number of all that fit, in one question: what the store is asked costs more than its answer. */
async function listed(query: ListQuery, wanted: Wanted, part: Part): Promise<Page> {
  const rows = await rowsOf<{ total: number; record: ScheduleRow | null }>(
    await database(),
    sql`select total, record from (${countOf(wanted)}) counted
        left join (${recordsIn(idsOf(wanted, sortOf(query), part))}) on true order by place`,
  )
  return { total: rows[0]?.total ?? 0, rows: rows.flatMap(({ record }) => record ?? []) }
}

async function searchedPage(query: ListQuery, wanted: Wanted, search: Search, part: Part): Promise<Page> {
  const { total, ids } = await searchedFor(query, wanted, search, part)
  return { total, rows: total === 0 ? [] : await records(ids) }
}

type Page = { total: number; rows: ScheduleRow[] }

async function records(ids: SQL): Promise<ScheduleRow[]> {
  const query = sql`select record from ${recordsIn(ids)} order by place`
  return (await rowsOf<{ record: ScheduleRow }>(await database(), query)).map(({ record }) => record)
}

/**
 * One page of the index. `asOf` and `source` are the caller's to say. Exact and first matches of a search come first; of one
 * that thousands match, exact ones. The query has no `customer`, and is not sorted by it: the index does not know whose a
 * schedule is.
 */
export async function listFromIndex(query: ListQuery): Promise<Pick<ReadSchedules, 'rows' | 'total' | 'more'>> {
  const { page, size } = query
  const wanted = wantedOf(query)
  const part = { first: size, offset: (page - 1) * size }
  const { total, rows } = wanted.search
    ? await searchedPage(query, wanted, wanted.search, part)
    : await listed(query, wanted, part)
  return { rows, total, more: page * size < total }
}

/** The ids of all that fit, in the order of the list, as of one moment; `most` at most. Its query is that of listFromIndex. */
export async function idsFromIndex(query: ListQuery, most: number): Promise<string[]> {
  const wanted = wantedOf(query)
  const part = { first: most, offset: 0 }
  const ids = wanted.search
    ? (await searchedFor(query, wanted, wanted.search, part)).ids
    : idsOf(wanted, sortOf(query), part)
  return (await rowsOf<{ id: string }>(await database(), ids)).map(({ id }) => id)
}

/**
 * The schedules that fit, after `from`. Those that fit a range because a part of theirs could not be read are few, have an
 * index, and are looked for apart: an "or" would keep the store from going along the range. `first`: what ends the others.
 */
function rowsFor({ conditions, ranges }: Wanted, first = sql``): SQL {
  if (ranges.length === 0) return sql`${schedules} where ${all(conditions)}`
  const fit = all([...conditions, ...ranges.map(({ fits }) => fits)])
  const mayFit = all([...conditions, ...ranges.map(({ fits, part }) => sql`(${fits} or ${part} = any(unreadable))`)])
  return sql`((select * from ${schedules} where ${fit} ${first})
    union all select * from ${schedules} where unreadable <> '{}' and ${mayFit} and (${fit}) is not true) found`
}

/** The records of these schedules, in the same order; without what has just left the copy. */
export const recordsOf = (ids: readonly string[]): Promise<ScheduleRow[]> =>
  records(sql`select unnest(${sql.param(ids)}::text[])`)
