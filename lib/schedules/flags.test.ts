import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import { flagsOf } from './flags'
import type { Schedule } from './model'
import { standingOf } from './standing'

const c = on('2022-06-01')
const kinds = (schedule: Schedule, at = c) => flagsOf(schedule, at).map((flag) => flag.kind)

describe('flags', () => {
  it('are none on an ordinary schedule', () => {
    expect(flagsOf(aSchedule(), c)).toEqual([])
  })

  it.each<[string, Schedule, unknown]>([
    [
      'parts that are unrecognised or could not be read, each once',
      aSchedule({ method: 'unrecognised', unreadable: ['metadata', 'method'] }),
      { kind: 'unrecognised', parts: ['method', 'metadata'] },
    ],
    [
      'a mandate that may lapse',
      aSchedule({ upcoming: payments(['2022-06-20', '2023-07-19']) }),
      { kind: 'dormancy-risk', from: '2022-06-20', to: '2023-07-19' },
    ],
    [
      'a short gap',
      aSchedule({ upcoming: payments(['2022-06-20', '2022-07-01']) }),
      { kind: 'short-gap', first: '2022-06-20', second: '2022-07-01', days: 11, why: 'closer' },
    ],
    [
      'a row on a day that became a holiday',
      aSchedule({ upcoming: payments(['2022-08-19', '2022-09-19']) }),
      { kind: 'not-a-banking-day', date: '2022-09-19', likely: '2022-09-20' },
    ],
    [
      'a next payment that is too late to change',
      aSchedule({ upcoming: payments(['2022-06-01', '2022-07-19']) }),
      { kind: 'locked-next', date: '2022-06-01' },
    ],
    [
      'a next payment whose day has passed',
      aSchedule({ upcoming: payments(['2022-05-19', '2022-06-20']) }),
      { kind: 'overdue', date: '2022-05-19' },
    ],
    [
      'two payments in one month that a move by hand brought about',
      aSchedule({ collectionDay: 3, upcoming: payments(['2022-09-05', '2022-09-30', '2022-11-03']) }),
      { kind: 'short-gap', first: '2022-09-05', second: '2022-09-30', days: 25, why: 'same-month' },
    ],
    [
      'rows that differ from the rule',
      aSchedule({ upcoming: [...payments(['2022-06-20', '2022-07-27']), payment('2022-08-19', '10.00')] }),
      { kind: 'differs-from-rule', count: 2 },
    ],
    [
      'a skipped next payment',
      aSchedule({ upcoming: [payment('2022-06-20', '0'), payment('2022-07-19', '25.32')] }),
      { kind: 'skipped-next', date: '2022-06-20' },
    ],
    [
      'an end within 30 days',
      aSchedule({ endDate: day('2022-07-01'), upcoming: payments(['2022-06-20']) }),
      { kind: 'ends-soon', date: '2022-06-20' },
    ],
    [
      'the last instalment of a plan, however far',
      aPlan({ total: '30.00', collected: { count: 2, total: '20.00' }, nextCollectionDate: day('2022-12-02') }),
      { kind: 'ends-soon', date: '2022-12-02' },
    ],
  ])('tell %s', (_name, schedule, flag) => {
    expect(flagsOf(schedule, c)).toContainEqual(flag)
  })

  it('pass over two payments in one month that rolling off a weekend brings about', () => {
    const lastDays = aSchedule({
      collectionDay: 'last',
      upcoming: payments(['2026-12-31', '2027-02-01', '2027-03-01', '2027-03-31']),
    })
    expect(kinds(lastDays, on('2026-12-01'))).toEqual([])
  })

  it('come worst first', () => {
    const schedule = aSchedule({
      unreadable: ['metadata'],
      endDate: day('2022-06-30'),
      upcoming: [payment('2022-06-01', '0'), payment('2022-06-02', '25.32'), payment('2022-06-09', '25.32')],
    })
    expect(kinds(schedule)).toEqual([
      'unrecognised',
      'short-gap',
      'not-a-banking-day',
      'locked-next',
      'differs-from-rule',
      'skipped-next',
      'ends-soon',
    ])
  })

  it('of an inactive schedule are only what could not be read', () => {
    const upcoming = payments(['2022-06-01', '2022-06-04'])
    expect(kinds(aSchedule({ status: 'inactive', upcoming, unreadable: ['metadata'] }))).toEqual(['unrecognised'])
    expect(kinds(aSchedule({ status: 'inactive', upcoming }))).toEqual([])
  })

  it('do not call an ongoing schedule with an end far off, or a plan in its middle, near its end', () => {
    expect(kinds(aSchedule({ endDate: day('2022-12-31') }))).not.toContain('ends-soon')
    const plan = aPlan({ total: '30.00', nextCollectionDate: day('2022-06-20'), collectionDay: 20 })
    expect(kinds(plan)).not.toContain('ends-soon')
  })

  it('lock the next card payment only on its day', () => {
    const card = (date: string) => aSchedule({ method: 'card', upcoming: payments([date, '2022-07-19']) })
    expect(kinds(card('2022-06-01'))).toContain('locked-next')
    expect(kinds(card('2022-06-06'))).not.toContain('locked-next')
  })
})

describe('where a schedule stands', () => {
  it('is due on the first row that takes money', () => {
    const upcoming = [payment('2022-06-20', '0'), payment('2022-07-19', '0'), payment('2022-08-19', '25.32')]
    expect(standingOf(aSchedule({ upcoming }))).toEqual({
      kind: 'running',
      next: upcoming[2],
      skipped: upcoming.slice(0, 2),
    })
    expect(standingOf(aSchedule({ upcoming: upcoming.slice(0, 2) }))).toMatchObject({ kind: 'running', next: null })
  })

  it('has nothing due when inactive, whatever next date SmarterPay keeps (E102)', () => {
    expect(standingOf(aSchedule({ status: 'inactive', nextCollectionDate: day('2021-07-30') }))).toEqual({
      kind: 'inactive',
    })
  })

  it('tells finished from unreadable and from a status that is not known', () => {
    const nextDate = day('2022-06-20')
    expect(standingOf(aSchedule({ upcoming: [] }))).toEqual({ kind: 'finished' })
    expect(standingOf(aSchedule({ upcoming: null, nextCollectionDate: nextDate }))).toEqual({
      kind: 'list-unreadable',
      nextDate,
    })
    expect(standingOf(aSchedule({ status: 'unrecognised' }))).toEqual({ kind: 'status-unrecognised', nextDate })
  })
})
