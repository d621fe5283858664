import { describe, expect, it } from 'vitest'
import { draftOf, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand } from './draft-commands'
import { aSchedule, on, payments } from './examples'

describe('a judgement that follows another', () => {
  const c = on('2026-11-30')
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
