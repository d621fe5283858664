import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { draftOf, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand } from './draft-commands'
import { bankingDaysBetween, earliestTarget, type Target, targetOf, targetsOf } from './draft-target'
import { aSchedule, on, payments } from './examples'
import type { Method } from './model'
import { cancelledText, droppedText, overText, pickedUpText, returnedText, targetText } from './target-words'

// Monday 30 November 2026, ten o'clock: Wednesday 2 December is the earliest date, Monday 14 the first with full notice.
const c = on('2026-11-30', '10:00')
const dates = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']
const weekly = (method: Method = 'direct-debit') => aSchedule({ method, upcoming: payments(dates) })
const draft = draftOf(weekly().upcoming ?? [])
const setting = settingOf(weekly(), c)
const card = settingOf(weekly('card'), c)

function over(date: string, row = 'row-2', within = setting): Target {
  const target = targetOf(draft, row, day(date), within)
  if (!target) throw new Error(`${row} is not there`)
  return target
}

describe('the verdict on a day for a payment in hand', () => {
  it.each<[string, string, Partial<Target>]>([
    ['a notice-safe day', '2026-12-18', { allowed: true, reason: null, notice: 'notice-safe', bankingDays: 3 }],
    ['a day of short notice', '2026-12-11', { allowed: true, reason: null, notice: 'short-notice', bankingDays: -2 }],
    ['its own day', '2026-12-15', { allowed: true, reason: null, bankingDays: 0 }],
    ['a day after the list’s end', '2027-02-05', { allowed: true, reason: null }],
    [
      'a weekend',
      '2026-12-19',
      { allowed: false, reason: { kind: 'not-a-banking-day', holiday: null, next: day('2026-12-21') } },
    ],
    [
      'a bank holiday',
      '2026-12-25',
      { allowed: false, reason: { kind: 'not-a-banking-day', holiday: 'Christmas Day', next: day('2026-12-29') } },
    ],
    ['today', '2026-11-30', { allowed: false, reason: { kind: 'locked' }, earliest: day('2026-12-02') }],
    ['a day of the past', '2026-11-27', { allowed: false, reason: { kind: 'past' }, earliest: day('2026-12-02') }],
    ['a Locked day', '2026-12-01', { allowed: false, reason: { kind: 'locked' }, notice: 'locked' }],
    ['the day of another payment', '2026-12-22', { allowed: false, reason: { kind: 'taken' } }],
  ])('knows %s', (_, date, wanted) => {
    expect(over(date)).toMatchObject(wanted)
  })

  it('keeps a payment that is too late to change where it is', () => {
    expect(over('2026-12-18', 'row-0')).toMatchObject({ allowed: false, reason: { kind: 'fixed' } })
  })

  it('is of short notice wherever a payment goes whose own day is', () => {
    expect(over('2026-12-18', 'row-1').notice).toBe('short-notice')
  })

  it('has no notice classes for cards, for which tomorrow will do', () => {
    expect(earliestTarget('card', c)).toBe('2026-12-01')
    expect(earliestTarget('card', on('2026-12-04'))).toBe('2026-12-07')
    expect(over('2026-12-02', 'row-2', card)).toMatchObject({ allowed: true, notice: 'notice-safe' })
    expect(over('2026-11-30', 'row-2', card)).toMatchObject({ allowed: false, reason: { kind: 'locked' } })
  })

  it('takes a day that its own move leaves free for another', () => {
    const away = applyCommand(draft, { kind: 'move', row: 'row-3', to: day('2026-12-23') }, setting)
    expect(targetOf(away, 'row-2', day('2026-12-22'), setting)?.allowed).toBe(true)
  })

  it('moves several only where all of them may go, and counts none of them as in the way of another', () => {
    const judge = targetsOf(draft, 'row-2', setting, ['row-3'])
    expect(judge?.(day('2026-12-22'))?.allowed).toBe(true)
    expect(judge?.(day('2026-12-18'))).toMatchObject({ allowed: false, reason: { kind: 'others', day: '2026-12-29' } })
  })

  it('has nothing to say of a row that is not there', () => {
    expect(targetOf(draft, 'row-9', day('2026-12-18'), setting)).toBeNull()
  })

  it('says of every day what the check would say of the draft afterwards', () => {
    const schedule = weekly()
    fc.assert(
      fc.property(
        fc.constantFrom<Method>('direct-debit', 'card'),
        fc.constantFrom('row-1', 'row-2', 'row-3', 'row-4'),
        fc.integer({ min: -10, max: 120 }),
        (method, row, days) => {
          const within = settingOf({ ...schedule, method }, c)
          const to = addDays(c.now.date, days)
          const target = targetOf(draft, row, to, within)
          if (target?.bankingDays === 0 && target.allowed) return
          const after = applyCommand(draft, { kind: 'move', row, to }, within)
          const remarks = judgeDraft({ ...schedule, method }, after, c).remarks.get(row) ?? []
          expect(target?.allowed).toBe(remarks.every(({ stops }) => !stops))
          const short = remarks.some((one) => one.kind === 'finding' && one.finding.kind === 'short-notice')
          if (target?.allowed) expect(target.notice === 'short-notice').toBe(short)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('counts working days as moving by them does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (bankingDays) => {
        const after = applyCommand(draft, { kind: 'move-by', rows: ['row-4'], bankingDays }, setting)
        const to = after.rows[4]?.date
        expect(to && bankingDaysBetween(day('2026-12-29'), to, c)).toBe(bankingDays)
      }),
    )
  })
})

describe('what is said while a payment is in hand', () => {
  const beside = (date: string, row?: string) => Object.values(targetText(over(date, row), true)).join(' | ')
  const live = (date: string) => overText(over(date), true)

  it.each([
    ['2026-12-18', 'Fri 18 Dec, allowed | 3 working days later, notice-safe.'],
    ['2026-12-14', 'Mon 14 Dec, allowed | 1 working day earlier, notice-safe.'],
    ['2026-12-11', 'Fri 11 Dec, allowed | 2 working days earlier, short notice: needs a reason.'],
    ['2026-12-15', 'Tue 15 Dec, where it was | '],
    ['2026-12-19', 'Sat 19 Dec, not a banking day | The next one is Mon 21 Dec.'],
    ['2026-12-25', 'Fri 25 Dec, Christmas Day, not a banking day | The next one is Tue 29 Dec.'],
    ['2026-12-01', 'Tue 1 Dec, too late to change | The earliest date is Wed 2 Dec.'],
    ['2026-11-27', 'Fri 27 Nov, in the past | The earliest date is Wed 2 Dec.'],
    ['2026-12-22', 'Tue 22 Dec, another payment is on this day | '],
  ])('stands beside the pointer over %s', (date, text) => {
    expect(beside(date)).toBe(text)
  })

  it('is silent about notice for cards', () => {
    expect(targetText(over('2026-12-18', 'row-2', card), false).more).toBe('3 working days later.')
  })

  it.each([
    ['2026-12-18', 'Over Friday 18 December 2026, allowed.'],
    ['2026-12-11', 'Over Friday 11 December 2026, allowed, short notice.'],
    ['2026-12-19', 'Over Saturday 19 December 2026, not a banking day, cannot drop.'],
    [
      '2026-12-01',
      'Over Tuesday 1 December 2026, too late to change, earliest date is Wednesday 2 December 2026, cannot drop.',
    ],
  ])('is read out over %s', (date, text) => {
    expect(live(date)).toBe(text)
  })

  it('tells the beginning and each end of a move', () => {
    const held = { amount: draft.rows[2]?.amount ?? null, date: day('2026-12-15') }
    expect(pickedUpText(held)).toBe('Picked up payment of £25.32 from Tuesday 15 December 2026.')
    expect(pickedUpText(held, 2)).toBe('Picked up payment of £25.32 from Tuesday 15 December 2026, with 2 more.')
    expect(droppedText(day('2026-12-15'), day('2026-12-18'))).toBe(
      'Dropped. Payment moved from Tuesday 15 December to Friday 18 December 2026.',
    )
    expect(droppedText(day('2026-12-15'), day('2027-01-05'))).toBe(
      'Dropped. Payment moved from Tuesday 15 December 2026 to Tuesday 5 January 2027.',
    )
    expect(cancelledText(day('2026-12-15'))).toBe('Move cancelled. Payment stays on Tuesday 15 December 2026.')
    expect(returnedText(over('2026-12-25'), day('2026-12-15'))).toBe(
      'Not moved. Fri 25 Dec 2026: Christmas Day, not a banking day. The next one is Tue 29 Dec. Payment stays on Tuesday 15 December 2026.',
    )
  })
})
