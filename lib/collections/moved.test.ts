import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { payment, payments } from '@/lib/schedules/examples'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { type MovedRange, movesOf, type Side, stepsOf, type ThenAndNow } from './moved'
import { recordOf, type Told, whoOf } from './movers'

const TODAY = day('2026-12-03')
const DECEMBER: MovedRange = { from: day('2026-12-01'), to: day('2026-12-31') }

const side = (rows: UpcomingPayment[], over: Partial<Side> = {}): Side => ({
  status: 'active',
  method: 'direct-debit',
  kind: 'ongoing',
  excluded: false,
  payments: rows,
  ...over,
})
const moves = (before: Side | null, after: Side | null, over: Partial<ThenAndNow> = {}, range = DECEMBER) =>
  movesOf({ before, after, bySmarterPay: false, disabledOn: null, ...over }, range, TODAY).map(
    ({ step, before: was, after: is, effect }) => `${step} ${was?.date ?? '–'} ${is?.date ?? '–'} ${effect}`,
  )

describe('the payments of one schedule between then and now', () => {
  it('are taken when their day has come, while the list goes on at its end', () => {
    const was = side(payments(['2026-12-02', '2026-12-09', '2026-12-16'], '5.00'))
    const is = side(payments(['2026-12-09', '2026-12-16', '2026-12-23'], '5.00'))
    expect(moves(was, is)).toEqual(['listed – 2026-12-23 500', 'taken 2026-12-02 – -500'])
  })

  it('of a plan do not go on by themselves: a row after the end was added', () => {
    const was = side(payments(['2026-12-09'], '5.00'), { kind: 'plan' })
    const is = side(payments(['2026-12-09', '2026-12-16'], '5.00'), { kind: 'plan' })
    expect(moves(was, is)).toEqual(['added – 2026-12-16 500'])
  })

  it('move out of the range or into it, and within it by their amount alone', () => {
    const was = side([payment('2026-12-09', '5.00'), payment('2026-12-16', '6.00'), payment('2027-01-20', '7.00')])
    const is = side([payment('2026-12-10', '5.00'), payment('2027-01-04', '6.00'), payment('2027-01-20', '7.00')])
    expect(moves(was, is)).toEqual(['moved-out 2026-12-16 2027-01-04 -600'])
    expect(moves(is, was)).toEqual(['moved-in 2027-01-04 2026-12-16 600'])
    const dearer = side([payment('2026-12-10', '9.00'), payment('2026-12-16', '6.00'), payment('2027-01-20', '7.00')])
    expect(moves(was, dearer)).toEqual(['amounts 2026-12-09 2026-12-10 400'])
  })

  it('that were moved from a day that has passed meanwhile are told as moved, not as taken', () => {
    const was = side(payments(['2026-12-02', '2027-01-04'], '5.00'))
    const is = side(payments(['2026-12-22', '2027-01-04'], '5.00'))
    expect(moves(was, is)).toEqual([])
    expect(moves(was, is, {}, { from: day('2026-12-10'), to: day('2026-12-31') })).toEqual([
      'moved-in 2026-12-02 2026-12-22 500',
    ])
  })

  it('moved beyond the end of the list are moved, not removed', () => {
    expect(moves(side(payments(['2026-12-20'], '5.00')), side(payments(['2027-01-04'], '5.00')))).toEqual([
      'moved-out 2026-12-20 2027-01-04 -500',
    ])
  })

  it('of a disabled schedule: what was due until that day was taken, the rest is not to come', () => {
    const was = side(payments(['2026-12-01', '2026-12-02', '2026-12-20'], '5.00'))
    const off = side([], { status: 'inactive' })
    expect(moves(was, off, { disabledOn: day('2026-12-01') })).toEqual([
      'taken 2026-12-01 – -500',
      'disabled 2026-12-02 – -500',
      'disabled 2026-12-20 – -500',
    ])
    expect(moves(was, off)).toEqual([
      'taken 2026-12-01 – -500',
      'taken 2026-12-02 – -500',
      'disabled 2026-12-20 – -500',
    ])
  })

  it('are new, gone or not to be read with their schedule', () => {
    const one = side(payments(['2026-12-20'], '5.00'))
    expect(moves(null, one)).toEqual(['new – 2026-12-20 500'])
    expect(moves(one, null)).toEqual(['gone 2026-12-20 – -500'])
    expect(moves(one, side([], { excluded: true }))).toEqual(['unread 2026-12-20 – -500'])
    expect(moves(side([], { excluded: true }), one)).toEqual(['unread – 2026-12-20 500'])
    expect(moves(side([], { status: 'inactive' }), one)).toEqual(['added – 2026-12-20 500'])
  })

  it('are regenerated where SmarterPay alone did anything', () => {
    const was = side(payments(['2026-12-25', '2027-01-25'], '5.00'))
    const is = side(payments(['2026-12-29', '2027-01-25'], '5.00'))
    const range = { from: day('2026-12-01'), to: day('2026-12-28') }
    expect(moves(was, is, { bySmarterPay: true }, range)).toEqual(['regenerated 2026-12-25 2026-12-29 -500'])
  })

  it('leave a filter when their schedule changes its method', () => {
    const was = side(payments(['2026-12-20'], '5.00'))
    const range: MovedRange = { ...DECEMBER, method: ['card'] }
    expect(moves(was, { ...was, method: 'card' }, {}, range)).toEqual(['added – 2026-12-20 500'])
    expect(moves(was, was, {}, range)).toEqual([])
  })

  it('of nought change nothing', () => {
    expect(moves(null, side([payment('2026-12-20', '0')]))).toEqual([])
    expect(moves(side(payments(['2026-12-20'], '5.00')), side([payment('2026-12-20', '0')]))).toEqual([
      'amounts 2026-12-20 2026-12-20 -500',
    ])
  })
})

it('steps are put together in their order, without those that nothing is in', () => {
  const sums = stepsOf([
    { step: 'taken', count: 2, amount: -5 },
    { step: 'amounts', count: 1, amount: 3 },
    { step: 'amounts', count: 1, amount: -3 },
  ])
  expect(sums).toEqual([
    { step: 'amounts', count: 2, amount: 0 },
    { step: 'taken', count: 2, amount: -5 },
  ])
})

describe('who moved a payment', () => {
  const told = (
    seq: number,
    source: string,
    action: string,
    before?: UpcomingPayment[],
    after?: UpcomingPayment[],
  ): Told => ({
    seq,
    source,
    action,
    before: before ?? null,
    after: after ?? null,
  })
  const [five, six] = [payment('2026-12-20', '5.00'), payment('2026-12-20', '6.00')]
  const move = { step: 'amounts' as const, before: five, after: six, effect: 100 }

  it('is who the record tells that shows it, not who came last', () => {
    const records = [told(1, 'person', 'replace-upcoming', [five], [six]), told(2, 'outside', 'changed-outside')]
    const found = recordOf(move, records)
    expect([found?.seq, whoOf(move, found)]).toEqual([1, 'person'])
  })

  it('is the latest that can be what the step says where no record shows it', () => {
    const off = { ...move, step: 'disabled' as const, after: null, effect: -500 }
    const records = [told(1, 'person', 'disable'), told(2, 'person', 'amend')]
    expect(recordOf(off, records)?.seq).toBe(1)
    expect(recordOf(move, records)?.seq).toBe(2)
  })

  it('is nobody where only time has passed, and unknown where nothing is recorded', () => {
    const taken = { ...move, step: 'taken' as const, after: null, effect: -500 }
    expect(whoOf(taken, recordOf(taken, [told(1, 'person', 'amend')]))).toBe('nobody')
    expect(whoOf(move, recordOf(move, []))).toBe('unknown')
    expect(whoOf(move, told(1, 'smarterpay', 'regenerated'))).toBe('smarterpay')
  })
})
