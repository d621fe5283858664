import 'server-only'
import { sql } from 'drizzle-orm'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { circumstances } from '../clock'
import { wantOutlook } from '../outlook/wanted'
import { collectionTotals, schedules, upcomingPayments } from '../store/schedules-tables'
import type { Database } from '../store/store'
import { columnsOf, type Found, recordOf } from './findable'

// Writing the copy: schedules, their listed payments and the totals by day, always together. Locks are taken in one order,
// so that nobody waits in a circle: the chain of records, schedules by id, totals by key.

/** A record and the UTC instant at which its read began. */
export type Sight = { found: Found; seenAt: Date }

/** Rows of a statement that the query builder has no words for; the two drivers give them alike. */
export async function rowsOf<T>(tx: Database, query: Parameters<Database['execute']>[0]): Promise<T[]> {
  return ((await tx.execute(query)) as unknown as { rows: T[] }).rows
}

const COLUMNS = `id text, other_id text, basis text, record jsonb, mark text, seen_at timestamptz, readable boolean, status text, kind text,
  method text, amount int, amounts int[], frequency text, collection_day smallint, next_on date, ends_on date, created_at timestamptz,
  reference text, auddis text, mandate_id text, card_id text, differs boolean, skipped text, unreadable text[], words text`
/** A sight that does not tell the other id does not deny it. */
const VALUES: Record<string, string> = {
  other_id: 'coalesce(excluded.other_id, s.other_id)',
  words:
    "excluded.words || case when excluded.other_id is null then coalesce(lower(s.other_id) || E'\\n', '') else '' end",
}
/** A row as JSON; its record is text already. */
const rowOf = ({ found, seenAt }: Sight, c: Circumstances) =>
  `{"record":${recordOf(found)},${JSON.stringify(columnsOf(found, seenAt, c)).slice(1)}`
const NAMES = COLUMNS.split(',').map((column) => column.trim().split(' ')[0] ?? '')

/** Ids as one parameter, whatever their number: `id = any(...)`. */
export const anyOf = (ids: readonly string[]) => sql`any(${sql.param(ids)}::text[])`

const SUMMED = sql.raw(`count(*) filter (where amount > 0)::int as count, coalesce(sum(amount), 0)::bigint as total,
  count(*) filter (where amount = 0)::int as skipped`)
const BY = sql.raw('due, method, kind, status')

/** What goes with the listed payments of these schedules, by day. */
async function takePayments(tx: Database, ids: readonly string[]): Promise<unknown[]> {
  return rowsOf(
    tx,
    sql`with gone as (delete from ${upcomingPayments} where schedule = ${anyOf(ids)} returning due, method, kind, status, amount)
        select due::text, method, kind, status, ${SUMMED} from gone group by ${BY}`,
  )
}

/** Lists the payments of these schedules anew from their records, and adds what came and what went to the totals. */
async function putPayments(tx: Database, ids: readonly string[], gone: unknown[]): Promise<void> {
  await tx.execute(
    sql`with come as (
          insert into ${upcomingPayments} (schedule, place, due, amount, method, kind, status)
          select s.id, u.place - 1, (u.listed->>'date')::date, (u.listed->>'amount')::int, s.method, s.kind, s.status
          from ${schedules} s, jsonb_array_elements(s.record->'upcoming') with ordinality u(listed, place)
          where s.id = ${anyOf(ids)} and s.readable and jsonb_typeof(s.record->'upcoming') = 'array'
          returning due, method, kind, status, amount),
        news as (
          select due, method, kind, status, ${SUMMED} from come group by ${BY}
          union all
          select due, method, kind, status, -count, -total, -skipped
          from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(due date, method text, kind text, status text, count int, total bigint, skipped int))
        insert into ${collectionTotals} as t (due, method, kind, status, count, total, skipped)
        select due, method, kind, status, sum(count)::int, sum(total)::bigint, sum(skipped)::int from news group by ${BY}
        having sum(count) <> 0 or sum(total) <> 0 or sum(skipped) <> 0 order by ${BY}
        on conflict (due, method, kind, status) do update
        set count = t.count + excluded.count, total = t.total + excluded.total, skipped = t.skipped + excluded.skipped`,
  )
  if (gone.length > 0) await tx.delete(collectionTotals).where(sql`count = 0 and total = 0 and skipped = 0`)
}

/**
 * Puts sights into the copy, inside `tx`, unless newer ones stand there. `replaced`: ids under which the same schedules
 * stood before.
 */
export async function putSights(
  tx: Database,
  sights: readonly Sight[],
  replaced: readonly string[] = [],
): Promise<void> {
  const c = circumstances()
  const byId = sights.toSorted((a, b) => (a.found.key < b.found.key ? -1 : 1))
  const rows = `[${byId.map((sight) => rowOf(sight, c)).join(',')}]`
  const names = sql.raw(NAMES.join(', '))
  const news = sql.raw(NAMES.map((name) => `${name} = ${VALUES[name] ?? `excluded.${name}`}`).join(', '))
  const kept = await rowsOf<{ id: string }>(
    tx,
    sql`insert into ${schedules} as s (${names}) select ${names} from jsonb_to_recordset(${rows}::jsonb) as r(${sql.raw(COLUMNS)})
        on conflict (id) do update set ${news}, absent = 0 where s.seen_at < excluded.seen_at returning id`,
  )
  const ids = kept.map(({ id }) => id)
  if (replaced.length > 0) await tx.delete(schedules).where(sql`id = ${anyOf(replaced)}`)
  const gone = await takePayments(tx, [...ids, ...replaced])
  await putPayments(tx, ids, gone)
  wantOutlook()
}

/** Takes schedules out of the copy, inside `tx`. */
export async function removeRows(tx: Database, ids: readonly string[]): Promise<void> {
  await tx.delete(schedules).where(sql`id = ${anyOf(ids)}`)
  await putPayments(tx, [], await takePayments(tx, ids))
  wantOutlook()
}
