import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { day } from '@/lib/calendar-date'
import type { Terms } from './changes'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'
import { previewTerms } from './preview'

const c = on('2026-12-01')
const base = aSchedule({
  amount: pounds('25.00'),
  firstCollectionAmount: pounds('25.00'),
  collectionDay: 15,
  startDate: day('2026-01-15'),
  firstCollectionDate: day('2026-01-15'),
  upcoming: payments(['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-17'], '25.00'),
})
const on19th = {
  ...base,
  collectionDay: 19 as const,
  firstCollectionDate: day('2026-01-19'),
  nextCollectionDate: day('2026-12-21'),
  upcoming: payments(['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19'], '25.00'),
}
const rows = (schedule: Schedule, terms: Terms, at = c) => previewTerms(schedule, terms, at)?.rows ?? []
const dates = (schedule: Schedule, terms: Terms) => rows(schedule, terms).map((row) => row.date)

describe('the list after a change of the rule', () => {
  it.each<[string, Schedule, Terms, string[]]>([
    [
      'E50',
      base,
      { amount: pounds('30.00') },
      ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-17'],
    ],
    ['E51', on19th, { collectionDay: 5 }, ['2026-12-21', '2027-01-05', '2027-02-05', '2027-03-05', '2027-04-05']],
    [
      'E52',
      on19th,
      { nextCollectionDate: day('2026-12-30') },
      ['2026-12-30', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19'],
    ],
    ['E53', base, { collectionStretch: 2 }, ['2026-12-15', '2027-02-15', '2027-04-15', '2027-06-15', '2027-08-16']],
    ['E54', base, { endDate: day('2027-03-15') }, ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15']],
    ['E55', base, { endDate: day('2027-03-14') }, ['2026-12-15', '2027-01-15', '2027-02-15']],
    ['E58', base, { collectionDay: 'last' }, ['2026-12-15', '2027-02-01', '2027-03-01', '2027-03-31', '2027-04-30']],
  ])('%s', (name, schedule, terms, expected) => {
    const found = dates(schedule, terms)
    expect(found.slice(0, expected.length)).toEqual(expected)
    if (name === 'E54' || name === 'E55') expect(found).toHaveLength(expected.length)
  })

  it('E50: takes the new amount on every row, and keeps a first amount that is not yet taken', () => {
    expect(rows(base, { amount: pounds('30.00') }).map((row) => [row.lowest, row.highest])).toEqual(
      Array.from({ length: 6 }, () => [3000, 3000]),
    )
    const untaken = { ...base, firstCollectionDate: day('2026-12-15'), firstCollectionAmount: pounds('10.00') }
    expect(rows(untaken, { amount: pounds('30.00') }).map((row) => row.highest)).toEqual([
      1000, 3000, 3000, 3000, 3000, 3000,
    ])
    expect(rows(untaken, { firstCollectionAmount: pounds('5.00') })[0]?.highest).toBe(500)
  })

  it('E56: keeps a row that moves past the end date, and doubts it', () => {
    expect(rows(base, { endDate: day('2027-05-16') }).at(-1)).toMatchObject({
      date: '2027-05-17',
      nominal: '2027-05-15',
      certain: false,
      doubts: ['moved-past-the-end'],
    })
  })

  it('E57: goes on where the end is cleared', () => {
    const ending = { ...base, endDate: day('2027-02-28'), upcoming: base.upcoming?.slice(0, 3) ?? null }
    expect(rows(ending, {})).toHaveLength(3)
    expect(dates(ending, { endDate: null }).slice(0, 4)).toEqual([
      '2026-12-15',
      '2027-01-15',
      '2027-02-15',
      '2027-03-15',
    ])
  })

  it('E58: doubts which month follows where the new day is still to come in the month of the next payment', () => {
    expect(rows(base, { collectionDay: 'last' }).map((row) => row.doubts.includes('which-month-follows'))).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(rows(on19th, { collectionDay: 5 }).every((row) => row.certain)).toBe(true)
  })

  it('lets hand-made rows go, and keeps only where the next one stands', () => {
    const edited = {
      ...base,
      upcoming: [payment('2026-12-18', '10.00'), payment('2027-01-15', '0'), payment('2027-02-24', '25.00')],
    }
    expect(rows(edited, { amount: pounds('30.00') }).slice(0, 3)).toMatchObject([
      { date: '2026-12-18', highest: 3000 },
      { date: '2027-01-15', highest: 3000 },
      { date: '2027-02-15', highest: 3000 },
    ])
  })

  it('passes over the turns that a far-moved next payment overtakes', () => {
    expect(dates(on19th, { nextCollectionDate: day('2027-01-25') }).slice(0, 2)).toEqual(['2027-01-25', '2027-02-19'])
    expect(dates(on19th, { nextCollectionDate: day('2026-12-12') }).slice(0, 2)).toEqual(['2026-12-14', '2027-01-19'])
  })

  it('moves the first collection with everything after it while it is not taken', () => {
    const untaken = { ...base, firstCollectionDate: day('2026-12-15') }
    for (const terms of [{ firstCollectionDate: day('2027-01-04') }, { nextCollectionDate: day('2027-01-04') }])
      expect(dates(untaken, terms).slice(0, 3)).toEqual(['2027-01-04', '2027-02-15', '2027-03-15'])
    expect(dates(untaken, { firstCollectionDate: day('2027-01-04'), firstTwoInSameMonth: true }).slice(0, 3)).toEqual([
      '2027-01-04',
      '2027-01-15',
      '2027-02-15',
    ])
  })

  it('keeps weekly dates where they were after a next payment that is moved, and doubts them', () => {
    const weekly = aSchedule({
      collectionPeriod: 'weekly',
      firstCollectionDate: day('2026-11-03'),
      upcoming: payments(['2026-12-08', '2026-12-15', '2026-12-22']),
    })
    const found = rows(weekly, { nextCollectionDate: day('2026-12-10') })
    expect(found.slice(0, 3).map((row) => [row.date, row.certain])).toEqual([
      ['2026-12-10', true],
      ['2026-12-15', false],
      ['2026-12-22', false],
    ])
    expect(dates(weekly, { collectionStretch: 2 }).slice(0, 3)).toEqual(['2026-12-08', '2026-12-22', '2027-01-05'])
  })

  it('gives as many rows as are asked, to show what a day choice means', () => {
    const twelve = previewTerms(base, { collectionDay: 1 }, c, 12)?.rows ?? []
    expect(twelve).toHaveLength(12)
    expect(twelve.slice(0, 3).map((row) => row.date)).toEqual(['2026-12-15', '2027-01-04', '2027-02-01'])
  })
})

describe('a plan of £150.00 in 4, one taken', () => {
  const plan = aPlan({
    total: '150.00',
    instalments: 4,
    collected: { count: 1, total: '37.50' },
    collectionDay: 23,
    firstCollectionDate: day('2024-09-23'),
    nextCollectionDate: day('2024-10-23'),
    upcoming: payments(['2024-10-23', '2024-11-25', '2024-12-23'], '37.50'),
  })
  const at = on('2024-10-01')

  it.each<[string, Terms, number, number]>([
    ['E71', { amount: pounds('180.00') }, 3, 4750],
    ['E72', { instalments: 6 }, 5, 2250],
  ])('%s: spreads what is left over what is left', (_, terms, count, share) => {
    const found = rows(plan, terms, at)
    expect(found).toHaveLength(count)
    for (const row of found) expect(row).toMatchObject({ lowest: share, highest: share })
    expect(found.map((row) => row.date).slice(0, 3)).toEqual(['2024-10-23', '2024-11-25', '2024-12-23'])
  })

  it('gives a range where what is left does not divide', () => {
    expect(rows(plan, { amount: pounds('150.01') }, at)).toMatchObject([
      { lowest: 3750, highest: 3751 },
      { lowest: 3750, highest: 3751 },
      { lowest: 3750, highest: 3751 },
    ])
  })

  it.each<[string, Terms, unknown]>([
    ['E79: a total below what is taken', { amount: pounds('30.00') }, { kind: 'total-below-taken', taken: 3750 }],
    ['E80: no instalment left for the money that is', { instalments: 1 }, { kind: 'too-few-instalments', taken: 1 }],
    ['an end date', { endDate: day('2025-06-01') }, { kind: 'not-for-this-kind', part: 'endDate' }],
  ])('%s is at fault', (_name, terms, fault) => {
    expect(previewTerms(plan, terms, at)).toEqual({ rows: [], faults: [fault] })
  })
})

describe('what cannot be previewed', () => {
  it.each<[string, Terms, unknown]>([
    [
      'a first amount once it is taken',
      { firstCollectionAmount: pounds('1.00') },
      { kind: 'first-taken', part: 'firstCollectionAmount' },
    ],
    ['instalments of an ongoing schedule', { instalments: 3 }, { kind: 'not-for-this-kind', part: 'instalments' }],
    ['an end that is not in the future', { endDate: day('2026-12-01') }, { kind: 'end-date-passed' }],
  ])('%s', (_name, terms, fault) => {
    expect(previewTerms(base, terms, c)).toEqual({ rows: [], faults: [fault] })
  })

  it.each([
    ['an inactive schedule', aSchedule({ status: 'inactive' })],
    ['a finished one', aSchedule({ upcoming: [] })],
    ['an unreadable list', aSchedule({ upcoming: null })],
    ['an unreadable amount', aSchedule({ amount: null, unreadable: ['amount'] })],
    ['a plan that does not add up', aPlan({ total: '22.50', upcoming: payments(['2026-12-02'], '40.00') })],
  ])('%s', (_name, schedule) => {
    expect(previewTerms(schedule, { amount: pounds('30.00') }, c)).toBeNull()
  })

  it('never gives rows out of order, on one day or off banking days, whatever is asked', () => {
    const calendar = bankingCalendar([])
    const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => calendar.addBankingDays(day('2026-12-03'), days))
    const anyTerms = fc.record(
      {
        collectionDay: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
        collectionStretch: fc.integer({ min: 1, max: 13 }),
        nextCollectionDate: anyDay,
        endDate: fc.oneof(anyDay, fc.constant(null)),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anyTerms, fc.constantFrom(base, on19th), (terms, schedule) => {
        const found = rows(schedule, terms)
        for (const [index, row] of found.entries()) {
          expect(calendar.isBankingDay(row.date)).toBe(true)
          expect(row.date > (found[index - 1]?.date ?? '')).toBe(true)
        }
        if (found[0]) expect(found[0].date).toBe(terms.nextCollectionDate ?? schedule.upcoming?.[0]?.date)
      }),
    )
  })
})
