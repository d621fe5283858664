'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the server's HTML and until React has taken it over: what is typed before that would be lost to it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
