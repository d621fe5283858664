import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import { periodEnd, readStatementPeriod, STATEMENT_PERIODS, statementOf } from './statement'

const today = on('2022-06-01')

describe('a period', () => {
  it.each([
    ['year', '2022-06-01', '2023-06-01'],
    ['year', '2028-02-29', '2029-02-28'],
    ['tax-year', '2022-06-01', '2023-04-05'],
    ['tax-year', '2023-04-05', '2023-04-05'],
    ['tax-year', '2023-04-06', '2024-04-05'],
    ['christmas', '2022-06-01', '2022-12-25'],
    ['christmas', '2022-12-26', '2023-12-25'],
  ] as const)('%s from %s ends on %s', (period, from, to) => {
    expect(periodEnd(period, day(from))).toBe(to)
  })

  it('falls back to a year where the address says nothing that is known', () => {
    expect(readStatementPeriod('tax-year')).toBe('tax-year')
    expect(readStatementPeriod('for-ever')).toBe('year')
    expect(readStatementPeriod(null)).toBe('year')
  })
})

describe('the statement', () => {
  it('has SmarterPay’s rows first and the projected ones after, with a sum for each', () => {
    const { rows, listed, projected, listEnd } = statementOf(aSchedule(), 'year', today)
    expect(rows.map(({ state }) => state)).toEqual([...Array(6).fill('scheduled'), ...Array(6).fill('projected')])
    expect(listed).toEqual({ count: 6, lowest: 15_192, highest: 15_192 })
    expect(projected).toEqual({ count: 6, lowest: 15_192, highest: 15_192 })
    expect(listEnd).toBe('2022-11-21')
  })

  it('stops within the list where the period ends there', () => {
    const { rows, projected } = statementOf(aSchedule(), 'christmas', on('2021-12-26'))
    expect(rows.at(-1)?.date).toBe('2022-12-19')
    expect(projected.count).toBe(1)
    expect(statementOf(aSchedule(), 'tax-year', on('2021-12-26')).rows).toEqual([])
  })

  it('shows a row of nought and does not count it', () => {
    const skipped = aSchedule({ upcoming: [payment('2022-06-20', '0'), ...payments(['2022-07-19'])] })
    const { rows, listed } = statementOf(skipped, 'listed', today)
    expect(rows.map(({ state }) => state)).toEqual(['skipped', 'scheduled'])
    expect(listed).toEqual({ count: 1, lowest: 2532, highest: 2532 })
  })

  it('projects nothing for a plan: its list holds all that is left', () => {
    const { projected, listEnd } = statementOf(aPlan({ total: '30.00' }), 'year', on('2026-01-01'))
    expect(projected.count).toBe(0)
    expect(listEnd).toBeNull()
  })

  it('leaves out what is listed for days that have passed, says how many, and goes on from no list that has passed whole', () => {
    const some = statementOf(aSchedule(), 'year', on('2022-08-01'))
    expect(some.rows[0]?.date).toBe('2022-08-19')
    expect(some.passed).toBe(2)
    const whole = statementOf(aSchedule(), 'year', on('2023-01-09'))
    expect(whole).toMatchObject({ rows: [], passed: 6, projected: { count: 0 } })
  })

  it('is empty for an inactive schedule, whatever it still lists, and for a list that could not be read', () => {
    expect(statementOf(aSchedule({ status: 'inactive' }), 'year', today).rows).toEqual([])
    expect(statementOf(aSchedule({ upcoming: null, unreadable: ['upcoming'] }), 'year', today).rows).toEqual([])
  })

  it('adds up: its sums are those of its rows, and no row is past the period, on any day', () => {
    const someDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2021-01-01'), days))
    const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(someDay, amounts, fc.constantFrom(...STATEMENT_PERIODS), (from, pence, period) => {
        const rows = pence.map((amount, month) => ({ date: addDays(from, month * 31 + 3), amount: toPence(amount) }))
        const made = statementOf(aSchedule({ firstCollectionDate: from, upcoming: rows }), period, on(from))
        const end = periodEnd(period, from)
        const sum = made.rows.reduce((total, { lowest }) => total + lowest, 0)
        expect(made.listed.lowest + made.projected.lowest).toBe(sum)
        expect(made.rows.every(({ date }) => end === null || date <= end)).toBe(true)
        const within = rows.filter(({ date }) => end === null || date <= end)
        expect(made.listed.lowest).toBe(within.reduce((total, { amount }) => total + amount, 0))
      }),
    )
  })
})
