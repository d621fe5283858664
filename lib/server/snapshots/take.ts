import 'server-only'
import { sql } from 'drizzle-orm'
import { type CalendarDate, londonTime } from '@/lib/calendar-date'
import { outdated } from '@/lib/collections/snapshots'
import { badInput } from '@/lib/problem'
import { rowsOf } from '../book/keep'
import { indexIsReady } from '../book/state'
import { circumstances } from '../clock'
import { log } from '../log'
import { catchUp } from '../outlook/catch-up'
import { LOCKS } from '../store/locks'
import { projectedTotals } from '../store/outlook-tables'
import { auditLog } from '../store/records-tables'
import { collectionTotals, schedules, syncState, upcomingPayments } from '../store/schedules-tables'
import { snapshotSchedules, snapshots, snapshotTotals } from '../store/snapshots-tables'
import { type Database, database } from '../store/store'
import { tidy } from '../store/tidy'

// Keeps what the copy lists at this moment. All of it is one statement, so that it is one moment; the database does it alone.

/** Another wish so soon is met by the one just taken. */
const SAME_SECONDS = 60
/** The first one writes the whole book: more than a question may take. */
const ROOM = [`jit = off`, `statement_timeout = '300s'`].map((setting) => sql.raw(`set local ${setting}`))

export type Cause = { night: CalendarDate } | { person: string }

/** Why a schedule of the copy, `s`, is in no sum; null: it is. */
export const EXCLUDED = sql.raw(`case when not s.readable then 'record' when s.status = 'unrecognised' then 'status'
  when s.status = 'active' and 'upcoming' = any(s.unreadable) then 'list' end`)

/** Id of one that is as good: of this night, or taken by somebody a moment ago. */
async function standing(tx: Database, cause: Cause): Promise<number | null> {
  const same =
    'night' in cause
      ? sql`night = ${cause.night}`
      : sql`night is null and at > now() - make_interval(secs => ${SAME_SECONDS})`
  const [found] = await rowsOf<{ id: number }>(
    tx,
    sql`select id from ${snapshots} where ${same} order by id desc limit 1`,
  )
  return found?.id ?? null
}

/**
 * Lists that stand as they stood stay as they are kept; the others are closed, and those that are new or changed opened.
 * What stands is found first: who looks for it while lists are being written would meet them over and over.
 */
async function keep(tx: Database, cause: Cause): Promise<number> {
  const night = 'night' in cause ? cause.night : null
  const person = 'person' in cause ? cause.person : null
  const [kept] = await rowsOf<{ id: number }>(
    tx,
    sql`with snapshot as (
          insert into ${snapshots} (at, night, today, person, as_of, seq, excluded)
          select statement_timestamp(), ${night}::date, ${circumstances().now.date}::date, ${person}::text, b.complete_began,
            coalesce((select max(seq) from ${auditLog}), 0),
            (select count(*)::int from ${schedules} s where ${EXCLUDED} is not null)
          from ${syncState} b where b.name = 'book' and b.complete_began is not null
          returning id),
        standing as materialized (
          select v.schedule from ${snapshotSchedules} v join ${schedules} s on s.id = v.schedule and s.mark = v.mark
          where v.until is null and s.mark <> ''),
        closed as (
          update ${snapshotSchedules} v set until = n.id from snapshot n
          where v.until is null and not exists (select from standing t where t.schedule = v.schedule)),
        opened as (
          insert into ${snapshotSchedules} (schedule, since, mark, status, method, kind, excluded, days, amounts)
          select s.id, n.id, s.mark, s.status, s.method, s.kind, ${EXCLUDED}, coalesce(p.days, '{}'), coalesce(p.amounts, '{}')
          from snapshot n cross join ${schedules} s
          left join lateral (
            select array_agg(u.due order by u.due, u.amount) as days, array_agg(u.amount order by u.due, u.amount) as amounts
            from ${upcomingPayments} u where u.schedule = s.id) p on true
          where not exists (select from standing t where t.schedule = s.id)),
        totals as (
          insert into ${snapshotTotals} (snapshot, due, method, kind, total, projected)
          select n.id, t.due, t.method, t.kind, sum(t.total)::bigint, sum(t.projected)::bigint
          from snapshot n cross join (
            select due, method, kind, total, 0 as projected from ${collectionTotals} where status = 'active' and total <> 0
            union all
            select due, method, kind, 0, total from ${projectedTotals}) t
          group by n.id, t.due, t.method, t.kind)
        select id from snapshot`,
  )
  if (!kept) throw notReady()
  return kept.id
}

/** Takes away snapshots past their time, and lists that none is left of. */
async function prune(tx: Database): Promise<void> {
  const all = await tx.select({ id: snapshots.id, at: snapshots.at, night: snapshots.night }).from(snapshots)
  const known = all.map((one) => ({ ...one, night: one.night as CalendarDate | null }))
  // By the clock that they were taken by, whatever day the setting TODAY says.
  const gone = outdated(known, londonTime(new Date()).date)
  if (gone.length === 0) return
  const ids = sql`any(${sql.param(gone)}::int[])`
  await tx.delete(snapshots).where(sql`id = ${ids}`)
  await tx.delete(snapshotTotals).where(sql`snapshot = ${ids}`)
  await tx.execute(
    sql`delete from ${snapshotSchedules} v where v.until is not null
        and not exists (select from ${snapshots} s where s.id >= v.since and s.id < v.until)`,
  )
}

const notReady = () => badInput('', 'The whole book has not been read yet: there is nothing to take a snapshot of.')

/**
 * Keeps what is listed now. Answers with the snapshot's number; where one of this night, or of the last minute, is there
 * already, with that one's. Throws bad-input before the whole book has been read.
 */
export async function takeSnapshot(cause: Cause): Promise<number> {
  if (!(await indexIsReady())) throw notReady()
  await catchUp()
  const began = performance.now()
  const taken = await (await database()).transaction(async (tx) => {
    for (const setting of ROOM) await tx.execute(setting)
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.snapshots})`)
    const stands = await standing(tx, cause)
    if (stands !== null) return { id: stands, fresh: false }
    const id = await keep(tx, cause)
    await prune(tx)
    return { id, fresh: true }
  })
  if (taken.fresh) {
    await tidy(snapshotSchedules, snapshotTotals)
    const ms = Math.round(performance.now() - began)
    log('info', 'snapshot.taken', { id: taken.id, nightly: 'night' in cause, ms })
  }
  return taken.id
}
