import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, formatDate } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payments } from './examples'
import { project, projectBeyond } from './project'
import { anyRule, calendar, dates } from './project-scene'

describe('beyond what SmarterPay lists', () => {
  const c = on('2022-06-01')
  const beyond = (schedule: Parameters<typeof projectBeyond>[0], until: string, at = c) =>
    projectBeyond(schedule, day(until), at).map((row) => row.date)

  it('goes on where the list ends', () => {
    expect(beyond(aSchedule(), '2023-02-28')).toEqual(dates('2022-12-19 2023-01-19 02-20'))
  })

  it('does not repeat the turn of a last row that was moved, either way', () => {
    const moved = (last: string) => aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19', last]) })
    expect(beyond(moved('2022-09-12'), '2022-11-30')).toEqual(dates('2022-10-19 11-21'))
    expect(beyond(moved('2022-09-27'), '2022-11-30')).toEqual(dates('2022-10-19 11-21'))
  })

  it('E115: goes on weekly to the end of what is asked', () => {
    const upcoming = payments(
      ['2027-01-01', '2027-01-08', '2027-01-15'].map((date) => (date === '2027-01-01' ? '2027-01-04' : date)),
    )
    const schedule = aSchedule({ collectionPeriod: 'weekly', firstCollectionDate: day('2026-12-11'), upcoming })
    expect(beyond(schedule, '2027-01-31', on('2026-12-30'))).toEqual(['2027-01-22', '2027-01-29'])
  })

  it('keeps the turns that the listed rows have, not those of the first collection', () => {
    const quarterly = aSchedule({
      collectionDay: 1,
      collectionStretch: 3,
      firstCollectionDate: day('2021-01-01'),
      upcoming: payments(['2022-06-06', '2022-09-01', '2022-12-01']),
    })
    expect(beyond(quarterly, '2023-07-31')).toEqual(dates('2023-03-01 06-01'))
    const shifted = aSchedule({
      collectionPeriod: 'weekly',
      firstCollectionDate: day('2022-05-18'),
      upcoming: payments(['2022-06-10', '2022-06-17', '2022-06-24']),
    })
    expect(beyond(shifted, '2022-07-10')).toEqual(['2022-07-01', '2022-07-08'])
  })

  it('follows a list whose weekly dates follow a moved one', () => {
    const upcoming = payments(dates('2026-12-18 12-29 2027-01-05 01-12 01-19'))
    const schedule = aSchedule({ collectionPeriod: 'weekly', firstCollectionDate: day('2026-12-11'), upcoming })
    expect(beyond(schedule, '2027-02-03', on('2026-12-14'))).toEqual(['2027-01-26', '2027-02-02'])
  })

  it('stops at the end date', () => {
    expect(beyond(aSchedule({ endDate: day('2023-01-19') }), '2023-12-31')).toEqual(dates('2022-12-19 2023-01-19'))
  })

  it('does not put the second collection into the month of the first', () => {
    const fresh = aSchedule({
      collectionDay: 28,
      firstCollectionDate: day('2026-09-02'),
      upcoming: payments(['2026-09-02']),
    })
    expect(beyond(fresh, '2026-11-30', on('2026-08-20'))).toEqual(['2026-10-28', '2026-11-30'])
  })

  it.each([
    ['an inactive one', aSchedule({ status: 'inactive' })],
    ['an unrecognised status', aSchedule({ status: 'unrecognised' })],
    ['a finished one', aSchedule({ upcoming: [] })],
    ['an unreadable list', aSchedule({ upcoming: null, unreadable: ['upcoming'] })],
    ['an unreadable amount', aSchedule({ amount: null, unreadable: ['amount'] })],
    ['an unreadable end date', aSchedule({ unreadable: ['endDate'] })],
    ['an unknown frequency', aSchedule({ collectionPeriod: 'unrecognised' })],
    ['a plan, whose list holds all that is left', aPlan({ total: '30.00' })],
    ['a stretch that cannot be meant', aSchedule({ collectionStretch: 2_000_000_000 })],
    ['dates beyond all counting', aSchedule({ upcoming: payments(['9999-12-20', '9999-12-31']) })],
  ])('foresees nothing for %s', (_name, schedule) => {
    expect(beyond(schedule, '2030-12-31')).toEqual([])
  })

  it('never overlaps the list, wherever the last row was put', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -40, max: 40 }), (rule, count, shift) => {
        const listed = project(rule, { calendar, count }).map((row) => row.date)
        const last = calendar.roll(addDays(listed.at(-1) ?? rule.first, shift))
        const kept = listed.slice(0, -1)
        if (kept.some((date) => date >= last)) return
        const schedule = aSchedule({
          collectionPeriod: rule.cadence.every === 'week' ? 'weekly' : 'monthly',
          collectionDay: rule.cadence.every === 'week' ? null : rule.cadence.day,
          collectionStretch: rule.stretch,
          firstCollectionDate: rule.first,
          upcoming: payments([...kept, last]),
        })
        const rows = projectBeyond(schedule, addDays(last, 800), on(listed[0] ?? '2021-01-01'))
        for (const row of rows) expect(row.date > last, formatDate(row.date)).toBe(true)
        expect(new Set(rows.map((row) => row.date)).size).toBe(rows.length)
      }),
    )
  })
})
