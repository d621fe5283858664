import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { SavedView } from '@/lib/schedules/views'
import { ALL, asView, chooseView } from '@/lib/schedules/views'
import { PAGE_QUERY, readListAddress } from './list-address'
import { readView, viewHref } from './view-address'

const TODAY = day('2025-06-05')
const MINE: SavedView = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  name: 'Cards this month',
  shared: false,
  opens: false,
  params: 'method=card&next=this-month',
  columns: null,
  density: null,
  own: true,
}
const read = (address: string, today = TODAY) => readView(new URLSearchParams(address), [MINE], today)
const href = (address: string, change: object = {}, opensElsewhere = false) => {
  const { view, params } = read(address)
  const { query, columns } = readListAddress(params)
  return viewHref([{ ...query, ...change }, columns], { view, today: TODAY, opensElsewhere })
}

describe('a view in the address', () => {
  it('stands for what it asks for, on the day on which it is opened', () => {
    expect(read(`view=${MINE.id}`).params.toString()).toBe('method=card&next=2025-06-01..2025-06-30')
    expect(read(`view=${MINE.id}`, day('2026-01-09')).params.get('next')).toBe('2026-01-01..2026-01-31')
    expect(read(`view=${MINE.id}&cols=reference,next`).params.get('method')).toBe('card')
  })

  it('is its name alone while nothing differs, and stands beside what differs', () => {
    expect(href(`view=${MINE.id}`)).toBe(`/schedules?view=${MINE.id}`)
    expect(href(`view=${MINE.id}`, { status: ['active'] })).toBe(
      `/schedules?view=${MINE.id}&status=active&method=card&next=2025-06-01..2025-06-30`,
    )
    expect(href('status=active&view=plans&page=2')).toBe('/schedules?view=plans&status=active&page=2')
  })

  it('goes where every filter goes, and says so where the bare address opens another view', () => {
    const none = { method: undefined, next: undefined }
    expect(href(`view=${MINE.id}`, none)).toBe('/schedules')
    expect(href(`view=${MINE.id}`, none, true)).toBe('/schedules?view=all')
    expect(href('view=all', {}, true)).toBe('/schedules?view=all')
    expect(href('')).toBe('/schedules')
  })

  it('that nobody knows is all schedules, and is told', () => {
    expect(read('view=unknown&status=active')).toMatchObject({ view: ALL, missing: true })
  })

  it('leads back to itself', () => {
    const { query, columns } = readListAddress(read('').params)
    const chosen = chooseView(asView(MINE), query, PAGE_QUERY, TODAY)
    expect(viewHref([chosen, columns], { view: asView(MINE), today: TODAY, opensElsewhere: false })).toBe(
      `/schedules?view=${MINE.id}`,
    )
  })
})
