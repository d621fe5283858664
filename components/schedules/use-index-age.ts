'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
import { indexStatusQuery, useWantPass } from '@/lib/queries/sync'

const OLD_MS = 5 * 60_000
export const LOOK_EVERY_MS = 1_500
const AGE_EVERY_MS = 20_000
/** Waited for in vain for so long, a refresh is given up. */
const PATIENCE_MS = 120_000

/** Minutes since `asOf`, from five on; null before. */
export function useMinutesOld(asOf: string): number | null {
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    const look = () => {
      const age = Date.now() - Date.parse(asOf)
      setMinutes(age >= OLD_MS ? Math.floor(age / 60_000) : null)
    }
    look()
    const timer = setInterval(look, AGE_EVERY_MS)
    return () => clearInterval(timer)
  }, [asOf])
  return minutes
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
