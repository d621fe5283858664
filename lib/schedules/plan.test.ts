import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Pence, sumPence } from '@/lib/money'
import { aPlan, aSchedule, payment, payments, pounds } from './examples'
import { planBalance, planProgress, splitRange, spreadEvenly } from './plan'

const anyPence = fc.integer({ min: 0, max: 999_999_999 }) as fc.Arbitrary<Pence>

describe('spreading evenly', () => {
  it.each([
    ['E70', '22.50', 3, [750, 750, 750]],
    ['E76', '22.50', 8, [282, 282, 281, 281, 281, 281, 281, 281]],
    ['E77', '100.00', 3, [3334, 3333, 3333]],
    ['E78', '1.00', 7, [15, 15, 14, 14, 14, 14, 14]],
    ['nothing to spread over', '1.00', 0, []],
  ])('%s: £%s in %i', (_, total, count, shares) => {
    expect(spreadEvenly(pounds(total), count)).toEqual(shares)
  })

  it('places every penny, a penny apart at most, the larger shares first', () => {
    fc.assert(
      fc.property(anyPence, fc.integer({ min: 1, max: 60 }), (total, count) => {
        const shares = spreadEvenly(total, count)
        expect(shares).toHaveLength(count)
        expect(sumPence(shares)).toBe(total)
        expect((shares[0] ?? 0) - (shares.at(-1) ?? 0)).toBeLessThanOrEqual(1)
        expect(shares).toEqual(shares.toSorted((a, b) => b - a))
      }),
    )
  })

  it('stays within what SmarterPay itself may split', () => {
    fc.assert(
      fc.property(anyPence, fc.integer({ min: 1, max: 60 }), (total, count) => {
        const { lowest, highest } = splitRange(total, count)
        for (const share of spreadEvenly(total, count)) expect(share >= lowest && share <= highest).toBe(true)
        expect(lowest * (count - 1) + highest).toBe(total)
      }),
    )
  })
})

describe('a split by SmarterPay', () => {
  it('is exact where it divides, else a range with the odd pennies on any one share', () => {
    expect(splitRange(pounds('22.50'), 3)).toEqual({ lowest: 750, highest: 750 })
    expect(splitRange(pounds('22.50'), 8)).toEqual({ lowest: 281, highest: 283 })
    expect(splitRange(pounds('22.50'), 0)).toEqual({ lowest: 0, highest: 0 })
  })
})

describe('progress of a plan', () => {
  it('reads what was taken from what is left', () => {
    const plan = aPlan({ total: '4000.00', instalments: 8, collected: { count: 3, total: '1500.00' } })
    expect(planProgress(plan)).toEqual({
      paid: 3,
      collected: 150_000,
      instalments: 8,
      total: 400_000,
      remaining: 5,
      left: 250_000,
      lastDate: '2026-06-02',
    })
  })

  it('counts a skipped instalment as an instalment and not as money', () => {
    const upcoming = [payment('2026-02-02', '0'), payment('2026-03-02', '20.00'), payment('2026-04-02', '0')]
    const plan = aPlan({ total: '20.00', upcoming })
    expect(planProgress(plan)).toMatchObject({
      paid: 0,
      collected: 0,
      remaining: 3,
      left: 2000,
      lastDate: '2026-03-02',
    })
  })

  it('is complete when the list of an active plan is empty', () => {
    expect(planProgress(aPlan({ total: '30.00', upcoming: [] }))).toMatchObject({
      paid: 3,
      collected: 3000,
      remaining: 0,
      left: 0,
      lastDate: null,
    })
  })

  it.each([
    ['an ongoing schedule', aSchedule()],
    [
      'an inactive plan: disabling emptied its list, nothing was taken by that',
      aPlan({ total: '30.00', status: 'inactive', upcoming: [] }),
    ],
    ['a status that is not known', aPlan({ total: '30.00', status: 'unrecognised' })],
    ['an unreadable list', aPlan({ total: '30.00', upcoming: null })],
    ['an unreadable total', aPlan({ total: '30.00', amount: null })],
    ['an unreadable number of instalments', aPlan({ total: '30.00', instalments: null, upcoming: [] })],
    [
      'rows of more money than the plan has',
      aPlan({ total: '22.50', upcoming: payments(['2026-02-02', '2026-03-02'], '20.00') }),
    ],
    [
      'more rows than instalments',
      aPlan({ total: '40.00', upcoming: payments(['2026-02-02', '2026-03-02', '2026-04-02', '2026-05-04'], '10.00') }),
    ],
    [
      'none taken, and yet not all to come',
      aPlan({ total: '40.00', upcoming: payments(['2026-02-02', '2026-03-02', '2026-04-02'], '10.00') }),
    ],
  ])('is not told for %s', (_name, schedule) => {
    expect(planProgress(schedule)).toBeNull()
  })
})

describe('the balance of an edited plan of £150.00 in 4, one taken', () => {
  const listed = payments(['2024-10-23', '2024-11-25', '2024-12-23'], '37.50')
  const proposed = (...amounts: string[]) => amounts.map((amount, index) => payment(`2024-1${index}-23`, amount))

  it.each([
    ['E73', ['50.00', '32.50', '30.00'], 0, 0],
    ['E74', ['50.00', '32.50', '20.00'], 1000, 0],
    ['E75', ['56.25', '56.25'], 0, 1],
    ['E75, filled with a row of nought', ['56.25', '56.25', '0'], 0, 0],
    ['too much', ['50.00', '40.00', '30.00'], -750, 0],
  ])('%s', (_, amounts, leftToPlace, rowsToAdd) => {
    expect(planBalance(listed, proposed(...amounts))).toEqual({ leftToPlace, rowsToAdd })
  })
})
