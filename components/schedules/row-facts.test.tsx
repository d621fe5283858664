import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, payment, payments } from '@/lib/schedules/examples'
import { dueOf } from '@/lib/schedules/standing'
import { amountOf, shortId, thenText } from './row-facts'

describe('what a row says', () => {
  it('calls nothing due on an inactive schedule, although a date stands there', () => {
    const schedule = aSchedule({ status: 'inactive', upcoming: [], nextCollectionDate: day('2021-07-30') })
    expect(dueOf(schedule)).toEqual({ date: null, skipped: [] })
    expect(thenText(schedule)).toBeNull()
  })

  it('passes over a skipped payment and names it', () => {
    const upcoming = [payment('2026-12-21', '0.00'), payment('2027-01-19', '25.32'), payment('2027-02-19', '25.32')]
    const schedule = aSchedule({ upcoming })
    expect(dueOf(schedule)).toEqual({ date: '2027-01-19', skipped: [upcoming[0]] })
    expect(thenText(schedule)).toBe('19\u00a0Feb')
  })

  it('gives the two after the next, with the year where they are far', () => {
    expect(thenText(aSchedule({ upcoming: payments(['2026-12-01', '2027-01-04', '2027-02-01', '2027-03-01']) }))).toBe(
      '4\u00a0Jan\u00a0· 1\u00a0Feb',
    )
    expect(thenText(aSchedule({ upcoming: payments(['2026-12-02', '2027-12-02']) }))).toBe('2\u00a0Dec\u00a02027')
  })

  it('says that a plan ends with its last payment, and nothing of an ongoing one', () => {
    const last = payments(['2026-12-01'])
    expect(thenText(aPlan({ total: '75.96', collected: { count: 2, total: '50.64' }, upcoming: last }))).toBe('Ends')
    expect(thenText(aSchedule({ upcoming: last }))).toBeNull()
    expect(thenText(aSchedule({ upcoming: last, endDate: day('2026-12-31') }))).toBe('Ends')
  })

  it('puts what a plan takes next before the whole of it', () => {
    expect(amountOf(aPlan({ total: '30.00' }))).toEqual({ each: 1000, whole: 3000 })
    expect(amountOf(aPlan({ total: '30.00', status: 'inactive', upcoming: [] }))).toEqual({ each: null, whole: 3000 })
    expect(amountOf(aSchedule())).toEqual({ each: 2532, whole: null })
  })

  it('shortens long ids only', () => {
    expect(shortId('M01741EJ519Y51P3XGL')).toBe('M01741EJ…P3XGL')
    expect(shortId('FTBRS00112373')).toBe('FTBRS00112373')
  })
})
