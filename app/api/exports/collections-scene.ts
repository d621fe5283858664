import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { ROLES, type Role } from '@/lib/roles'
import { aSchedule } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { foundAlone } from '@/lib/server/book/findable'
import { takeSights } from '@/lib/server/book/take'
import { catchUp } from '@/lib/server/outlook/catch-up'
import { forgetRates } from '@/lib/server/rates'
import { onBothStores } from '@/lib/server/store/both'
import type { Database } from '@/lib/server/store/store'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'
import { readCsv } from '@/lib/spreadsheet-strict'

// For tests alone: upcoming collections as files, on Thursday 10 December 2026, opened by a strict reader of CSV.

export const JANUARY = { from: '2027-01-01', to: '2027-01-31' }
export const seenAt = new Date('2026-12-10T09:00:00Z')

export const cookies = {} as Record<Role, string>

export const see = async (...schedules: Schedule[]) => {
  await takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
  await catchUp()
}
export const post = async (role: Role, body: object) => {
  const { POST } = await import('./route')
  const whole = { what: 'collections', format: 'csv', filter: JANUARY, ...body }
  return POST(ask('/api/exports', { method: 'POST', body: whole, cookie: cookies[role] }))
}
export const csv = async (body: object, role: Role = 'finance') => {
  const response = await post(role, body)
  expect(response.status).toBe(200)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  const [head = [], ...rows] = readCsv(text.slice(1))
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

export const monthly = (id: string, over: Partial<Schedule> = {}) =>
  aSchedule({ id, mandateId: `M-${id}`, firstCollectionDate: day('2026-12-14'), collectionDay: 14, ...over })

/** Runs `tests` on both stores with people of each role who are signed in; each test begins with an empty book that was read whole. */
export function onCollections(tests: (store: () => { db: Database }) => void): void {
  beforeAll(() => stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1', TODAY: '2026-12-10T10:00' }))
  afterAll(() => vi.unstubAllEnvs())
  beforeEach(() => forgetRates())

  onBothStores('collections as files', (store) => {
    beforeAll(async () => {
      await addPeople()
      for (const role of ROLES) cookies[role] = await cookieOf(role)
    })
    beforeEach(async () => {
      await store().db.execute(
        sql`truncate schedules, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals,
          payments_at_risk, watch_items, sync_state`,
      )
      await store().db.execute(
        sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`,
      )
    })
    tests(store)
  })
}
