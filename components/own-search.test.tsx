import { act, cleanup, renderHook } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { searchNow } from './address-bar'
import { OwnSearch, useOwnSearch } from './own-search'

// The router, which tells of an address when it gets round to it.
let routed = ''
const tellers = new Set<() => void>()
vi.mock('next/navigation', () => ({
  useSearchParams: () =>
    new URLSearchParams(
      useSyncExternalStore(
        (tell) => {
          tellers.add(tell)
          return () => tellers.delete(tell)
        },
        () => routed,
      ),
    ),
}))
const routerTells = (search: string) =>
  act(() => {
    routed = search
    for (const tell of tellers) tell()
  })

beforeEach(() => {
  routed = 'status=active'
  history.replaceState(null, '', '/schedules?status=active')
})
afterEach(cleanup)

describe('the query of the page’s own address', () => {
  const show = () => {
    let drawn = 0
    const inner = () => {
      drawn += 1
      return useOwnSearch()
    }
    const { result } = renderHook(inner, { wrapper: OwnSearch })
    return {
      drawn: () => drawn,
      shown: () => result.current[0].toString(),
      goTo: (href: string) => act(() => result.current[1](href, { step: true })),
    }
  }
  const written = (search: string) => vi.waitFor(() => expect(location.search).toBe(search))

  it('is the new one at once, before the address bar and the router have heard of it', async () => {
    const { shown, goTo } = show()
    const steps = history.length
    goTo('/schedules?status=inactive')
    expect(shown()).toBe('status=inactive')
    await written('?status=inactive')
    expect(history.length).toBe(steps + 1)
  })

  it.each(['pointerdown', 'keydown', 'click', 'pagehide'])('stands in the address bar before a %s is heard', (act) => {
    const { goTo } = show()
    goTo('/schedules?status=inactive')
    expect(location.search).toBe('?status=active')
    window.dispatchEvent(new Event(act))
    expect(location.search).toBe('?status=inactive')
  })

  it('writes two quick steps in their order', async () => {
    const { goTo } = show()
    const steps = history.length
    goTo('/schedules?status=inactive')
    goTo('/schedules?status=inactive&method=card')
    await written('?status=inactive&method=card')
    expect(history.length).toBe(steps + 2)
  })

  it('is known to a second step before the first stands in the address bar', async () => {
    const { goTo } = show()
    goTo('/schedules?status=inactive')
    expect(searchNow().get('status')).toBe('inactive')
    const next = searchNow()
    next.set('tab', 'payments')
    goTo(`/schedules?${next}`)
    await written('?status=inactive&tab=payments')
  })

  it('is not written over Back', async () => {
    const { shown, goTo } = show()
    goTo('/schedules?status=inactive')
    act(() => void window.dispatchEvent(new PopStateEvent('popstate')))
    expect(shown()).toBe('status=active')
    await new Promise((later) => setTimeout(later, 150))
    expect(location.search).toBe('?status=active')
  })

  it('draws the page once for one step: nothing anew when the router tells of it', () => {
    const { drawn, goTo } = show()
    const before = drawn()
    goTo('/schedules?status=inactive')
    expect(drawn()).toBe(before + 1)
    routerTells('status=inactive')
    expect(drawn()).toBe(before + 1)
  })

  it('does not fall back to the first of two steps when the router tells of it late', () => {
    const { shown, goTo } = show()
    goTo('/schedules?status=inactive')
    goTo('/schedules?status=inactive&method=card')
    routerTells('status=inactive')
    expect(shown()).toBe('status=inactive&method=card')
    routerTells('status=inactive&method=card')
    expect(shown()).toBe('status=inactive&method=card')
  })

  it('does not fall back to the first of two either where the router puts it back into the address bar', async () => {
    const { shown, goTo } = show()
    goTo('/schedules?q=MEM')
    await written('?q=MEM')
    goTo('/schedules?q=MEMBER')
    await written('?q=MEMBER')
    // As Next does: the entry keeps the state that it has.
    history.replaceState({ ...history.state, __NA: true }, '', '/schedules?q=MEM')
    routerTells('q=MEM')
    expect(shown()).toBe('q=MEMBER')
    expect(searchNow().get('q')).toBe('MEMBER')
    history.replaceState({ ...history.state, __NA: true }, '', '/schedules?q=MEMBER')
    routerTells('q=MEMBER')
    expect(shown()).toBe('q=MEMBER')
    // A link's entry bears no mark of ours.
    history.pushState({ __NA: true }, '', '/schedules?q=MEM')
    routerTells('q=MEM')
    expect(shown()).toBe('q=MEM')
  })

  it('follows Back, and whatever else leads to another address', async () => {
    const { shown, goTo } = show()
    goTo('/schedules?status=inactive')
    await written('?status=inactive')
    routerTells('status=inactive')
    // Back changes the address bar first; the router tells after.
    history.replaceState(null, '', '/schedules?status=active')
    routerTells('status=active')
    expect(shown()).toBe('status=active')
  })

  it('follows Back at once, also where the router never told of the step', async () => {
    const { shown, goTo } = show()
    goTo('/schedules?status=inactive')
    await written('?status=inactive')
    history.replaceState(null, '', '/schedules?status=active')
    act(() => void window.dispatchEvent(new PopStateEvent('popstate')))
    expect(shown()).toBe('status=active')
  })

  it('keeps still when Back leads to another page', () => {
    const { shown } = show()
    history.replaceState(null, '', '/activity?person=someone')
    act(() => void window.dispatchEvent(new PopStateEvent('popstate')))
    expect(shown()).toBe('status=active')
  })
})
