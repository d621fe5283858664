import 'server-only'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { MovedRange } from '@/lib/collections/moved'
import { aSchedule, payments } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { foundAlone } from '../book/findable'
import { takeSights } from '../book/take'
import type { Database } from '../store/store'
import { readBridge } from './moved'
import { takeSnapshot } from './take'

// For tests of snapshots: a book that has been read whole, schedules seen in it one minute after another, and snapshots of it.

let minute = 0
/** The next minute; what is seen later is newer. */
export const seenAt = () => new Date(Date.UTC(2026, 10, 1) + 60_000 * minute++)

export function see(...schedules: Schedule[]) {
  const at = seenAt()
  return takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt: at })))
}

/** A book without a schedule, read whole. */
export async function emptyBook(db: Database): Promise<void> {
  await db.execute(
    sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals, payments_at_risk,
        watch_items, snapshots, snapshot_schedules, snapshot_totals, sync_state`,
  )
  await db.execute(
    sql`insert into sync_state (name, complete_began, complete_passes) values ('book', '2026-11-01T00:00:00Z', 1)`,
  )
}

/** A snapshot that no later one within the minute stands for. */
export async function snapshot(db: Database): Promise<number> {
  await db.execute(sql`update snapshots set at = at - interval '5 minutes'`)
  return takeSnapshot({ person: 'finance@quarterday.test' })
}

/** A list that could not be read. */
export const UNREAD = { upcoming: null, unreadable: ['upcoming'] }
export const DECEMBER: MovedRange = { from: day('2026-12-01'), to: day('2026-12-31') }

/** Count and pence of each step, which lead from the opening to the closing. */
export async function stepsIn(since: number, range = DECEMBER, until?: number) {
  const { steps, opening, closing } = await readBridge({ ...range, since, ...(until !== undefined && { until }) })
  expect(opening + steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(closing)
  return Object.fromEntries(steps.map(({ step, count, amount }) => [step, [count, amount]]))
}

export const listed = (id: string, over: Partial<Schedule> = {}) =>
  aSchedule({ id, mandateId: `M-${id}`, upcoming: payments(['2026-12-15', '2027-01-15'], '25.00'), ...over })
