import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, day, weekday } from '@/lib/calendar-date'
import { bankingCalendar } from './calendar'
import { FIRST_KNOWN_DAY, HOLIDAYS, LAST_KNOWN_DAY } from './holidays'

const calendar = bankingCalendar([])
const someDay = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays(day('2020-01-01'), days))

describe('the table of holidays', () => {
  it('holds 67 days, each on a weekday and inside the years that are known', () => {
    const days = Object.keys(HOLIDAYS).map(day)
    expect(days).toHaveLength(67)
    for (const date of days) {
      expect(weekday(date), date).toBeLessThanOrEqual(5)
      expect(date >= FIRST_KNOWN_DAY && date <= LAST_KNOWN_DAY, date).toBe(true)
    }
  })

  it.each([
    ['2021', 8],
    ['2022', 10],
    ['2023', 9],
    ['2024', 8],
    ['2025', 8],
    ['2026', 8],
    ['2027', 8],
    ['2028', 8],
  ])('has for %s the %i days of England and Wales', (year, count) => {
    expect(Object.keys(HOLIDAYS).filter((date) => date.startsWith(year))).toHaveLength(count)
  })
})

describe('roll', () => {
  it.each([
    ['2018-03-31', '2018-04-02'],
    ['2022-06-02', '2022-06-06'],
    ['2022-09-19', '2022-09-20'],
    ['2022-12-24', '2022-12-28'],
    ['2023-01-01', '2023-01-03'],
    ['2023-05-06', '2023-05-09'],
    ['2024-03-29', '2024-04-02'],
    ['2026-04-03', '2026-04-07'],
    ['2026-06-15', '2026-06-15'],
    ['2026-12-25', '2026-12-29'],
    ['2027-01-31', '2027-02-01'],
    ['2027-12-25', '2027-12-29'],
    ['2028-01-01', '2028-01-04'],
  ])('takes %s to %s', (from, to) => {
    expect(calendar.roll(day(from))).toBe(to)
  })

  it('takes Good Friday 2018 over Easter once its two holidays are given as extra days (E7)', () => {
    expect(bankingCalendar([day('2018-03-30'), day('2018-04-02')]).roll(day('2018-03-30'))).toBe('2018-04-03')
  })

  it('ends on a banking day, never earlier, with none between', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const rolled = calendar.roll(date)
        expect(calendar.isBankingDay(rolled)).toBe(true)
        expect(rolled >= date).toBe(true)
        for (let at = date; at < rolled; at = addDays(at, 1)) expect(calendar.isBankingDay(at)).toBe(false)
      }),
    )
  })
})

describe('addBankingDays', () => {
  it('counts over weekends and holidays, both ways', () => {
    expect(calendar.addBankingDays(day('2026-12-24'), 1)).toBe('2026-12-29')
    expect(calendar.addBankingDays(day('2026-12-29'), -1)).toBe('2026-12-24')
    expect(calendar.addBankingDays(day('2026-12-26'), 1)).toBe('2026-12-29')
    expect(calendar.addBankingDays(day('2026-12-26'), -1)).toBe('2026-12-24')
    expect(calendar.addBankingDays(day('2026-12-26'), 0)).toBe('2026-12-26')
  })

  it('leads back from where it led, between banking days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (date, days) => {
        const start = calendar.roll(date)
        expect(calendar.addBankingDays(calendar.addBankingDays(start, days), -days)).toBe(start)
      }),
    )
  })
})

describe('what the calendar knows', () => {
  it('names holidays, and no weekend', () => {
    expect(calendar.holidayName(day('2022-06-02'))).toBe('Spring bank holiday')
    expect(calendar.holidayName(day('2022-06-04'))).toBeNull()
    expect(calendar.holidayName(day('2022-06-06'))).toBeNull()
  })

  it('says where the table ends, and counts weekdays beyond it as banking days', () => {
    expect(calendar.isKnown(day('2028-12-31'))).toBe(true)
    expect(calendar.isKnown(day('2029-01-01'))).toBe(false)
    expect(calendar.isKnown(day('2020-12-31'))).toBe(false)
    expect(calendar.isBankingDay(day('2029-01-01'))).toBe(true)
    expect(calendar.isBankingDay(day('2029-01-06'))).toBe(false)
  })

  it('takes days proclaimed later, without renaming those it has', () => {
    const proclaimed = bankingCalendar([day('2026-06-15'), day('2026-12-25')])
    expect(proclaimed.isBankingDay(day('2026-06-15'))).toBe(false)
    expect(proclaimed.holidayName(day('2026-06-15'))).toBe('Bank holiday')
    expect(proclaimed.holidayName(day('2026-12-25'))).toBe('Christmas Day')
    expect(calendar.isBankingDay(day('2026-06-15'))).toBe(true)
  })

  it('is made once for the same days, in whichever array they come', () => {
    const days = (): CalendarDate[] => [day('2026-06-15')]
    expect(bankingCalendar(days())).toBe(bankingCalendar(days()))
    expect(bankingCalendar(days())).not.toBe(calendar)
  })
})
