import 'server-only'
import { sql } from 'drizzle-orm'
import { circumstances } from '../clock'
import { wantOutlook } from '../outlook/wanted'
import { scheduleRecords, schedules } from '../store/schedules-tables'
import type { Database } from '../store/store'
import { columnsOf, type Found, recordOf } from './findable'
import { putPayments, takePayments } from './payments'

// Writing the copy: schedules, their listed payments and the totals by day, always together. Locks are taken in one order,
// so that nobody waits in a circle: the chain of records, schedules by id, totals by key.

/** A record and the UTC instant at which its read began. */
export type Sight = { found: Found; seenAt: Date }

/** Rows of a statement that the query builder has no words for; the two drivers give them alike. */
export async function rowsOf<T>(tx: Database, query: Parameters<Database['execute']>[0]): Promise<T[]> {
  return ((await tx.execute(query)) as unknown as { rows: T[] }).rows
}

const COLUMNS = `id text, other_id text, basis text, mark text, seen_at timestamptz, readable boolean, status text, kind text,
  method text, amount int, amounts int[], frequency text, collection_day smallint, next_on date, due_on date, starts_on date,
  ends_on date, created_at timestamptz, reference text, auddis text, mandate_id text, card_id text, differs boolean, skipped text, unreadable text[],
  words text`
/** A sight that does not tell the other id does not deny it. */
const VALUES: Record<string, string> = {
  other_id: 'coalesce(excluded.other_id, s.other_id)',
  words:
    "excluded.words || case when excluded.other_id is null then coalesce(lower(s.other_id) || E'\\n', '') else '' end",
}
const NAMES = COLUMNS.split(',').map((column) => column.trim().split(' ')[0] ?? '')

/** Ids as one parameter, whatever their number: `id = any(...)`. */
export const anyOf = (ids: readonly string[]) => sql`any(${sql.param(ids)}::text[])`

/** JSON escapes this character, so that it parts records and stands in none. */
const BETWEEN = '\u0001'

/**
 * Puts what screens show of these schedules in place of what stood. The records are text already: laid one behind the other
 * the store has only to cut them apart, which takes it half as long as to find them in a list.
 */
async function putRecords(tx: Database, found: readonly Found[]): Promise<void> {
  const ids = sql.param(found.map(({ key }) => key))
  const records = sql.param(found.map(recordOf).join(BETWEEN))
  await tx.execute(
    sql`insert into ${scheduleRecords} (schedule, record)
        select schedule, record::jsonb
        from rows from (unnest(${ids}::text[]), string_to_table(${records}::text, ${BETWEEN})) as r(schedule, record)
        on conflict (schedule) do update set record = excluded.record`,
  )
}

async function removeSchedules(tx: Database, ids: readonly string[]): Promise<void> {
  await tx.delete(schedules).where(sql`id = ${anyOf(ids)}`)
  await tx.delete(scheduleRecords).where(sql`schedule = ${anyOf(ids)}`)
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
  const rows = JSON.stringify(byId.map(({ found, seenAt }) => columnsOf(found, seenAt, c)))
  const names = sql.raw(NAMES.join(', '))
  const news = sql.raw(NAMES.map((name) => `${name} = ${VALUES[name] ?? `excluded.${name}`}`).join(', '))
  // A row that was made and not written over has no xmax.
  const written = await rowsOf<{ id: string; made: boolean }>(
    tx,
    sql`insert into ${schedules} as s (${names}) select ${names} from json_to_recordset(${rows}::json) as r(${sql.raw(COLUMNS)})
        on conflict (id) do update set ${news}, absent = 0 where s.seen_at < excluded.seen_at returning id, s.xmax = 0 as made`,
  )
  const ids = new Set(written.map(({ id }) => id))
  const kept = byId.flatMap(({ found }) => (ids.has(found.key) ? found : []))
  if (kept.length > 0) await putRecords(tx, kept)
  if (replaced.length > 0) await removeSchedules(tx, replaced)
  const stood = written.filter(({ made }) => !made).map(({ id }) => id)
  await putPayments(tx, kept, await takePayments(tx, [...stood, ...replaced]))
  wantOutlook()
}

/** Takes schedules out of the copy, inside `tx`. */
export async function removeRows(tx: Database, ids: readonly string[]): Promise<void> {
  await removeSchedules(tx, ids)
  await putPayments(tx, [], await takePayments(tx, ids))
  wantOutlook()
}
