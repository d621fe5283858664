import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, day } from '@/lib/calendar-date'
import { daysAround, holidayWindows, paymentsOn, plannedDays } from './holiday-windows'
import type { CollectionsRow } from './model'

const row = (date: string, count: number, projectedCount = 0): CollectionsRow => ({
  date: day(date),
  count,
  total: count * 1000,
  directDebit: count * 1000,
  card: 0,
  locked: 0,
  atRisk: 0,
  skipped: 0,
  projected: projectedCount * 1000,
  projectedCount,
})

describe('a holiday window', () => {
  it('is Christmas 2025 with its names and the first banking day after it', () => {
    expect(holidayWindows(day('2025-12-01'), day('2025-12-31'), [])).toEqual([
      { from: '2025-12-25', to: '2025-12-28', names: ['Christmas Day', 'Boxing Day'], after: '2025-12-29' },
    ])
  })

  it('is whole where the range begins or ends inside it, and no plain weekend is one', () => {
    const [easter, ...more] = holidayWindows(day('2026-04-05'), day('2026-04-19'), [])
    expect(easter).toMatchObject({ from: '2026-04-03', to: '2026-04-06', after: '2026-04-07' })
    expect(more).toEqual([])
    expect(holidayWindows(day('2026-04-01'), day('2026-04-03'), [])).toMatchObject([{ to: '2026-04-06' }])
  })

  it('knows a day that was proclaimed since', () => {
    expect(holidayWindows(day('2026-06-08'), day('2026-06-08'), [day('2026-06-08')])).toMatchObject([
      { from: '2026-06-06', to: '2026-06-08', names: ['Bank holiday'], after: '2026-06-09' },
    ])
  })

  it('holds closed days alone, between banking days, whatever the range', () => {
    const calendar = bankingCalendar([])
    const somewhere = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(day('2021-03-01'), days))
    fc.assert(
      fc.property(somewhere, fc.integer({ min: 0, max: 400 }), (from, length) => {
        for (const window of holidayWindows(from, addDays(from, length), [])) {
          expect(calendar.isBankingDay(addDays(window.from, -1))).toBe(true)
          expect(calendar.isBankingDay(window.after)).toBe(true)
          expect(window.after).toBe(addDays(window.to, 1))
          for (let at = window.from; at <= window.to; at = addDays(at, 1)) expect(calendar.isBankingDay(at)).toBe(false)
          expect(window.to >= from).toBe(true)
        }
      }),
    )
  })
})

describe('the days around it', () => {
  const [window] = holidayWindows(day('2025-12-01'), day('2025-12-31'), [])
  if (!window) throw new Error('no Christmas')

  it('are five banking days on either side', () => {
    expect(daysAround(window, [])).toEqual({ from: '2025-12-18', to: '2026-01-05' })
  })

  it('are held against the median of the banking days, the one after the window left out', () => {
    const covered = { from: day('2025-12-01'), to: day('2026-01-16') }
    const rows = [row('2025-12-29', 412), row('2025-12-26', 3)]
    for (let at = covered.from; at <= covered.to; at = addDays(at, 1))
      if (bankingCalendar([]).isBankingDay(at) && at !== '2025-12-29') rows.push(row(at, 120))
    const { days, normal } = plannedDays(window, rows, covered, [])
    expect(normal).toBe(120)
    const after = days.find(({ date }) => date === '2025-12-29')
    expect(after?.times?.toFixed(1)).toBe('3.4')
    expect(days.find(({ date }) => date === '2025-12-26')).toMatchObject({
      count: 3,
      closed: 'Boxing Day',
      times: null,
    })
  })

  it('count alike whether listed or projected: lists that end in the middle change no measure', () => {
    const covered = { from: day('2025-12-01'), to: day('2026-01-16') }
    const planned = (listedUntil: string) => {
      const rows: CollectionsRow[] = []
      for (let at = covered.from; at <= covered.to; at = addDays(at, 1)) {
        const count = at === '2025-12-29' ? 412 : 120
        if (bankingCalendar([]).isBankingDay(at)) rows.push(at <= listedUntil ? row(at, count) : row(at, 0, count))
      }
      return plannedDays(window, rows, covered, [])
    }
    const measures = (listedUntil: string) => planned(listedUntil).days.map(({ times }) => times)
    for (const listedUntil of ['2025-11-30', '2025-12-12', '2025-12-29', '2026-01-16']) {
      expect(planned(listedUntil).normal, listedUntil).toBe(120)
      expect(measures(listedUntil)).toEqual(measures('2026-01-16'))
    }
    const after = planned('2025-12-12').days.find(({ date }) => date === window.after)
    expect(after).toMatchObject({ count: 0, total: 0, projectedCount: 412, projected: 412_000 })
    expect(after && paymentsOn(after)).toBe(412)
    expect(after?.times?.toFixed(1)).toBe('3.4')
  })

  it('have no measure before the days that are known, however quiet they look', () => {
    const covered = { from: day('2025-12-24'), to: day('2026-01-16') }
    const rows: CollectionsRow[] = []
    for (let at = covered.from; at <= covered.to; at = addDays(at, 1))
      if (bankingCalendar([]).isBankingDay(at)) rows.push(row(at, 120))
    const { days } = plannedDays(window, rows, covered, [])
    expect(days.find(({ date }) => date === '2025-12-23')?.times).toBeNull()
    expect(days.find(({ date }) => date === '2025-12-24')?.times).toBe(1)
  })

  it('have no measure where nothing is collected on a normal day', () => {
    const { days, normal } = plannedDays(window, [], daysAround(window, []), [])
    expect(normal).toBe(0)
    expect(days.every(({ times }) => times === null)).toBe(true)
  })
})
