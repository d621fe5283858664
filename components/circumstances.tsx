'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type LondonTime, londonTime } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'

// London's time and the service user's settings, for every screen. The server says them once; the time then moves on by
// itself, by the server's clock and not by that of a machine which may be wrong.

const EVERY_MS = 30_000
const Judging = createContext<Circumstances | null>(null)
const Clock = createContext<LondonTime | null>(null)

export type CircumstancesProviderProps = {
  first: Circumstances
  /** The server's instant (ms) of `first`; null when the day is fixed by the setting TODAY. */
  serverMs: number | null
  children: ReactNode
}

export function CircumstancesProvider({ first, serverMs, children }: CircumstancesProviderProps) {
  const [now, setNow] = useState(first.now)
  const { date } = now
  const passed = now.minutes >= first.cutOffMinutes
  const judging = useMemo(
    () => ({ ...first, now: { date, minutes: passed ? first.cutOffMinutes : 0 } }),
    [first, date, passed],
  )
  useEffect(() => {
    if (serverMs === null) return
    const openedMs = Date.now()
    const move = () => {
      const next = londonTime(new Date(serverMs + (Date.now() - openedMs)))
      setNow((last) => (last.date === next.date && last.minutes === next.minutes ? last : next))
    }
    const timer = setInterval(move, EVERY_MS)
    document.addEventListener('visibilitychange', move)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', move)
    }
  }, [serverMs])
  return (
    <Judging value={judging}>
      <Clock value={now}>{children}</Clock>
    </Judging>
  )
}

/**
 * The settings that judgements about dates rest on, and London's day. `now.minutes` is the last moment of it at which any
 * judgement changed: the cut-off once that has come, else midnight. In between it is the same object, so that nothing is
 * judged or drawn anew because a minute went by.
 */
export function useCircumstances(): Circumstances {
  const circumstances = useContext(Judging)
  if (!circumstances) throw new Error('useCircumstances needs a CircumstancesProvider above it')
  return circumstances
}

/** London's time to the minute, for what is written down with it. */
export function useLondonNow(): LondonTime {
  const now = useContext(Clock)
  if (!now) throw new Error('useLondonNow needs a CircumstancesProvider above it')
  return now
}
