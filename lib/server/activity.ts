import 'server-only'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ActivityList, ActivityQuery } from '@/lib/activity'
import type { CalendarDate } from '@/lib/calendar-date'
import { ProblemError } from '@/lib/problem'
import { may, whoMay } from '@/lib/roles'
import type { Operator } from './operator'
import { auditLog } from './store/records-tables'
import { database } from './store/store'

// Reading the log. Who may not see all of it sees their own entries, and those of one schedule.

/** Midnight of a London day, as PostgreSQL's own calendar knows it. */
const londonMidnight = (date: CalendarDate, plusDays = 0) =>
  sql`((${date}::date + ${plusDays}::int)::timestamp at time zone 'Europe/London')`

function conditions({ schedule, person, source, action, reason, from, to }: ActivityQuery): SQL[] {
  return [
    schedule !== undefined && eq(auditLog.schedule, schedule),
    person !== undefined && eq(auditLog.person, person),
    source && inArray(auditLog.source, source),
    action && inArray(auditLog.action, action),
    reason && inArray(auditLog.reason, reason),
    from && sql`${auditLog.at} >= ${londonMidnight(from)}`,
    to && sql`${auditLog.at} < ${londonMidnight(to, 1)}`,
  ].filter((condition) => condition !== false && condition !== undefined)
}

/** What of the log this operator may ask for. Throws not-allowed for somebody else's entries. */
export function withinRights(query: ActivityQuery, operator: Operator): ActivityQuery {
  if (may(operator.role, 'activity:read-all') || query.schedule !== undefined) return query
  if (query.person !== undefined && query.person !== operator.email)
    throw new ProblemError({ kind: 'not-allowed', needs: whoMay('activity:read-all') })
  return { ...query, person: operator.email }
}

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
  return {
    rows: rows
      .slice(0, query.size)
      .map(({ at, ref: _ref, previousHash: _previous, hash: _hash, ...row }) => ({ ...row, at: at.toISOString() })),
    more: rows.length > query.size,
  }
}
