import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { sentText } from '@/lib/schedules/change-words'
import { parseFix } from '@/lib/schedules/fix-address'
import {
  changeTitle,
  firstWaiting,
  placeOf,
  readWatchQuery,
  reasonText,
  TABS,
  type WatchCounts,
  type WatchRow,
} from './watch-list'

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

describe('a change that needs attention', () => {
  const detail = { change: 'C1', by: 'Grace', sentAt: '2025-06-05T13:32:00.000Z' } as const
  it.each([
    ['replace-upcoming', 'A change of the payments of MEM-1'],
    ['amend', 'A change of the rule of MEM-1'],
    ['disable', 'The disabling of MEM-1'],
    ['create', 'A new schedule'],
  ] as const)('is named by what it is and of which schedule: %s', (action, title) => {
    expect(changeTitle(row('needs-attention', { reference: 'MEM-1', detail: { ...detail, action } }))).toBe(title)
  })

  it('says who sent it and when, in London’s time, and goes by the id where there is no reference', () => {
    const change = row('needs-attention', { detail: { ...detail, action: 'amend' } })
    expect(changeTitle(change)).toBe('A change of the rule of FTBRS1')
    expect(sentText(change.detail)).toBe('sent by Grace on Thu 5 Jun 2025, 14:32')
    expect(reasonText(change, day('2025-06-06'))).toBe(
      'Nobody knows whether a change of the rule, sent by Grace on Thu 5 Jun 2025, 14:32, took effect. Somebody has to look and say.',
    )
    expect(changeTitle(row('needs-attention', { schedule: null, detail }))).toBe('A new schedule')
    expect(reasonText(row('needs-attention'), day('2025-06-06'))).toBe(
      'Nobody knows whether a change took effect. Somebody has to look and say.',
    )
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
