'use client'

import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect } from 'react'
import { setPagePerson } from '@/lib/queries/page-person'
import { clearWaiting, waitingNames } from '@/lib/queries/waiting-work'

const Context = createContext<string | null>(null)

/** Gives the server what waits in this tab. Hardly ever does anything, so that what gives it is fetched only then. */
async function giveWaiting(person: string): Promise<void> {
  if (waitingNames().length === 0) return
  const { putAllWaiting } = await import('@/lib/queries/drafts')
  await putAllWaiting(person)
}

/** Whose typed work this is, by e-mail. What waits of somebody else goes; one's own goes to the server once that works again. */
export function WorkOwner({ email, children }: { email: string; children: ReactNode }) {
  // Before anything on the page asks or sends.
  useLayoutEffect(() => setPagePerson(email), [email])
  useEffect(() => {
    clearWaiting(email)
    const give = () => {
      // What could not be fetched is asked for again at the next sign; the work goes on waiting.
      if (navigator.onLine && document.visibilityState === 'visible') giveWaiting(email).catch(() => undefined)
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
