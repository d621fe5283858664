import { expect, it } from 'vitest'
import { day } from '../calendar-date'
import { aPlan, aSchedule, payment, payments, pounds } from './examples'
import { amountsOf, endOf, frequencyOf, skippedOf } from './find'

it.each([
  ['weekly', 1, 'weekly'],
  ['weekly', 2, 'fortnightly'],
  ['weekly', 4, 'four-weekly'],
  ['monthly', 1, 'monthly'],
  ['monthly', 3, 'quarterly'],
  ['monthly', 6, 'half-yearly'],
  ['monthly', 12, 'yearly'],
  ['monthly', 5, 'other'],
  ['weekly', 3, 'other'],
  ['monthly', null, null],
  ['unrecognised', 1, null],
] as const)('every %s times %s is %s', (collectionPeriod, collectionStretch, frequency) => {
  expect(frequencyOf(aSchedule({ collectionPeriod, collectionStretch }))).toBe(frequency)
})

it('knows a skipped next payment from a later one, and from a schedule that collects nothing', () => {
  const [paid, none] = [payment('2022-06-20', '25.32'), payment('2022-07-19', '0.00')]
  expect(skippedOf(aSchedule({ upcoming: [none, paid] }))).toBe('next')
  expect(skippedOf(aSchedule({ upcoming: [paid, none] }))).toBe('later')
  expect(skippedOf(aSchedule({ upcoming: [paid] }))).toBeNull()
  expect(skippedOf(aSchedule({ upcoming: null }))).toBeNull()
  expect(skippedOf(aSchedule({ status: 'inactive', upcoming: [none] }))).toBeNull()
})

it('lets a plan end with its last payment, an ongoing schedule with its end date alone', () => {
  expect(endOf(aPlan({ total: '30.00' }))).toBe('2026-04-02')
  expect(endOf(aSchedule())).toBeNull()
  expect(endOf(aSchedule({ endDate: day('2023-01-31') }))).toBe('2023-01-31')
  expect(endOf(aPlan({ total: '30.00', upcoming: [] }))).toBeNull()
})

it('names each amount that may be taken once, and no payment of nought', () => {
  const upcoming = [...payments(['2022-06-20', '2022-07-19'], '30.00'), payment('2022-08-19', '0.00')]
  expect(amountsOf(aSchedule({ firstCollectionAmount: pounds('5.00'), upcoming }))).toEqual([2532, 500, 3000])
  expect(amountsOf(aSchedule({ amount: null, firstCollectionAmount: null, upcoming: null }))).toEqual([])
})
