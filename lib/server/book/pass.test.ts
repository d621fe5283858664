import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseFaults } from '@/sandbox/faults'
import { seedBook } from '@/sandbox/seed'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import type { Wire } from '@/sandbox/wire'
import { decodeSchedule } from '../smarterpay/schedules'
import { createTransport, type Transport } from '../smarterpay/transport'
import { onBothStores } from '../store/both'
import { auditLog } from '../store/records-tables'
import {
  collectionTotals,
  scheduleRecords,
  schedules,
  upcomingPayments,
  waitingIndexes,
} from '../store/schedules-tables'
import { database } from '../store/store'
import { PUT_OFF } from './first-fill'
import { guardedBy, LeaseLost, takeLease } from './lease'
import { runPass } from './pass'
import { readState } from './state'

for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: '2026-11-20T10:00',
}))
  vi.stubEnv(name, value)

const SIZE = 90
const PAGE = 25
let sandbox: Sandbox
let from: Transport
beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: { size: SIZE } })
})
afterAll(() => sandbox.close())

/** Done to the sandbox's book itself: it stands in this very process. */
const inTheList = (fault: string, over: object = {}, match: object = { path: 'recurrenceschedules' }) => {
  const faults = parseFaults([{ match, fault, ...over }])
  if (typeof faults === 'string') throw new Error(faults)
  sandbox.book.faults = faults
}
const noFaults = () => {
  sandbox.book.faults = []
}
const plant = (wire: Wire) =>
  sandbox.book.schedules.set(String(wire.id), {
    wire,
    customerId: '',
    existingCard: false,
    standsStill: false,
    handEdited: false,
    behind: null,
  })

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

  const pass = async (mostPages?: number) => {
    const fence = (await takeLease()) ?? (await readState())?.fence ?? 0
    return runPass({ from, guard: guardedBy(fence), pageSize: PAGE, ...(mostPages !== undefined && { mostPages }) })
  }
  const ids = async () =>
    new Set((await (await database()).select({ id: schedules.id }).from(schedules)).map(({ id }) => id))

  /** The index against the sandbox's own state: every record as it reads, every payment, every sum. */
  async function expectTheBook(): Promise<void> {
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
    expect(listed).toBe(
      wires.reduce((sum, row) => sum + (row.unreadable === true ? 0 : (row.upcoming?.length ?? 0)), 0),
    )
  }

  it('meets the whole book, and says when it began', async () => {
    const before = new Date()
    expect(await pass()).toEqual({ end: 'complete', read: SIZE })
    await expectTheBook()
    const state = await readState()
    expect(state?.completeBegan?.getTime()).toBeGreaterThanOrEqual(before.getTime())
    expect(state).toMatchObject({ completeRows: SIZE, completePasses: 1 })
  })

  it('fills an empty store without the indexes that filling does not need, and has all of them once it met the book', async () => {
    const waiting = () => database().then((db) => db.$count(waitingIndexes))
    expect(await pass(2), 'a pass that breaks off').toMatchObject({ end: 'too-many-pages' })
    expect(await waiting()).toBe(PUT_OFF.length)
    expect(await pass()).toMatchObject({ end: 'complete' })
    expect(await waiting()).toBe(0)
    await pass(2)
    expect(await waiting(), 'a later pass leaves them alone').toBe(0)
  })

  describe.each([
    ['page-ignored', {}, 'no-new-rows'],
    ['page-repeats', {}, 'no-new-rows'],
    ['vanishing-row', {}, 'complete'],
    ['endless', {}, 'never-there'],
    ['empty-page', { params: { page: 2 } }, 'rows-after-the-end'],
    ['empty-page', {}, 'complete'],
    ['drift', {}, 'complete'],
  ] as const)('where the list has the fault %s (case %#)', (fault, over, end) => {
    it('nothing is emptied meanwhile, and two quiet passes later the index is the book', async () => {
      await pass()
      const whole = await ids()
      inTheList(fault, over)
      for (let n = 0; n < 2; n += 1) {
        // Endless pages are stopped by asking for one of their schedules, before the bound of pages.
        expect(await pass()).toMatchObject({ end })
        expect(await ids(), 'none is lost, none is invented').toEqual(whole)
      }
      noFaults()
      for (let n = 0; n < 2; n += 1) expect(await pass()).toMatchObject({ end: 'complete' })
      await expectTheBook()
    })
  })

  it('takes what changed meanwhile into account once the list is well again', async () => {
    await pass()
    inTheList('page-ignored')
    const [one, other] = [...sandbox.book.schedules.values()].filter(
      ({ standsStill, wire }) => !standsStill && wire.status === 'active',
    )
    if (!one || !other) throw new Error('the book has too few schedules')
    one.wire.amount = '4321'
    const made = { ...other.wire, id: 'FTBRS99999999', created_at: '2026-11-20T09:59:00Z' }
    plant(made)
    await pass()
    noFaults()
    await pass()
    await expectTheBook()
    const entries = await (await database())
      .select()
      .from(auditLog)
      .where(sql`schedule in (${String(one.wire.id)}, 'FTBRS99999999')`)
    expect(entries.map(({ source, action }) => `${source} ${action}`).sort()).toEqual(
      expect.arrayContaining(['outside changed-outside']),
    )
  })

  it('takes a schedule away only after two complete passes and an answer that it is not there', async () => {
    await pass()
    const id = [...sandbox.book.schedules.keys()].at(70) ?? ''
    sandbox.book.schedules.delete(id)
    await pass()
    expect((await ids()).has(id), 'after one pass').toBe(true)
    inTheList('endless')
    await pass()
    expect((await ids()).has(id), 'a pass that was not complete does not count').toBe(true)
    noFaults()
    inTheList('500', {}, { path: 'recurrenceschedule', id })
    await pass()
    expect((await ids()).has(id), 'nobody says that it is not there').toBe(true)
    noFaults()
    await pass()
    expect((await ids()).has(id)).toBe(false)
    await expectTheBook()
    const entries = await (await database())
      .select()
      .from(auditLog)
      .where(sql`action = 'gone-outside' and schedule = ${id}`)
    expect(entries).toHaveLength(1)
  })

  it('keeps records that cannot be read as rows of their own', async () => {
    const [some] = [...sandbox.book.schedules.values()]
    const broken = [
      { ...some?.wire, id: 'no id at all' },
      { ...some?.wire, id: 'FTBRS77777777', amount: '22.50', upcoming_payments: 'not json' },
    ]
    for (const wire of broken) plant(wire)
    for (let n = 0; n < 3; n += 1) expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
    expect((await readState())?.completeRows).toBe(SIZE + 2)
  })

  it('knows a schedule by its legacy and by its newer id, whichever the list tells', async () => {
    await pass()
    for (const legacyIds of ['new-with-legacy', 'as-asked', 'new-only', 'new-only', 'as-asked'] as const) {
      sandbox.book.switches.legacyIds = legacyIds
      await pass()
    }
    await pass()
    await expectTheBook()
  })

  it('leaves the copy alone when SmarterPay turns us away, and goes on when it no longer does', async () => {
    await pass()
    const { completeBegan } = (await readState()) ?? {}
    inTheList('498')
    await expect(pass()).rejects.toMatchObject({ problem: { kind: 'misconfigured' } })
    expect((await ids()).size).toBe(SIZE)
    expect((await readState())?.completeBegan).toEqual(completeBegan)
    noFaults()
    expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
  })

  it('ends at the bound of pages without calling that the whole', async () => {
    expect(await pass(2)).toMatchObject({ end: 'too-many-pages' })
    expect((await readState())?.completeBegan).toBeNull()
    expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
  })

  it('writes nothing more once another holds the lease', async () => {
    const fence = (await takeLease()) ?? 0
    const guard = guardedBy(fence)
    let asked = 0
    const slow: Transport = {
      ...from,
      read: async (call) => {
        asked += 1
        if (asked === 3) await (await database()).execute(sql`update sync_state set fence = fence + 1`)
        return from.read(call)
      },
    }
    await expect(runPass({ from: slow, guard, pageSize: PAGE })).rejects.toBeInstanceOf(LeaseLost)
    expect((await readState())?.completeBegan).toBeNull()
    const before = (await ids()).size
    await expect(runPass({ from, guard, pageSize: PAGE })).rejects.toBeInstanceOf(LeaseLost)
    expect((await ids()).size).toBe(before)
  })
})
