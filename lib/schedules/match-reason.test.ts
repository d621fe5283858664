import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payments, pounds } from './examples'
import { type SearchedPart, unseenMatch } from './match-reason'
import type { Schedule } from './model'
import { readSearchText } from './search-text'

const LIST: SearchedPart[] = ['id', 'reference', 'auddis', 'mandate', 'card']
const seen = (typed: string, over: Partial<Schedule> = {}, shown = LIST) =>
  unseenMatch(aSchedule(over), typed, readSearchText(typed, day('2022-06-01')), new Set(shown))

describe('why a row answers where it does not show it', () => {
  it.each([
    ['gym', { description: 'Gym, monthly' }, 'Description: Gym, monthly'],
    ['GYM monthly', { description: 'Gym, monthly' }, 'Description: Gym, monthly'],
    ['10.00', { upcoming: payments(['2022-06-20'], '10.00') }, '£10.00 on Mon 20 Jun 2022'],
    ['£7.00', { firstCollectionAmount: pounds('7.00'), firstCollectionDate: null }, '£7.00'],
    ['25.32', {}, null],
    ['MEM-204417', { description: 'MEM-204417 again' }, null],
    ['mem gym', { description: 'Gym' }, 'Description: Gym'],
    ['nothing of it', {}, null],
  ] as const)('“%s” of %j: %s', (typed, over, reason) => {
    expect(seen(typed, over as Partial<Schedule>)).toBe(reason)
  })

  it('says nothing of what a chosen column shows', () => {
    expect(seen('gym', { description: 'Gym, monthly' }, [...LIST, 'description'])).toBeNull()
    expect(seen('FBMAN02814872', {}, ['id', 'reference'])).toBe('AUDDIS reference: FBMAN02814872')
  })
})
