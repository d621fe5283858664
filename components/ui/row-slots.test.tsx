import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useRowSlots } from './row-slots'

afterEach(cleanup)

describe('the places of rows', () => {
  const show = (ids: string[], answers: string) => {
    const { result, rerender } = renderHook(
      (given: { ids: string[]; answers: string }) => {
        const slotOf = useRowSlots(given.ids, given.answers)
        return given.ids.map(slotOf)
      },
      { initialProps: { ids, answers } },
    )
    return {
      slots: () => result.current,
      next: (ids: string[], answers: string) => rerender({ ids, answers }),
    }
  }

  it('are written over, top to bottom, by the answer to another question', () => {
    const { slots, next } = show(['A', 'B', 'C'], 'all')
    expect(slots()).toEqual([0, 1, 2])
    next(['C', 'X'], 'inactive')
    expect(slots()).toEqual([0, 1])
  })

  it('stay with who stays in a later answer to the same question, wherever it comes to stand', () => {
    const { slots, next } = show(['A', 'B', 'C'], 'all')
    next(['C', 'NEW', 'A'], 'all')
    expect(slots()).toEqual([2, 1, 0])
    next(['NEW', 'C', 'A', 'ONE', 'TWO'], 'all')
    expect(slots()).toEqual([1, 2, 0, 3, 4])
  })

  it('are never shared', () => {
    const { slots, next } = show(['A'], 'all')
    for (const ids of [['B', 'A'], ['C', 'B'], ['A', 'C', 'D', 'B'], []]) {
      next(ids, 'all')
      expect(new Set(slots()).size).toBe(ids.length)
    }
  })
})
