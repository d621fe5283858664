'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { londonTime } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'

// London's time and the service user's settings, for every screen. The server says them once; the time then moves on by
// itself, by the server's clock and not by that of a machine which may be wrong.

const EVERY_MS = 30_000
const Context = createContext<Circumstances | null>(null)

export type CircumstancesProviderProps = {
  first: Circumstances
  /** The server's instant (ms) of `first`; null when the day is fixed by the setting TODAY. */
  serverMs: number | null
  children: ReactNode
}

export function CircumstancesProvider({ first, serverMs, children }: CircumstancesProviderProps) {
  const [current, setCurrent] = useState(first)
  useEffect(() => {
    if (serverMs === null) return
    const openedMs = Date.now()
    const move = () => {
      const now = londonTime(new Date(serverMs + (Date.now() - openedMs)))
      setCurrent((last) => (last.now.date === now.date && last.now.minutes === now.minutes ? last : { ...first, now }))
    }
    const timer = setInterval(move, EVERY_MS)
    document.addEventListener('visibilitychange', move)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', move)
    }
  }, [first, serverMs])
  return <Context value={current}>{children}</Context>
}

/** London's time now and the settings that judgements about dates rest on. */
export function useCircumstances(): Circumstances {
  const circumstances = useContext(Context)
  if (!circumstances) throw new Error('useCircumstances needs a CircumstancesProvider above it')
  return circumstances
}
