import 'server-only'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { parseFaults } from '@/sandbox/faults'
import { seedBook } from '@/sandbox/seed'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import type { Wire } from '@/sandbox/wire'
import { decodeSchedule } from '../smarterpay/schedules'
import { createTransport, type Transport } from '../smarterpay/transport'
import { onBothStores } from '../store/both'
import { collectionTotals, scheduleRecords, schedules, upcomingPayments } from '../store/schedules-tables'
import { database } from '../store/store'
import { guardedBy, takeLease } from './lease'
import { runPass } from './pass'
import { readState } from './state'

// For tests alone: passes over the sandbox's book, and the copy that they leave held against that book.

for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: '2026-11-20T10:00',
}))
  vi.stubEnv(name, value)

export const SIZE = 90
export const PAGE = 25
export let sandbox: Sandbox
export let from: Transport

/** Done to the sandbox's book itself: it stands in this very process. */
export const inTheList = (fault: string, over: object = {}, match: object = { path: 'recurrenceschedules' }) => {
  const faults = parseFaults([{ match, fault, ...over }])
  if (typeof faults === 'string') throw new Error(faults)
  sandbox.book.faults = faults
}
export const noFaults = () => {
  sandbox.book.faults = []
}
export const plant = (wire: Wire) =>
  sandbox.book.schedules.set(String(wire.id), {
    wire,
    customerId: '',
    existingCard: false,
    standsStill: false,
    handEdited: false,
    behind: null,
  })

export const pass = async (mostPages?: number) => {
  const fence = (await takeLease()) ?? (await readState())?.fence ?? 0
  return runPass({ from, guard: guardedBy(fence), pageSize: PAGE, ...(mostPages !== undefined && { mostPages }) })
}
export const ids = async () =>
  new Set((await (await database()).select({ id: schedules.id }).from(schedules)).map(({ id }) => id))

/** The index against the sandbox's own state: every record as it reads, every payment, every sum. */
export async function expectTheBook(): Promise<void> {
  const db = await database()
  const stored = new Map((await db.select().from(scheduleRecords)).map(({ schedule, record }) => [schedule, record]))
  const wires = [...sandbox.book.schedules.values()].map(({ wire }) => decodeSchedule(wire))
  expect(await ids()).toEqual(new Set(stored.keys()))
  expect(stored.size).toBe(wires.length)
  const due = new Map<string, number>()
  for (const row of wires) {
    if (row.unreadable === true) continue
    expect(stored.get(row.id)).toEqual(row)
    for (const { date, amount } of row.upcoming ?? []) due.set(date, (due.get(date) ?? 0) + amount)
  }
  const sums = await db
    .select({ due: collectionTotals.due, total: sql<number>`sum(total)::int` })
    .from(collectionTotals)
    .groupBy(collectionTotals.due)
  expect(Object.fromEntries(sums.map((row) => [row.due, row.total]))).toEqual(Object.fromEntries(due))
  const listed = await db.$count(upcomingPayments)
  expect(listed).toBe(wires.reduce((sum, row) => sum + (row.unreadable === true ? 0 : (row.upcoming?.length ?? 0)), 0))
}

/** Runs `tests` on both stores, with a sandbox in this process; each test begins with its seeded book and an empty copy. */
export function onPasses(tests: () => void): void {
  beforeAll(async () => {
    sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: { size: SIZE } })
  })
  afterAll(() => sandbox.close())

  onBothStores('a pass over the book', () => {
    beforeEach(async () => {
      sandbox.book.empty()
      seedBook(sandbox.book, { size: SIZE })
      const db = await database()
      await db.execute(sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, sync_state`)
      from = createTransport({
        origin: sandbox.url,
        token: 'sandbox',
        readTimeoutMs: 2_000,
        writeTimeoutMs: 2_000,
        log: () => undefined,
      })
    })
    tests()
  })
}
