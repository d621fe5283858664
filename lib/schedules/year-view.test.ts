import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { draftShower } from './draft-shown'
import { aSchedule, on, payment, payments, pounds } from './examples'
import { shownPayments } from './shown-payments'
import { projectedText, totalOfMonths, weeksOf, yearDayName, yearView } from './year-view'

const c = on('2022-06-01')
const year = (schedule = aSchedule()) =>
  yearView(shownPayments(schedule, day('2023-05-31'), c), { year: 2022, month: 6 })

it('keeps listed and projected money apart', () => {
  const months = year()
  expect(months).toHaveLength(12)
  expect(months.map(({ listed, projected }) => [listed, projected])).toEqual([
    ...Array.from({ length: 6 }, () => [1, 0]),
    ...Array.from({ length: 6 }, () => [0, 1]),
  ])
  const total = totalOfMonths(months)
  expect(total).toMatchObject({ listed: 6, listedPence: 15192, skipped: 0, projected: 6, projectedLowest: 15192 })
  expect(projectedText(total)).toBe('£151.92')
})

it('counts a skipped row as neither a payment nor money', () => {
  const upcoming = [payment('2022-06-20', '25.32'), payment('2022-07-19', '0.00')]
  const [june, july] = year(aSchedule({ upcoming }))
  expect(june).toMatchObject({ listed: 1, listedPence: 2532, skipped: 0 })
  expect(july).toMatchObject({ listed: 0, listedPence: 0, skipped: 1 })
  expect(july?.marks.get(day('2022-07-19'))).toBe('skipped')
})

it('marks a day by the surest of its payments', () => {
  const upcoming = [payment('2022-07-19', '0.00'), ...payments(['2022-07-19'])]
  const july = year(aSchedule({ upcoming }))[1]
  expect(july?.marks.get(day('2022-07-19'))).toBe('scheduled')
})

it('marks what a draft changed, and sets the money of each month against SmarterPay’s', () => {
  const schedule = aSchedule()
  const setting = settingOf(schedule, c)
  const draft = [
    { kind: 'change', row: 'row-0', later: false, to: day('2022-07-04'), amount: null } as const,
    { kind: 'change', row: 'row-2', later: false, to: null, amount: pounds('40.00') } as const,
    { kind: 'skip', rows: ['row-3'] } as const,
  ].reduce((now, command) => applyCommand(now, command, setting), draftOf(schedule.upcoming ?? []))
  const shown = draftShower(schedule, setting)(draft.rows, new Map())
  const months = yearView(shown.payments, { year: 2022, month: 6 }, draft.listed)
  expect(months.slice(0, 5).map(({ wasPence, listedPence }) => [wasPence, listedPence])).toEqual([
    [2532, 0],
    [2532, 5064],
    [2532, 4000],
    [2532, 0],
    [2532, 2532],
  ])
  const marks = months.flatMap((month) => [...month.marks])
  expect(marks).toEqual([
    ['2022-07-04', 'changed'],
    ['2022-07-19', 'scheduled'],
    ['2022-08-19', 'changed'],
    ['2022-09-20', 'skipped'],
    ['2022-10-19', 'scheduled'],
    ['2022-11-21', 'scheduled'],
  ])
  const july = months[1]?.days.get(day('2022-07-04')) ?? []
  expect(yearDayName(day('2022-07-04'), july)).toBe('Monday 4 July 2022, 1 payment, £25.32, moved')
})

it('lays the days of a month out from Monday', () => {
  const weeks = weeksOf({ year: 2027, month: 5 })
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, '2027-05-01', '2027-05-02'])
  expect(weeks[5]?.[0]).toBe('2027-05-31')
  expect(weeksOf({ year: 2027, month: 2 })).toHaveLength(4)
})
