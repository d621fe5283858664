'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
import { indexStatusQuery } from '@/lib/queries/sync'
import { LOOK_EVERY_MS } from './use-index-age'

// What the list says of the index: that it is being made, or that it is old.

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

const age = (minutes: number) => (minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`)

export type IndexOldProps = { minutes: number; refreshing: boolean; onRefresh: () => void }

/** Says that the index is old, and how to bring it up to date. */
export function IndexOld({ minutes, refreshing, onRefresh }: IndexOldProps) {
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
