'use client'

import { useSearchParams } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { goToAddress, searchNow } from './address-bar'

const searchOf = (href: string) => new URL(href, location.href).searchParams.toString()

export type GoTo = (href: string, how: { step: boolean }) => void

type OwnSearchValue = [search: URLSearchParams, goTo: GoTo]

const OwnSearchContext = createContext<OwnSearchValue | null>(null)

/**
 * The query of the page's own address, and a way to another one on this page: `step` is a step of Back, otherwise it belongs to
 * the step before. Needs OwnSearch above it.
 */
export function useOwnSearch(): OwnSearchValue {
  const value = useContext(OwnSearchContext)
  if (!value) throw new Error('useOwnSearch needs OwnSearch above it')
  return value
}

/**
 * Stands around a page whose query is changed on the page. What is on screen follows at once; the router, which hears of it too,
 * would come a transition later, and what it tells then draws nothing anew.
 */
export function OwnSearch({ children }: { children: ReactNode }) {
  const routed = useSearchParams().toString()
  const [search, setSearch] = useState(routed)
  // Back, links and whatever else leads here: the address is ahead of what the router has just told, never behind it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `routed` says when to look
  useLayoutEffect(() => setSearch(searchNow().toString()), [routed])
  useEffect(() => {
    // A step taken and undone before the router has told of it is no news to the router.
    const path = location.pathname
    const back = () => {
      if (location.pathname === path) setSearch(searchOf(location.href))
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const goTo = useCallback<GoTo>((href, how) => {
    setSearch(searchOf(href))
    goToAddress(href, how)
  }, [])
  const value = useMemo<OwnSearchValue>(() => [new URLSearchParams(search), goTo], [search, goTo])
  return <OwnSearchContext value={value}>{children}</OwnSearchContext>
}
