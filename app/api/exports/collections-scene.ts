import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { Role } from '@/lib/roles'
import { aSchedule } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { foundAlone } from '@/lib/server/book/findable'
import { takeSights } from '@/lib/server/book/take'
import { catchUp } from '@/lib/server/outlook/catch-up'
import { forgetRates } from '@/lib/server/rates'
import { onBothStores } from '@/lib/server/store/both'
import type { Database } from '@/lib/server/store/store'
import { stubSettings } from '@/lib/server/visitors'
import { asking, linesOf, signInEachRole } from './files-scene'

// For tests alone: upcoming collections as files, on Thursday 10 December 2026.

export const JANUARY = { from: '2027-01-01', to: '2027-01-31' }
export const seenAt = new Date('2026-12-10T09:00:00Z')

export const see = async (...schedules: Schedule[]) => {
  await takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
  await catchUp()
}
export const post = asking('collections', JANUARY)
export const csv = async (body: object, role: Role = 'finance') => {
  const [head = [], ...rows] = await linesOf(await post(role, body))
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
    beforeAll(signInEachRole)
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
