import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { type Draft, draftOf, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand } from './draft-commands'
import { c, draft, ongoing, run } from './draft-scene'
import { aSchedule, payments } from './examples'

describe('the judgement on a draft', () => {
  const kinds = (one: Draft, id: string) =>
    (judgeDraft(ongoing, one, c).remarks.get(id) ?? []).map((remark) =>
      remark.kind === 'finding'
        ? [remark.finding.kind, remark.stops]
        : [remark.kind === 'advice' ? remark.advice.kind : remark.error.problem, remark.stops],
    )

  it('blames the row that was moved onto another, whichever comes first', () => {
    const onto = run(draft, { kind: 'move', row: 'row-2', to: day('2027-01-19') })
    expect([kinds(onto, 'row-2'), kinds(onto, 'row-1')]).toEqual([[['same-day', true]], [['same-day', false]]])
    const other = run(draft, { kind: 'move', row: 'row-1', to: day('2027-02-19') })
    expect([kinds(other, 'row-1'), kinds(other, 'row-2')]).toEqual([[['same-day', true]], [['same-day', false]]])
  })

  it('says when a payment comes too close to another', () => {
    const near = run(draft, { kind: 'move', row: 'row-1', to: day('2027-02-08') })
    expect(kinds(near, 'row-1')).toEqual([['short-gap', false]])
    expect(judgeDraft(ongoing, near, c).canSave).toBe(true)
  })

  it('catches an amount of a hundred times the usual, and a hundredth', () => {
    const typed = (text: string) => kinds(run(draft, { kind: 'type-amount', row: 'row-1', text }), 'row-1')
    expect(typed('2532')).toEqual([['slip', false]])
    expect(typed('0.25')).toEqual([['slip', false]])
    expect(typed('40.00')).toEqual([])
    expect(typed('0')).toEqual([])
  })

  it('counts what the comparison counts, so that every screen names one number', () => {
    const swapped = run(
      draft,
      { kind: 'move', row: 'row-1', to: day('2027-02-19') },
      { kind: 'move', row: 'row-2', to: day('2027-03-01') },
    )
    expect(judgeDraft(ongoing, swapped, c).changes.length).toBe(1)
  })
})

describe('a judgement that follows another', () => {
  // Two Saturdays: both are spoken of from the start.
  const schedule = aSchedule({ upcoming: payments(['2026-12-19', '2027-01-16', '2027-02-19']) })
  const start = draftOf(schedule.upcoming ?? [])
  const first = judgeDraft(schedule, start, c)
  const moved = applyCommand(start, { kind: 'type-date', row: 'row-0', text: '25/12/2026' }, settingOf(schedule, c))

  it('keeps what it said of rows of which nothing new is to be said', () => {
    const second = judgeDraft(schedule, moved, c, first)
    expect(first.remarks.get('row-1')).toHaveLength(1)
    expect(second.remarks.get('row-1')).toBe(first.remarks.get('row-1'))
  })

  it('says anew what differs, and no more what is mended', () => {
    const second = judgeDraft(schedule, moved, c, first)
    expect(second.remarks.get('row-0')).not.toEqual(first.remarks.get('row-0'))
    const mended = applyCommand(moved, { kind: 'type-date', row: 'row-0', text: '22/12/2026' }, settingOf(schedule, c))
    const third = judgeDraft(schedule, mended, c, second)
    expect(third.remarks).toEqual(judgeDraft(schedule, mended, c).remarks)
  })
})
