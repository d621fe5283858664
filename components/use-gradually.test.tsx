import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useGradually } from './use-gradually'

afterEach(cleanup)

it('draws a windowful at once and the rest bit by bit, until all of it is there', async () => {
  const seen: number[] = []
  const { result, rerender } = renderHook(
    ({ total }) => {
      const drawn = useGradually(total)
      seen.push(drawn)
      return drawn
    },
    { initialProps: { total: 150 } },
  )
  expect(result.current).toBe(40)
  await waitFor(() => expect(result.current).toBe(150))
  expect([...new Set(seen)]).toEqual([40, 100, 150])
  rerender({ total: 151 })
  expect(result.current).toBe(151)
})

it('has all of it there for the printer', () => {
  const { result } = renderHook(() => useGradually(520))
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(result.current).toBe(520)
})

it('begins anew with rows of something else, and not with more of the same', async () => {
  const { result, rerender } = renderHook(({ of, total }) => useGradually(total, { of, first: 10 }), {
    initialProps: { of: 'a month', total: 31 },
  })
  await waitFor(() => expect(result.current).toBe(31))
  rerender({ of: 'a month', total: 30 })
  expect(result.current).toBe(30)
  rerender({ of: 'a quarter', total: 14 })
  expect(result.current).toBe(10)
  await waitFor(() => expect(result.current).toBe(14))
})
