import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import { type Move, type MovedRange, movesOf, type Side, type Step, type StepSum } from '@/lib/collections/moved'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { rowsOf } from '../book/keep'
import { auditLog } from '../store/records-tables'
import { schedules, upcomingPayments } from '../store/schedules-tables'
import { snapshotSchedules } from '../store/snapshots-tables'
import type { Database } from '../store/store'
import { EXCLUDED } from './take'

// A snapshot beside the copy or a later one. What time alone has done, and schedules that are new, are summed up by the database, for there may
// be a whole book of them; the schedules that somebody changed come here, and are told apart by lib/collections/moved.

/** A snapshot as comparing needs it: its number, the last record that had been written, and London's day then. */
export type Base = { id: number; seq: number; today: CalendarDate }

/** What is compared: a snapshot with a later one, or with the copy; `today` is London's day at the later end. */
export type Ends = { base: Base; until: Base | null; today: CalendarDate }

/** Rows of snapshot_schedules that a snapshot found standing. */
export const stoodAt = (id: number, rows = '') =>
  sql`${sql.raw(`${rows}since`)} <= ${id} and (${sql.raw(`${rows}until`)} is null or ${sql.raw(`${rows}until`)} > ${id})`

/** Schedules of the later end, as they are asked for with the alias `s`. */
const laterSchedules = (until: Base | null) =>
  until === null
    ? sql`${schedules}`
    : sql`(select v.schedule as id, c.other_id, v.mark, v.status, v.method, v.kind, v.excluded
        from ${snapshotSchedules} v left join ${schedules} c on c.id = v.schedule where ${stoodAt(until.id, 'v.')})`

/** The lists of the later end, joined to `c`: `o` where it is kept with a snapshot, `f` where it has to be read row by row. */
const laterLists = (until: Base | null) =>
  until === null
    ? sql`
      left join ${snapshotSchedules} o on o.schedule = c.now_id and o.until is null and o.mark = c.now_mark and o.mark <> ''
      left join lateral (
        select array_agg(u.due order by u.due, u.amount) as days, array_agg(u.amount order by u.due, u.amount) as amounts
        from ${upcomingPayments} u where u.schedule = c.now_id and o.schedule is null) f on true`
    : sql`
      left join ${snapshotSchedules} o on o.schedule = c.now_id and ${stoodAt(until.id, 'o.')}
      left join (select null::date[] as days, null::int[] as amounts) f on true`

const among = (column: string, words: readonly string[] | undefined) =>
  words?.length ? sql`and ${sql.raw(column)} = any(${sql.param(words)}::text[])` : sql``

/**
 * Every schedule that is not as the snapshot found it (`judged`), both lists in order of day and amount. `plain`: only time has
 * passed, so that the first `gone` payments of the old list were taken and the new one may go on beyond its end.
 */
function judged({ base: { id }, until, today }: Ends, { method, kind }: MovedRange): SQL {
  const later = laterSchedules(until)
  const excluded = until === null ? EXCLUDED : sql`s.excluded`
  const counts = (side: string) => sql`coalesce(${sql.raw(`${side}_status = 'active' and ${side}_excluded is null`)}
    ${among(`${side}_method`, method)} ${among(`${side}_kind`, kind)}, false)`
  const hasOwn = sql`exists (select from ${snapshotSchedules} where schedule = s.id and ${stoodAt(id)})`
  return sql`
    was as (select schedule, since, mark from ${snapshotSchedules} where ${stoodAt(id)}),
    changed as (
      select s.id as now_id, w.schedule as was_id, w.since as was_since
      from ${later} s left join was w on w.schedule = case when s.other_id is not null and not ${hasOwn} then s.other_id else s.id end
      where w.schedule is null or w.mark <> s.mark or s.mark = ''
      union all
      select null, w.schedule, w.since from was w
      where not exists (select from ${later} s where s.id = w.schedule)
        and not exists (select from ${later} s where s.other_id = w.schedule and not ${hasOwn})),
    sides as (
      select s.id as now_id, s.mark as now_mark, s.status as now_status, s.method as now_method, s.kind as now_kind,
        case when s.id is not null then ${excluded} end as now_excluded, c.was_id, w.status as was_status, w.method as was_method,
        w.kind as was_kind, w.excluded as was_excluded, coalesce(w.days, '{}') as was_days, coalesce(w.amounts, '{}') as was_amounts
      from changed c left join ${later} s on s.id = c.now_id
      left join ${snapshotSchedules} w on w.schedule = c.was_id and w.since = c.was_since),
    listed as (
      select c.*, coalesce(o.days, f.days, '{}') as now_days, coalesce(o.amounts, f.amounts, '{}') as now_amounts,
        ${counts('was')} as was_in, ${counts('now')} as now_in
      from sides c ${laterLists(until)}),
    counted as (
      select l.*, cardinality(was_days) as was_count, cardinality(now_days) as now_count,
        coalesce(array_position(was_days, now_days[1]) - 1, cardinality(was_days)) as gone
      from listed l where was_in or now_in),
    judged as (
      select c.*, coalesce(was_in and now_in and was_kind = now_kind and was_count > 0
        and (gone = 0 or was_days[gone] <= ${today}::date)
        and was_days[gone + 1:was_count] = now_days[1:was_count - gone]
        and was_amounts[gone + 1:was_count] = now_amounts[1:was_count - gone]
        and (now_count = was_count - gone or (now_kind = 'ongoing' and now_days[was_count - gone + 1] > was_days[was_count])), false) as plain
      from counted c)`
}

/** The payments of plain and of new schedules that change the sum of the range (`single`). */
function single({ from, to }: MovedRange): SQL {
  const inRange = sql`p.due between ${from} and ${to} and p.amount > 0`
  return sql`
    single as (
      select coalesce(now_id, was_id) as schedule, 'taken' as step, p.due, -p.amount as effect
      from judged, unnest(was_days[1:gone], was_amounts[1:gone]) p(due, amount) where plain and ${inRange}
      union all
      select now_id, 'listed', p.due, p.amount
      from judged, unnest(now_days[was_count - gone + 1:now_count], now_amounts[was_count - gone + 1:now_count]) p(due, amount)
      where plain and ${inRange}
      union all
      select now_id, 'new', p.due, p.amount from judged, unnest(now_days, now_amounts) p(due, amount)
      where was_id is null and now_in and ${inRange})`
}

type Sent = { status: Side['status']; method: Side['method']; kind: Side['kind']; excluded: string | null }
type EditedRow = {
  schedule: string
  before: (Sent & { days: CalendarDate[]; amounts: number[] }) | null
  after: (Sent & { days: CalendarDate[]; amounts: number[] }) | null
  bySmarterPay: boolean | null
  disabledOn: CalendarDate | null
}

const sideOf = (sent: EditedRow['before']): Side | null =>
  sent && {
    status: sent.status,
    method: sent.method,
    kind: sent.kind,
    excluded: sent.excluded !== null,
    payments: sent.days.map(
      (date, at): UpcomingPayment => ({ date, amount: sent.amounts[at] as UpcomingPayment['amount'] }),
    ),
  }

const sideJson = (side: string) =>
  sql.raw(`case when ${side}_id is null then null else json_build_object('status', ${side}_status, 'method', ${side}_method,
    'kind', ${side}_kind, 'excluded', ${side}_excluded, 'days', to_json(${side}_days), 'amounts', to_json(${side}_amounts)) end`)

/** Schedules that somebody changed, and what the log tells of them since. */
const edited = ({ base: { seq }, until }: Ends) => sql`
  edited as (
    select coalesce(j.now_id, j.was_id) as schedule, ${sideJson('was')} as before, ${sideJson('now')} as after,
      told."bySmarterPay", told."disabledOn"
    from judged j left join lateral (
      select bool_and(l.action = 'regenerated') as "bySmarterPay",
        min((l.at at time zone 'Europe/London')::date) filter (where l.action = 'disable'
          or (l.action = 'changed-outside' and l.after->>'status' = 'inactive')) as "disabledOn"
      from ${auditLog} l where l.seq > ${seq} ${until ? sql`and l.seq <= ${until.seq}` : sql``} and l.schedule in (j.now_id, j.was_id) and ${TOLD}) told on true
    where not plain and was_id is not null)`

/** Records, as `l`, of what was done to a schedule's payments: those that took effect. */
export const TOLD =
  sql.raw(`l.action in ('replace-upcoming', 'amend', 'create', 'disable', 'changed-outside', 'created-outside',
  'gone-outside', 'regenerated') and (l.change is null or l.phase in ('applied', 'adjusted') or (l.phase in ('resolved', 'corrected') and l.after is not null))`)

export type EditedMove = Move & { schedule: string }

const movesIn = (rows: readonly EditedRow[], range: MovedRange, today: CalendarDate): EditedMove[] =>
  rows.flatMap(({ schedule, before, after, bySmarterPay, disabledOn }) => {
    const thenAndNow = { before: sideOf(before), after: sideOf(after), bySmarterPay: bySmarterPay === true, disabledOn }
    return movesOf(thenAndNow, range, today).map((move) => ({ ...move, schedule }))
  })

/** What changes the sum of the range, by step; not yet put together. Pence. `tx` has to stay at one moment of the store. */
export async function sumsBetween(tx: Database, ends: Ends, range: MovedRange): Promise<StepSum[]> {
  const [found] = await rowsOf<{ sums: StepSum[]; edited: EditedRow[] }>(
    tx,
    sql`with ${judged(ends, range)}, ${single(range)}, ${edited(ends)}
        select (select coalesce(json_agg(t), '[]') from (
            select step, count(*)::int as count, sum(effect)::bigint as amount from single group by step) t) as sums,
          (select coalesce(json_agg(e), '[]') from edited e) as edited`,
  )
  const moves = movesIn(found?.edited ?? [], range, ends.today)
  return [...(found?.sums ?? []), ...moves.map(({ step, effect }) => ({ step, count: 1, amount: effect }))]
}

type SingleRow = { schedule: string; due: CalendarDate; effect: number }

/** The steps that the database sums up by itself. */
const SINGLE: readonly Step[] = ['taken', 'listed', 'new']

const asMove = (step: Step, { schedule, due, effect }: SingleRow): EditedMove => {
  const payment = { date: due, amount: Math.abs(effect) as UpcomingPayment['amount'] }
  return { schedule, step, effect, before: step === 'taken' ? payment : null, after: step === 'taken' ? null : payment }
}

const dayOf = ({ before, after }: Move) => after?.date ?? before?.date ?? ''

/** The largest first, then by schedule and day. */
function byEffect(one: EditedMove, other: EditedMove): number {
  if (Math.abs(one.effect) !== Math.abs(other.effect)) return Math.abs(other.effect) - Math.abs(one.effect)
  if (one.schedule !== other.schedule) return one.schedule < other.schedule ? -1 : 1
  return dayOf(one) < dayOf(other) ? -1 : 1
}

/** The first `most` payments of a step, the largest first. */
export async function movesBetween(
  tx: Database,
  ends: Ends,
  range: MovedRange,
  { step, most }: { step: Step; most: number },
): Promise<EditedMove[]> {
  const [found] = await rowsOf<{ single: SingleRow[]; edited: EditedRow[] }>(
    tx,
    sql`with ${judged(ends, range)}, ${single(range)}, ${edited(ends)}
        select (select coalesce(json_agg(t), '[]') from (
            select schedule, due, effect from single where step = ${step} and ${SINGLE.includes(step)}
            order by abs(effect) desc, schedule collate "C", due limit ${most}) t) as single,
          (select coalesce(json_agg(e), '[]') from edited e) as edited`,
  )
  const own = movesIn(found?.edited ?? [], range, ends.today).filter((move) => move.step === step)
  return [...(found?.single ?? []).map((row) => asMove(step, row)), ...own].sort(byEffect).slice(0, most)
}
