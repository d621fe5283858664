import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import type { Schedule, UpcomingPayment } from './model'
import { project } from './project'
import { ruleOf } from './rule'
import { offBankingDays, ruleDifferences } from './rule-differences'

const c = on('2022-06-01')
const listed = ['2022-06-20', '2022-07-19', '2022-08-19', '2022-09-20', '2022-10-19', '2022-11-21']
const rows = payments(listed)
const usual = { lowest: 2532, highest: 2532 }
const withRow = (row: number, ...instead: UpcomingPayment[]) =>
  aSchedule({ upcoming: rows.toSpliced(row, 1, ...instead).toSorted((a, b) => a.date.localeCompare(b.date)) })

describe('rows that differ from the rule', () => {
  it('are none where the list is as the rule gives it', () => {
    expect(ruleDifferences(aSchedule(), c)).toEqual([])
  })

  it.each<[string, Schedule, unknown[]]>([
    ['one moved', withRow(1, payment('2022-07-27', '25.32')), [{ kind: 'moved', row: 1, expected: '2022-07-19' }]],
    [
      'the next one moved',
      withRow(0, payment('2022-06-29', '25.32')),
      [{ kind: 'moved', row: 0, expected: '2022-06-20' }],
    ],
    [
      'the last one moved',
      withRow(5, payment('2022-11-14', '25.32')),
      [{ kind: 'moved', row: 5, expected: '2022-11-21' }],
    ],
    ['one with another amount', withRow(2, payment('2022-08-19', '10.00')), [{ kind: 'amount', row: 2, ...usual }]],
    ['one skipped', withRow(2, payment('2022-08-19', '0')), [{ kind: 'skipped', row: 2, ...usual }]],
    [
      'one added',
      withRow(2, payment('2022-08-05', '25.32'), payment('2022-08-19', '25.32')),
      [{ kind: 'extra', row: 2 }],
    ],
    [
      'two on one day',
      withRow(2, payment('2022-08-19', '25.32'), payment('2022-08-19', '25.32')),
      [{ kind: 'extra', row: 3 }],
    ],
    ['one left out', withRow(2), [{ kind: 'missing', expected: '2022-08-19' }]],
    [
      'one moved and changed',
      withRow(1, payment('2022-07-27', '10.00')),
      [
        { kind: 'moved', row: 1, expected: '2022-07-19' },
        { kind: 'amount', row: 1, ...usual },
      ],
    ],
    [
      'two neighbours moved',
      aSchedule({ upcoming: payments(['2022-06-20', '2022-07-21', '2022-08-24', '2022-09-20']) }),
      [
        { kind: 'moved', row: 1, expected: '2022-07-19' },
        { kind: 'moved', row: 2, expected: '2022-08-19' },
      ],
    ],
    [
      'a next payment that a change of the day left behind',
      aSchedule({ collectionDay: 1, upcoming: payments(['2022-06-20', '2022-07-01', '2022-08-01']) }),
      [{ kind: 'extra', row: 0 }],
    ],
  ])('%s', (_name, schedule, differences) => {
    expect(ruleDifferences(schedule, c)).toEqual(differences)
  })

  it('are not those on a day that became a holiday afterwards (E1b)', () => {
    const schedule = aSchedule({ upcoming: payments(['2022-08-19', '2022-09-19', '2022-10-19']) })
    expect(ruleDifferences(schedule, on('2022-07-20'))).toEqual([])
    expect(offBankingDays(schedule, on('2022-07-20'))).toEqual([{ row: 1, date: '2022-09-19', likely: '2022-09-20' }])
  })

  it('allow the first two in one month, since SmarterPay never tells the flag', () => {
    const untaken = (dates: string[]) =>
      aSchedule({ collectionDay: 'last', firstCollectionDate: day('2021-09-13'), upcoming: payments(dates) })
    const at = on('2021-09-01')
    expect(ruleDifferences(untaken(['2021-09-13', '2021-11-01', '2021-11-30']), at)).toEqual([])
    expect(ruleDifferences(untaken(['2021-09-13', '2021-09-30', '2021-11-01']), at)).toEqual([])
  })

  it('do not take a first collection that moved onto the last day for both it and the second', () => {
    const schedule = aSchedule({
      collectionDay: 'last',
      firstCollectionDate: day('2022-02-26'),
      upcoming: payments(['2022-02-28', '2022-03-31']),
    })
    expect(ruleDifferences(schedule, on('2022-02-01'))).toEqual([])
  })

  it('allow the first collection its own amount until it is taken', () => {
    const schedule = aSchedule({
      firstCollectionDate: day('2022-06-20'),
      firstCollectionAmount: payment('2022-06-20', '5.00').amount,
      upcoming: [payment('2022-06-20', '5.00'), ...rows.slice(1)],
    })
    expect(ruleDifferences(schedule, c)).toEqual([])
    const taken = { ...schedule, firstCollectionDate: day('2022-05-19') }
    expect(ruleDifferences(taken, c)).toEqual([{ kind: 'amount', row: 0, ...usual }])
  })

  it.each([
    ['keep', ['2026-12-18', '2026-12-29', '2027-01-04', '2027-01-08', '2027-01-15']],
    ['follow', ['2026-12-11', '2026-12-18', '2026-12-29', '2027-01-05', '2027-01-12', '2027-01-19']],
  ])('are none in a weekly list, whether the dates %s their weekday after a holiday', (_, dates) => {
    const schedule = aSchedule({
      collectionPeriod: 'weekly',
      firstCollectionDate: day('2026-12-04'),
      upcoming: payments(dates),
    })
    expect(ruleDifferences(schedule, on('2026-12-08'))).toEqual([])
  })

  it('names one weekly row that was moved', () => {
    const schedule = aSchedule({
      collectionPeriod: 'weekly',
      firstCollectionDate: day('2022-05-18'),
      upcoming: payments(['2022-06-08', '2022-06-17', '2022-06-22', '2022-06-29']),
    })
    expect(ruleDifferences(schedule, c)).toEqual([{ kind: 'moved', row: 1, expected: '2022-06-15' }])
  })

  it('take odd pennies of a plan as SmarterPay may place them, and other shares as edited', () => {
    const plan = (...amounts: string[]) =>
      aPlan({
        total: '22.50',
        instalments: 8,
        upcoming: amounts.map((amount, index) => payment(`2026-0${index + 2}-02`, amount)),
      })
    const at = on('2026-01-19')
    expect(ruleDifferences(plan('2.81', '2.81', '2.83'), at)).toEqual([])
    expect(ruleDifferences(plan('2.81', '4.00', '1.64'), at).map((found) => found.kind)).toEqual(['amount', 'amount'])
  })

  it.each([
    ['an inactive schedule', aSchedule({ status: 'inactive', upcoming: payments(['2022-07-02']) })],
    ['an unreadable list', aSchedule({ upcoming: null })],
    ['an unreadable amount', aSchedule({ amount: null, unreadable: ['amount'] })],
    ['an unknown frequency', aSchedule({ collectionPeriod: 'unrecognised' })],
    ['dates beyond all counting', aSchedule({ upcoming: payments(['9999-12-30', '9999-12-31']) })],
    ['an empty list', aSchedule({ upcoming: [] })],
  ])('are not looked for in %s', (_name, schedule) => {
    expect(ruleDifferences(schedule, c)).toEqual([])
  })

  it('are none in any list that the rule itself gives, from whichever row on', () => {
    const calendar = bankingCalendar([])
    const anySchedule = fc.record({
      collectionPeriod: fc.constantFrom('monthly' as const, 'weekly' as const),
      collectionDay: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
      collectionStretch: fc.integer({ min: 1, max: 13 }),
      firstCollectionDate: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day('2021-01-01'), days)),
    })
    fc.assert(
      fc.property(anySchedule, fc.nat(6), fc.integer({ min: 1, max: 8 }), (over, from, count) => {
        const rule = ruleOf(aSchedule(over))
        if (!rule) throw new Error('no rule')
        const given = project(rule, { calendar, count: from + count }).slice(from)
        const schedule = aSchedule({ ...over, upcoming: payments(given.map((row) => row.date)) })
        expect(ruleDifferences(schedule, on(given[0]?.date ?? '2021-01-01'))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('of 520 rows, all off the rule, are found without a pause', () => {
    const off = Array.from({ length: 520 }, (_, week) => addDays(day('2022-06-02'), 7 * week + (week % 3)))
    const schedule = aSchedule({
      collectionPeriod: 'weekly',
      firstCollectionDate: day('2022-05-16'),
      upcoming: payments(off),
    })
    const began = performance.now()
    ruleDifferences(schedule, c)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
