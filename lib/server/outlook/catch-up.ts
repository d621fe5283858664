import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { anyOf, rowsOf } from '../book/keep'
import { BOOK, confirmedAt } from '../book/state'
import { circumstances } from '../clock'
import { LOCKS } from '../store/locks'
import { outlooks, paymentsAtRisk, projectedPayments, projectedTotals, watchItems } from '../store/outlook-tables'
import { scheduleRecords, schedules, syncState } from '../store/schedules-tables'
import { type Database, database } from '../store/store'
import { tidy } from '../store/tidy'
import { type CopiedRow, judgementOf, madeUnder } from './judge'

// Keeps what we work out in step with the copy: whatever changed, and everything once a day, in small lots.

/** Schedules judged in one transaction: on the embedded store everything else waits for it. */
const LOT = 100
/** Looking through the whole book costs more than judging a lot, so that it finds enough for many. */
const LOOK = 5_000

type Stale = { id: string; mandate_id: string | null }

/** Schedules whose outlook is not that of their record, the day and the settings, and mandates one of whose schedules has gone: `most` of those that `among` holds. */
async function stale(db: Database, under: string, among: SQL, most: number): Promise<Stale[]> {
  return rowsOf(
    db,
    sql`select s.id, s.mandate_id from ${schedules} s left join ${outlooks} o on o.schedule = s.id
        where ${among} and (o.schedule is null or o.mark <> s.mark or o.made_under <> ${under}) order by s.id limit ${most}`,
  )
}

/** The records of these schedules and of all that share a mandate with one of them. */
async function recordsOf(tx: Database, found: readonly Stale[]): Promise<CopiedRow[]> {
  const mandates = [...new Set(found.flatMap(({ mandate_id }) => mandate_id ?? []))]
  return rowsOf(
    tx,
    sql`select id, mark, mandate_id, record from ${schedules} join ${scheduleRecords} on schedule = id
        where id = ${anyOf(found.map(({ id }) => id))} or mandate_id = ${anyOf(mandates)} order by id`,
  )
}

const SUMMED = sql.raw('count(*)::int as count, coalesce(sum(amount), 0)::bigint as total')
const BY = sql.raw('due, method, kind')
const PROJECTED = sql.raw('schedule text, place int, due date, amount int, method text, kind text')

/** Puts projected payments in place of those that stood, and both into the totals. */
async function putProjected(tx: Database, ids: readonly string[], rows: readonly unknown[]): Promise<void> {
  if (ids.length === 0) return
  const gone = await rowsOf<unknown>(
    tx,
    sql`with gone as (delete from ${projectedPayments} where schedule = ${anyOf(ids)} returning due, method, kind, amount)
        select due::text, method, kind, ${SUMMED} from gone group by ${BY}`,
  )
  await tx.execute(
    sql`with come as (
          insert into ${projectedPayments} (schedule, place, due, amount, method, kind)
          select schedule, place, due, amount, method, kind from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${PROJECTED})
          returning due, method, kind, amount),
        news as (
          select due, method, kind, ${SUMMED} from come group by ${BY}
          union all
          select due, method, kind, -count, -total
          from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(due date, method text, kind text, count int, total bigint))
        insert into ${projectedTotals} as t (due, method, kind, count, total)
        select due, method, kind, sum(count)::int, sum(total)::bigint from news group by ${BY}
        having sum(count) <> 0 or sum(total) <> 0 order by ${BY}
        on conflict (due, method, kind) do update set count = t.count + excluded.count, total = t.total + excluded.total`,
  )
  if (gone.length > 0) await tx.delete(projectedTotals).where(sql`count = 0 and total = 0`)
}

/** Writes what was judged of these schedules, in place of what stood. */
async function putJudgement(tx: Database, found: ReturnType<typeof judgementOf>): Promise<void> {
  const ids = found.map(({ outlook }) => outlook.schedule)
  const stood = await rowsOf<{ schedule: string; projection: string }>(
    tx,
    sql`select schedule, projection from ${outlooks} where schedule = ${anyOf(ids)}`,
  )
  const before = new Map(stood.map(({ schedule, projection }) => [schedule, projection]))
  const moved = found.filter(({ outlook }) => (before.get(outlook.schedule) ?? '') !== outlook.projection)
  await putProjected(
    tx,
    moved.map(({ outlook }) => outlook.schedule),
    moved.flatMap(({ projected }) => projected),
  )
  await tx.delete(paymentsAtRisk).where(sql`schedule = ${anyOf(ids)}`)
  await tx.delete(watchItems).where(sql`schedule = ${anyOf(ids)}`)
  const risks = found.flatMap(({ atRisk }) => atRisk)
  if (risks.length > 0) await tx.insert(paymentsAtRisk).values(risks)
  const watch = found.flatMap((one) => one.watch)
  if (watch.length > 0) await tx.insert(watchItems).values(watch)
  await tx.execute(
    sql`insert into ${outlooks} as o (schedule, mark, mandate_id, made_under, projection, excluded)
        select schedule, mark, mandate_id, made_under, projection, excluded
        from jsonb_to_recordset(${JSON.stringify(found.map(({ outlook }) => outlook))}::jsonb)
          as r(schedule text, mark text, mandate_id text, made_under text, projection text, excluded text)
        on conflict (schedule) do update set mark = excluded.mark, mandate_id = excluded.mandate_id,
          made_under = excluded.made_under, projection = excluded.projection, excluded = excluded.excluded`,
  )
}

/** Takes away what was worked out from schedules that have left the copy; what shared their mandates is judged anew. */
async function clearGone(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.outlook})`)
  const gone = await rowsOf<{ schedule: string; mandate_id: string | null }>(
    tx,
    sql`delete from ${outlooks} o where not exists (select from ${schedules} s where s.id = o.schedule)
        returning o.schedule, o.mandate_id`,
  )
  if (gone.length === 0) return
  const ids = gone.map(({ schedule }) => schedule)
  await putProjected(tx, ids, [])
  await tx.delete(paymentsAtRisk).where(sql`schedule = ${anyOf(ids)}`)
  await tx.delete(watchItems).where(sql`schedule = ${anyOf(ids)}`)
  const mandates = gone.flatMap(({ mandate_id }) => mandate_id ?? [])
  await tx.execute(sql`update ${outlooks} set made_under = '' where mandate_id = ${anyOf(mandates)}`)
}

/** Judges a lot, as far as it is stale still. Answers how many were. */
async function oneLot(db: Database, lot: readonly Stale[]): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.outlook})`)
    const c = circumstances()
    const among = sql`s.id = ${anyOf(lot.map(({ id }) => id))}`
    const found = await stale(tx, madeUnder(c), among, lot.length)
    if (found.length > 0) await putJudgement(tx, judgementOf(await recordsOf(tx, found), c))
    return found.length
  })
}

/** Everything of the pass that began then has been followed: an age may be told with what was worked out. */
async function noteFollowed(db: Database, began: Date): Promise<void> {
  await db
    .update(syncState)
    .set({ workedOut: began })
    .where(and(eq(syncState.name, BOOK), sql`(worked_out is null or worked_out < ${began.toISOString()})`))
}

/**
 * Brings everything that we work out in step with the copy, lot by lot, letting others by in between; once `signal` says so, no
 * further than the lot under way. Answers how many were judged.
 */
export async function catchUp(signal?: AbortSignal): Promise<number> {
  const db = await database()
  const began = await confirmedAt(db)
  await db.transaction(clearGone)
  let judged = 0
  let after = ''
  for (;;) {
    const found = await stale(db, madeUnder(circumstances()), sql`s.id > ${after}`, LOOK)
    for (let at = 0; at < found.length; at += LOT) {
      if (signal?.aborted) return judged
      judged += await oneLot(db, found.slice(at, at + LOT))
      await breathe()
    }
    if (found.length < LOOK) break
    after = found.at(-1)?.id ?? after
  }
  if (began) await noteFollowed(db, began)
  if (judged >= LOOK) await tidy(outlooks, projectedPayments, projectedTotals, paymentsAtRisk, watchItems)
  return judged
}
