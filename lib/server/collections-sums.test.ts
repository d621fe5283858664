import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { sumsOf } from '@/lib/collections/days'
import { bandOf, SOURCES } from '@/lib/collections/model'
import { PARTS } from '@/lib/collections/payments-query'
import { type CollectionsQuery, GROUPS } from '@/lib/collections/query'
import { KINDS, METHODS } from '@/lib/schedules/model'
import { Book } from '@/sandbox/book'
import { seedBook } from '@/sandbox/seed'
import { foundInList } from './book/findable'
import { takeSights } from './book/take'
import { circumstances } from './clock'
import { readCollections } from './collections'
import { emptyBook, independently, type Listed, paymentsOf, range, seenAt, TODAY } from './collections-scene'
import { catchUp } from './outlook/catch-up'
import { decodeSent } from './smarterpay/schedules'
import { onBothStores } from './store/both'

// A seeded book's sums against those of SmarterPay's own records, over any range, grouping and filter.

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
        expect(sumsOf(rows).projectedCount).toBe(all.filter((row) => row.band === 'projected').length)
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
        expect(sumsOf(listed.rows)).toEqual({ ...sums, projected: 0, projectedCount: 0 })
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
