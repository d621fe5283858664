import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useMinutesOld } from './use-index-age'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('how old an answer is', () => {
  it('is told from five minutes on, and grows while nothing else happens', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const { result, rerender } = renderHook(useMinutesOld, { initialProps: ago(4.9) })
    expect(result.current).toBeNull()
    rerender(ago(12))
    expect(result.current).toBe(12)
    act(() => vi.advanceTimersByTime(60_000))
    expect(result.current).toBe(13)
  })

  it('is never told of a new answer with the age of the one before it', () => {
    const drawn: [string, number | null][] = []
    const inner = (asOf: string) => {
      const minutes = useMinutesOld(asOf)
      drawn.push([asOf, minutes])
    }
    const [old, fresh] = [ago(12), ago(0)]
    const { rerender } = renderHook(inner, { initialProps: old })
    expect(drawn.at(-1)).toEqual([old, 12])
    rerender(fresh)
    expect(drawn.filter(([asOf, minutes]) => asOf === fresh && minutes !== null)).toEqual([])
  })
})
