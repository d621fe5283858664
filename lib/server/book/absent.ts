import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { ProblemError } from '@/lib/problem'
import { isUnreadable } from '@/lib/schedules/model'
import { appendRecord, holdChain } from '../records'
import { decodeSchedule, scheduleIn } from '../smarterpay/schedules'
import { isRecord } from '../smarterpay/wire'
import { scheduleRecords, schedules } from '../store/schedules-tables'
import { database } from '../store/store'
import { foundAlone } from './findable'
import { anyOf, removeRows } from './keep'
import type { Pass } from './pass'
import { takeSights } from './take'

// What a complete pass did not meet. A schedule goes only after two of them in a row and a GET that says not found.

const PASSES = 2
const LANES = 4
/** So many found one after the other: the list leaves schedules out, and asking on would only burden SmarterPay. */
const ENOUGH = 20

type Missing = { id: string; otherId: string | null; absent: number }

async function missing(met: ReadonlySet<string>, began: Date): Promise<Missing[]> {
  const rows = await (await database())
    .select({ id: schedules.id, otherId: schedules.otherId, absent: schedules.absent })
    .from(schedules)
    .where(sql`${schedules.seenAt} < ${began.toISOString()}`)
  return rows.filter(({ id, otherId }) => !met.has(id) && !(otherId !== null && met.has(otherId)))
}

const canBeAsked = (id: string) => !id.startsWith('!')

/** Whether SmarterPay says that it does not know this schedule; what it shows instead goes into the copy. */
async function isGone(id: string, met: ReadonlySet<string>, { from, signal, guard }: Pass): Promise<boolean> {
  const seenAt = new Date()
  try {
    const body = await from.read({ resource: 'recurrenceschedule', id, signal, background: true })
    const schedule = scheduleIn(body, id)
    const other = isRecord(body) ? decodeSchedule(body.recurrence_schedule) : null
    // SmarterPay shows the record under its newer id, and the list has it there: one schedule.
    const same = schedule ?? (other && !isUnreadable(other) && met.has(other.id) ? other : null)
    if (same) await takeSights([{ found: foundAlone(same, id), seenAt }], { guard })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return true
    if (!(error instanceof ProblemError)) throw error
  }
  return false
}

/** Counts what was not met by this complete pass, and takes away what is gone. `met`: all ids that it met. */
export async function settleAbsent(met: ReadonlySet<string>, began: Date, pass: Pass): Promise<void> {
  const db = await database()
  const unmet = await missing(met, began)
  const ids = unmet.map(({ id }) => id)
  await db.transaction(async (tx) => {
    await pass.guard(tx)
    await tx.execute(sql`update ${schedules} set absent = 0 where absent > 0 and not id = ${anyOf(ids)}`)
    await tx.execute(sql`update ${schedules} set absent = least(absent + 1, 1000) where id = ${anyOf(ids)}`)
  })
  const absentLong = unmet.filter(({ absent }) => absent + 1 >= PASSES)
  const due = absentLong.filter(({ id }) => canBeAsked(id))
  const gone: string[] = []
  let next = 0
  let found = 0
  let foundInARow = 0
  const lane = async () => {
    while (next < due.length && foundInARow < ENOUGH) {
      const { id } = due[next++] ?? { id: '' }
      if (await isGone(id, met, pass)) {
        foundInARow = 0
        gone.push(id)
      } else {
        found += 1
        foundInARow += 1
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  // A record without a usable id goes with a list that left nothing else out.
  if (found === 0 && met.size > 0) gone.push(...absentLong.map(({ id }) => id).filter((id) => !canBeAsked(id)))
  for (let at = 0; at < gone.length; at += 200) await remove(gone.slice(at, at + 200), began, pass)
}

async function remove(ids: readonly string[], began: Date, { guard }: Pass): Promise<void> {
  await (await database()).transaction(async (tx) => {
    await guard(tx)
    await holdChain(tx)
    const rows = await tx
      .select({ id: schedules.id, record: scheduleRecords.record, seenAt: schedules.seenAt })
      .from(schedules)
      .innerJoin(scheduleRecords, eq(scheduleRecords.schedule, schedules.id))
      .where(sql`id = ${anyOf(ids)} and seen_at < ${began.toISOString()}`)
      .orderBy(schedules.id)
      .for('update', { of: schedules })
    for (const { id, record, seenAt } of rows) {
      if (isUnreadable(record)) continue
      const { status, amount, customReference, upcoming } = record
      await appendRecord(tx, {
        at: new Date(),
        person: null,
        role: null,
        source: 'outside',
        action: 'gone-outside',
        schedule: id,
        before: { status, amount, customReference, upcoming, seenAt: seenAt.toISOString() },
        after: { seenAt: new Date().toISOString() },
      })
    }
    await removeRows(
      tx,
      rows.map(({ id }) => id),
    )
  })
}
