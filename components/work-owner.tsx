'use client'

import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect } from 'react'
import { putAllWaiting } from '@/lib/queries/drafts'
import { setPagePerson } from '@/lib/queries/page-person'
import { clearWaiting } from '@/lib/queries/waiting-work'

const Context = createContext<string | null>(null)

/** Whose typed work this is, by e-mail. What waits of somebody else goes; one's own goes to the server once that works again. */
export function WorkOwner({ email, children }: { email: string; children: ReactNode }) {
  // Before anything on the page asks or sends.
  useLayoutEffect(() => setPagePerson(email), [email])
  useEffect(() => {
    clearWaiting(email)
    const give = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void putAllWaiting(email)
    }
    window.addEventListener('online', give)
    document.addEventListener('visibilitychange', give)
    return () => {
      window.removeEventListener('online', give)
      document.removeEventListener('visibilitychange', give)
    }
  }, [email])
  return <Context value={email}>{children}</Context>
}

/** The e-mail of the person whose typing is kept; null where nobody is signed in. */
export const useWorkOwner = (): string | null => useContext(Context)
