'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
import { indexStatusQuery, useWantPass } from '@/lib/queries/sync'

const OLD_MINUTES = 5
export const LOOK_EVERY_MS = 1_500
const AGE_EVERY_MS = 20_000
/** Waited for in vain for so long, a refresh is given up. */
const PATIENCE_MS = 120_000

/** Minutes since `asOf`, from five on; null before. */
export function useMinutesOld(asOf: string): number | null {
  const [old, setOld] = useState<{ asOf: string; minutes: number } | null>(null)
  useEffect(() => {
    const look = () => {
      const minutes = Math.floor((Date.now() - Date.parse(asOf)) / 60_000)
      const now = minutes >= OLD_MINUTES ? { asOf, minutes } : null
      setOld((last) => (last?.asOf === now?.asOf && last?.minutes === now?.minutes ? last : now))
    }
    look()
    const timer = setInterval(look, AGE_EVERY_MS)
    return () => clearInterval(timer)
  }, [asOf])
  // What was old is no word on the answer after it.
  return old?.asOf === asOf ? old.minutes : null
}

/** Asks for a pass over the book, and for the list again once the index is newer than `asOf` (UTC). */
export function useRefreshOfIndex(asOf: string) {
  const cache = useQueryClient()
  const want = useWantPass()
  const [since, setSince] = useState<number | null>(null)
  const status = useQuery({ ...indexStatusQuery, enabled: since !== null, refetchInterval: LOOK_EVERY_MS })
  const newer = since !== null && (status.data?.asOf ?? '') > asOf
  useEffect(() => {
    if (!newer) return
    setSince(null)
    void cache.invalidateQueries({ queryKey: [...SCHEDULES_KEY, 'list'] })
  }, [newer, cache])
  const waits = since !== null && (status.dataUpdatedAt === 0 || status.dataUpdatedAt - since < PATIENCE_MS)
  return {
    refreshing: waits,
    refresh: () => {
      setSince(Date.now())
      want()
    },
  }
}
