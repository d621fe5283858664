import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import { DEFAULT_QUERY, type ListQuery, listQueryParams, MAX_SIZE, readListQuery, SORTS } from './contract'
import { aPlan, aSchedule } from './examples'
import { FREQUENCIES } from './find'
import { KINDS, METHODS, STATUSES } from './model'
import { scheduleList } from './schemas'

const read = (text: string) => readListQuery(new URLSearchParams(text))
const paths = (text: string) => read(text).faults.map((fault) => fault.path)

describe('the query of the list', () => {
  it('is the first page, oldest first, where nothing is asked', () => {
    expect(read('')).toEqual({ query: DEFAULT_QUERY, faults: [] })
    expect(DEFAULT_QUERY).toEqual({ sort: { field: 'created', descending: false }, page: 1, size: 50 })
  })

  it('reads every name', () => {
    const address =
      'q=FBMAN&id=RS01_a-1&reference=MEM%202&mandate=M01&customer=CA01&status=active,inactive&method=card&kind=plan' +
      '&next=2026-12-01..2026-12-31&created=..2026-11-20&amount=1000..&sort=-next&page=2&size=200'
    expect(read(address)).toEqual({
      faults: [],
      query: {
        q: 'FBMAN',
        id: 'RS01_a-1',
        reference: 'MEM 2',
        mandate: 'M01',
        customer: 'CA01',
        status: ['active', 'inactive'],
        method: ['card'],
        kind: ['plan'],
        next: { from: '2026-12-01', to: '2026-12-31' },
        created: { to: '2026-11-20' },
        amount: { from: 1000 },
        sort: { field: 'next', descending: true },
        page: 2,
        size: 200,
      },
    })
  })

  it.each([
    ['size=0'],
    ['size=501'],
    ['size=1e2'],
    ['size='],
    ['page=0'],
    ['page=-1'],
    ['page=1.5'],
    ['page=99999999'],
    ['status=Active'],
    ['status=active,'],
    ['status='],
    ['method=giro'],
    ['kind=DDPaymentPlan'],
    ['next=2026-12-01'],
    ['next=..'],
    ['next=2026-12-31..2026-12-01'],
    ['next=2026-02-30..'],
    ['created=a..b'],
    ['amount=10.00..20.00'],
    ['amount=-1..'],
    ['amount=..9999999999'],
    ['sort=frequency'],
    ['frequency=daily'],
    ['day=29'],
    ['day=0,last'],
    ['ends=soon'],
    ['differs=maybe'],
    ['skipped=all'],
    ['sort=--next'],
    ['id=..'],
    ['id=a%2Fb'],
    [`id=${'a'.repeat(65)}`],
    ['mandate=%00'],
    ['q='],
    ['q=%20%20'],
    [`q=${'a'.repeat(101)}`],
    ['q=a%0Ab'],
    [`reference=${'a'.repeat(51)}`],
  ])('finds fault with %s, and keeps to what stood before', (text) => {
    expect(paths(text)).toEqual([text.slice(0, text.indexOf('='))])
    expect(read(text).query).toEqual(DEFAULT_QUERY)
  })

  it('takes 1 to 500 rows a page', () => {
    expect(read('size=1').query.size).toBe(1)
    expect(read('size=500').query.size).toBe(MAX_SIZE)
  })

  it('names what it does not know, and what is given twice', () => {
    expect(paths('colour=red&page=1&page=2')).toEqual(['colour', 'page'])
    expect(paths('__proto__=1&constructor=2')).toEqual(['__proto__', 'constructor'])
  })

  it('passes over names that belong to somebody else, even twice', () => {
    expect(readListQuery(new URLSearchParams('cols=a&cols=b&page=2'), { beside: ['cols'] })).toEqual({
      query: { ...DEFAULT_QUERY, page: 2 },
      faults: [],
    })
  })

  it('falls back to what the page says, and leaves that out of the address', () => {
    const fallback: ListQuery = { ...DEFAULT_QUERY, sort: { field: 'created', descending: true } }
    expect(readListQuery(new URLSearchParams('sort=nonsense'), { fallback }).query).toEqual(fallback)
    expect(listQueryParams(fallback, fallback).toString()).toBe('')
    expect(listQueryParams(DEFAULT_QUERY, fallback).toString()).toBe('sort=created')
  })
})

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)
const words = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text.length > 0 && text.length <= 50 && !/[\p{Cc}\p{Cs}]/u.test(text))
const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 })
const range = <T extends string | number>(end: fc.Arbitrary<T>) =>
  fc.oneof(
    end.map((from) => ({ from })),
    end.map((to) => ({ to })),
    fc.tuple(end, end).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  )
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2021-01-01'), days))

const anyQuery = fc.record(
  {
    q: words,
    id,
    reference: words,
    mandate: id,
    customer: id,
    status: some(STATUSES),
    method: some(METHODS),
    kind: some(KINDS),
    next: range(someDay),
    created: range(someDay),
    amount: range(fc.integer({ min: 0, max: 999_999_999 }) as fc.Arbitrary<Pence>),
    frequency: some(FREQUENCIES),
    day: some([1, 15, 28, 'last'] as const),
    ends: fc.oneof(range(someDay), fc.constant('never' as const)),
    differs: fc.constantFrom('yes' as const, 'no' as const),
    skipped: fc.constantFrom('next' as const, 'any' as const),
    sort: fc.record({ field: fc.constantFrom(...SORTS), descending: fc.boolean() }),
    page: fc.integer({ min: 1, max: 1_000_000 }),
    size: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: ['sort', 'page', 'size'] },
)

describe('an address', () => {
  it('is read back as the query that made it', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const address = listQueryParams(query).toString()
        expect(readListQuery(new URLSearchParams(address))).toEqual({ query, faults: [] })
      }),
    )
  })

  it('keeps one order, whatever order it was asked in', () => {
    const one = listQueryParams(read('page=2&status=inactive,active&q=a').query).toString()
    expect(one).toBe(listQueryParams(read('q=a&page=2&status=active,inactive').query).toString())
  })
})

describe('an answer', () => {
  const answer = { page: 1, size: 50, total: null, more: false, source: 'smarterpay', asOf: '2026-11-20T10:00:00Z' }

  it('may hold schedules and rows that could not be read side by side, and tells them apart', () => {
    const flags = [
      { kind: 'overdue', date: '2026-01-05' },
      { kind: 'differs-from-rule', count: 2 },
    ]
    const plan = { ...aPlan({ total: '30.00' }), flags: [] }
    const rows = [{ ...aSchedule(), flags }, { unreadable: true }, plan, { id: 'RS01', unreadable: true }]
    expect(scheduleList.parse({ ...answer, rows }).rows).toEqual(rows)
  })

  it.each([
    ['money in pounds', { amount: 25.32 }],
    ['a day that does not exist', { endDate: '2026-02-30' }],
    ['an id that could lead elsewhere', { id: '../x' }],
    ['a flag that nobody knows', { flags: [{ kind: 'unheard-of' }] }],
  ])('with %s is not one', (_name, row) => {
    expect(scheduleList.safeParse({ ...answer, rows: [{ ...aSchedule(), flags: [], ...row }] }).success).toBe(false)
  })
})
