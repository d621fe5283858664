import 'server-only'
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { OPEN_STATES } from '@/lib/schedules/changes'
import type { Lineage } from '@/lib/schedules/lineage'
import type { Schedule } from '@/lib/schedules/model'
import { recreate } from '@/lib/schedules/recreate'
import { circumstances } from '../clock'
import { log } from '../log'
import { readSchedule } from '../reading/schedules'
import { changes } from '../store/changes-tables'
import { auditLog } from '../store/records-tables'
import { database } from '../store/store'

// What our own changes tell of a schedule: who disabled it, what it was made in place of, what followed, what is
// not known yet, what was found saved after all.

const done = inArray(changes.state, ['applied', 'adjusted'])
const inPlaceOf = sql<string | null>`${changes.wanted} -> 'schedule' ->> 'recreates'`

async function disabling(schedule: string) {
  const [row] = await (await database())
    .select()
    .from(changes)
    .where(and(eq(changes.schedule, schedule), eq(changes.action, 'disable'), eq(changes.sent, true), done))
    .orderBy(desc(changes.at))
    .limit(1)
  return row ?? null
}

const TOLD_FOR_DAYS = 14
const DAY_MS = 86_400_000

/** Somebody may have told the payer that it was not saved: it is told for a while, however often the page is read. */
async function savedAfterAll(schedule: string): Promise<Lineage['savedAfterAll']> {
  const since = new Date(Date.now() - TOLD_FOR_DAYS * DAY_MS)
  const rows = await (await database())
    .select({
      change: changes.id,
      action: changes.action,
      person: changes.person,
      at: changes.at,
      sentAt: changes.sentAt,
      foundAt: auditLog.at,
    })
    .from(auditLog)
    .innerJoin(changes, eq(auditLog.change, sql`${changes.id}::text`))
    .where(and(eq(auditLog.schedule, schedule), eq(auditLog.phase, 'corrected'), gt(auditLog.at, since), done))
    .orderBy(desc(auditLog.seq))
  return rows.map(({ at, sentAt, foundAt, ...which }) => ({
    ...which,
    sentAt: (sentAt ?? at).toISOString(),
    foundAt: foundAt.toISOString(),
  }))
}

async function stillOpen(schedule: string): Promise<Lineage['open']> {
  const rows = await (await database())
    .select({
      change: changes.id,
      action: changes.action,
      person: changes.person,
      at: changes.at,
      sentAt: changes.sentAt,
      state: changes.state,
    })
    .from(changes)
    .where(and(eq(changes.schedule, schedule), inArray(changes.state, [...OPEN_STATES])))
    .orderBy(desc(changes.at))
  return rows.flatMap(({ at, sentAt, state, ...which }) => {
    const open = OPEN_STATES.find((one) => one === state)
    return open ? [{ ...which, state: open, sentAt: (sentAt ?? at).toISOString() }] : []
  })
}

/** Instants in UTC; people by e-mail. Empty where the records know nothing. */
export async function lineageOf(schedule: string): Promise<Lineage> {
  const db = await database()
  const created = and(eq(changes.action, 'create'), done)
  const [ended, [own], followers, found, open] = await Promise.all([
    disabling(schedule),
    db
      .select({ from: inPlaceOf })
      .from(changes)
      .where(and(eq(changes.schedule, schedule), created))
      .limit(1),
    db
      .select({ id: changes.schedule })
      .from(changes)
      .where(and(created, sql`${inPlaceOf} = ${schedule}`))
      .orderBy(asc(changes.at)),
    savedAfterAll(schedule),
    stillOpen(schedule),
  ])
  return {
    disabled: ended && { change: ended.id, person: ended.person, at: (ended.endedAt ?? ended.at).toISOString() },
    recreates: own?.from ?? null,
    recreatedAs: followers.flatMap(({ id }) => id ?? []),
    savedAfterAll: found,
    open,
  }
}

/** The schedule as it stood when it was disabled here, its upcoming payments included; null where it was not. */
export async function snapshotOf(schedule: string): Promise<Schedule | null> {
  return (await disabling(schedule))?.before ?? null
}

/**
 * The form of a new schedule in place of one that was disabled: from its snapshot, or, where it was disabled elsewhere, from
 * what SmarterPay still tells of it. Null for a schedule that is not inactive, or that cannot be read.
 */
export async function prefillFrom(schedule: string) {
  const [now, before] = await Promise.all([
    readSchedule(schedule).catch((error: unknown) => {
      log('warn', 'recreate.read', { schedule }, error)
      return null
    }),
    snapshotOf(schedule),
  ])
  if (now !== null && now.status !== 'inactive') return null
  const from = before ?? now
  if (from === null) return null
  return { recreates: schedule, ...recreate(from, { listed: before !== null }, circumstances()) }
}
