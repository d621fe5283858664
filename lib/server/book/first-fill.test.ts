import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aSchedule } from '@/lib/schedules/examples'
import { listFromIndex } from '../reading/from-index'
import { onBothStores } from '../store/both'
import { waitingIndexes } from '../store/schedules-tables'
import { database } from '../store/store'
import { foundAlone } from './findable'
import { buildWaitingIndexes, PUT_OFF, putOffIndexes } from './first-fill'
import { rowsOf } from './keep'
import { takeSights } from './take'

const logged = vi.hoisted(() => [] as unknown[])
vi.mock(import('../log'), async (actual) => ({ ...(await actual()), log: (...line) => void logged.push(line) }))
for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: '2022-06-01T10:00',
}))
  vi.stubEnv(name, value)

const free = async () => undefined

onBothStores('indexes that filling does not need', () => {
  const definitions = async () =>
    Object.fromEntries(
      (
        await rowsOf<{ name: string; definition: string }>(
          await database(),
          sql`select indexname as name, indexdef as definition from pg_indexes where tablename in ('schedules', 'upcoming_payments')`,
        )
      ).map(({ name, definition }) => [name, definition]),
    )
  const waiting = async () => (await (await database()).select().from(waitingIndexes)).map(({ name }) => name).sort()

  beforeEach(() => {
    logged.length = 0
  })
  afterEach(buildWaitingIndexes)

  it('are all there, are put off, and are built as they were', async () => {
    const before = await definitions()
    expect(Object.keys(before)).toEqual(expect.arrayContaining([...PUT_OFF]))
    await putOffIndexes(free)
    const left = Object.keys(await definitions())
    expect(left.filter((name) => PUT_OFF.some((own) => own === name))).toEqual([])
    expect(left).toContain('schedules_other_id')
    expect(await waiting()).toEqual([...PUT_OFF].sort())

    await buildWaitingIndexes()
    expect(await definitions()).toEqual(before)
    expect(await waiting()).toEqual([])
    expect(logged).toEqual([])
  })

  it('stay where they are once the lease is lost', async () => {
    const before = await definitions()
    const lost = new Error('lost')
    await expect(putOffIndexes(() => Promise.reject(lost))).rejects.toBe(lost)
    expect(await definitions()).toEqual(before)
    expect(await waiting()).toEqual([])
  })

  it('stay where they are, and nothing else stops, where the database does not let us', async () => {
    const before = await definitions()
    await putOffIndexes((tx) => tx.execute(sql`set transaction read only`).then(free))
    expect(await definitions()).toEqual(before)
    expect(logged).toMatchObject([['warn', 'index.put-off', {}, expect.any(Error)]])
  })

  it('can be put off again where an earlier process got half way, and be built by two at once', async () => {
    const before = await definitions()
    await putOffIndexes(free)
    const [one] = await (await database()).select().from(waitingIndexes).limit(1)
    await (await database()).execute(sql.raw(one?.definition ?? ''))
    await (await database()).execute(sql`delete from waiting_indexes where name = ${one?.name}`)
    await putOffIndexes(free)
    expect(await waiting()).toEqual([...PUT_OFF].sort())
    await Promise.all([buildWaitingIndexes(), buildWaitingIndexes()])
    expect(await definitions()).toEqual(before)
    expect(logged).toEqual([])
  })

  it('are not needed to find anything', async () => {
    await putOffIndexes(free)
    const seenAt = new Date()
    await takeSights([{ found: foundAlone(aSchedule({ id: 'GYM', description: 'Gym, monthly' })), seenAt }])
    const { rows, total } = await listFromIndex({
      q: 'gym',
      sort: { field: 'amount', descending: true },
      page: 1,
      size: 5,
    })
    expect([rows.map(({ id }) => id), total]).toEqual([['GYM'], 1])
    await (await database()).execute(sql`truncate schedules, schedule_records, upcoming_payments, collection_totals`)
  })

  it('that cannot be built are logged, wait on, and keep nothing else from being built', async () => {
    const before = await definitions()
    await putOffIndexes(free)
    const db = await database()
    await db.execute(
      sql`update waiting_indexes set definition = 'create index on nowhere (x)' where name = 'schedules_kind'`,
    )
    await buildWaitingIndexes()
    expect(await waiting()).toEqual(['schedules_kind'])
    expect(logged).toMatchObject([['error', 'index.build', { index: 'schedules_kind' }, expect.any(Error)]])
    await db.execute(
      sql`update waiting_indexes set definition = ${before.schedules_kind} where name = 'schedules_kind'`,
    )
    await buildWaitingIndexes()
    expect(await definitions()).toEqual(before)
  })
})
