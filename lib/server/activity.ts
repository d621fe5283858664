import 'server-only'
import { and, asc, desc, eq, inArray, isNull, lt, notExists, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { ActivityEntry, ActivityList, ActivityQuery } from '@/lib/activity'
import type { ActivityGroup, ActivityGroups } from '@/lib/activity/entry'
import type { CalendarDate } from '@/lib/calendar-date'
import { ProblemError } from '@/lib/problem'
import { may, whoMay } from '@/lib/roles'
import type { Operator } from './operator'
import { namesOf } from './store/people'
import { type AuditRow, auditLog } from './store/records-tables'
import { database } from './store/store'

// Reading the log. Who may not see all of it sees their own entries, and those of one schedule.

/** Midnight of a London day, as PostgreSQL's own calendar knows it. */
const londonMidnight = (date: CalendarDate, plusDays = 0) =>
  sql`((${date}::date + ${plusDays}::int)::timestamp at time zone 'Europe/London')`

type Log = Record<'schedule' | 'person' | 'source' | 'action' | 'reason' | 'at', AnyPgColumn>

function conditions({ schedule, person, source, action, reason, from, to }: ActivityQuery, log: Log = auditLog): SQL[] {
  return [
    schedule !== undefined && eq(log.schedule, schedule),
    person !== undefined && eq(log.person, person),
    source && inArray(log.source, source),
    action && inArray(log.action, action),
    reason && inArray(log.reason, reason),
    from && sql`${log.at} >= ${londonMidnight(from)}`,
    to && sql`${log.at} < ${londonMidnight(to, 1)}`,
  ].filter((condition) => condition !== false && condition !== undefined)
}

/** What of the log this operator may ask for. Throws not-allowed for somebody else's entries. */
export function withinRights(query: ActivityQuery, operator: Operator): ActivityQuery {
  if (may(operator.role, 'activity:read-all') || query.schedule !== undefined) return query
  if (query.person !== undefined && query.person !== operator.email)
    throw new ProblemError({ kind: 'not-allowed', needs: whoMay('activity:read-all') })
  return { ...query, person: operator.email }
}

const asEntry = ({ at, ref: _ref, previousHash: _previous, hash: _hash, ...row }: AuditRow): ActivityEntry => ({
  ...row,
  at: at.toISOString(),
})

/** One page of the log, newest first. Throws not-allowed. */
export async function listActivity(asked: ActivityQuery, operator: Operator): Promise<ActivityList> {
  const query = withinRights(asked, operator)
  const rows = await (await database())
    .select()
    .from(auditLog)
    .where(and(...conditions(query)))
    .orderBy(desc(auditLog.seq))
    .limit(query.size + 1)
    .offset((query.page - 1) * query.size)
  return { rows: rows.slice(0, query.size).map(asEntry), more: rows.length > query.size }
}

/** Records of the log in lots, newest first, until `most` are there; for files. Throws not-allowed. */
export async function* activityInLots(asked: ActivityQuery, operator: Operator, lot: number) {
  const query = withinRights(asked, operator)
  const db = await database()
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(and(...conditions(query), lt(auditLog.seq, below)))
      .orderBy(desc(auditLog.seq))
      .limit(lot)
    yield rows.map(asEntry)
    below = rows.at(-1)?.seq ?? 0
    if (rows.length < lot) return
  }
}

/** A change stands where the first of its records that is asked for stands; its other phases come with it. */
async function withPhases(firsts: AuditRow[]): Promise<ActivityGroup[]> {
  const db = await database()
  const changes = firsts.flatMap(({ change }) => change ?? [])
  const phases =
    changes.length === 0
      ? []
      : await db.select().from(auditLog).where(inArray(auditLog.change, changes)).orderBy(asc(auditLog.seq))
  const names = await namesOf(firsts.map(({ person }) => person))
  return firsts.map((first) => ({
    phases: (first.change === null ? [first] : phases.filter(({ change }) => change === first.change)).map(asEntry),
    who: first.person === null ? null : (names.get(first.person) ?? first.person),
  }))
}

/** One page of the log with the phases of each change together, newest first. Throws not-allowed. */
export async function listEntries(asked: ActivityQuery, operator: Operator): Promise<ActivityGroups> {
  const query = withinRights(asked, operator)
  const db = await database()
  const earlier = alias(auditLog, 'earlier')
  const isFirst = or(
    isNull(auditLog.change),
    notExists(
      db
        .select({ seq: earlier.seq })
        .from(earlier)
        .where(and(eq(earlier.change, auditLog.change), lt(earlier.seq, auditLog.seq), ...conditions(query, earlier))),
    ),
  )
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(...conditions(query), isFirst))
    .orderBy(desc(auditLog.seq))
    .limit(query.size + 1)
    .offset((query.page - 1) * query.size)
  return { rows: await withPhases(rows.slice(0, query.size)), more: rows.length > query.size }
}

/** The one entry that holds the record `seq`, for a link to it. Throws not-found, also where the operator may not see it. */
export async function findEntry(seq: number, operator: Operator): Promise<ActivityGroups> {
  const [row] = await (await database()).select().from(auditLog).where(eq(auditLog.seq, seq))
  const [group] = row ? await withPhases([row]) : []
  const mine = group?.phases.some(({ person, schedule }) => person === operator.email || schedule !== null)
  if (!group || !(mine || may(operator.role, 'activity:read-all')))
    throw new ProblemError({ kind: 'not-found', what: 'entry' })
  return { rows: [group], more: false }
}
