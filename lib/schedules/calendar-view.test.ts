import { describe, expect, it } from 'vitest'
import { day, type Month } from '@/lib/calendar-date'
import { dayName } from './calendar-names'
import { calendarMonth, type DayCell, lastOfGrid, sameDay } from './calendar-view'
import type { Circumstances } from './circumstances'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import type { Schedule } from './model'
import { earliestDate } from './notice'
import { listEndOf, shownPayments } from './shown-payments'

const contentOf = (schedule: Schedule, month: Month, c: Circumstances) => ({
  method: schedule.method,
  notices: schedule.status !== 'inactive',
  payments: shownPayments(schedule, lastOfGrid(month), c),
  listEnd: listEndOf(schedule),
})
function cells(schedule: Schedule, month: Month, c: Circumstances): Map<string, DayCell> {
  return new Map(
    calendarMonth(month, contentOf(schedule, month, c), c)
      .weeks.flat()
      .map((cell) => [cell.date, cell]),
  )
}
const cell = (date: string, schedule: Schedule, c: Circumstances) => {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const found = cells(schedule, { year, month }, c).get(date)
  if (!found) throw new Error(`${date} is not on show`)
  return found
}
const name = (date: string, schedule: Schedule, c: Circumstances) => dayName(cell(date, schedule, c), earliestDate(c))

describe('the six weeks of a month', () => {
  it.each([
    [{ year: 2022, month: 6 }, '2022-05-30', '2022-07-10'],
    [{ year: 2027, month: 2 }, '2027-02-01', '2027-03-14'],
    [{ year: 2026, month: 2 }, '2026-01-26', '2026-03-08'],
  ])('%o show %s to %s', (month, first, last) => {
    const { weeks } = calendarMonth(
      month,
      { method: 'card', notices: false, payments: [], listEnd: null },
      on('2022-06-01'),
    )
    const dates = weeks.flat().map(({ date }) => date)
    expect(dates).toHaveLength(42)
    expect(weeks).toHaveLength(6)
    expect([dates.at(0), dates.at(-1)]).toEqual([first, last])
    expect(lastOfGrid(month)).toBe(last)
  })
})

describe('the name of a day', () => {
  const c = on('2022-06-08', '10:00')
  const schedule = aSchedule()

  it.each([
    ['2022-06-20', 'Monday 20 June 2022, 1 payment, £25.32, scheduled, short notice'],
    ['2022-07-19', 'Tuesday 19 July 2022, 1 payment, £25.32, scheduled'],
    ['2022-06-18', 'Saturday 18 June 2022, not a banking day'],
    ['2022-06-02', 'Thursday 2 June 2022, Spring bank holiday, not a banking day'],
    ['2022-06-09', 'Thursday 9 June 2022, too late to change, earliest date is Friday 10 June 2022'],
    ['2022-06-15', 'Wednesday 15 June 2022, no payments, short notice'],
    ['2022-06-28', 'Tuesday 28 June 2022, no payments'],
    ['2022-06-07', 'Tuesday 7 June 2022, no payments, in the past'],
    ['2022-11-22', 'Tuesday 22 November 2022, no payments projected, after SmarterPay’s list'],
    ['2022-12-19', 'Monday 19 December 2022, 1 payment, £25.32, projected'],
  ])('%s', (date, expected) => {
    expect(name(date, schedule, c)).toBe(expected)
  })

  it('tells a skipped payment, one too late to change, and a day with both kinds', () => {
    const upcoming = [
      payment('2022-06-09', '25.32'),
      payment('2022-07-19', '0.00'),
      payment('2022-08-19', '25.32'),
      payment('2022-08-19', '0.00'),
    ]
    const edited = aSchedule({ upcoming })
    expect(name('2022-06-09', edited, c)).toContain('1 payment, £25.32, locked')
    expect(name('2022-07-19', edited, c)).toBe('Tuesday 19 July 2022, 1 payment, £0.00, skipped')
    expect(name('2022-08-19', edited, c)).toContain('2 payments, £25.32 scheduled, £0.00 skipped')
  })

  it('sums several payments of one day and one state', () => {
    const twice = aSchedule({ upcoming: payments(['2022-07-19', '2022-07-19']) })
    expect(name('2022-07-19', twice, c)).toContain('2 payments, £50.64, scheduled')
  })

  it('says that a row on a day proclaimed a holiday will likely be taken later', () => {
    const stored = aSchedule({ upcoming: payments(['2022-08-19', '2022-09-19', '2022-10-19']) })
    expect(name('2022-09-19', stored, c)).toMatch(
      /^Monday 19 September 2022, 1 payment, £25\.32, scheduled, .+, not a banking day, likely Tuesday 20 September 2022$/,
    )
  })

  it('says that a moved row differs from the rule', () => {
    const moved = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-27', '2022-08-19', '2022-09-20']) })
    expect(name('2022-07-27', moved, c)).toBe(
      'Wednesday 27 July 2022, 1 payment, £25.32, scheduled, differs from the rule',
    )
  })

  it('knows no notice for cards and none for inactive schedules', () => {
    expect(name('2022-06-09', aSchedule({ method: 'card' }), c)).toBe('Thursday 9 June 2022, no payments')
    expect(name('2022-06-09', aSchedule({ status: 'inactive', upcoming: [] }), c)).toBe(
      'Thursday 9 June 2022, no payments',
    )
    expect(name('2022-06-20', aSchedule({ method: 'card' }), c)).toBe(
      'Monday 20 June 2022, 1 payment, £25.32, scheduled',
    )
  })

  it('admits that the holidays of far years are not known', () => {
    const plan = aPlan({ total: '30.00' })
    expect(name('2031-06-10', plan, c)).toBe('Tuesday 10 June 2031, no payments, bank holidays not known yet')
  })
})

describe('a day of the calendar', () => {
  it('carries the words of its notice in the first day of each run in a week', () => {
    const c = on('2026-11-30', '09:00')
    const month = cells(aSchedule({ upcoming: [] }), { year: 2026, month: 12 }, c)
    const starts = [...month.values()].filter(
      ({ startsRun, notice }) => startsRun && notice !== 'notice-safe' && notice,
    )
    expect(starts.map(({ date, notice }) => [date, notice])).toEqual([
      ['2026-11-30', 'locked'],
      ['2026-12-02', 'short-notice'],
      ['2026-12-07', 'short-notice'],
    ])
  })

  it('turns Locked from Thursday to Friday at the cut-off, 22:00 in London', () => {
    const schedule = aSchedule({ upcoming: [] })
    expect(cell('2026-11-24', schedule, on('2026-11-20', '21:59')).notice).toBe('short-notice')
    expect(cell('2026-11-24', schedule, on('2026-11-20', '22:00')).notice).toBe('locked')
  })

  it('knows where SmarterPay’s list ends, and only where more is expected', () => {
    const c = on('2022-06-01')
    expect(cell('2022-11-22', aSchedule(), c)).toMatchObject({ beyondList: true, firstBeyondList: true })
    expect(cell('2022-11-23', aSchedule(), c)).toMatchObject({ beyondList: true, firstBeyondList: false })
    expect(cell('2022-11-21', aSchedule(), c).beyondList).toBe(false)
    expect(cell('2022-11-22', aSchedule({ endDate: day('2022-11-21') }), c).beyondList).toBe(false)
    expect(cell('2026-06-10', aPlan({ total: '30.00' }), on('2026-01-19')).beyondList).toBe(false)
  })

  it('is drawn again only when something of it has changed', () => {
    const c = on('2022-06-01')
    const before = cells(aSchedule(), { year: 2022, month: 7 }, c)
    const rows = payments(['2022-06-20', '2022-07-20', '2022-08-19', '2022-09-20', '2022-10-19', '2022-11-21'])
    const after = cells(
      aSchedule({ upcoming: rows }),
      { year: 2022, month: 7 },
      { ...c, now: { ...c.now, minutes: 700 } },
    )
    const changed = [...before.values()].filter((cellBefore) => {
      const cellAfter = after.get(cellBefore.date)
      return !cellAfter || !sameDay(cellBefore, cellAfter)
    })
    expect(changed.map(({ date }) => date)).toEqual(['2022-07-19', '2022-07-20'])
  })

  it('is the very same cell as before where nothing of it has changed', () => {
    const c = on('2022-06-01')
    const july: Month = { year: 2022, month: 7 }
    const rows = payments(['2022-06-20', '2022-07-20', '2022-08-19', '2022-09-20', '2022-10-19', '2022-11-21'])
    const before = calendarMonth(july, contentOf(aSchedule(), july, c), c)
    const after = calendarMonth(july, contentOf(aSchedule({ upcoming: rows }), july, c), c, before)
    const kept = new Set(before.weeks.flat())
    const fresh = after.weeks.flat().filter((one) => !kept.has(one))
    expect(fresh.map(({ date }) => date)).toEqual(['2022-07-19', '2022-07-20'])
    const august = calendarMonth(
      { year: 2022, month: 8 },
      contentOf(aSchedule(), { year: 2022, month: 8 }, c),
      c,
      after,
    )
    expect(august.weeks.flat().some((one) => kept.has(one))).toBe(false)
  })

  it('is drawn again when the amount of its payment changes', () => {
    const c = on('2022-06-01')
    const before = cell('2022-07-19', aSchedule(), c)
    const dearer = aSchedule({ upcoming: [...payments(['2022-06-20']), payment('2022-07-19', '30.00')] })
    expect(sameDay(before, cell('2022-07-19', aSchedule(), on('2022-06-01', '09:30')))).toBe(true)
    expect(sameDay(before, cell('2022-07-19', dearer, c))).toBe(false)
  })
})
