import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { appliedFilters, listHref, PAGE_QUERY, readListAddress, withFilters, withoutFilters } from './list-address'

const read = (text: string) => readListAddress(new URLSearchParams(text))

describe('the list’s address', () => {
  it('stands newest first when it says nothing', () => {
    expect(read('')).toEqual({ query: PAGE_QUERY, columns: null, ignored: [] })
    expect(listHref(PAGE_QUERY, null)).toBe('/schedules')
  })

  it('says the same after there and back', () => {
    const text = '?q=MEM&status=active&next=2026-12-01..2026-12-31&sort=-next&page=3&size=100&cols=reference%2Cnext'
    const { query, columns } = read(text)
    expect(listHref(query, columns)).toBe(`/schedules${text}`)
  })

  it('keeps the oldest first apart from its own standard', () => {
    const { query } = read('sort=created')
    expect(query.sort).toEqual({ field: 'created', descending: false })
    expect(listHref(query, null)).toBe('/schedules?sort=created')
  })

  it.each([
    ['foo=1', '“foo” is not known here.'],
    ['status=gone', 'Status: Status is active, inactive or both.'],
    ['page=0', 'The page number: Pages count from 1.'],
    ['amount=100..200', 'Amount: SmarterPay cannot filter by amount.'],
    ['sort=amount', 'The sort order: SmarterPay cannot sort by amount.'],
    ['cols=reference,nonsense', 'Some columns are not known here.'],
  ])('leaves out %s and says so', (text, words) => {
    const { query, ignored } = read(text)
    expect(ignored).toEqual([words])
    expect(query).toEqual(PAGE_QUERY)
  })

  it('keeps the order that the address gives to columns', () => {
    expect(read('cols=next,reference').columns).toEqual(['next', 'reference'])
  })

  it('goes back to the first page whenever a filter changes', () => {
    const later = { ...PAGE_QUERY, page: 4 }
    expect(withFilters(later, { status: ['active'] })).toEqual({ ...PAGE_QUERY, status: ['active'] })
    expect(withFilters({ ...later, status: ['active'] }, { status: [] })).toEqual(PAGE_QUERY)
  })

  it('clears filters and search, and keeps order and size', () => {
    const query = { ...PAGE_QUERY, q: 'x', mandate: 'M01', size: 100, next: { from: day('2026-12-01') } }
    expect(appliedFilters(query)).toEqual(['next', 'mandate'])
    expect(withoutFilters(query)).toEqual({ ...PAGE_QUERY, size: 100 })
  })
})
