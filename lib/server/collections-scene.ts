import 'server-only'
import { sql } from 'drizzle-orm'
import { vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { PARTS } from '@/lib/collections/payments-query'
import type { CollectionsQuery } from '@/lib/collections/query'
import type { Schedule } from '@/lib/schedules/model'
import type { Wire } from '@/sandbox/wire'
import { foundAlone } from './book/findable'
import { takeSights } from './book/take'
import { readPayments } from './collection-payments'
import { catchUp } from './outlook/catch-up'
import type { Database } from './store/store'

// For tests alone: books of schedules on Thursday 10 December 2026, ten in the morning, what is to be collected from them,
// and the same sums from SmarterPay's own records.

export const TODAY = '2026-12-10'
for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: `${TODAY}T10:00`,
}))
  vi.stubEnv(name, value)

export const range = (from: string, to: string, rest: Partial<CollectionsQuery> = {}): CollectionsQuery => ({
  from: day(from),
  to: day(to),
  group: 'day',
  ...rest,
})
let minute = 0
export const seenAt = () => new Date(Date.UTC(2026, 11, 10, 9) + 60_000 * minute++)

export async function see(...schedules: Schedule[]) {
  const at = seenAt()
  await takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt: at })))
  await catchUp()
}

export async function emptyBook(db: Database) {
  await db.execute(
    sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals, payments_at_risk, watch_items`,
  )
}

/** Every single payment behind a query, page by page. */
export async function paymentsOf(query: CollectionsQuery, band?: (typeof PARTS)[number]) {
  const { group: _group, ...about } = query
  const rows = []
  for (let page = 1; ; page += 1) {
    const answer = await readPayments({ ...about, ...(band && { band: [band] }), sort: 'date', page, size: 150 })
    rows.push(...answer.rows)
    if (!answer.more) return rows
  }
}

export type Listed = { date: string; pence: number; method: string; kind: string }

/** What SmarterPay's own records say will be taken, read by nothing of ours. */
export function independently(wires: readonly Wire[]): Listed[] {
  const methods: Record<string, string> = { directdebit: 'direct-debit', cardpayment: 'card' }
  const kinds: Record<string, string> = {
    DDOngoingPayment: 'ongoing',
    OngoingPayment: 'ongoing',
    DDPaymentPlan: 'plan',
    PaymentPlan: 'plan',
  }
  return wires.flatMap((wire) => {
    if (wire.status !== 'active' || !/^[A-Za-z0-9_-]{1,64}$/.test(String(wire.id))) return []
    let rows: { collection_date: string; amount: string }[]
    try {
      rows = JSON.parse(String(wire.upcoming_payments) || '[]')
    } catch {
      return []
    }
    // A list with one amount that cannot be read says nothing sure: it is in no sum, and named.
    if (!Array.isArray(rows) || rows.some(({ amount }) => !/^\d+$/.test(String(amount)))) return []
    return rows.map(({ collection_date, amount }) => ({
      date: collection_date,
      pence: Number(amount),
      method: methods[String(wire.payment_type).toLowerCase()] ?? 'unrecognised',
      kind: kinds[String(wire.type)] ?? 'unrecognised',
    }))
  })
}
