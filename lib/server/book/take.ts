import 'server-only'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { OPEN_STATES } from '@/lib/schedules/changes'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { changedOutside, sourceOfChange } from '@/lib/schedules/outside'
import { circumstances } from '../clock'
import { appendRecord, holdChain } from '../records'
import { changes } from '../store/changes-tables'
import { scheduleRecords, schedules } from '../store/schedules-tables'
import { storableJson } from '../store/storable'
import { type Database, database } from '../store/store'
import { markOf } from './findable'
import { anyOf, putSights, rowsOf, type Sight } from './keep'
import { confirmedAt } from './state'

// Sights of schedules into the copy. What moved between two sights, and not by us, is recorded as changed outside, once.

export type Taking = {
  /** Runs first in each transaction of the writing, and may throw to stop it. */
  guard?: (tx: Database) => Promise<void>
  /** UTC instant since which the whole book was known: a schedule made after it that we did not make came from outside. */
  since?: Date | null
  /** Schedules that are not in the copy are left to the next pass, which knows their other ids. */
  knownOnly?: boolean
}

type Standing = {
  id: string
  otherId: string | null
  mark: string
  seenAt: Date
  absent: number
  /** Null for a record without a usable id. */
  record: Schedule | null
}

const idsOf = (sights: readonly Sight[]) => sights.flatMap(({ found: { key, otherId } }) => otherId ?? key)

/** What stands in the copy under the ids of these sights, by each of them; with `lock` it stays until the transaction ends. */
async function standing(db: Database, sights: readonly Sight[], lock = false): Promise<Map<string, Standing>> {
  const keys = sights.map(({ found }) => found.key)
  const rows = await rowsOf<Omit<Standing, 'seenAt'> & { seenAt: string | Date }>(
    db,
    sql`select id, other_id as "otherId", mark, seen_at as "seenAt", absent, ${sql.raw(lock ? 'case when readable then record end' : 'null')} as record
        from ${schedules} ${lock ? sql`left join ${scheduleRecords} on schedule = id` : sql``}
        where id = ${anyOf([...new Set([...keys, ...idsOf(sights)])])} or other_id = ${anyOf(keys)}
        order by id ${lock ? sql`for update of ${schedules}` : sql``}`,
  )
  const found = new Map<string, Standing>()
  for (const row of rows) {
    const stands = { ...row, seenAt: new Date(row.seenAt) }
    if (row.otherId !== null && !found.has(row.otherId)) found.set(row.otherId, stands)
    found.set(row.id, stands)
  }
  return found
}

/** The rows in which this schedule stands: one, two while its ids were not known to be of one schedule, or none. */
function rowsFor({ found: { key, otherId } }: Sight, rows: Map<string, Standing>): Standing[] {
  return [...new Set([rows.get(key), otherId === null ? undefined : rows.get(otherId)])].filter(
    (row) => row !== undefined,
  )
}

function isNews(sight: Sight, rows: Map<string, Standing>): boolean {
  const [first, second] = rowsFor(sight, rows)
  if (!first) return true
  if (second || first.id !== sight.found.key) return true
  if (first.seenAt >= sight.seenAt) return false
  return first.mark !== markOf(sight.found) || (sight.found.otherId !== null && first.otherId !== sight.found.otherId)
}

/** Without those of which one of our own changes is not finished: what is seen then may be its doing. */
async function withoutOpen(db: Database, sights: Sight[], rows: Map<string, Standing>): Promise<Sight[]> {
  const open = await db
    .select({ schedule: changes.schedule })
    .from(changes)
    .where(
      and(
        inArray(changes.state, [...OPEN_STATES]),
        or(isNull(changes.schedule), eq(changes.schedule, anySchedule(sights))),
      ),
    )
  const ids = new Set(open.map(({ schedule }) => schedule))
  return sights.filter(({ found: { key, otherId } }) => {
    // A create that is not finished has no id yet.
    if (ids.has(null) && !rows.has(key)) return false
    return !ids.has(key) && !(otherId !== null && ids.has(otherId))
  })
}
const anySchedule = (sights: readonly Sight[]) => anyOf([...sights.map(({ found }) => found.key), ...idsOf(sights)])

async function made(tx: Database, sights: readonly Sight[]): Promise<Set<string>> {
  if (sights.length === 0) return new Set()
  const ours = await tx
    .select({ id: changes.schedule })
    .from(changes)
    .where(eq(changes.schedule, anySchedule(sights)))
  return new Set(ours.flatMap(({ id }) => id ?? []))
}

/** Records what happened outside, where `before` is what stood, or null for a schedule that nobody here made. */
async function recordOutside(
  tx: Database,
  sight: Sight,
  before: Standing | null,
  confirmed: Date | null,
): Promise<void> {
  const after = JSON.parse(storableJson(sight.found.parts)) as Schedule
  const about = { at: new Date(), person: null, role: null, schedule: sight.found.key }
  const until = { seenAt: sight.seenAt.toISOString() }
  if (before === null) {
    const { status, amount, customReference, upcoming } = after
    await appendRecord(tx, {
      ...about,
      source: 'outside',
      action: 'created-outside',
      after: { status, amount, customReference, upcoming, ...until },
    })
    return
  }
  if (before.record === null) return
  const c = circumstances()
  const parts = changedOutside(before.record, after, c.now.date)
  if (parts.length === 0) return
  const of = (one: Schedule) => Object.fromEntries(parts.map((part) => [part, one[part]]))
  const source = sourceOfChange(before.record, after, parts, c)
  const sure = confirmed && before.absent === 0 && confirmed > before.seenAt && confirmed < sight.seenAt
  await appendRecord(tx, {
    ...about,
    source,
    action: source === 'smarterpay' ? 'regenerated' : 'changed-outside',
    before: { ...of(before.record), seenAt: (sure ? confirmed : before.seenAt).toISOString() },
    after: { ...of(after), ...until },
  })
}

/** `tells`: something may have to be recorded, so that the chain is held before any schedule is locked. */
async function writeDown(
  tx: Database,
  sights: readonly Sight[],
  { guard, since }: Taking,
  tells: boolean,
): Promise<number> {
  await guard?.(tx)
  if (tells) await holdChain(tx)
  const rows = await standing(tx, sights, true)
  const news = sights.filter((sight) => {
    const stands = rowsFor(sight, rows)
    // What came in between, while nobody held the chain, is left to the next sight.
    if (!tells && stands.length > 0) return false
    return isNews(sight, rows) && stands.every((row) => row.seenAt < sight.seenAt)
  })
  const isMadeSince = (sight: Sight) => {
    const { createdAt } = sight.found.parts ?? {}
    return Boolean(since && createdAt && new Date(createdAt) >= since && rowsFor(sight, rows).length === 0)
  }
  const ours = await made(tx, news.filter(isMadeSince))
  const confirmed = rows.size > 0 ? await confirmedAt(tx) : null
  for (const sight of news) {
    if (isUnreadable(sight.found.row)) continue
    const [before] = rowsFor(sight, rows)
    if (before) await recordOutside(tx, sight, before, confirmed)
    else if (isMadeSince(sight) && !ours.has(sight.found.key)) await recordOutside(tx, sight, null, null)
  }
  const replaced = news.flatMap((sight) => rowsFor(sight, rows).filter(({ id }) => id !== sight.found.key))
  await putSights(
    tx,
    news,
    replaced.map(({ id }) => id),
  )
  return news.length
}

/**
 * Takes note of sights, each schedule at most once among them. What stands as it stood is not written at all. While one of
 * our own changes of a schedule is not finished nothing is noted of it. Answers how many were written.
 */
export async function takeSights(sights: readonly Sight[], taking: Taking = {}): Promise<number> {
  if (sights.length === 0) return 0
  const db = await database()
  const rows = await standing(db, sights)
  const known = taking.knownOnly ? sights.filter((sight) => rowsFor(sight, rows).length > 0) : sights
  const news = known.filter((sight) => isNews(sight, rows))
  if (news.length === 0) return 0
  const free = await withoutOpen(db, news, rows)
  if (free.length === 0) return 0
  const tells = Boolean(taking.since) || free.some((sight) => rowsFor(sight, rows).length > 0)
  return db.transaction((tx) => writeDown(tx, free, taking, tells))
}
