import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, payment, payments, pounds } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { keepCopy } from '../copy'
import { decodeSent } from '../smarterpay/schedules'
import { onBothStores } from '../store/both'
import { auditLog } from '../store/records-tables'
import { collectionTotals, scheduleRecords, schedules, upcomingPayments } from '../store/schedules-tables'
import type { Database } from '../store/store'
import { type Found, foundAlone, foundInList } from './findable'
import { removeRows, rowsOf } from './keep'
import { takeSights } from './take'

for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: '2022-06-01T10:00',
}))
  vi.stubEnv(name, value)

const at = (minute: number) => new Date(Date.UTC(2022, 5, 1, 9, minute))
const sight = (found: Found, minute: number) => ({ found, seenAt: at(minute) })
const see = (schedule: Schedule, minute: number) => takeSights([sight(foundAlone(schedule), minute)])
const sent = (record: unknown) => foundInList(decodeSent(record))

onBothStores('the copy of the book', (store) => {
  const db = new Proxy({} as Database, { get: (_, name) => Reflect.get(store().db, name) })
  const entries = async () =>
    (await db.select().from(auditLog).orderBy(auditLog.seq)).map(({ source, action, schedule, before, after }) => ({
      source,
      action,
      schedule,
      before,
      after,
    }))
  let seenBefore = 0
  const newEntries = async () => (await entries()).slice(seenBefore)

  beforeEach(async () => {
    await db.execute(sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, sync_state`)
    seenBefore = (await entries()).length
  })

  /** What the totals ought to be, summed up from the records alone. */
  async function summedUp() {
    const all = await db.select().from(scheduleRecords)
    const sums = new Map<string, number[]>()
    for (const { record } of all) {
      if (record.unreadable === true) continue
      for (const { date, amount } of record.upcoming ?? []) {
        const key = [date, record.method, record.kind, record.status].join(' ')
        const [count = 0, total = 0, skipped = 0] = sums.get(key) ?? []
        sums.set(key, [count + (amount > 0 ? 1 : 0), total + amount, skipped + (amount === 0 ? 1 : 0)])
      }
    }
    return [...sums].map(([key, sum]) => `${key}: ${sum.join(' ')}`).sort()
  }
  const totals = async () =>
    (await db.select().from(collectionTotals))
      .map(
        ({ due, method, kind, status, count, total, skipped }) =>
          `${due} ${method} ${kind} ${status}: ${count} ${total} ${skipped}`,
      )
      .sort()
  const listed = async () =>
    (await db.select().from(upcomingPayments).orderBy(upcomingPayments.schedule, upcomingPayments.place)).length

  it('holds a schedule, its payments and the totals by day, and follows each change of it', async () => {
    const first = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19']) })
    await see(first, 1)
    await see(aPlan({ total: '30.00', id: 'PLAN1' }), 1)
    expect(await totals()).toEqual(await summedUp())
    expect(await totals()).toContain('2022-06-20 direct-debit ongoing active: 1 2532 0')

    await see({ ...first, upcoming: [payment('2022-06-20', '0.00'), payment('2022-07-21', '10.00')] }, 2)
    expect(await totals()).toEqual(await summedUp())
    expect(await totals()).toContain('2022-06-20 direct-debit ongoing active: 0 0 1')
    expect((await totals()).join()).not.toContain('2022-08-19')

    await see({ ...first, status: 'inactive', upcoming: [] }, 3)
    expect(await totals()).toEqual(await summedUp())
    await db.transaction((tx) => removeRows(tx, ['PLAN1']))
    expect(await totals()).toEqual([])
    expect(await listed()).toBe(0)
  })

  it('takes nothing older than what it holds, and leaves alone what stands as it stood', async () => {
    const schedule = aSchedule()
    await see(schedule, 5)
    await see(aSchedule({ amount: pounds('99.00') }), 4)
    await see(schedule, 6)
    const [row] = await db.select().from(schedules)
    expect(row).toMatchObject({ amount: 2532, seenAt: at(5) })
    expect(await newEntries()).toEqual([])
  })

  it('notices a change of text alone, and records it as changed outside once, however often it is seen', async () => {
    await see(aSchedule({ description: 'Gym' }), 1)
    for (const minute of [2, 3, 4]) await see(aSchedule({ description: 'Pool' }), minute)
    expect(await newEntries()).toMatchObject([
      { source: 'outside', action: 'changed-outside', before: { description: 'Gym' }, after: { description: 'Pool' } },
    ])
  })

  it('records once what two reads see at the same time', async () => {
    await see(aSchedule(), 1)
    const changed = aSchedule({ amount: pounds('30.00') })
    await Promise.all([2, 3, 4, 5].map((minute) => see(changed, minute)))
    expect(await newEntries()).toHaveLength(1)
  })

  it('says that SmarterPay moved rows off days that are no banking days any more, where nothing else changed', async () => {
    const before = aSchedule({ upcoming: payments(['2022-06-20', '2022-09-19']) })
    await see(before, 1)
    await see({ ...before, upcoming: payments(['2022-06-20', '2022-09-20']) }, 2)
    expect(await newEntries()).toMatchObject([{ source: 'smarterpay', action: 'regenerated' }])
    await see({ ...before, upcoming: payments(['2022-06-20', '2022-09-21']) }, 3)
    expect((await newEntries()).at(-1)).toMatchObject({ source: 'outside', action: 'changed-outside' })
  })

  it('does not call our own change outside', async () => {
    await see(aSchedule(), 1)
    const ours = aSchedule({ amount: pounds('40.00') })
    await db.transaction((tx) => keepCopy(tx, ours, at(2)))
    await see(ours, 3)
    expect(await newEntries()).toEqual([])
    expect(await totals()).toEqual(await summedUp())
  })

  it('records a schedule that nobody here made, if it was made since the whole book was known', async () => {
    const since = new Date('2022-05-30T00:00:00Z')
    const found = (id: string, createdAt: string) => sight(foundAlone(aSchedule({ id, createdAt })), 1)
    await takeSights([found('NEW1', '2022-05-31T10:00:00Z'), found('OLD1', '2022-05-17T12:09:41Z')], { since })
    expect(await newEntries()).toMatchObject([{ action: 'created-outside', schedule: 'NEW1', before: null }])
  })

  it('keeps a legacy and a newer id as one schedule, whichever comes', async () => {
    const wire = { ...WIRE, id: 'RS01NEWER1', legacy_id: 'FTBRS00000001' }
    await see(aSchedule({ id: 'FTBRS00000001' }), 1)
    await takeSights([sight(sent(wire), 2)])
    const ids = async () => (await db.select().from(schedules)).map(({ id, otherId }) => [id, otherId])
    expect(await ids()).toEqual([['RS01NEWER1', 'FTBRS00000001']])
    expect(await totals()).toEqual(await summedUp())
    await takeSights([sight(sent({ ...WIRE, id: 'RS01NEWER1' }), 3)])
    expect(await ids(), 'what is not told is not denied').toEqual([['RS01NEWER1', 'FTBRS00000001']])
    await takeSights([sight(sent({ ...WIRE, id: 'FTBRS00000001' }), 4)])
    expect(await ids()).toHaveLength(1)
    expect(await totals()).toEqual(await summedUp())
  })

  it('keeps records that cannot be read as what they are, without payments', async () => {
    const broken = ['no record', { ...WIRE, id: 'no id at all', custom_reference: 'MARK-1' }, { ...WIRE, id: '' }]
    await takeSights(broken.map((record) => sight(sent(record), 1)))
    await takeSights(broken.map((record) => sight(sent(record), 2)))
    const rows = await db
      .select()
      .from(schedules)
      .innerJoin(scheduleRecords, eq(scheduleRecords.schedule, schedules.id))
      .orderBy(schedules.reference)
    expect(rows.map((row) => [row.schedule_records.record, row.schedules.readable])).toEqual([
      [{ id: 'no id at all', unreadable: true }, false],
      [{ unreadable: true }, false],
      [{ unreadable: true }, false],
    ])
    expect(rows[0]?.schedules).toMatchObject({ reference: 'mark-1' })
    expect(await listed()).toBe(0)
  })

  it('takes whatever text comes: characters that no database holds, and far more of it than is allowed', async () => {
    const odd = { description: 'a\u0000b\ud800c', customReference: 'x'.repeat(5_000), metadata: '\\u0000' }
    await see(aSchedule({ ...odd, id: 'ODD1', startDate: day('0001-01-01'), upcoming: payments(['0001-01-01']) }), 1)
    const [row] = await db.select().from(schedules)
    const [shown] = await db.select().from(scheduleRecords)
    expect(shown?.record).toMatchObject({ description: 'a\uFFFDb\uFFFDc' })
    expect(row?.reference).toHaveLength(200)
  })

  it('finds nothing in the copy that was looked for by parts of words where there is nothing', async () => {
    await see(aSchedule(), 1)
    const found = await rowsOf<{ id: string }>(db, sql`select id from schedules where words like ${'%mem-2044%'}`)
    expect(found).toHaveLength(1)
    const plan = await rowsOf<Record<string, string>>(
      db,
      sql`select indexdef from pg_indexes where indexname = 'schedules_words'`,
    )
    expect(JSON.stringify(plan)).toContain('gin_trgm_ops')
  })
})

const WIRE = {
  id: 'FTBRS00112373',
  status: 'active',
  type: 'DDOngoingPayment',
  payment_type: 'directdebit',
  amount: '2532',
  first_collection_amount: '2532',
  collection_period: 'monthly',
  collection_day: '19',
  collection_stretch: '1',
  start_date: '2022-05-19',
  first_collection_date: '2022-05-19',
  next_collection_date: '2022-06-20',
  created_at: '2022-05-17T12:09:41Z',
  auddis: 'FBMAN02814872',
  mandate: 'M01741EJ519Y51P3XGL',
  upcoming_payments: '[{"collection_date":"2022-06-20","amount":"2532"}]',
}
