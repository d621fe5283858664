import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule } from './examples'
import { matchOf } from './match'
import type { Schedule } from './model'
import { readSearchText } from './search-text'

const TODAY = day('2022-06-01')
const match = (schedule: Schedule, typed: string) => matchOf(schedule, typed, readSearchText(typed, TODAY))

describe('why a schedule is an answer', () => {
  it.each([
    ['FBMAN02814872', 'AUDDIS reference matches exactly'],
    ['fbman02814872', 'AUDDIS reference matches exactly'],
    ['FBMANO2814872', 'AUDDIS reference matches'],
    ['FBMAN 0281 4872', 'AUDDIS reference matches exactly'],
    ['FBMAN0281', 'AUDDIS reference matches'],
    ['FBMAN02814872 25.32', 'AUDDIS reference and amount match'],
    ['FBMAN02814872 2532', 'AUDDIS reference and amount match'],
    ['FBMAN02814872 25.32 20JUN', 'AUDDIS reference, amount and day match'],
    ['FBMAN02814872 25.32 19MAY', 'AUDDIS reference, amount and day match'],
    ['FBMAN02814872 99.99', 'AUDDIS reference matches exactly'],
    ['FTBRS00112373', 'Id matches exactly'],
    ['M01741EJ519Y51P3XGL', 'Mandate matches exactly'],
    ['MEM-204417', 'Custom reference matches exactly'],
    ['mem', 'Custom reference matches'],
    ['member', 'Description matches'],
    ['£25.32', 'Amount matches'],
    ['25.32 20 Jun', 'Amount and day match'],
  ])('%s: %s', (typed, reason) => {
    expect(match(aSchedule(), typed).reason).toBe(reason)
  })

  it('says nothing where nothing of it is seen', () => {
    expect(match(aSchedule(), 'Ashgrove')).toEqual({ rank: 0, reason: null })
    expect(match(aSchedule({ auddis: null, customReference: null }), '')).toEqual({ rank: 0, reason: null })
  })

  it('puts a whole name before a part, and what fits in more ways before what fits in one', () => {
    const typed = 'FBMAN02814872 25.32'
    const other = aPlan({ total: '30.00', auddis: 'FBMAN02814872' })
    expect(match(aSchedule(), typed).rank).toBeGreaterThan(match(other, typed).rank)
    expect(match(aSchedule(), 'FBMAN02814872').rank).toBeGreaterThan(match(aSchedule(), 'FBMAN028').rank)
    expect(match(aSchedule(), 'FTBRS00112373').rank).toBeGreaterThan(match(aSchedule(), 'FBMAN02814872').rank)
  })
})
