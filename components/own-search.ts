'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'

const searchOf = (href: string) => new URL(href, location.href).searchParams.toString()

export type GoTo = (href: string, how: { step: boolean }) => void

/**
 * The query of the page's own address, and a way to another one on this page: `step` is a step of Back, otherwise it belongs to
 * the step before. What is on screen follows at once; the router, which hears of it too, would come a transition later.
 */
export function useOwnSearch(): [URLSearchParams, GoTo] {
  const routed = useSearchParams().toString()
  const [search, setSearch] = useState(routed)
  // Back, links and whatever else leads here: the address bar is ahead of what the router has just told, never behind it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `routed` says when to look
  useLayoutEffect(() => setSearch(searchOf(location.href)), [routed])
  useEffect(() => {
    // A step taken and undone before the router has told of it is no news to the router.
    const path = location.pathname
    const back = () => {
      if (location.pathname === path) setSearch(searchOf(location.href))
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const goTo = useCallback<GoTo>((href, { step }) => {
    setSearch(searchOf(href))
    if (step) window.history.pushState(null, '', href)
    else window.history.replaceState(null, '', href)
  }, [])
  return [useMemo(() => new URLSearchParams(search), [search]), goTo]
}
