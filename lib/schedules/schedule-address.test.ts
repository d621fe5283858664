import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { readScheduleAddress, scheduleAddressParams, withinReach } from './schedule-address'

const read = (text: string) => readScheduleAddress(new URLSearchParams(text))

it('reads tab, view, month and the day in focus', () => {
  expect(read('tab=payments&month=2022-06&focus=2022-06-20&show=year')).toEqual({
    tab: 'payments',
    show: 'year',
    month: { year: 2022, month: 6 },
    focus: '2022-06-20',
    fix: null,
  })
})

it('reads what is to be mended, and takes it out once it is proposed', () => {
  const params = new URLSearchParams('tab=payments&fix=short-gap.2022-07-01')
  expect(readScheduleAddress(params).fix).toEqual({ kind: 'short-gap', date: '2022-07-01' })
  expect(scheduleAddressParams(params, { fix: null }).toString()).toBe('tab=payments')
})

it.each(['tab=edit', 'month=2022-13', 'month=2022-6', 'focus=2022-06-31', 'show=week', 'month=', 'tab=', 'fix=erase'])(
  'falls back where %s cannot be read',
  (text) => {
    expect(read(text)).toEqual({ tab: 'overview', show: null, month: null, focus: null, fix: null })
  },
)

it('lets go of a day in focus that is not in the month on show', () => {
  expect(read('month=2022-06&focus=2022-07-01').focus).toBeNull()
  expect(read('focus=2022-07-01').focus).toBe('2022-07-01')
})

it('changes its own names alone, and takes out what goes back to the first tab', () => {
  const params = new URLSearchParams('from=list&tab=payments&month=2022-06&focus=2022-06-20')
  expect(scheduleAddressParams(params, { month: { year: 2022, month: 12 }, focus: null }).toString()).toBe(
    'from=list&tab=payments&month=2022-12',
  )
  expect(scheduleAddressParams(params, { tab: 'overview' }).has('tab')).toBe(false)
  expect(params.get('month')).toBe('2022-06')
})

it('turns no further than ten years from today', () => {
  const today = day('2026-11-30')
  expect(withinReach({ year: 2027, month: 1 }, today)).toEqual({ year: 2027, month: 1 })
  expect(withinReach({ year: 9999, month: 1 }, today)).toEqual({ year: 2036, month: 11 })
  expect(withinReach({ year: 1, month: 1 }, today)).toEqual({ year: 2016, month: 11 })
})
