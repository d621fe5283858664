import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { day } from '@/lib/calendar-date'
import { aSchedule, on, payments } from '@/lib/schedules/examples'
import { useDraft } from './use-draft'

afterEach(cleanup)

const now = on('2022-06-01')
const schedule = aSchedule({ upcoming: payments(['2022-07-05', '2022-08-05']) })
const wrapper = ({ children }: { children: ReactNode }) => (
  <CircumstancesProvider first={now} serverMs={null}>
    {children}
  </CircumstancesProvider>
)

/** A draft in which the first payment was dropped on another day, and what judges it later. */
function dropped() {
  const { result } = renderHook(() => useDraft(schedule, undefined), { wrapper })
  const row = result.current.draft.rows[0]?.id ?? ''
  const later: (() => void)[] = []
  act(() => {
    result.current.act({ kind: 'move', row, to: day('2022-07-06') }, 'Dropped.', (judge) => later.push(judge))
  })
  const judge = () =>
    act(() => {
      for (const one of later) one()
    })
  return { draft: () => result.current, judge }
}

describe('a drop that is judged once it is seen', () => {
  it('is in the draft at once, and is judged and told afterwards', () => {
    const { draft, judge } = dropped()
    expect(draft().draft.rows[0]?.date).toBe('2022-07-06')
    expect(draft().judgement.changes).toEqual([])
    expect(draft().message.text).toBe('')
    judge()
    expect(draft().judgement.changes).toHaveLength(1)
    expect(draft().message.text).toBe('Dropped.')
  })

  it('counts for whoever reviews it before that', () => {
    const { draft } = dropped()
    let payments: unknown
    act(() => {
      payments = draft().judgeNow().payments
    })
    expect(payments).toMatchObject([{ date: '2022-07-06' }, { date: '2022-08-05' }])
    expect(draft().judgement.payments).toEqual(payments)
  })

  it('is not judged any more where something else was done meanwhile', () => {
    const { draft, judge } = dropped()
    act(() => void draft().back())
    const said = draft().message.text
    judge()
    expect(draft().judgement.changes).toEqual([])
    expect(draft().message.text).toBe(said)
  })
})
