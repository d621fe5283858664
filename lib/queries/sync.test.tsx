import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useRefreshOfCopy } from './sync'

const BEFORE = '2026-11-30T14:32:00.000Z'
const AFTER = '2026-11-30T14:47:00.000Z'

let calls: string[]

beforeEach(() => {
  calls = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET' }: RequestInit) => {
    calls.push(`${method} ${path}`)
    return new Response('{}')
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function shown() {
  const cache = new QueryClient()
  return renderHook(() => useRefreshOfCopy(), {
    wrapper: ({ children }) => <QueryClientProvider client={cache}>{children}</QueryClientProvider>,
  })
}

it('asks for nothing by itself', () => {
  expect(shown().result.current.askAgain(BEFORE)).toBe(false)
  expect(calls).toEqual([])
})

it('has the book read at a press, and asks again until what is shown is of another moment', async () => {
  const { result } = shown()
  act(() => result.current.refresh(BEFORE))
  await waitFor(() => expect(calls).toEqual(['POST /api/sync']))
  expect(result.current.askAgain(BEFORE)).toBe(2_000)
  expect(result.current.askAgain(AFTER)).toBe(false)
  expect(result.current.askAgain(undefined)).toBe(false)
})

it('loses its patience after two minutes', async () => {
  const { result } = shown()
  act(() => result.current.refresh(BEFORE))
  await waitFor(() => expect(calls).toHaveLength(1))
  const pressed = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(pressed + 121_000)
  expect(result.current.askAgain(BEFORE)).toBe(false)
})
