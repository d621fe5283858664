import 'server-only'
import { sql } from 'drizzle-orm'
import { type CalendarDate, londonTime } from '@/lib/calendar-date'
import { type Bridge, type MovedPayments, type MovedRange, type Mover, stepsOf } from '@/lib/collections/moved'
import { MOVED_SIZE, type MovedPaymentsQuery, type MovedQuery } from '@/lib/collections/moved-query'
import { recordOf, type Told, whoOf } from '@/lib/collections/movers'
import { type Snapshot, type SnapshotList, usualOf } from '@/lib/collections/snapshots'
import { ProblemError } from '@/lib/problem'
import { type Role, roleLabel } from '@/lib/roles'
import type { Kind, Method, UpcomingPayment } from '@/lib/schedules/model'
import { anyOf, rowsOf } from '../book/keep'
import { circumstances } from '../clock'
import { about, ageOfCopy, excludedFrom } from '../collections'
import { projectedTotals } from '../store/outlook-tables'
import { people } from '../store/people-tables'
import { auditLog } from '../store/records-tables'
import { collectionTotals, scheduleRecords, schedules } from '../store/schedules-tables'
import { snapshotSchedules, snapshots, snapshotTotals } from '../store/snapshots-tables'
import { type Database, database } from '../store/store'
import { type Base, type EditedMove, type Ends, movesBetween, stoodAt, sumsBetween, TOLD } from './compare'

// What moved between a snapshot and now, or a later one: the bridge of a range, the payments behind each of its steps, and who moved them.

/** A whole book is compared in memory, and may take its time; to compile the question would take longer than to answer it. */
const ROOM = [`work_mem = '64MB'`, `jit = off`, `statement_timeout = '60s'`].map((setting) =>
  sql.raw(`set local ${setting}`),
)

/** Reads at one moment of the store, so that totals and rows are of the same copy. */
const atOneMoment = async <T>(read: (tx: Database) => Promise<T>): Promise<T> =>
  (await database()).transaction(
    async (tx) => {
      for (const setting of ROOM) await tx.execute(setting)
      return read(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

type SnapshotRow = {
  id: number
  at: string | Date
  night: CalendarDate | null
  person: string | null
  name: string | null
  role: Role | null
  today: CalendarDate
  seq: number | string
  excluded: number
  total: number | string
  projected: number | string
}

/** Snapshots with what each held for a range, the newest first. */
const found = (db: Database, range: MovedRange, only = sql``) =>
  rowsOf<SnapshotRow>(
    db,
    sql`select s.id, s.at, s.night::text as night, s.today::text as today, s.person, p.name, p.role, s.seq, s.excluded, t.total, t.projected
        from ${snapshots} s left join ${people} p on p.email = s.person
        cross join lateral (
          select coalesce(sum(total), 0)::bigint as total, coalesce(sum(projected), 0)::bigint as projected
          from ${snapshotTotals} where snapshot = s.id and ${about(range)}) t
        ${only} order by s.id desc`,
  )

const nameOf = (person: string, name: string | null, role: Role | null) => name ?? (role ? roleLabel[role] : person)

const asSnapshot = ({ id, at, night, person, name, role, total, projected }: SnapshotRow): Snapshot => ({
  id,
  at: new Date(at).toISOString(),
  night,
  by: person === null ? null : nameOf(person, name, role),
  total: Number(total),
  projected: Number(projected),
})

/** Every snapshot that is kept, with what it held for the range. */
export async function listSnapshots(range: MovedRange): Promise<SnapshotList> {
  const rows = (await found(await database(), range)).map(asSnapshot)
  const known = rows.map(({ id, at }) => ({ id, at: new Date(at) }))
  return { snapshots: rows, usual: usualOf(known, londonTime(new Date()).date) }
}

/** The one snapshot; throws not-found where it is no longer kept. */
async function snapshotOf(tx: Database, id: number, range: MovedRange): Promise<SnapshotRow> {
  const [row] = await found(tx, range, sql`where s.id = ${id}`)
  if (!row) throw new ProblemError({ kind: 'not-found', what: 'snapshot' })
  return row
}

const baseOf = ({ id, seq, today }: SnapshotRow): Base => ({ id, seq: Number(seq), today })

/** Both ends of a query; throws not-found where a snapshot is no longer kept. */
async function endsOf(tx: Database, { since, until, ...range }: MovedQuery) {
  const earlier = await snapshotOf(tx, since, range)
  const later = until === undefined ? null : await snapshotOf(tx, until, range)
  const ends: Ends = {
    base: baseOf(earlier),
    until: later && baseOf(later),
    today: later?.today ?? circumstances().now.date,
  }
  return { earlier, later, ends }
}

type Closing = Pick<Bridge, 'until' | 'closing' | 'projected' | 'excluded' | 'asOf'>

/** What a later snapshot held for a range. */
function closingAt(later: SnapshotRow): Closing {
  const until = asSnapshot(later)
  return { until, closing: until.total, projected: until.projected, excluded: later.excluded, asOf: until.at }
}

/** What is listed for a range now. */
async function closingNow(tx: Database, range: MovedRange): Promise<Closing> {
  const [now] = await rowsOf<{ total: string | number; projected: string | number }>(
    tx,
    sql`select
          (select coalesce(sum(total), 0)::bigint from ${collectionTotals} where status = 'active' and ${about(range)}) as total,
          (select coalesce(sum(total), 0)::bigint from ${projectedTotals} where ${about(range)}) as projected`,
  )
  const [{ count: excluded }, { asOf }] = [await excludedFrom(tx), await ageOfCopy(tx)]
  return { until: null, closing: Number(now?.total ?? 0), projected: Number(now?.projected ?? 0), excluded, asOf }
}

/**
 * From what was listed for a range at a snapshot to what is now, or was at a later one, step by step. Throws not-found where
 * one of them is no longer kept.
 */
export function readBridge(query: MovedQuery): Promise<Bridge> {
  return atOneMoment(async (tx) => {
    const { earlier, later, ends } = await endsOf(tx, query)
    const sums = await sumsBetween(tx, ends, query)
    const snapshot = asSnapshot(earlier)
    return {
      snapshot,
      opening: snapshot.total,
      steps: stepsOf(sums),
      excludedThen: earlier.excluded,
      ...(later ? closingAt(later) : await closingNow(tx, query)),
    }
  })
}

type ScheduleFacts = { schedule: string; reference: string | null; method: Method; kind: Kind }

/** How these schedules are called, now or, where they are gone, as the snapshots knew them. */
async function factsOf(
  tx: Database,
  { base, until }: Ends,
  ids: readonly string[],
): Promise<Map<string, ScheduleFacts>> {
  const rows = await rowsOf<ScheduleFacts>(
    tx,
    sql`select s.id as schedule, r.record->>'customReference' as reference, s.method, s.kind
        from ${schedules} s left join ${scheduleRecords} r on r.schedule = s.id where s.id = ${anyOf(ids)}
        union all
        select schedule, null, method, kind from ${snapshotSchedules} v
        where v.schedule = ${anyOf(ids)} and (${stoodAt(base.id, 'v.')} ${until ? sql`or ${stoodAt(until.id, 'v.')}` : sql``})
          and not exists (select from ${schedules} s where s.id = v.schedule)`,
  )
  return new Map(rows.map((row) => [row.schedule, row]))
}

type RecordRow = Told & { schedule: string; at: string | Date; person: string | null; name: string | null; role: Role }

/** What the log tells of these schedules between the two ends, by schedule. */
async function toldOf(tx: Database, { base, until }: Ends, ids: readonly string[]): Promise<Map<string, RecordRow[]>> {
  const list = (side: string) =>
    sql.raw(`case when jsonb_typeof(l.${side}->'upcoming') = 'array' then l.${side}->'upcoming' end as ${side}`)
  const rows = await rowsOf<RecordRow>(
    tx,
    sql`select coalesce(s.id, l.schedule) as schedule, l.seq::int as seq, l.source, l.action, l.at, l.person, p.name,
          coalesce(p.role, l.role) as role, ${list('before')}, ${list('after')}
        from ${auditLog} l left join ${people} p on p.email = l.person
        left join ${schedules} s on s.other_id = l.schedule
        where l.seq > ${base.seq} ${until ? sql`and l.seq <= ${until.seq}` : sql``} and ${TOLD} and (l.schedule = ${anyOf(ids)} or s.id = ${anyOf(ids)})`,
  )
  const bySchedule = new Map<string, RecordRow[]>()
  for (const row of rows) bySchedule.set(row.schedule, [...(bySchedule.get(row.schedule) ?? []), row])
  return bySchedule
}

function moverOf(move: EditedMove, told: readonly RecordRow[]): Mover {
  const record = recordOf(move, told)
  const who = whoOf(move, record)
  return {
    who,
    name: who === 'person' && record?.person ? nameOf(record.person, record.name, record.role) : null,
    record: record && { action: record.action, at: new Date(record.at).toISOString(), seq: record.seq },
  }
}

const asListed = (payment: UpcomingPayment | null) => payment && { date: payment.date, amount: payment.amount }

/** One page of the payments of a step, the largest first, with who moved each. Throws not-found where a snapshot is gone. */
export function readMoved({ step, page, ...query }: MovedPaymentsQuery): Promise<MovedPayments> {
  return atOneMoment(async (tx) => {
    const { ends } = await endsOf(tx, query)
    const most = page * MOVED_SIZE + 1
    const moves = await movesBetween(tx, ends, query, { step, most })
    const shown = moves.slice((page - 1) * MOVED_SIZE, page * MOVED_SIZE)
    const ids = [...new Set(shown.map(({ schedule }) => schedule))]
    const [facts, told] = [await factsOf(tx, ends, ids), await toldOf(tx, ends, ids)]
    return {
      rows: shown.map((move) => ({
        schedule: move.schedule,
        reference: facts.get(move.schedule)?.reference ?? null,
        method: facts.get(move.schedule)?.method ?? 'unrecognised',
        kind: facts.get(move.schedule)?.kind ?? 'unrecognised',
        step: move.step,
        before: asListed(move.before),
        after: asListed(move.after),
        effect: move.effect,
        mover: moverOf(move, told.get(move.schedule) ?? []),
      })),
      more: moves.length > page * MOVED_SIZE,
    }
  })
}
