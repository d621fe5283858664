import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOLIDAYS } from '@/lib/banking-days/holidays'
import { addDays, day, type LondonTime, weekday } from '@/lib/calendar-date'
import { sumsOf } from '@/lib/collections/days'
import { bandOf, SOURCES } from '@/lib/collections/model'
import { PARTS } from '@/lib/collections/payments-query'
import { type CollectionsQuery, GROUPS } from '@/lib/collections/query'
import { aSchedule, payment, payments } from '@/lib/schedules/examples'
import { KINDS, METHODS, type Schedule } from '@/lib/schedules/model'
import { Book } from '@/sandbox/book'
import { seedBook } from '@/sandbox/seed'
import type { Wire } from '@/sandbox/wire'
import { foundAlone, foundInList } from './book/findable'
import { removeRows } from './book/keep'
import { takeSights } from './book/take'
import { circumstances } from './clock'
import { readPayments } from './collection-payments'
import { readCollections } from './collections'
import { catchUp } from './outlook/catch-up'
import { decodeSent } from './smarterpay/schedules'
import { onBothStores } from './store/both'
import type { Database } from './store/store'

const TODAY = '2026-12-10'
/** Another now than that of the settings, where a test sets one. */
const clock = vi.hoisted(() => ({ now: null as LondonTime | null }))
vi.mock(import('./clock'), async (actual) => {
  const real = await actual()
  return {
    ...real,
    circumstances: () => ({ ...real.circumstances(), ...(clock.now && { now: clock.now }) }),
  }
})
for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: `${TODAY}T10:00`,
}))
  vi.stubEnv(name, value)

const range = (from: string, to: string, rest: Partial<CollectionsQuery> = {}): CollectionsQuery => ({
  from: day(from),
  to: day(to),
  group: 'day',
  ...rest,
})
let minute = 0
const seenAt = () => new Date(Date.UTC(2026, 11, 10, 9) + 60_000 * minute++)

async function see(...schedules: Schedule[]) {
  const at = seenAt()
  await takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt: at })))
  await catchUp()
}

async function emptyBook(db: Database) {
  await db.execute(
    sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals, payments_at_risk, watch_items`,
  )
}

/** Every single payment behind a query, page by page. */
async function paymentsOf(query: CollectionsQuery, band?: (typeof PARTS)[number]) {
  const { group: _group, ...about } = query
  const rows = []
  for (let page = 1; ; page += 1) {
    const answer = await readPayments({ ...about, ...(band && { band: [band] }), sort: 'date', page, size: 150 })
    rows.push(...answer.rows)
    if (!answer.more) return rows
  }
}

onBothStores('a small book', (store) => {
  beforeEach(() => emptyBook(store().db))
  const monthly = (id: string, over: Partial<Schedule>) =>
    aSchedule({ id, mandateId: `M-${id}`, firstCollectionDate: day('2026-12-15'), collectionDay: 15, ...over })

  it('sums up what active schedules list in the range, skipped rows apart (E114)', async () => {
    await see(
      monthly('A', { upcoming: payments(['2026-12-15', '2027-01-15'], '25.00') }),
      monthly('B', { upcoming: payments(['2027-01-04'], '20.00'), endDate: day('2027-01-04') }),
      monthly('C', { status: 'inactive', upcoming: payments(['2027-01-11'], '99.00') }),
      monthly('D', { upcoming: [payment('2027-01-20', '0')], endDate: day('2027-01-20') }),
    )
    const { rows, total, count, excluded } = await readCollections(range('2027-01-01', '2027-01-31'))
    expect({ total, count, excluded }).toEqual({ total: 4500, count: 2, excluded: 0 })
    expect(rows.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(1)
    expect(rows.reduce((sum, { projected }) => sum + projected, 0)).toBe(0)
  })

  it('counts what is after the list of a weekly schedule as projected alone (E115)', async () => {
    const fridays = ['2026-12-11', '2026-12-18', '2026-12-29', '2027-01-04', '2027-01-08', '2027-01-15']
    await see(
      monthly('W', {
        collectionPeriod: 'weekly',
        firstCollectionDate: day('2026-12-11'),
        upcoming: payments(fridays, '25.32'),
      }),
    )
    const { rows, total, projectedFrom, listedUntil } = await readCollections(range('2027-01-01', '2027-01-31'))
    expect(total).toBe(3 * 2532)
    expect(rows.filter(({ projected }) => projected > 0).map(({ date }) => date)).toEqual(['2027-01-22', '2027-01-29'])
    expect({ projectedFrom, listedUntil }).toEqual({ projectedFrom: '2027-01-22', listedUntil: '2027-01-15' })
    const behind = await paymentsOf(range('2027-01-01', '2027-01-31'))
    expect(behind.map(({ date, band, source }) => `${date} ${band} ${source}`)).toEqual([
      '2027-01-04 scheduled smarterpay',
      '2027-01-08 scheduled smarterpay',
      '2027-01-15 scheduled smarterpay',
      '2027-01-22 projected projected',
      '2027-01-29 projected projected',
    ])
  })

  it('names what could not be read and leaves it out of every sum', async () => {
    await takeSights([
      { found: foundInList(decodeSent({ status: 'active' })), seenAt: seenAt() },
      { found: foundAlone(aSchedule({ id: 'LIST', upcoming: null, unreadable: ['upcoming'] })), seenAt: seenAt() },
      { found: foundAlone(aSchedule({ id: 'STATUS', status: 'unrecognised' })), seenAt: seenAt() },
    ])
    await catchUp()
    const answer = await readCollections(range('2022-01-01', '2026-12-31'))
    expect(answer).toMatchObject({ total: 0, count: 0, excluded: 3 })
    expect(answer.unread.map(({ schedule, why }) => `${schedule} ${why}`).sort()).toEqual([
      'LIST list',
      'STATUS status',
      'null record',
    ])
  })

  it('calls what comes after a gap that the mandate may not live through at risk, unless a sibling bridges it', async () => {
    const yearly = aSchedule({ id: 'YEAR', mandateId: 'M1', upcoming: payments(['2027-01-15', '2028-06-15'], '50.00') })
    await see(yearly)
    const all = range('2026-12-10', '2029-12-31')
    expect((await paymentsOf(all, 'at-risk')).map(({ date, risk }) => `${date} ${risk}`)).toEqual([
      '2028-06-15 dormancy',
    ])
    const bridge = {
      mandateId: 'M1',
      upcoming: payments(['2027-06-15', '2027-12-15'], '1.00'),
      endDate: day('2027-12-15'),
    }
    await see(aSchedule({ id: 'SIBLING', ...bridge }))
    expect(await paymentsOf(all, 'at-risk')).toEqual([])
    await store().db.transaction((tx) => removeRows(tx, ['SIBLING']))
    await catchUp()
    expect(await paymentsOf(all, 'at-risk')).toHaveLength(1)
  })

  it('follows a schedule that changes, ends and goes, to the penny', async () => {
    const query = range('2026-12-01', '2027-12-31', { group: 'month' })
    const sums = async () => {
      const { total, rows } = await readCollections(query)
      return [total, rows.reduce((sum, { projected }) => sum + projected, 0)]
    }
    await see(monthly('A', { upcoming: payments(['2026-12-15', '2027-01-15'], '25.32') }))
    expect(await sums()).toEqual([5064, 11 * 2532])
    await see(monthly('A', { upcoming: payments(['2026-12-15'], '10.00') }))
    expect(await sums()).toEqual([1000, 12 * 2532])
    await see(monthly('A', { status: 'inactive', upcoming: [] }))
    expect(await sums()).toEqual([0, 0])
    await see(monthly('A', { upcoming: payments(['2026-12-15'], '10.00') }))
    await store().db.transaction((tx) => removeRows(tx, ['A']))
    await catchUp()
    expect(await sums()).toEqual([0, 0])
  })
})

type Listed = { date: string; pence: number; method: string; kind: string }

/** What SmarterPay's own records say will be taken, read by nothing of ours. */
function independently(wires: readonly Wire[]): Listed[] {
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

onBothStores('a seeded book', (store) => {
  let listed: Listed[] = []

  beforeAll(async () => {
    await emptyBook(store().db)
    const book = new Book(TODAY)
    seedBook(book, { size: 700 })
    const wires = [...book.schedules.values()].map(({ wire }) => wire)
    const at = seenAt()
    const sights = wires.map((wire) => ({ found: foundInList(decodeSent(wire)), seenAt: at }))
    for (let from = 0; from < sights.length; from += 200) await takeSights(sights.slice(from, from + 200))
    await catchUp()
    listed = independently(wires)
  }, 60_000)

  const someRange = fc
    .record({
      start: fc.integer({ min: -20, max: 420 }),
      days: fc.integer({ min: 0, max: 400 }),
      group: fc.constantFrom(...GROUPS),
      method: fc.subarray([...METHODS]),
      kind: fc.subarray([...KINDS]),
      source: fc.subarray([...SOURCES]),
    })
    .map(({ start, days, group, method, kind, source }): CollectionsQuery => {
      const from = addDays(day(TODAY), start)
      return {
        from,
        to: addDays(from, days),
        group,
        ...(method.length && { method }),
        ...(kind.length && { kind }),
        ...(source.length && { source }),
      }
    })

  it('has the sums that SmarterPay’s own records give, over any range, grouping and filter', async () => {
    expect(listed.length).toBeGreaterThan(1_000)
    await fc.assert(
      fc.asyncProperty(someRange, async (query) => {
        const expected = listed.filter(
          ({ date, method, kind }) =>
            date >= query.from &&
            date <= query.to &&
            (!query.method || query.method.some((one) => one === method)) &&
            (!query.kind || query.kind.some((one) => one === kind)) &&
            (!query.source || query.source.includes('smarterpay')),
        )
        const sum = (rows: Listed[]) => rows.reduce((total, { pence }) => total + pence, 0)
        const answer = await readCollections(query)
        expect(answer.total).toBe(sum(expected))
        expect(answer.count).toBe(expected.filter(({ pence }) => pence > 0).length)
        const part = (name: 'total' | 'directDebit' | 'card' | 'skipped') =>
          answer.rows.reduce((total, row) => total + row[name], 0)
        expect(part('total')).toBe(answer.total)
        expect(part('directDebit')).toBe(sum(expected.filter(({ method }) => method === 'direct-debit')))
        expect(part('card')).toBe(sum(expected.filter(({ method }) => method === 'card')))
        expect(part('skipped')).toBe(expected.filter(({ pence }) => pence === 0).length)
      }),
      { numRuns: 60 },
    )
  })

  it('parts each sum into bands that add up to it, and each band is the sum of the rows that it opens', async () => {
    const c = circumstances()
    await fc.assert(
      fc.asyncProperty(someRange, async (query) => {
        const { rows, total } = await readCollections(query)
        const all = await paymentsOf(query)
        const sumOf = (band: string) =>
          all.filter((row) => row.band === band).reduce((sum, { amount }) => sum + amount, 0)
        expect(sumOf('locked') + sumOf('scheduled') + sumOf('at-risk')).toBe(total)
        for (const [name, band] of [
          ['locked', 'locked'],
          ['atRisk', 'at-risk'],
          ['projected', 'projected'],
        ] as const)
          expect(
            rows.reduce((sum, row) => sum + row[name], 0),
            band,
          ).toBe(sumOf(band))
        for (const row of all) expect(bandOf(row, c)).toBe(row.band)
        for (const band of PARTS.filter((part) => part !== 'skipped')) {
          const opened = await paymentsOf(query, band)
          expect(opened).toEqual(all.filter((row) => row.band === band))
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('leaves of a query what its status of data asks for: each source alone, and the two of them together', async () => {
    await fc.assert(
      fc.asyncProperty(someRange, async ({ source: _source, ...query }) => {
        const both = await readCollections(query)
        const [listed, ours] = [
          await readCollections({ ...query, source: ['smarterpay'] }),
          await readCollections({ ...query, source: ['projected'] }),
        ]
        const sums = sumsOf(both.rows)
        expect(sumsOf(listed.rows)).toEqual({ ...sums, projected: 0 })
        expect([sumsOf(ours.rows).projected, ours.count, ours.total]).toEqual([sums.projected, 0, 0])
        expect([listed.projectedFrom, ours.projectedFrom]).toEqual([null, both.projectedFrom])
        expect(await readCollections({ ...query, source: ['smarterpay', 'projected'] })).toEqual({
          ...both,
          asOf: expect.any(String),
        })
        expect(await paymentsOf({ ...query, source: ['projected'] }, 'locked')).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('works the same out again from nothing as step by step', async () => {
    const query = range(TODAY, '2027-12-31')
    const before = await readCollections(query)
    await store().db.execute(
      sql`truncate outlooks, projected_payments, projected_totals, payments_at_risk, watch_items`,
    )
    expect(await catchUp()).toBeGreaterThan(600)
    expect(await readCollections(query)).toEqual({ ...before, asOf: expect.any(String) })
    expect(await catchUp()).toBe(0)
  })
})

/** Days on which clocks change, months and years end, a leap day is there or missing, and holidays are near. */
const ODD_DAYS = [
  '2025-03-29',
  '2025-03-30',
  '2025-10-25',
  '2025-10-26',
  '2026-03-29',
  '2026-10-25',
  '2027-02-28',
  '2028-02-28',
  '2028-02-29',
  '2026-12-24',
  '2026-12-31',
  '2027-01-01',
  '2026-01-31',
  '2026-04-02',
]

/** The first day that is not locked for Direct Debits, counted on the fingers: three banking days, this one included before ten at night. */
function firstOpenDay({ date, minutes }: LondonTime): string {
  const open = (one: ReturnType<typeof day>) => weekday(one) < 6 && !Object.hasOwn(HOLIDAYS, one)
  let [at, counted] = [minutes < 22 * 60 ? date : addDays(date, 1), 0]
  for (;;) {
    if (open(at)) counted += 1
    if (counted === 3) return at
    at = addDays(at, 1)
  }
}

onBothStores('books and days at random', (store) => {
  afterEach(() => {
    clock.now = null
  })
  const someDay = fc.oneof(
    fc.constantFrom(...ODD_DAYS),
    fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(day('2025-03-01'), days)),
  )
  const someTime = fc.constantFrom(0, 59, 12 * 60, 21 * 60 + 59, 22 * 60, 23 * 60 + 59)

  it('have the sums and the locked part that SmarterPay’s own records give, over leap days, ends of months and changes of the clock', async () => {
    await fc.assert(
      fc.asyncProperty(someDay, someTime, fc.integer({ min: 1, max: 1_000_000 }), async (today, minutes, number) => {
        await emptyBook(store().db)
        clock.now = { date: day(today), minutes }
        const book = new Book(today)
        seedBook(book, { size: 120, number })
        const wires = [...book.schedules.values()].map(({ wire }) => wire)
        const at = seenAt()
        await takeSights(wires.map((wire) => ({ found: foundInList(decodeSent(wire)), seenAt: at })))
        await catchUp()
        const listed = independently(wires)
        const open = firstOpenDay(clock.now)
        for (const [from, to] of [
          [addDays(day(today), -40), addDays(day(today), 400)],
          [day(today), addDays(day(today), 6)],
          [day(`${today.slice(0, 7)}-01`), addDays(day(`${today.slice(0, 7)}-01`), 27)],
        ] as const) {
          const inside = listed.filter(({ date }) => date >= from && date <= to)
          const answer = await readCollections(range(from, to, { group: 'week' }))
          expect(answer.total).toBe(inside.reduce((sum, { pence }) => sum + pence, 0))
          expect(answer.rows.reduce((sum, row) => sum + row.total, 0)).toBe(answer.total)
          const locked = inside.filter(
            ({ date, method, pence }) =>
              pence > 0 && date >= today && (method === 'card' ? date <= today : date < open),
          )
          const opened = await paymentsOf(range(from, to))
          const atRisk = opened.filter(({ band, source }) => source === 'smarterpay' && band === 'at-risk')
          const lockedButAtRisk = atRisk.filter(
            ({ date, method }) => date >= today && (method === 'card' ? date <= today : date < open),
          )
          const sumOf = (rows: { amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0)
          expect(answer.rows.reduce((sum, row) => sum + row.locked, 0)).toBe(
            locked.reduce((sum, { pence }) => sum + pence, 0) - sumOf(lockedButAtRisk),
          )
          expect(sumOf(opened.filter(({ source }) => source === 'smarterpay'))).toBe(answer.total)
          expect(opened.filter(({ source, date }) => source === 'projected' && date <= today)).toEqual([])
        }
      }),
      { numRuns: 8 },
    )
  }, 240_000)
})

describe('the independent sums', () => {
  it('see what they ought to see', () => {
    const wire = { id: 'RS01', status: 'active', payment_type: 'DirectDebit', type: 'DDPaymentPlan' }
    const rows = '[{"collection_date":"2027-01-04","amount":"1500"}]'
    expect(
      independently([
        { ...wire, upcoming_payments: rows },
        { ...wire, upcoming_payments: 'not json' },
      ]),
    ).toEqual([{ date: '2027-01-04', pence: 1500, method: 'direct-debit', kind: 'plan' }])
  })
})
