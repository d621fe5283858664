import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { atStake } from './at-stake'
import type { NewSchedule, Terms } from './changes'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { UpcomingPayment } from './model'

const schedule = aSchedule()
const list = schedule.upcoming ?? []
const listWith = (n: number, ...rows: UpcomingPayment[]) => list.toSpliced(n, 1, ...rows)
const replaced = (rows: UpcomingPayment[], today = '2022-06-01') =>
  atStake({ action: 'replace-upcoming', payments: rows }, schedule, on(today))
const amended = (terms: Terms, today = '2022-06-01') => atStake({ action: 'amend', terms }, schedule, on(today))

describe('at stake in a changed list are the payments that differ, each once with the larger amount', () => {
  it.each([
    ['nothing differs', list, 0],
    ['one is skipped', listWith(1, payment('2022-07-19', '0.00')), 25_32],
    ['one is moved', listWith(1, payment('2022-07-25', '25.32')), 25_32],
    ['one is to take more', listWith(1, payment('2022-07-19', '40.00')), 40_00],
    ['one is to take less', listWith(1, payment('2022-07-19', '10.00')), 25_32],
    ['one is moved and takes more', listWith(1, payment('2022-07-25', '40.00')), 40_00],
    ['one more is added', [...list, payment('2022-12-19', '9.99')], 9_99],
    ['one is left out', listWith(1), 25_32],
    ['two are skipped', listWith(1, payment('2022-07-19', '0.00')).with(3, payment('2022-09-20', '0.00')), 50_64],
  ] as const)('%s', (_what, rows, expected) => {
    expect(replaced([...rows].reverse())).toBe(expected)
  })

  it('and no payment whose day has passed since', () => {
    const rows = listWith(0, payment('2022-06-20', '0.00')).with(1, payment('2022-07-19', '0.00'))
    expect(replaced(rows, '2022-06-20')).toBe(50_64)
    expect(replaced(rows, '2022-06-21')).toBe(25_32)
    expect(replaced(rows, '2022-08-01')).toBe(0)
    expect(replaced(listWith(0, payment('2022-07-04', '25.32')), '2022-06-21'), 'moved to a day that has not').toBe(
      25_32,
    )
  })
})

describe('at stake in a changed rule are the listed payments that it would re-date or re-price', () => {
  it.each([
    ['another amount: all of them', { amount: pounds('30.00') }, 6 * 30_00],
    ['a smaller amount: all of them, as they stood', { amount: pounds('5.00') }, 6 * 25_32],
    ['another day: all but the next', { collectionDay: 5 }, 5 * 25_32],
    ['another next date: that one alone', { nextCollectionDate: day('2022-06-27') }, 25_32],
    ['an earlier end: those after it', { endDate: day('2022-08-31') }, 3 * 25_32],
    ['an end beyond the list: none', { endDate: day('2023-06-30') }, 0],
  ] as const)('%s', (_what, terms, expected) => {
    expect(amended(terms)).toBe(expected)
  })

  it('and, since SmarterPay makes the list anew, those that were made by hand', () => {
    const byHand = aSchedule({ upcoming: listWith(2, payment('2022-08-19', '0.00')) })
    const wanted = { action: 'amend', terms: { nextCollectionDate: day('2022-06-27') } } as const
    expect(atStake(wanted, byHand, on('2022-06-01'))).toBe(2 * 25_32)
  })

  it('from today on, also where an end that was asked for has passed meanwhile', () => {
    expect(amended({ amount: pounds('30.00') }, '2022-08-20')).toBe(3 * 30_00)
    expect(amended({ endDate: day('2022-07-31') }, '2022-08-20')).toBe(3 * 25_32)
  })

  it('of a plan all that is left, whoever gets the odd pennies', () => {
    const plan = aPlan({
      total: '100.00',
      instalments: 4,
      collected: { count: 1, total: '25.01' },
      upcoming: [payment('2026-02-02', '25.00'), payment('2026-03-02', '24.99'), payment('2026-04-02', '25.00')],
    })
    const of = (terms: Terms) => atStake({ action: 'amend', terms }, plan, on('2026-01-19'))
    expect(of({ amount: pounds('130.00') })).toBe(104_99)
    expect(of({ nextCollectionDate: day('2026-02-09') })).toBe(25_00)
  })

  it('of a short list no more than it holds, but what a later end adds to it', () => {
    const short = aSchedule({ upcoming: list.slice(0, 3), endDate: day('2022-08-31') })
    const of = (terms: Terms) => atStake({ action: 'amend', terms }, short, on('2022-06-01'))
    expect(
      atStake(
        { action: 'amend', terms: { amount: pounds('30.00') } },
        aSchedule({ upcoming: list.slice(0, 3) }),
        on('2022-06-01'),
      ),
    ).toBe(3 * 30_00)
    expect(of({ endDate: day('2022-09-30') })).toBe(25_32)
  })

  it('all that is listed, where nobody can tell what the rule would make of it', () => {
    const unclear = aSchedule({ collectionPeriod: 'unrecognised' })
    expect(atStake({ action: 'amend', terms: { amount: pounds('1.00') } }, unclear, on('2022-06-01'))).toBe(6 * 25_32)
  })
})

it('at stake where a schedule is disabled is all that it still lists', () => {
  const of = (today: string, which = schedule) => atStake({ action: 'disable' }, which, on(today))
  expect(of('2022-06-01')).toBe(6 * 25_32)
  expect(of('2022-09-20')).toBe(3 * 25_32)
  expect(of('2022-12-01')).toBe(0)
  expect(of('2022-06-01', aSchedule({ upcoming: payments(['2022-06-20'], '0.00') }))).toBe(0)
})

describe('at stake in a new schedule', () => {
  const every = {
    amount: pounds('120.00'),
    collectionPeriod: 'monthly',
    collectionDay: 1,
    collectionStretch: 1,
    startDate: day('2022-07-01'),
    description: 'Membership',
    method: 'direct-debit',
    auddis: 'FBMAN02814872',
  } as const
  const made = (schedule: NewSchedule) => atStake({ action: 'create', schedule }, null, on('2022-06-01'))

  it('is its first payment', () => {
    expect(made({ ...every, kind: 'ongoing', firstCollectionAmount: pounds('9.00') })).toBe(9_00)
  })

  it('is the whole plan', () => {
    expect(made({ ...every, kind: 'plan', instalments: 12 })).toBe(120_00)
  })
})

it('is not known where what stood before, or its list, is not', () => {
  const today = on('2022-06-01')
  for (const before of [null, aSchedule({ upcoming: null })]) {
    expect(atStake({ action: 'disable' }, before, today)).toBeNull()
    expect(atStake({ action: 'replace-upcoming', payments: list }, before, today)).toBeNull()
    expect(atStake({ action: 'amend', terms: { amount: pounds('1.00') } }, before, today)).toBeNull()
  }
})
