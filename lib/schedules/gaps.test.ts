import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, on, payment, payments } from './examples'
import { dormantGap, shortGaps } from './gaps'
import type { Schedule } from './model'

const gapsOf = (dates: string[], over: Partial<Schedule> = {}) =>
  shortGaps(aSchedule({ upcoming: payments(dates), ...over }))
const weekly: Partial<Schedule> = { collectionPeriod: 'weekly' }

describe('payments too close together', () => {
  it('shows the gap that a change of the collection day leaves: 20 June, then 1 July', () => {
    expect(gapsOf(['2022-06-20', '2022-07-01', '2022-08-01'])).toEqual([
      { first: '2022-06-20', second: '2022-07-01', days: 11, why: 'closer' },
    ])
  })

  it('shows two in one month that only rolling brought there (E11)', () => {
    expect(gapsOf(['2026-12-31', '2027-02-01', '2027-03-01', '2027-03-31'])).toEqual([
      { first: '2027-03-01', second: '2027-03-31', days: 30, why: 'same-month' },
    ])
  })

  it('shows two in one week that only rolling brought there (E23)', () => {
    expect(gapsOf(['2022-05-26', '2022-06-06', '2022-06-09', '2022-06-16'], weekly)).toEqual([
      { first: '2022-06-06', second: '2022-06-09', days: 3, why: 'same-week' },
    ])
  })

  it.each<[string, string[], Partial<Schedule>]>([
    ['monthly dates that holidays bring nearer', ['2026-11-25', '2026-12-29', '2027-01-25', '2027-02-25'], {}],
    ['weekly dates around a weekend', ['2022-06-10', '2022-06-17', '2022-06-24'], weekly],
    ['Monday after Friday of the week before', ['2022-06-10', '2022-06-13'], weekly],
    ['a quarter', ['2026-12-01', '2027-03-01'], { collectionStretch: 3 }],
  ])('has nothing to show for %s', (_name, dates, over) => {
    expect(gapsOf(dates, over)).toEqual([])
  })

  it('measures by the stretch', () => {
    expect(gapsOf(['2026-12-01', '2027-01-04'], { collectionStretch: 3 })).toMatchObject([{ why: 'closer', days: 34 }])
    expect(gapsOf(['2026-12-04', '2026-12-11'], { ...weekly, collectionStretch: 2 })).toMatchObject([{ why: 'closer' }])
  })

  it('passes over skipped rows: nothing is taken on them', () => {
    const upcoming = [payment('2022-06-20', '25.32'), payment('2022-07-01', '0'), payment('2022-08-01', '25.32')]
    expect(shortGaps(aSchedule({ upcoming }))).toEqual([])
  })

  it('says nothing where the frequency is not known', () => {
    expect(gapsOf(['2022-06-20', '2022-06-21'], { collectionPeriod: 'unrecognised' })).toEqual([])
    expect(gapsOf(['2022-06-20', '2022-06-21'], { collectionStretch: null })).toEqual([])
    expect(shortGaps(aSchedule({ upcoming: null }))).toEqual([])
  })
})

describe('a mandate that may lapse', () => {
  const yearly: Partial<Schedule> = { collectionDay: 1, collectionStretch: 12, firstCollectionDate: day('2025-12-01') }
  const c = on('2026-11-20')
  const taken = payment('2026-12-01', '60.00')

  it('is a yearly schedule with one year skipped', () => {
    const upcoming = [taken, payment('2027-12-01', '0'), payment('2028-12-01', '60.00')]
    expect(dormantGap(aSchedule({ ...yearly, upcoming }), c)).toEqual({ from: '2026-12-01', to: '2028-12-01' })
  })

  it('is not a yearly schedule whose date only rolls', () => {
    expect(dormantGap(aSchedule({ ...yearly, upcoming: payments(['2026-12-25', '2027-12-29']) }), c)).toBeNull()
  })

  it.each([
    ['2027-11-27', false],
    ['2027-11-28', true],
  ])('begins a week after the twelve months: first payment on %s', (date, risk) => {
    expect(dormantGap(aSchedule({ upcoming: payments([date]) }), c) !== null).toBe(risk)
  })

  it('is seen in rows of nought at the end, and where every row is nought', () => {
    expect(dormantGap(aSchedule({ upcoming: [taken, payment('2028-01-04', '0')] }), c)).toEqual({
      from: '2026-12-01',
      to: '2028-01-04',
    })
    expect(dormantGap(aSchedule({ upcoming: payments(['2027-06-01', '2028-06-01'], '0') }), c)).toEqual({
      from: '2026-11-20',
      to: '2028-06-01',
    })
  })

  it('goes by the setting', () => {
    const schedule = aSchedule({ upcoming: payments(['2026-12-01', '2027-07-01']) })
    expect(dormantGap(schedule, c)).toBeNull()
    expect(dormantGap(schedule, { ...c, dormancyRedMonths: 6 })).toEqual({ from: '2026-12-01', to: '2027-07-01' })
  })

  it('is never a card, an inactive schedule or a list that cannot be read', () => {
    const far = payments(['2030-01-02'])
    expect(dormantGap(aSchedule({ method: 'card', upcoming: far }), c)).toBeNull()
    expect(dormantGap(aSchedule({ status: 'inactive', upcoming: far }), c)).toBeNull()
    expect(dormantGap(aSchedule({ upcoming: null }), c)).toBeNull()
  })
})
