import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, day, londonTime } from '@/lib/calendar-date'
import { on } from './examples'
import {
  changeableUntil,
  dayState,
  earliestDate,
  earliestNoticeSafe,
  inputDay,
  latestNoticeDay,
  noticeClass,
} from './notice'

const calendar = bankingCalendar([])

it('judges a day as its own last notice day and the earliest date say, whatever day, time and settings it is', () => {
  const days = fc.integer({ min: 0, max: 1_000 }).map((n) => addDays(day('2025-03-01'), n))
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('00:00', '21:59', '22:00', '23:59'),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: -10, max: 40 }),
      (today, time, noticeDays, processingDays, ahead) => {
        const c = on(today, time, { noticeDays, processingDays })
        const date = addDays(today, ahead)
        const short = latestNoticeDay(date, c) < today ? 'short-notice' : 'notice-safe'
        expect(noticeClass(date, 'direct-debit', c)).toBe(date < earliestDate(c) ? 'locked' : short)
      },
    ),
    { numRuns: 500 },
  )
})

describe('the earliest date', () => {
  it.each([
    ['E5', '2022-05-17', '13:09', 3, '2022-05-19'],
    ['E6, three clear days', '2022-05-12', '09:00', 5, '2022-05-18'],
    ['E6, counted as three', '2022-05-12', '09:00', 3, '2022-05-16'],
    ['E30', '2026-11-20', '10:00', 3, '2026-11-24'],
    ['E30', '2026-11-20', '10:00', 4, '2026-11-25'],
    ['E30', '2026-11-20', '10:00', 5, '2026-11-26'],
    ['E31', '2026-11-20', '22:05', 3, '2026-11-25'],
    ['E31', '2026-11-20', '22:05', 4, '2026-11-26'],
    ['E31', '2026-11-20', '22:05', 5, '2026-11-27'],
    ['E32', '2026-11-21', '10:00', 3, '2026-11-25'],
    ['E32', '2026-11-21', '23:00', 4, '2026-11-26'],
    ['E32', '2026-11-21', '10:00', 5, '2026-11-27'],
    ['E33', '2026-12-23', '10:00', 3, '2026-12-29'],
    ['E33', '2026-12-23', '10:00', 4, '2026-12-30'],
    ['E33', '2026-12-23', '10:00', 5, '2026-12-31'],
    ['E34', '2026-12-24', '10:00', 3, '2026-12-30'],
    ['E34', '2026-12-24', '10:00', 4, '2026-12-31'],
    ['E34', '2026-12-24', '10:00', 5, '2027-01-04'],
    ['E35', '2026-12-28', '10:00', 3, '2026-12-31'],
    ['E35', '2026-12-28', '10:00', 4, '2027-01-04'],
    ['E35', '2026-12-28', '10:00', 5, '2027-01-05'],
    ['E36', '2026-12-31', '22:05', 3, '2027-01-06'],
    ['E36', '2026-12-31', '22:05', 4, '2027-01-07'],
    ['E36', '2026-12-31', '22:05', 5, '2027-01-08'],
    ['E37', '2027-03-24', '10:00', 3, '2027-03-30'],
    ['E37', '2027-03-24', '10:00', 4, '2027-03-31'],
    ['E37', '2027-03-24', '10:00', 5, '2027-04-01'],
  ])('%s: on %s at %s with a count of %i it is %s', (_, today, time, processingDays, earliest) => {
    expect(earliestDate(on(today, time, { processingDays }))).toBe(earliest)
  })

  it.each([
    ['21:59', '2026-11-24'],
    ['22:00', '2026-11-25'],
    ['22:01', '2026-11-25'],
  ])('moves on at the cut-off: at %s it is %s', (time, earliest) => {
    expect(earliestDate(on('2026-11-20', time))).toBe(earliest)
  })

  it.each([
    // On 30 March 2025 clocks go forward at 01:00 UTC, on 26 October back: 21:59 in London is another instant before and after.
    ['2025-03-28T21:59:00Z', '2025-04-01'],
    ['2025-03-28T22:00:00Z', '2025-04-02'],
    ['2025-03-31T20:59:00Z', '2025-04-02'],
    ['2025-03-31T21:00:00Z', '2025-04-03'],
    ['2025-10-24T20:59:00Z', '2025-10-28'],
    ['2025-10-24T21:00:00Z', '2025-10-29'],
    ['2025-10-27T21:59:00Z', '2025-10-29'],
    ['2025-10-27T22:00:00Z', '2025-10-30'],
  ])('is counted in London around a change of the clocks: at %s it is %s', (instant, earliest) => {
    const c = { ...on('2025-01-01'), now: londonTime(new Date(instant)) }
    expect(earliestDate(c)).toBe(earliest)
  })
})

describe('input day and latest notice day', () => {
  it.each([
    ['E40', '2022-09-20', '2022-09-15', '2022-09-05', '2022-09-12', '2022-09-14'],
    ['E41', '2022-06-06', '2022-05-31', '2022-05-19', '2022-05-26', '2022-05-30'],
    ['E43', '2026-12-21', '2026-12-17', '2026-12-07', '2026-12-14', '2026-12-16'],
    ['E44', '2026-12-29', '2026-12-23', '2026-12-11', '2026-12-18', '2026-12-22'],
    ['E45', '2027-01-05', '2026-12-31', '2026-12-17', '2026-12-24', '2026-12-30'],
    ['E46', '2027-03-30', '2027-03-24', '2027-03-12', '2027-03-19', '2027-03-23'],
  ])('%s: %s is input on %s and announced by %s, %s or %s', (_, date, input, ten, five, three) => {
    const c = on('2022-01-01')
    expect(inputDay(day(date), c)).toBe(input)
    expect(latestNoticeDay(day(date), c)).toBe(ten)
    expect(latestNoticeDay(day(date), { ...c, noticeDays: 5 })).toBe(five)
    expect(latestNoticeDay(day(date), { ...c, noticeDays: 3 })).toBe(three)
  })

  it('E42: 2026-12-15 is input on 2026-12-11 and announced by 2026-12-01', () => {
    expect(inputDay(day('2026-12-15'), on('2026-11-01'))).toBe('2026-12-11')
    expect(latestNoticeDay(day('2026-12-15'), on('2026-11-01'))).toBe('2026-12-01')
  })
})

describe('the three classes of a day', () => {
  it.each([
    ['2022-06-09', 'locked'],
    ['2022-06-10', 'short-notice'],
    ['2022-06-21', 'short-notice'],
    ['2022-06-22', 'notice-safe'],
  ] as const)('seen from Wednesday 8 June 2022, %s is %s', (date, expected) => {
    expect(noticeClass(day(date), 'direct-debit', on('2022-06-08', '10:00'))).toBe(expected)
  })

  it('names the first notice-safe day', () => {
    expect(earliestNoticeSafe(on('2022-06-08'))).toBe('2022-06-22')
    expect(earliestNoticeSafe(on('2022-06-08', '09:00', { noticeDays: 0 }))).toBe('2022-06-10')
  })

  it('counts Easter 2026 and Christmas 2025 as no notice at all', () => {
    expect(earliestNoticeSafe(on('2026-04-01'))).toBe('2026-04-17')
    expect(earliestNoticeSafe(on('2025-12-22'))).toBe('2026-01-08')
    expect(noticeClass(day('2026-01-07'), 'direct-debit', on('2025-12-22'))).toBe('short-notice')
  })

  it('locks a day that was open a minute before the cut-off', () => {
    const date = day('2026-11-24')
    expect(noticeClass(date, 'direct-debit', on('2026-11-20', '21:59'))).toBe('short-notice')
    expect(noticeClass(date, 'direct-debit', on('2026-11-20', '22:01'))).toBe('locked')
  })

  it('knows no notice for cards: only today and the past are locked', () => {
    const c = on('2026-11-20')
    expect(noticeClass(day('2026-11-19'), 'card', c)).toBe('locked')
    expect(noticeClass(day('2026-11-20'), 'card', c)).toBe('locked')
    expect(noticeClass(day('2026-11-21'), 'card', c)).toBe('notice-safe')
  })

  it('judges a method that nobody recognises as strictly as Direct Debit', () => {
    expect(noticeClass(day('2026-11-23'), 'unrecognised', on('2026-11-20'))).toBe('locked')
  })

  it('turns to notice-safe exactly at the first notice-safe day, for every banking day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        (offset, ahead, minutes, noticeDays, processingDays) => {
          const today = addDays(day('2025-01-01'), offset)
          const c = { ...on(today), now: { date: today, minutes }, noticeDays, processingDays }
          const date = calendar.roll(addDays(today, ahead))
          expect(noticeClass(date, 'direct-debit', c) === 'notice-safe').toBe(date >= earliestNoticeSafe(c))
        },
      ),
    )
  })

  it('is told of every day by its own earliest date and latest notice day, non-banking days too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: -20, max: 60 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        (offset, ahead, minutes, noticeDays, processingDays) => {
          const today = addDays(day('2025-01-01'), offset)
          const c = { ...on(today), now: { date: today, minutes }, noticeDays, processingDays }
          const date = addDays(today, ahead)
          const noticed = latestNoticeDay(date, c) >= today ? 'notice-safe' : 'short-notice'
          expect(noticeClass(date, 'direct-debit', c)).toBe(date < earliestDate(c) ? 'locked' : noticed)
        },
      ),
    )
  })
})

describe('the last moment of a change', () => {
  it('is the cut-off of the first day of the count', () => {
    expect(changeableUntil(day('2022-06-20'), on('2022-06-01'))).toEqual({ date: '2022-06-16', minutes: 1320 })
    expect(changeableUntil(day('2026-12-29'), on('2026-12-01'))).toEqual({ date: '2026-12-23', minutes: 1320 })
  })

  it('is the minute in which that day locks, whatever the day, the count and the cut-off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 1439 }),
        (offset, processingDays, cutOffMinutes) => {
          const date = addDays(day('2025-01-01'), offset)
          const c = on('2025-01-01', '09:00', { processingDays, cutOffMinutes })
          const until = changeableUntil(date, c)
          const at = (minutes: number) => noticeClass(date, 'direct-debit', { ...c, now: { ...until, minutes } })
          expect(at(until.minutes - 1)).not.toBe('locked')
          expect(at(until.minutes)).toBe('locked')
        },
      ),
    )
  })
})

describe('a cell of the calendar', () => {
  it('tells weekends, holidays by name, today and what is not known', () => {
    const c = on('2022-06-01', '10:00')
    expect(dayState(day('2022-06-02'), 'direct-debit', c)).toEqual({
      banking: false,
      weekend: false,
      holiday: 'Spring bank holiday',
      known: true,
      notice: 'locked',
      today: false,
    })
    expect(dayState(day('2022-06-01'), 'direct-debit', c)).toMatchObject({ banking: true, today: true })
    expect(dayState(day('2022-06-18'), 'direct-debit', c)).toMatchObject({
      banking: false,
      weekend: true,
      holiday: null,
    })
    expect(dayState(day('2029-01-01'), 'direct-debit', c)).toMatchObject({ banking: true, known: false })
  })
})
