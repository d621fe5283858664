'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
import { indexStatusQuery, useWantPass } from '@/lib/queries/sync'

// What the list says of the index: that it is being made, or that it is old.

const OLD_MS = 5 * 60_000
const LOOK_EVERY_MS = 1_500
const AGE_EVERY_MS = 20_000
/** Waited for in vain for so long, a refresh is given up. */
const PATIENCE_MS = 120_000
const COUNTED = new Intl.NumberFormat('en-GB')

/** While the index is read for the first time: how far it has come. When it is there, the list is asked again. */
export function IndexBeingMade({ read }: { read: number }) {
  const cache = useQueryClient()
  const status = useQuery({ ...indexStatusQuery, refetchInterval: LOOK_EVERY_MS })
  const ready = status.data?.asOf !== null && status.data !== undefined
  useEffect(() => {
    if (ready) void cache.invalidateQueries({ queryKey: [...SCHEDULES_KEY, 'list'] })
  }, [ready, cache])
  const count = COUNTED.format(status.data?.reading?.read ?? read)
  return (
    <div className="mt-3 max-w-[62ch]">
      <Banner live="status" title="The index is being made.">
        {count} read so far. Until it is there SmarterPay answers: without totals, and without filters by amount or
        text.
      </Banner>
    </div>
  )
}

/** Minutes since `asOf`, from five on; null before. */
function useMinutesOld(asOf: string): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), AGE_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const age = now === null ? 0 : now - Date.parse(asOf)
  return age >= OLD_MS ? Math.floor(age / 60_000) : null
}

const age = (minutes: number) => (minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`)

export type IndexOldProps = { asOf: string; refreshing: boolean; onRefresh: () => void }

/** Says that the index is old, and how to bring it up to date. */
export function IndexOld({ asOf, refreshing, onRefresh }: IndexOldProps) {
  const minutes = useMinutesOld(asOf)
  if (minutes === null) return null
  return (
    <div className="mt-3 max-w-[62ch]">
      <Banner
        live="status"
        title={`Search may miss changes from the last ${age(minutes)}.`}
        actions={refreshing ? undefined : <TextButton onClick={onRefresh}>Refresh</TextButton>}
      >
        {refreshing && 'Reading the book again.'}
      </Banner>
    </div>
  )
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
