import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, day, weekday } from '@/lib/calendar-date'
import { slotsOf } from './days'
import { heatMonths, heatName, LEVELS, levelEnds, stopAtKey } from './heat'
import type { CollectionsRow } from './model'

const row = (date: string, total: number, over: Partial<CollectionsRow> = {}): CollectionsRow => ({
  date: day(date),
  count: total > 0 ? 1 : 0,
  total,
  directDebit: total,
  card: 0,
  locked: 0,
  atRisk: 0,
  skipped: 0,
  projected: 0,
  projectedCount: 0,
  ...over,
})
const slots = (from: string, to: string, ...rows: CollectionsRow[]) =>
  slotsOf(rows, { from: day(from), to: day(to), group: 'day' }, [])

describe('months of a heat map', () => {
  it('begin their weeks on Monday, and leave out what is not of the range', () => {
    const [february, march] = heatMonths(slots('2028-02-28', '2028-03-05', row('2028-02-29', 100)))
    const dates = (month: typeof february) =>
      month?.weeks.map((week) => week.map((place) => place?.slot.date.slice(8) ?? '–').join(' '))
    expect(dates(february)).toEqual(['28 29 – – – – –'])
    expect(dates(march)).toEqual(['– – 01 02 03 04 05'])
    expect([february?.sums.total, march?.sums.total]).toEqual([100, 0])
  })

  it('hold each day of the range once on its weekday, stronger days at higher levels, the strongest at the highest', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1500 }), (pence, start) => {
        const from = addDays(day('2025-01-01'), start)
        const to = addDays(from, pence.length - 1)
        const range = slots(from, to, ...pence.map((total, at) => row(addDays(from, at), total)))
        const places = heatMonths(range).flatMap(({ weeks }) => weeks)
        for (const week of places) {
          expect(week).toHaveLength(7)
          for (const [at, place] of week.entries()) if (place) expect(weekday(place.slot.date)).toBe(at + 1)
        }
        const days = places.flat().filter((place) => place !== null)
        expect(days.map(({ slot }) => slot.date)).toEqual(range.map(({ date }) => date))
        const byAmount = days
          .toSorted((a, b) => (a.slot.row?.total ?? 0) - (b.slot.row?.total ?? 0))
          .map(({ level }) => level)
        expect(byAmount).toEqual(byAmount.toSorted((a, b) => a - b))
        const most = Math.max(...pence)
        expect(byAmount.at(-1)).toBe(most === 0 ? 0 : LEVELS)
        expect(levelEnds(range).at(-1) ?? 0).toBe(most)
      }),
    )
  })
})

describe('the name of a day', () => {
  const nameOf = (date: string, one?: CollectionsRow) =>
    heatName(slots(date, date, ...(one ? [one] : []))[0] ?? expect.fail())

  it('says what is listed, at risk, projected and skipped', () => {
    expect(
      nameOf('2026-12-14', row('2026-12-14', 12_532, { count: 2, atRisk: 500, projected: 3000, skipped: 1 })),
    ).toBe('Monday 14 December 2026, 2 payments, £125.32, £5.00 at risk, £30.00 projected, 1 skipped')
    expect(nameOf('2026-12-14', row('2026-12-14', 0, { projected: 3000 }))).toBe(
      'Monday 14 December 2026, no payments listed, £30.00 projected',
    )
  })

  it('says why nothing is collected', () => {
    expect(nameOf('2026-12-15')).toBe('Tuesday 15 December 2026, no payments listed')
    expect(nameOf('2026-12-25')).toBe('Friday 25 December 2026, Christmas Day, not a banking day')
    expect(nameOf('2026-12-26')).toMatch(/not a banking day$/)
  })
})

it('walks from day to day, by weeks and by months, and stays where there is nowhere to go', () => {
  const stops = ['2026-12-01', '2026-12-02', '2026-12-08', '2026-12-30', '2027-01-05', '2027-03-02'].map(day)
  const walk = (key: string, from: string) => stopAtKey(key, from as CalendarDate, stops)
  expect(walk('ArrowRight', '2026-12-02')).toBe('2026-12-08')
  expect(walk('ArrowLeft', '2026-12-01')).toBeNull()
  expect(walk('ArrowDown', '2026-12-01')).toBe('2026-12-08')
  expect(walk('ArrowDown', '2026-12-02')).toBe('2026-12-30')
  expect(walk('ArrowUp', '2027-01-05')).toBe('2026-12-08')
  expect(walk('PageDown', '2027-01-05')).toBe('2027-03-02')
  expect(walk('PageUp', '2027-01-05')).toBe('2026-12-01')
  expect([walk('Home', '2027-01-05'), walk('End', '2026-12-01')]).toEqual(['2026-12-01', '2027-03-02'])
  expect(walk('x', '2026-12-01')).toBeNull()
})
