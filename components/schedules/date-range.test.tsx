import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { comingPresets, dateRangeText, pastPresets, rangeOf } from './date-range'

const named = (presets: ReturnType<typeof comingPresets>, name: string) =>
  presets.find((preset) => preset.name === name)?.range

describe('ranges of days', () => {
  const today = day('2026-12-31')

  it('looks forward for payments', () => {
    const presets = comingPresets(today)
    expect(named(presets, 'Tomorrow')).toEqual({ from: '2027-01-01', to: '2027-01-01' })
    expect(named(presets, 'Next 7 days')).toEqual({ from: '2026-12-31', to: '2027-01-06' })
    expect(named(presets, 'Next month')).toEqual({ from: '2027-01-01', to: '2027-01-31' })
    expect(named(presets, 'Until month end')).toEqual({ from: '2026-12-31', to: '2026-12-31' })
  })

  it('looks back for what was created', () => {
    const presets = pastPresets(day('2027-01-02'))
    expect(named(presets, 'Last month')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(named(presets, 'Last 7 days')).toEqual({ from: '2026-12-27', to: '2027-01-02' })
  })

  it.each([
    ['2026-12-01', '2026-12-31', '1 to 31 Dec 2026'],
    ['2026-11-28', '2026-12-04', '28 Nov to 4 Dec 2026'],
    ['2026-12-28', '2027-01-04', '28 Dec 2026 to 4 Jan 2027'],
    ['2022-06-20', '2022-06-20', 'Mon 20 Jun 2022'],
  ])('reads %s..%s as %s', (from, to, words) => {
    expect(dateRangeText({ from: day(from), to: day(to) })).toBe(words)
  })

  it('says ranges that are open at one end', () => {
    expect(dateRangeText({ from: day('2026-12-01') })).toBe('from Tue 1 Dec 2026')
    expect(dateRangeText({ to: day('2026-12-01') })).toBe('until Tue 1 Dec 2026')
  })

  it('are none with both ends open, and leave out the one that is', () => {
    const [from, to] = [day('2026-12-01'), day('2026-12-31')]
    expect(rangeOf({ from, to })).toEqual({ from, to })
    expect(rangeOf({ from, to: undefined })).toStrictEqual({ from })
    expect(rangeOf({ from: undefined, to: 0 })).toStrictEqual({ to: 0 })
    expect(rangeOf({ from: undefined, to: undefined })).toBeUndefined()
  })
})
