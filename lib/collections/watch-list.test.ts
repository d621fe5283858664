import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { parseFix } from '@/lib/schedules/fix-address'
import { firstWaiting, placeOf, readWatchQuery, TABS, type WatchCounts, type WatchRow } from './watch-list'

const row = (kind: WatchRow['kind'], over: Partial<WatchRow> = {}): WatchRow => ({
  schedule: 'FTBRS1',
  reference: null,
  kind,
  date: day('2026-07-01'),
  amount: 2532,
  detail: {},
  ...over,
})
const none: WatchCounts = { attention: 0, dormancy: 0, double: 0, ending: 0, dates: 0, data: 0 }

describe('the place of a fix', () => {
  it.each([
    ['dormancy-red', 'dormancy'],
    ['dormancy-amber', 'dormancy-amber'],
    ['double-take', 'double-take'],
    ['short-gap', 'short-gap'],
    ['not-a-banking-day', 'not-a-banking-day'],
  ] as const)('of %s is the payment in the editor, with a fix proposed to who may change', (kind, fix) => {
    const place = new URL(placeOf(row(kind), true) ?? '', 'http://here')
    expect(place.pathname).toBe('/schedules/FTBRS1')
    expect(place.searchParams.get('focus')).toBe('2026-07-01')
    expect(place.searchParams.get('month')).toBe('2026-07')
    expect(parseFix(place.searchParams.get('fix') ?? '')).toEqual({ kind: fix, date: '2026-07-01' })
    expect(placeOf(row(kind), false)).toBe('/schedules/FTBRS1?tab=payments&month=2026-07&focus=2026-07-01')
  })

  it('of what is about to end is the form of its rule, for others its payments', () => {
    expect(placeOf(row('ends-soon'), true)).toBe('/schedules/FTBRS1/edit')
    expect(placeOf(row('ends-soon'), false)).toContain('tab=payments')
  })

  it('of what could not be read or understood is where that can be looked at', () => {
    expect(placeOf(row('unreadable'), true)).toBe('/schedules/FTBRS1?tab=details')
    expect(placeOf(row('plan-off', { date: null }), true)).toBe('/schedules/FTBRS1?tab=payments')
    expect(placeOf(row('needs-attention'), false)).toBe('/schedules/FTBRS1?tab=activity')
    expect(placeOf(row('unreadable', { schedule: null }), true)).toBeNull()
  })
})

describe('the part that is open', () => {
  it('is the one that the address names, else the first in which something waits', () => {
    expect(firstWaiting({ ...none, double: 2, data: 1 })).toBe('double')
    expect(firstWaiting(none)).toBe('attention')
    expect(readWatchQuery(new URLSearchParams(), 'double').query).toEqual({ tab: 'double', page: 1 })
    for (const tab of TABS) expect(readWatchQuery(new URLSearchParams({ tab }), 'double').query.tab).toBe(tab)
  })
})
