import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import { bandOf, type CollectionPayment, type CollectionPayments, type Risk } from '@/lib/collections/model'
import type { Part, PaymentsQuery } from '@/lib/collections/payments-query'
import { asksFor } from '@/lib/collections/query'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Kind, Method } from '@/lib/schedules/model'
import { earliestDate } from '@/lib/schedules/notice'
import { rowsOf } from './book/keep'
import { circumstances } from './clock'
import { about } from './collections'
import { paymentsAtRisk, projectedPayments } from './store/outlook-tables'
import { scheduleRecords, upcomingPayments } from './store/schedules-tables'
import { type Database, database } from './store/store'

// The single payments behind what will be collected: SmarterPay's rows and our projected ones, page by page or all of them.

/** Which listed rows a part holds; `u` and `r` are upcoming_payments and payments_at_risk. */
function listedPart(part: Part, c: Circumstances): SQL | null {
  const today = c.now.date
  const locked = sql`(case when u.method = 'card' then u.due <= ${today} else u.due < ${earliestDate(c)} end)`
  const atRisk = sql`(r.risk is not null or u.due < ${today})`
  switch (part) {
    case 'skipped':
      return sql`u.amount = 0`
    case 'at-risk':
      return sql`u.amount > 0 and ${atRisk}`
    case 'locked':
      return sql`u.amount > 0 and ${locked} and not ${atRisk}`
    case 'scheduled':
      return sql`u.amount > 0 and not ${locked} and not ${atRisk}`
    case 'projected':
      return null
  }
}

type PaymentRow = {
  schedule: string
  place: number
  due: CalendarDate
  amount: number
  method: Method
  kind: Kind
  source: 'smarterpay' | 'projected'
  risk: Risk | null
  reference: string | null
}

type Wanted = Omit<PaymentsQuery, 'sort' | 'page' | 'size'>

const NO_ROWS = sql`(select '' as schedule, 0 as place, null::date as due, 0 as amount, '' as method, '' as kind, '' as source,
  null as risk where false)`

/** The payments of a query from both sources: of each those after `after`, in order, and no more than `limit`. */
function wantedRows(query: Wanted, c: Circumstances, order: SQL, limit: number, after = sql`true`): SQL {
  const parts = query.band ?? ['locked', 'scheduled', 'at-risk', 'projected']
  const listed = asksFor(query, 'smarterpay') ? parts.flatMap((part) => listedPart(part, c) ?? []) : []
  const sources = [
    ...(listed.length > 0
      ? [
          sql`(select schedule, place, due, amount, method, kind, 'smarterpay' as source, risk from (
                select u.schedule, u.place, u.due, u.amount, u.method, u.kind, r.risk from ${upcomingPayments} u
                left join ${paymentsAtRisk} r on r.schedule = u.schedule and r.place = u.place
                where u.status = 'active' and (${sql.join(listed, sql` or `)})) listed
              where ${about(query)} and ${after} order by ${order} limit ${limit})`,
        ]
      : []),
    ...(parts.includes('projected') && asksFor(query, 'projected')
      ? [
          sql`(select schedule, place, due, amount, method, kind, 'projected' as source, null as risk from ${projectedPayments}
              where ${about(query)} and ${after} order by ${order} limit ${limit})`,
        ]
      : []),
  ]
  if (sources.length === 0) sources.push(NO_ROWS)
  return sql.join(sources, sql` union all `)
}

/** With the reference of its schedule. */
const named = (rows: SQL, order: SQL) =>
  sql`select p.schedule, p.place, p.due::text as due, p.amount, p.method, p.kind, p.source, p.risk,
        s.record->>'customReference' as reference
      from (${rows}) p left join ${scheduleRecords} s on s.schedule = p.schedule order by ${order}`

function asPayment({ due, place: _place, ...row }: PaymentRow, c: Circumstances): CollectionPayment {
  const payment = { ...row, date: due }
  const band = bandOf(payment, c)
  return { ...payment, band, risk: band === 'at-risk' ? (row.risk ?? 'overdue') : null }
}

const IN_ORDER = sql.raw('due, schedule, place')

/** The single payments behind a figure, paged. */
export async function readPayments(query: PaymentsQuery): Promise<CollectionPayments> {
  const c = circumstances()
  const order = query.sort === '-amount' ? sql.raw('amount desc, due, schedule, place') : IN_ORDER
  const rows = wantedRows(query, c, order, query.page * query.size + 1)
  const page = sql`select * from (${rows}) both_sources
    order by ${order} limit ${query.size + 1} offset ${(query.page - 1) * query.size}`
  const found = await rowsOf<PaymentRow>(await database(), named(page, order))
  return {
    rows: found.slice(0, query.size).map((row) => asPayment(row, c)),
    more: found.length > query.size,
  }
}

/** Rows of one question to the store. */
const LOT = 5_000

/** All payments of a query by date, lot by lot. `tx`: what is read in one transaction is of one moment. */
export async function* paymentsInLots(
  tx: Database,
  query: Wanted,
  c: Circumstances,
): AsyncGenerator<CollectionPayment[]> {
  let after = sql`true`
  for (;;) {
    const rows = wantedRows(query, c, IN_ORDER, LOT, after)
    const lot = sql`select * from (${rows}) both_sources order by ${IN_ORDER} limit ${LOT}`
    const found = await rowsOf<PaymentRow>(tx, named(lot, IN_ORDER))
    yield found.map((row) => asPayment(row, c))
    const last = found.at(-1)
    if (last === undefined || found.length < LOT) return
    after = sql`(due, schedule, place) > (${last.due}::date, ${last.schedule}, ${last.place}::int)`
  }
}
