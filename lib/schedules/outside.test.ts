import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payments, pounds } from './examples'
import { changedOutside } from './outside'

const before = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19']) })
const today = day('2022-06-21')
const later = (dates: string[], over = {}) =>
  aSchedule({ upcoming: payments(dates), nextCollectionDate: day(dates[0] ?? '2022-06-20'), ...over })

describe('what changed from outside between two sights of a schedule', () => {
  it('is nothing when nothing changed', () => {
    expect(changedOutside(before, before, today)).toEqual([])
  })

  it('is nothing when a due payment was collected and the list topped up', () => {
    expect(changedOutside(before, later(['2022-07-19', '2022-08-19', '2022-09-20']), today)).toEqual([])
  })

  it('is the list when a payment that was still to come moved, went, or came between', () => {
    for (const dates of [['2022-07-20', '2022-08-19'], ['2022-08-19'], ['2022-07-19', '2022-08-01', '2022-08-19']])
      expect(changedOutside(before, later(dates), today)).toContain('upcoming')
  })

  it('is the part that another value stands in', () => {
    expect(changedOutside(before, aSchedule({ ...before, amount: pounds('30.00') }), today)).toEqual(['amount'])
    expect(changedOutside(before, aSchedule({ ...before, status: 'inactive' }), today)).toEqual(['status'])
  })

  it('is nothing when a plan was finished by its last payment', () => {
    const plan = aSchedule({ kind: 'plan', upcoming: payments(['2022-06-20']) })
    const done = aSchedule({
      kind: 'plan',
      upcoming: [],
      status: 'inactive',
      nextCollectionDate: plan.nextCollectionDate,
    })
    expect(changedOutside(plan, done, today)).toEqual([])
  })

  it('is a row more at the end of a plan, since a plan is not topped up', () => {
    const plan = aSchedule({ kind: 'plan', upcoming: payments(['2022-07-19']) })
    expect(
      changedOutside(plan, aSchedule({ ...plan, upcoming: payments(['2022-07-19', '2022-08-19']) }), today),
    ).toContain('upcoming')
  })
})
