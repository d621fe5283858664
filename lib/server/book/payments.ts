import 'server-only'
import { sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import { isUnreadable } from '@/lib/schedules/model'
import { collectionTotals, upcomingPayments } from '../store/schedules-tables'
import type { Database } from '../store/store'
import type { Found } from './findable'
import { anyOf, rowsOf } from './keep'

// The listed payments of the copy and the totals by day, always together. What comes is summed up here, from the very rows
// that are written, and what goes as it is taken away.

type Sum = {
  due: string
  method: string
  kind: string
  status: string
  count: number
  /** Pence. */
  total: number
  skipped: number
}

/** Takes the listed payments of these schedules away, inside `tx`. Answers what they came to. */
export async function takePayments(tx: Database, ids: readonly string[]): Promise<Sum[]> {
  if (ids.length === 0) return []
  const gone = await rowsOf<Omit<Sum, 'total'> & { total: number | string }>(
    tx,
    sql`with gone as (delete from ${upcomingPayments} where schedule = ${anyOf(ids)} returning due, method, kind, status, amount)
        select due::text, method, kind, status, count(*) filter (where amount > 0)::int as count,
          coalesce(sum(amount), 0)::bigint as total, count(*) filter (where amount = 0)::int as skipped
        from gone group by due, method, kind, status`,
  )
  return gone.map((sum) => ({ ...sum, total: Number(sum.total) }))
}

const textsOf = (values: readonly string[]) => sql`${sql.param(values)}::text[]`
/** Neither numbers nor days need quotes. */
const arrayOf = (values: readonly (number | CalendarDate)[]) => `{${values.join(',')}}`

/** Lists the payments of these schedules, which have none, inside `tx`, and adds what came and what went to the totals. */
export async function putPayments(tx: Database, found: readonly Found[], gone: readonly Sum[]): Promise<void> {
  const lists = found.flatMap(({ key, row }) =>
    isUnreadable(row) || !row.upcoming?.length ? [] : [{ ...row, key, upcoming: row.upcoming }],
  )
  if (lists.length > 0) {
    const upcoming = lists.flatMap((list) => list.upcoming)
    const ofList = lists.flatMap((list, at) => list.upcoming.map(() => at + 1))
    const places = lists.flatMap((list) => list.upcoming.map((_, place) => place))
    await tx.execute(
      sql`insert into ${upcomingPayments} (schedule, place, due, amount, method, kind, status)
          select s.id, p.place, p.due, p.amount, s.method, s.kind, s.status
          from unnest(${arrayOf(ofList)}::int[], ${arrayOf(places)}::int[], ${arrayOf(upcoming.map(({ date }) => date))}::date[],
            ${arrayOf(upcoming.map(({ amount }) => amount))}::int[]) p(list, place, due, amount)
          join unnest(${textsOf(lists.map(({ key }) => key))}, ${textsOf(lists.map(({ method }) => method))},
            ${textsOf(lists.map(({ kind }) => kind))}, ${textsOf(lists.map(({ status }) => status))})
            with ordinality s(id, method, kind, status, list) on s.list = p.list`,
    )
  }
  await addToTotals(tx, lists, gone)
}

type Listed = { method: string; kind: string; status: string; upcoming: readonly { date: string; amount: number }[] }

async function addToTotals(tx: Database, come: readonly Listed[], gone: readonly Sum[]): Promise<void> {
  const sums = new Map<string, Sum>()
  const sumOf = (due: string, { method, kind, status }: Omit<Listed, 'upcoming'>) => {
    const key = `${due} ${method} ${kind} ${status}`
    const known = sums.get(key) ?? { due, method, kind, status, count: 0, total: 0, skipped: 0 }
    sums.set(key, known)
    return known
  }
  for (const list of come)
    for (const { date, amount } of list.upcoming) {
      const sum = sumOf(date, list)
      sum.total += amount
      if (amount > 0) sum.count += 1
      else sum.skipped += 1
    }
  for (const { due, count, total, skipped, ...of } of gone) {
    const sum = sumOf(due, of)
    sum.count -= count
    sum.total -= total
    sum.skipped -= skipped
  }
  const news = [...sums.values()].filter(({ count, total, skipped }) => count !== 0 || total !== 0 || skipped !== 0)
  if (news.length === 0) return
  await tx.execute(
    sql`insert into ${collectionTotals} as t (due, method, kind, status, count, total, skipped)
        select due, method, kind, status, count, total, skipped from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
          as r(due date, method text, kind text, status text, count int, total bigint, skipped int)
        order by due, method, kind, status
        on conflict (due, method, kind, status) do update
        set count = t.count + excluded.count, total = t.total + excluded.total, skipped = t.skipped + excluded.skipped`,
  )
  if (gone.length > 0) await tx.delete(collectionTotals).where(sql`count = 0 and total = 0 and skipped = 0`)
}
