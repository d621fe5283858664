import 'server-only'
import { and, eq, inArray, lt } from 'drizzle-orm'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { Schedule } from '@/lib/schedules/model'
import { changedOutside } from '@/lib/schedules/outside'
import { basisOf } from './basis'
import { circumstances } from './clock'
import { log } from './log'
import { answerSchedule, type Reading } from './reading/schedules'
import { appendRecord } from './records'
import { changes } from './store/changes-tables'
import { schedules } from './store/schedules-tables'
import { type Database, database } from './store/store'

// The last sight of each schedule. What moved between two sights, and not by us, is recorded as changed outside, once.

/** PostgreSQL's jsonb cannot hold the character nought. */
const storable = (record: Schedule): Schedule =>
  JSON.parse(JSON.stringify(record).replaceAll('\\u0000', '\uFFFD')) as Schedule

/** Puts a sight in the copy unless a newer one stands there; inside `tx`, so that our own write and its sight go together. */
export async function keepCopy(tx: Database, schedule: Schedule, seenAt: Date): Promise<void> {
  const row = { basis: basisOf(schedule), record: storable(schedule), seenAt }
  await tx
    .insert(schedules)
    .values({ id: schedule.id, ...row })
    .onConflictDoUpdate({ target: schedules.id, set: row, setWhere: lt(schedules.seenAt, seenAt) })
}

async function compareAndKeep(schedule: Schedule, seenAt: Date): Promise<void> {
  await (await database()).transaction(async (tx) => {
    const [open] = await tx
      .select({ id: changes.id })
      .from(changes)
      .where(
        and(eq(changes.schedule, schedule.id), inArray(changes.state, ['attempted', 'unknown', 'needs-attention'])),
      )
      .limit(1)
    if (open) return
    const [last] = await tx.select().from(schedules).where(eq(schedules.id, schedule.id)).for('update')
    if (last && last.seenAt >= seenAt) return
    const parts = last ? changedOutside(last.record, storable(schedule), circumstances().now.date) : []
    if (last && parts.length > 0) {
      const of = (one: Schedule) => Object.fromEntries(parts.map((part) => [part, one[part]]))
      await appendRecord(tx, {
        at: new Date(),
        person: null,
        role: null,
        source: 'outside',
        action: 'changed-outside',
        schedule: schedule.id,
        before: { ...of(last.record), seenAt: last.seenAt.toISOString() },
        after: { ...of(schedule), seenAt: seenAt.toISOString() },
      })
    }
    await keepCopy(tx, schedule, seenAt)
  })
}

/**
 * Takes note of a schedule as just read; `seenAt` is when the read began (UTC). Reading never waits for this and never
 * fails by it. While one of our own changes is not finished nothing is noted: what is seen then may be its doing.
 */
export function noteSeen(schedule: Schedule, seenAt: Date): void {
  compareAndKeep(schedule, seenAt).catch((error: unknown) => log('warn', 'copy.keep', { schedule: schedule.id }, error))
}

/** answerSchedule for a person who looks: the same answer, and the sight is noted. Throws as answerSchedule. */
export async function lookAtSchedule(id: string, reading: Reading = {}): Promise<ScheduleAnswer> {
  const answer = await answerSchedule(id, reading)
  noteSeen(answer.schedule, new Date(answer.asOf))
  return answer
}
