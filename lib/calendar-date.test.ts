import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateIn,
  day,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  formatDate,
  formatDayAndMonth,
  formatInstant,
  formatLongDate,
  formatMinutes,
  londonTime,
  monthOf,
  parseDate,
  weekday,
} from './calendar-date'

const someDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays(day('2001-01-01'), days))

describe('a day on the calendar', () => {
  it.each(['2026-01-19', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(parseDate(text)).toBe(text)
  })

  it.each([
    '',
    '2026-06-31',
    '2027-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-9',
    '19/01/2026',
    '2026-01-19T00:00:00Z',
    ' 2026-01-19',
    '2026-01-19\n',
    '+012026-01-19',
  ])('“%s” is none', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  it('throws on a day that does not exist where one is written in the code', () => {
    expect(() => day('2026-06-31')).toThrow()
  })
})

describe('counting', () => {
  it('goes there and back, and every day reached exists', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const there = addDays(date, days)
        expect(parseDate(there)).toBe(there)
        expect(daysBetween(date, there)).toBe(days)
        expect(addDays(there, -days)).toBe(date)
        if (days !== 0) expect(there > date).toBe(days > 0)
      }),
    )
  })

  it('moves the weekday by one each day', () => {
    expect(weekday(day('2026-11-16'))).toBe(1)
    expect(weekday(day('2026-11-22'))).toBe(7)
    fc.assert(
      fc.property(someDay, (date) => {
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1)
      }),
    )
  })

  it('is not shifted by a change of the clocks', () => {
    expect(addDays(day('2025-03-29'), 1)).toBe('2025-03-30')
    expect(addDays(day('2025-03-30'), 1)).toBe('2025-03-31')
    expect(addDays(day('2025-10-26'), 1)).toBe('2025-10-27')
    expect(daysBetween(day('2025-03-29'), day('2025-10-27'))).toBe(212)
  })
})

describe('months', () => {
  it.each([
    [2026, 2, 28],
    [2028, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [4, 2, 29],
    [99, 2, 28],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(daysInMonth({ year, month })).toBe(days)
  })

  it('run over the ends of years, both ways', () => {
    expect(addMonths({ year: 2026, month: 11 }, 3)).toEqual({ year: 2027, month: 2 })
    expect(addMonths({ year: 2026, month: 2 }, -3)).toEqual({ year: 2025, month: 11 })
    expect(addMonths({ year: 2026, month: 12 }, 12)).toEqual({ year: 2027, month: 12 })
  })

  it('end on their last day where the wanted one does not exist', () => {
    expect(dateIn({ year: 2026, month: 2 }, 31)).toBe('2026-02-28')
    expect(dateIn({ year: 2028, month: 2 }, 31)).toBe('2028-02-29')
    expect(dateIn({ year: 2026, month: 9 }, 28)).toBe('2026-09-28')
  })

  it('and days of the month put together give the date back', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        expect(dateIn(monthOf(date), dayOfMonth(date))).toBe(date)
      }),
    )
  })
})

describe('London', () => {
  it.each([
    ['2026-11-20T21:59:59Z', '2026-11-20', 21 * 60 + 59],
    ['2026-11-20T23:59:59.999Z', '2026-11-20', 23 * 60 + 59],
    ['2026-11-21T00:00:00Z', '2026-11-21', 0],
    ['2026-06-19T23:30:00Z', '2026-06-20', 30],
    ['2025-03-30T00:59:00Z', '2025-03-30', 59],
    ['2025-03-30T01:00:00Z', '2025-03-30', 120],
    ['2025-10-26T00:30:00Z', '2025-10-26', 90],
    ['2025-10-26T01:30:00Z', '2025-10-26', 90],
  ])('reads %s as %s, minute %i', (instant, date, minutes) => {
    expect(londonTime(new Date(instant))).toEqual({ date, minutes })
  })
})

describe('days on the screen', () => {
  it('are written the British way', () => {
    const date = day('2022-06-20')
    expect(formatDate(date)).toBe('Mon 20 Jun 2022')
    expect(formatLongDate(date)).toBe('Monday 20 June 2022')
    expect(formatDayAndMonth(date)).toBe('20 Jun')
    expect(formatDate(day('2022-09-01'))).toBe('Thu 1 Sep 2022')
    expect(formatMinutes(1320)).toBe('22:00')
    expect(formatMinutes(65)).toBe('01:05')
    expect(formatInstant(new Date('2025-06-05T13:32:00Z'))).toBe('Thu 5 Jun 2025, 14:32')
  })
})
