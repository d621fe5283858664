import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '@/lib/banking-days/calendar'
import { HOLIDAYS } from '@/lib/banking-days/holidays'
import { addDays, day } from '@/lib/calendar-date'
import { pounds } from './examples'
import type { CollectionDay } from './model'
import { project } from './project'
import { anyRule, calendar, dates } from './project-scene'
import type { Rule } from './rule'

const { '2022-09-19': _, ...asKnownInMay } = HOLIDAYS

const aRule = (over: Partial<Rule> = {}): Rule => ({
  cadence: { every: 'month', day: 19 },
  stretch: 1,
  first: day('2022-05-19'),
  firstTwoInSameMonth: false,
  method: 'direct-debit',
  amounts: { kind: 'ongoing', first: pounds('25.32'), each: pounds('25.32'), end: null },
  ...over,
})
const monthly = (collectionDay: CollectionDay, first: string, over: Partial<Rule> = {}) =>
  aRule({ cadence: { every: 'month', day: collectionDay }, first: day(first), ...over })
const weekly = (first: string, stretch = 1) => aRule({ cadence: { every: 'week' }, first: day(first), stretch })
const flag = { firstTwoInSameMonth: true }

describe('the dates of a rule', () => {
  it.each([
    ['E1b', monthly(19, '2022-05-19'), '2022-05-19 06-20 07-19 08-19 09-20 10-19 11-21 12-19'],
    ['E2', weekly('2022-05-18'), '2022-05-18 05-25 06-01 06-08 06-15 06-22 06-29 07-06'],
    ['E3', monthly('last', '2021-09-13'), '2021-09-13 11-01 11-30 12-31'],
    ['E3b', monthly('last', '2021-09-13', flag), '2021-09-13 09-30 11-01 11-30 12-31'],
    ['E10', monthly(4, '2021-07-30'), '2021-07-30 08-04 09-06 10-04 11-04 12-06 2022-01-04 02-04'],
    ['E11', monthly('last', '2026-11-30'), '2026-11-30 12-31 2027-02-01 03-01 03-31 04-30 06-01 06-30'],
    ['E12', monthly('last', '2028-01-31'), '2028-01-31 02-29 03-31 05-02'],
    ['E13', monthly(28, '2026-11-28'), '2026-11-30 12-29 2027-01-28 03-01 03-30 04-28 05-28 06-28'],
    ['E14', monthly(25, '2026-11-25'), '2026-11-25 12-29 2027-01-25 02-25 03-25 04-26'],
    ['E15', monthly(1, '2026-12-01'), '2026-12-01 2027-01-04 02-01 03-01 04-01 05-04'],
    ['E16', monthly(28, '2026-09-02'), '2026-09-02 10-28 11-30 12-29'],
    ['E17', monthly(28, '2026-09-02', flag), '2026-09-02 09-28 10-28 11-30'],
    ['E18', monthly(28, '2026-09-30', flag), '2026-09-30 10-28 11-30 12-29'],
    ['E19', monthly(1, '2026-12-01', { stretch: 3 }), '2026-12-01 2027-03-01 06-01 09-01 12-01'],
    ['E20', monthly(1, '2026-12-01', { stretch: 12 }), '2026-12-01 2027-12-01 2028-12-01'],
    ['E21', weekly('2026-12-11'), '2026-12-11 12-18 12-29 2027-01-04 01-08 01-15'],
    ['E22', weekly('2026-12-11', 2), '2026-12-11 12-29 2027-01-08 01-22 02-05'],
    ['E23', weekly('2022-05-26'), '2022-05-26 06-06 06-09 06-16'],
    ['E24', monthly(8, '2023-04-11'), '2023-04-11 05-09 06-08'],
    ['E25', monthly(26, '2027-01-26'), '2027-01-26 02-26 03-30 04-26'],
  ])('%s', (_name, rule, expected) => {
    const wanted = dates(expected)
    expect(project(rule, { calendar, count: wanted.length }).map((row) => row.date)).toEqual(wanted)
  })

  it('E1: keeps 19 September 2022 on the calendar as it was known that May', () => {
    const rows = project(monthly(19, '2022-05-19'), { calendar: calendarOf(asKnownInMay), count: 8 })
    expect(rows.map((row) => row.date)).toEqual(dates('2022-05-19 06-20 07-19 08-19 09-19 10-19 11-21 12-19'))
  })

  it('E21b: lets weekly dates follow a moved one where that is asked', () => {
    const rows = project(weekly('2026-12-11'), { calendar, count: 6, weekly: 'drift' })
    expect(rows.map((row) => row.date)).toEqual(dates('2026-12-11 12-18 12-29 2027-01-05 01-12 01-19'))
  })

  it('E4 and E81: gives a plan all its instalments and no more', () => {
    const plan = (total: string, instalments: number): Rule['amounts'] => ({
      kind: 'plan',
      total: pounds(total),
      instalments,
    })
    const four = project(monthly(23, '2024-09-23', { amounts: plan('150.00', 4) }), { calendar })
    expect(four.map((row) => row.date)).toEqual(dates('2024-09-23 10-23 11-25 12-23'))
    expect(new Set(four.flatMap((row) => [row.lowest, row.highest]))).toEqual(new Set([3750]))
    const six = project(monthly(1, '2026-12-01', { amounts: plan('120.00', 6) }), { calendar })
    expect(six.map((row) => row.date)).toEqual(dates('2026-12-01 2027-01-04 02-01 03-01 04-01 05-04'))
    expect(new Set(six.map((row) => row.lowest))).toEqual(new Set([2000]))
  })

  it('gives a share that does not divide as a range', () => {
    const rows = project(aRule({ amounts: { kind: 'plan', total: pounds('22.50'), instalments: 8 } }), { calendar })
    expect(rows).toHaveLength(8)
    for (const row of rows) expect(row).toMatchObject({ lowest: 281, highest: 283 })
  })

  it('gives the first collection its own amount', () => {
    const amounts: Rule['amounts'] = { kind: 'ongoing', first: pounds('10.00'), each: pounds('25.00'), end: null }
    const rows = project(aRule({ amounts }), { calendar, count: 3 })
    expect(rows.map((row) => row.highest)).toEqual([1000, 2500, 2500])
  })

  it.each([
    ['2027-03-15', 4],
    ['2027-03-14', 3],
  ])('ends with %s as the last possible day', (end, count) => {
    const amounts: Rule['amounts'] = { kind: 'ongoing', first: pounds('25.00'), each: pounds('25.00'), end: day(end) }
    const rows = project(monthly(15, '2026-12-15', { amounts }), { calendar })
    expect(rows).toHaveLength(count)
    expect(rows.every((row) => row.certain)).toBe(true)
  })
})

describe('what is not certain', () => {
  const doubts = (rule: Rule, count: number) => project(rule, { calendar, count }).map((row) => row.doubts)

  it('is every weekly date after one that moved', () => {
    expect(doubts(weekly('2026-12-18'), 4)).toEqual([[], [], ['weekly-after-a-move'], ['weekly-after-a-move']])
  })

  it('is a card payment that would move, and no other', () => {
    expect(doubts(monthly(25, '2026-11-25', { method: 'card' }), 3)).toEqual([[], ['card-off-banking-day'], []])
  })

  it('is a date beyond the known holidays', () => {
    expect(doubts(monthly(1, '2028-11-01'), 3)).toEqual([[], [], ['calendar-not-known']])
  })

  it('is a row that moves past the end date (E56)', () => {
    const amounts: Rule['amounts'] = {
      kind: 'ongoing',
      first: pounds('25.00'),
      each: pounds('25.00'),
      end: day('2027-05-16'),
    }
    const rows = project(monthly(15, '2027-04-15', { amounts }), { calendar })
    expect(rows.map((row) => [row.date, row.doubts])).toEqual([
      ['2027-04-15', []],
      ['2027-05-17', ['moved-past-the-end']],
    ])
  })

  it('is two in one month with a stretch, and two that move to one day', () => {
    expect(doubts(monthly(28, '2026-09-02', { ...flag, stretch: 3 }), 2)).toEqual([[], ['same-month-and-stretch']])
    expect(doubts(monthly('last', '2026-11-28', flag), 2)).toEqual([[], ['same-day']])
  })
})

describe('any forecast', () => {
  it('is in order, on banking days, without two rows on one day unless it says so', () => {
    fc.assert(
      fc.property(anyRule, fc.constantFrom('anchored' as const, 'drift' as const), (rule, kept) => {
        const rows = project(rule, { calendar, count: 20, weekly: kept })
        expect(rows).toHaveLength(20)
        for (const [index, row] of rows.entries()) {
          expect(calendar.isBankingDay(row.date)).toBe(true)
          expect(row.certain).toBe(row.doubts.length === 0)
          const before = rows[index - 1]
          if (before)
            expect(before.date < row.date || (before.date === row.date && row.doubts.includes('same-day'))).toBe(true)
        }
      }),
    )
  })

  it('cut off at a day is the beginning of the longer one', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 900 }), (rule, ahead) => {
        const until = addDays(rule.first, ahead)
        const all = project(rule, { calendar, count: 200 })
        expect(project(rule, { calendar, until })).toEqual(all.filter((row) => row.date <= until))
      }),
    )
  })
})
