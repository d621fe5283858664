import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { KINDS, METHODS } from '@/lib/schedules/model'
import { SOURCES } from './model'
import { PARTS, paymentsParams, readPaymentsQuery } from './payments-query'
import { collectionsParams, daysOf, GROUPS, groupFor, periodOf, readCollectionsQuery } from './query'

const today = day('2026-12-10')
const read = (text: string) => readCollectionsQuery(new URLSearchParams(text), today)

describe('an address of collections', () => {
  it('says nothing: this month, by day', () => {
    expect(read('')).toEqual({ query: { from: '2026-12-01', to: '2026-12-31', group: 'day' }, faults: [] })
  })

  it.each([
    ['from=2026-12-05', { from: '2026-12-05', to: '2026-12-31' }],
    ['to=2027-02-14', { from: '2027-02-01', to: '2027-02-14' }],
    ['from=2028-02-29&to=2028-02-29', { from: '2028-02-29', to: '2028-02-29' }],
  ])('%s', (text, range) => {
    expect(read(text)).toMatchObject({ query: range, faults: [] })
  })

  it.each([
    ['from=2026-12-32', 'from'],
    ['from=2026-12-10&to=2026-12-09', 'to'],
    ['from=2026-12-10&to=2032-12-09', 'to'],
    ['group=year', 'group'],
    ['method=cheque', 'method'],
    ['kind=ongoing&kind=plan', 'kind'],
    ['source=ours', 'source'],
    ['colour=red', 'colour'],
  ])('%s is at fault, and the rest stands', (text, path) => {
    const { query, faults } = read(text)
    expect(faults.map((fault) => fault.path)).toEqual([path])
    expect(query.from <= query.to).toBe(true)
  })

  const someQuery = fc
    .record({
      start: fc.integer({ min: -900, max: 900 }),
      days: fc.integer({ min: 0, max: 1800 }),
      group: fc.constantFrom(...GROUPS),
      method: fc.subarray([...METHODS], { minLength: 1 }),
      kind: fc.subarray([...KINDS], { minLength: 1 }),
      source: fc.subarray([...SOURCES], { minLength: 1 }),
    })
    .map(({ start, days, ...rest }) => ({ from: addDays(today, start), to: addDays(today, start + days), ...rest }))

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(someQuery, (query) => {
        expect(readCollectionsQuery(collectionsParams(query), today)).toEqual({ query, faults: [] })
        const { group: _group, ...range } = query
        const payments = { ...range, band: [...PARTS], sort: '-amount' as const, page: 3, size: 20 }
        expect(readPaymentsQuery(paymentsParams(payments), today)).toEqual({ query: payments, faults: [] })
      }),
    )
  })
})

describe('an address of payments', () => {
  it.each(['band=sure', 'page=0', 'size=201', 'sort=amount', 'page=1&page=2'])('%s is at fault', (text) => {
    expect(readPaymentsQuery(new URLSearchParams(text), today).faults).toHaveLength(1)
  })
})

describe('periods', () => {
  it('begin with this week’s Monday or this month’s 1st, and are known again', () => {
    expect(daysOf('this-week', day('2026-11-01'))).toEqual({ from: '2026-10-26', to: '2026-11-01' })
    expect(daysOf('next-month', day('2026-12-31'))).toEqual({ from: '2027-01-01', to: '2027-01-31' })
    expect(daysOf('12-months', today)).toEqual({ from: '2026-12-01', to: '2027-11-30' })
    expect(periodOf(daysOf('3-months', today), today)).toBe('3-months')
    expect(periodOf({ from: today, to: today }, today)).toBeNull()
    expect([
      groupFor(daysOf('this-month', today)),
      groupFor(daysOf('6-months', today)),
      groupFor(daysOf('12-months', today)),
    ]).toEqual(['day', 'week', 'month'])
  })
})
