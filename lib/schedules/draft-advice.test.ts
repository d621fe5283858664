import { describe, expect, it } from 'vitest'
import { adviseOn, amountSlip } from './draft-advice'
import { aSchedule, on, payment, payments, pounds } from './examples'

const c = on('2026-11-30')
const usual = pounds('22.50')

describe('a slip between pounds and pence', () => {
  it.each([
    ['2250.00', 100, '22.50'],
    ['2000.00', 89, '20.00'],
    ['0.23', 1 / 98, '23.00'],
  ])('%s is caught, and %d times the usual', (text, times, meant) => {
    expect(amountSlip(pounds(text), usual)).toEqual({ usual, times, meant: pounds(meant) })
  })

  it.each(['0', '22.50', '40.00', '225.00', '2.25', '20250.00'])('%s is none', (text) => {
    expect(amountSlip(pounds(text), usual)).toBeNull()
  })

  it('is never seen where the usual amount is not known', () => {
    expect(amountSlip(pounds('2250.00'), null)).toBeNull()
  })
})

describe('what to look at again', () => {
  const advise = (proposed: ReturnType<typeof payments>, touched: number[], over = {}) =>
    adviseOn(aSchedule(over), proposed, new Set(touched), usual, c)

  it('tells the days between two payments that come too close, at the touched one', () => {
    const rows = payments(['2022-06-20', '2022-07-01', '2022-08-01'])
    expect(advise(rows, [1])).toEqual([{ kind: 'short-gap', row: 1, other: '2022-06-20', days: 11 }])
    expect(advise(rows, [0])).toEqual([{ kind: 'short-gap', row: 0, other: '2022-07-01', days: 11 }])
  })

  it('leaves alone what the person did not touch', () => {
    expect(advise(payments(['2022-06-20', '2022-07-01', '2022-09-01']), [2])).toEqual([])
  })

  it('tells two in one month of a monthly schedule that are far enough apart', () => {
    expect(advise(payments(['2022-08-01', '2022-08-31']), [1])).toEqual([
      { kind: 'two-in-one', row: 1, other: '2022-08-01', why: 'same-month' },
    ])
  })

  it('counts no skipped payment', () => {
    expect(advise([payment('2022-06-20', '25.32'), payment('2022-07-01', '0')], [1])).toEqual([])
  })

  it('tells a gap over the dormancy limit that a skip makes, on Direct Debit alone', () => {
    const rows = [payment('2026-12-01', '25.32'), payment('2027-12-01', '0'), payment('2028-12-01', '25.32')]
    const yearly = { collectionStretch: 12 }
    expect(advise(rows, [1], yearly)).toEqual([{ kind: 'long-gap', row: 1, from: '2026-12-01', to: '2028-12-01' }])
    expect(advise(rows, [1], { ...yearly, method: 'card' })).toEqual([])
  })
})
