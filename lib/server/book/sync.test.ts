import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { endInstance } from '../changes/instances'
import { onBothStores, onPostgres } from '../store/both'
import { schedules } from '../store/schedules-tables'
import { database } from '../store/store'
import { giveUpLease, guardedBy, LeaseLost, renewLease, takeLease } from './lease'
import { indexIsReady, readState } from './state'
import { isWanted, startSync, stopSync, wantPass } from './sync'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: { size: 30 } })
  for (const [name, value] of Object.entries({
    SMARTERPAY_TARGET: 'sandbox',
    SANDBOX_URL: sandbox.url,
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    TODAY: '2026-11-20T10:00',
    SYNC_INTERVAL_MS: '100',
  }))
    vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.close()
})
const fresh = async () => {
  await (await database()).execute(
    sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, sync_state`,
  )
}
const soon = { timeout: 20_000, interval: 20 }

onBothStores('keeping the copy', () => {
  beforeEach(fresh)
  afterEach(async () => {
    await stopSync()
    await endInstance()
  })
  const count = async () => (await database()).$count(schedules)
  const passes = async () => (await readState())?.completePasses ?? 0

  it('begins at the start, goes on by itself, and gives the lease back at the end', async () => {
    expect(await indexIsReady()).toBe(false)
    startSync()
    await vi.waitFor(async () => expect(await passes()).toBeGreaterThan(2), soon)
    expect(await indexIsReady()).toBe(true)
    expect(await count()).toBe(30)
    await stopSync()
    expect(await readState()).toMatchObject({ owner: null, leaseUntil: null, passBegan: null })
    const rested = await passes()
    startSync()
    await vi.waitFor(async () => expect(await passes()).toBeGreaterThan(rested), soon)
  })

  it('survives a SmarterPay that fails, with all it has, and goes on when it is well', async () => {
    startSync()
    await vi.waitFor(async () => expect(await passes()).toBeGreaterThan(0), soon)
    sandbox.book.faults = [
      { match: { path: 'recurrenceschedules' }, fault: '498', times: null, after: 0, params: {}, met: 0 },
    ]
    await vi.waitFor(async () => expect(await readState()).toMatchObject({ lastEnd: 'misconfigured' }), soon)
    expect(await count()).toBe(30)
    sandbox.book.faults = []
    await vi.waitFor(async () => expect(await readState()).toMatchObject({ lastEnd: 'complete' }), soon)
  })

  it('is asked for by anybody; a wish soon after a pass waits a little, and is not forgotten', async () => {
    await takeLease()
    await wantPass()
    const wanted = await readState()
    expect(wanted && isWanted(wanted, Date.now())).toBe(true)
    await (await database()).execute(sql`update sync_state set wanted_at = null, complete_began = now()`)
    await wantPass()
    const again = await readState()
    const began = again?.completeBegan?.getTime() ?? Number.NaN
    expect(again && [isWanted(again, began + 9_999), isWanted(again, began + 10_000)]).toEqual([false, true])
  })
})

onPostgres('several processes and one book', () => {
  beforeEach(fresh)

  it('one copies; another takes over when that one is silent, and what the old one still writes is refused', async () => {
    const db = await database()
    const first = (await takeLease()) ?? 0
    await endInstance()
    expect(await takeLease(), 'held').toBeNull()
    expect(await renewLease(first)).toBe(true)
    const { rows } = (await db.execute(
      sql`select extract(epoch from lease_until - now())::int as s from sync_state`,
    )) as unknown as { rows: { s: number }[] }
    expect(rows[0]?.s, 'within a minute').toBeLessThan(60)
    await db.execute(sql`update sync_state set lease_until = now() - interval '1 second'`)
    const second = (await takeLease()) ?? 0
    expect(second).toBeGreaterThan(first)
    expect(await renewLease(first)).toBe(false)
    await expect(db.transaction(guardedBy(first))).rejects.toBeInstanceOf(LeaseLost)
    await giveUpLease(first)
    await expect(db.transaction(guardedBy(second)), 'the old one gives nothing away').resolves.toBeUndefined()
    await giveUpLease(second)
    expect(await takeLease()).not.toBeNull()
    await endInstance()
  })

  it('a lease cannot be taken over in the midst of a transaction of its holder', async () => {
    const db = await database()
    const fence = (await takeLease()) ?? 0
    await db.execute(sql`update sync_state set lease_until = now() - interval '1 second'`)
    let over = false
    const taking = await db.transaction(async (tx) => {
      await guardedBy(fence)(tx)
      const other = takeLease().then((taken) => {
        expect(over, 'only when the transaction is over').toBe(true)
        return taken
      })
      await tx.execute(sql`select pg_sleep(0.3)`)
      over = true
      return { other }
    })
    expect(await taking.other).toBeGreaterThan(fence)
    await endInstance()
  })
})
