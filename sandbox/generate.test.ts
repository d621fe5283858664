// Dates and splits against worked examples: the documented samples, month ends, holidays, edits and plans.
import { describe, expect, it } from 'vitest'
import { type CalendarDate, day } from '@/lib/calendar-date'
import { bankingDaysAfter, earliestDay, regenerationFloor, roll } from './banking'
import { datesOf, firstTaken, nominalOf, split } from './generate'
import type { CollectionDay, Rule } from './rule'
import { defaultSwitches, type Switches } from './switches'

const switches = (changes: Partial<Switches> = {}): Switches => ({ ...defaultSwitches(), ...changes })
const rule = (first: string, changes: Partial<Rule> = {}): Rule => ({
  plan: false,
  card: false,
  amount: 2500,
  firstAmount: null,
  period: 'monthly',
  day: 15,
  stretch: 1,
  firstDate: day(first),
  nextDate: null,
  endDate: null,
  instalments: null,
  rows: [],
  ...changes,
})
const BEGINNING = day('0001-01-01')
const made = (of: Rule, count: number, more: { sameMonth?: boolean; switches?: Switches } = {}) =>
  datesOf(
    {
      rule: of,
      switches: more.switches ?? switches(),
      kept: null,
      sameMonth: more.sameMonth ?? false,
      floor: BEGINNING,
    },
    count,
  )

describe('monthly dates', () => {
  const cases: [string, CollectionDay, boolean, number, string][] = [
    [
      '2022-05-19',
      19,
      false,
      1,
      '2022-05-19 2022-06-20 2022-07-19 2022-08-19 2022-09-20 2022-10-19 2022-11-21 2022-12-19',
    ],
    ['2021-09-13', 'last day', false, 1, '2021-09-13 2021-11-01 2021-11-30 2021-12-31'],
    ['2021-09-13', 'last day', true, 1, '2021-09-13 2021-09-30 2021-11-01 2021-11-30 2021-12-31'],
    ['2024-09-23', 23, false, 1, '2024-09-23 2024-10-23 2024-11-25 2024-12-23'],
    [
      '2021-07-30',
      4,
      false,
      1,
      '2021-07-30 2021-08-04 2021-09-06 2021-10-04 2021-11-04 2021-12-06 2022-01-04 2022-02-04',
    ],
    [
      '2026-11-30',
      'last day',
      false,
      1,
      '2026-11-30 2026-12-31 2027-02-01 2027-03-01 2027-03-31 2027-04-30 2027-06-01 2027-06-30',
    ],
    ['2028-01-31', 'last day', false, 1, '2028-01-31 2028-02-29 2028-03-31 2028-05-02'],
    [
      '2026-11-28',
      28,
      false,
      1,
      '2026-11-30 2026-12-29 2027-01-28 2027-03-01 2027-03-30 2027-04-28 2027-05-28 2027-06-28',
    ],
    ['2026-11-25', 25, false, 1, '2026-11-25 2026-12-29 2027-01-25 2027-02-25 2027-03-25 2027-04-26'],
    ['2026-12-01', 1, false, 1, '2026-12-01 2027-01-04 2027-02-01 2027-03-01 2027-04-01 2027-05-04'],
    ['2026-09-02', 28, false, 1, '2026-09-02 2026-10-28 2026-11-30 2026-12-29'],
    ['2026-09-02', 28, true, 1, '2026-09-02 2026-09-28 2026-10-28 2026-11-30'],
    ['2026-09-30', 28, true, 1, '2026-09-30 2026-10-28 2026-11-30 2026-12-29'],
    ['2026-12-01', 1, false, 3, '2026-12-01 2027-03-01 2027-06-01 2027-09-01 2027-12-01'],
    ['2026-12-01', 1, false, 12, '2026-12-01 2027-12-01 2028-12-01'],
    ['2023-04-11', 8, false, 1, '2023-04-11 2023-05-09 2023-06-08'],
    ['2027-01-26', 26, false, 1, '2027-01-26 2027-02-26 2027-03-30 2027-04-26'],
  ]
  it.each(cases)('from %s on day %s, same month %s, every %s months', (first, on, sameMonth, stretch, expected) => {
    const dates = expected.split(' ')
    expect(made(rule(first, { day: on, stretch }), dates.length, { sameMonth })).toEqual(dates)
  })

  it('are the documented list where the funeral of 2022 is not yet known', () => {
    const known = switches({ unknownHolidays: ['2022-09-19'] })
    const dates = made(rule('2022-05-19', { day: 19 }), 8, { switches: known })
    expect(dates.slice(1).join(' ')).toBe(
      '2022-06-20 2022-07-19 2022-08-19 2022-09-19 2022-10-19 2022-11-21 2022-12-19',
    )
  })

  it('move for a holiday that was proclaimed later', () => {
    const [, second] = made(rule('2026-11-17', { day: 17 }), 2, {
      switches: switches({ extraHolidays: ['2026-12-17'] }),
    })
    expect(second).toBe('2026-12-18')
  })

  it('share the first month with a longer stretch, or not, by switch', () => {
    const of = rule('2026-09-02', { day: 28, stretch: 3 })
    expect(made(of, 2, { sameMonth: true })[1]).toBe('2026-09-28')
    expect(made(of, 2, { sameMonth: true, switches: switches({ sameMonthWithStretch: 'ignored' }) })[1]).toBe(
      '2026-12-29',
    )
  })
})

describe('weekly dates', () => {
  const cases: [string, number, 'anchored' | 'drift', string][] = [
    [
      '2022-05-18',
      1,
      'anchored',
      '2022-05-18 2022-05-25 2022-06-01 2022-06-08 2022-06-15 2022-06-22 2022-06-29 2022-07-06',
    ],
    ['2026-12-11', 1, 'anchored', '2026-12-11 2026-12-18 2026-12-29 2027-01-04 2027-01-08 2027-01-15'],
    ['2026-12-11', 1, 'drift', '2026-12-11 2026-12-18 2026-12-29 2027-01-05 2027-01-12 2027-01-19'],
    ['2026-12-11', 2, 'anchored', '2026-12-11 2026-12-29 2027-01-08 2027-01-22 2027-02-05'],
    ['2022-05-26', 1, 'anchored', '2022-05-26 2022-06-06 2022-06-09 2022-06-16'],
  ]
  it.each(cases)('from %s every %s weeks, %s', (first, stretch, weeklyAfterHoliday, expected) => {
    const dates = expected.split(' ')
    const of = rule(first, { period: 'weekly', stretch, day: 2 })
    expect(made(of, dates.length, { switches: switches({ weeklyAfterHoliday }) })).toEqual(dates)
  })
})

describe('the end of an ongoing schedule', () => {
  const upTo = (endDate: string, endDateCompare: Switches['endDateCompare'] = 'nominal') =>
    made(rule('2026-12-15', { endDate: day(endDate) }), 8, { switches: switches({ endDateCompare }) }).at(-1)

  it('counts the day itself', () => {
    expect(upTo('2027-03-15')).toBe('2027-03-15')
    expect(upTo('2027-03-14')).toBe('2027-02-15')
  })

  it('is held against the nominal or the moved date, by switch', () => {
    expect(upTo('2027-05-16')).toBe('2027-05-17')
    expect(upTo('2027-05-16', 'moved')).toBe('2027-04-15')
  })
})

describe('what the rule meant for a collection', () => {
  it('is the day before its roll, over the end of a month too', () => {
    expect(nominalOf(day('2027-02-01'), rule('2026-11-30', { day: 'last day' }), switches())).toBe('2027-01-31')
    expect(nominalOf(day('2026-12-21'), rule('2026-01-19', { day: 19 }), switches())).toBe('2026-12-19')
    expect(nominalOf(day('2026-12-29'), rule('2026-12-11', { period: 'weekly' }), switches())).toBe('2026-12-25')
  })

  it('is itself, or the nearest run, where it was moved by hand', () => {
    expect(nominalOf(day('2026-12-23'), rule('2026-01-19', { day: 19 }), switches())).toBe('2026-12-23')
    expect(nominalOf(day('2026-12-16'), rule('2026-12-11', { period: 'weekly' }), switches())).toBe('2026-12-18')
  })
})

describe('the split of a plan', () => {
  it('is even where it can be', () => {
    expect(split(2250, 3, 'earliest')).toEqual([750, 750, 750])
    expect(split(14_250, 3, 'last')).toEqual([4750, 4750, 4750])
  })

  it('puts the odd pennies where the switch says, and loses none', () => {
    expect(split(2250, 8, 'earliest')).toEqual([282, 282, 281, 281, 281, 281, 281, 281])
    expect(split(2250, 8, 'last')).toEqual([281, 281, 281, 281, 281, 281, 281, 283])
    expect(split(2250, 8, 'first')).toEqual([283, 281, 281, 281, 281, 281, 281, 281])
    expect(split(10_000, 3, 'earliest')).toEqual([3334, 3333, 3333])
    expect(split(100, 7, 'earliest')).toEqual([15, 15, 14, 14, 14, 14, 14])
  })
})

describe('banking days', () => {
  it.each([
    ['2022-06-02', '2022-06-06'],
    ['2022-09-19', '2022-09-20'],
    ['2018-03-31', '2018-04-02'],
    ['2022-12-24', '2022-12-28'],
    ['2023-05-06', '2023-05-09'],
    ['2026-04-03', '2026-04-07'],
    ['2026-12-25', '2026-12-29'],
    ['2027-12-25', '2027-12-29'],
    ['2028-01-01', '2028-01-04'],
    ['2026-06-15', '2026-06-15'],
  ])('roll %s to %s', (from, to) => {
    expect(roll(day(from), switches())).toBe(to)
  })

  const at = (date: string, minutes = 600) => ({ day: day(date) as CalendarDate, minutes })
  it.each([
    ['2026-11-20', 600, ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['2026-11-20', 1325, ['2026-11-25', '2026-11-26', '2026-11-27']],
    ['2026-11-21', 600, ['2026-11-25', '2026-11-26', '2026-11-27']],
    ['2026-12-23', 600, ['2026-12-29', '2026-12-30', '2026-12-31']],
    ['2026-12-24', 600, ['2026-12-30', '2026-12-31', '2027-01-04']],
    ['2026-12-28', 600, ['2026-12-31', '2027-01-04', '2027-01-05']],
    ['2026-12-31', 1325, ['2027-01-06', '2027-01-07', '2027-01-08']],
    ['2027-03-24', 600, ['2027-03-30', '2027-03-31', '2027-04-01']],
    ['2022-05-17', 789, ['2022-05-19', '2022-05-20', '2022-05-23']],
  ])('at %s, minute %s, the earliest days for counts of 3, 4 and 5 are %s', (date, minutes, expected) => {
    const found = [3, 4, 5].map((processingDays) => earliestDay(at(date, minutes), switches({ processingDays })))
    expect(found).toEqual(expected)
  })

  it('keep regenerated dates out of the lead time, or out of the notice period', () => {
    expect(regenerationFloor(at('2026-11-20'), switches())).toBe('2026-11-24')
    expect(regenerationFloor(at('2026-11-20'), switches({ regenerationFloor: 'notice-days' }))).toBe('2026-12-04')
    expect(bankingDaysAfter(day('2026-12-11'), 10, switches())).toBe('2026-12-29')
  })
})

it('knows the first collection to be taken once the next is after it', () => {
  const of = rule('2026-11-28', { day: 28, nextDate: day('2026-11-30') })
  expect(firstTaken(of, switches())).toBe(false)
  expect(firstTaken({ ...of, nextDate: day('2026-12-29') }, switches())).toBe(true)
})
