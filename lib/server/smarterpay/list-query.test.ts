import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { DEFAULT_QUERY, LIVE_SORTS, type ListQuery } from '@/lib/schedules/contract'
import type { ScheduleRow } from '@/lib/schedules/model'
import { addressOf } from './address'
import { hasNames, keeps, wireQuery } from './list-query'
import { decodeSchedule } from './schedules'

const asked = (query: Partial<ListQuery>) => wireQuery({ ...DEFAULT_QUERY, ...query })
const row = (fields: Record<string, unknown> = {}): ScheduleRow =>
  decodeSchedule({
    id: 'A',
    status: 'active',
    type: 'DDOngoingPayment',
    payment_type: 'directdebit',
    next_collection_date: '2026-12-31',
    created_at: '2026-06-15T12:00:00Z',
    custom_reference: 'Lease-7',
    mandate: 'M1',
    ...fields,
  })
const kept = (query: Partial<ListQuery>, fields?: Record<string, unknown>) =>
  keeps(row(fields), { ...DEFAULT_QUERY, ...query })

describe('SmarterPay is asked', () => {
  it('for a page of fifty in order of creation, where nothing else is wanted', () => {
    expect(asked({})).toEqual({ limit: '50', page_no: '1', sort_field: 'created_at', sort_order: 'asc' })
  })

  it.each([
    [0, '1'],
    [501, '500'],
    [500, '500'],
    [Number.POSITIVE_INFINITY, '500'],
  ])('for %s rows as limit %s', (size, limit) => expect(asked({ size }).limit).toBe(limit))

  it('by names that it documents, whichever way is wanted', () => {
    const fields = LIVE_SORTS.map((field) => asked({ sort: { field, descending: true } }).sort_field)
    expect(fields).toEqual([
      'id',
      'custom_reference',
      'status',
      'customer_id',
      'mandate_id',
      'created_at',
      'payment_type',
      'record_type',
      'next_collection_date',
    ])
    expect(asked({ sort: { field: 'id', descending: true } }).sort_order).toBe('desc')
  })

  it('for a range of next collections with a second to spare on either side', () => {
    expect(asked({ next: { from: day('2026-12-01'), to: day('2026-12-31') } })).toMatchObject({
      next_collection_date_from: '2026-11-30 23:59:59',
      next_collection_date_to: '2026-12-31 23:59:59',
    })
    const url = addressOf('http://127.0.0.1:1', {
      resource: 'recurrenceschedules',
      query: asked({ next: { to: day('2026-12-31') } }),
    })
    expect(url.search).toContain('next_collection_date_to=2026-12-31+23%3A59%3A59')
    expect(url.search).not.toContain('_from')
  })

  it('for a range of creation with an hour more, since its zone is not known', () => {
    expect(asked({ created: { from: day('2026-03-01'), to: day('2026-03-31') } })).toMatchObject({
      created_from: '2026-02-28 22:59:59',
      created_to: '2026-04-01 00:59:59',
    })
  })

  it.each<[Partial<ListQuery>, Record<string, unknown>]>([
    [{ method: ['card'] }, { payment_type: 'CardPayment' }],
    [{ method: ['direct-debit'] }, { payment_type: 'DirectDebit' }],
    [{ method: ['direct-debit', 'card'] }, {}],
    [
      { method: ['direct-debit'], kind: ['plan'] },
      { payment_type: 'DirectDebit', record_type: 'DDPaymentPlan' },
    ],
    [
      { method: ['direct-debit'], kind: ['ongoing'] },
      { payment_type: 'DirectDebit', record_type: 'DDOngoingPayment' },
    ],
    [{ method: ['card'], kind: ['plan'] }, { payment_type: 'CardPayment' }],
    [{ kind: ['plan'] }, {}],
    [{ status: ['inactive'] }, { status: 'inactive' }],
    [{ status: ['active', 'inactive'] }, {}],
    [
      { id: 'A', mandate: 'M', customer: 'C', reference: 'r' },
      { id: 'A', mandate_id: 'M', customer_id: 'C', custom_reference: 'r' },
    ],
    [{ q: 'x', amount: {} }, {}],
  ])('%j as %j', (query, parameters) => {
    const { limit, page_no, sort_field, sort_order, ...rest } = asked(query)
    expect(rest).toEqual(parameters)
  })
})

describe('of what comes back, a row', () => {
  it('stays on the days asked for, ends included, and no others', () => {
    const next = { from: day('2026-12-31'), to: day('2026-12-31') }
    expect(kept({ next })).toBe(true)
    expect(kept({ next }, { next_collection_date: '2026-12-30' })).toBe(false)
    expect(kept({ next }, { next_collection_date: '2027-01-01' })).toBe(false)
    expect(kept({ next }, { next_collection_date: '' })).toBe(false)
  })

  it('was created on its London day: an hour before midnight in summer is the next', () => {
    const created = { from: day('2026-06-16'), to: day('2026-06-16') }
    expect(kept({ created }, { created_at: '2026-06-15T23:00:00Z' })).toBe(true)
    expect(kept({ created }, { created_at: '2026-06-15T22:59:59Z' })).toBe(false)
    expect(kept({ created }, { created_at: '2026-06-16T22:59:59Z' })).toBe(true)
    expect(kept({ created }, { created_at: '2026-06-16T23:00:00Z' })).toBe(false)
    const winter = { from: day('2026-12-16') }
    expect(kept({ created: winter }, { created_at: '2026-12-15T23:30:00Z' })).toBe(false)
  })

  it('of another kind, method or status goes', () => {
    expect(kept({ kind: ['plan'] })).toBe(false)
    expect(kept({ kind: ['plan'] }, { payment_type: 'cardpayment', type: 'PaymentPlan' })).toBe(true)
    expect(kept({ method: ['card'] })).toBe(false)
    expect(kept({ status: ['inactive'] })).toBe(false)
  })

  it('that cannot be read is never hidden', () => {
    const query = { ...DEFAULT_QUERY, kind: ['plan'] as const, next: { from: day('2027-01-01') } }
    expect(keeps({ unreadable: true }, { ...query, kind: ['plan'] })).toBe(true)
    expect(kept({ kind: ['plan'] }, { type: 'SomethingNew' })).toBe(true)
    expect(kept({ next: query.next }, { next_collection_date: 'soon' })).toBe(true)
  })

  it('is known by the names that were asked for', () => {
    const read = row()
    if (read.unreadable === true) throw new Error('unreadable')
    expect(hasNames(read, { ...DEFAULT_QUERY, id: 'A', mandate: 'M1', reference: 'LEASE' })).toBe(true)
    expect(hasNames(read, { ...DEFAULT_QUERY, id: 'B' })).toBe(false)
    expect(hasNames(read, { ...DEFAULT_QUERY, mandate: 'M' })).toBe(false)
    expect(hasNames(read, { ...DEFAULT_QUERY, reference: 'rent' })).toBe(false)
  })
})
