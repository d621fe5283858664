'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { lineageQuery } from '@/lib/queries/disable'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
import type { Lineage, OpenChange } from '@/lib/schedules/lineage'

const LOOK_EVERY_MS = 5_000
const NONE: readonly OpenChange[] = []

/** What our records know of a schedule; while a change of it is open they are asked again, and what the page shows is read anew once it is not. */
export function useLineage(id: string): Lineage | undefined {
  const { data } = useQuery({
    ...lineageQuery(id),
    refetchInterval: ({ state }) => (state.data?.open.length ? LOOK_EVERY_MS : false),
  })
  const open = data?.open.length ?? 0
  const cache = useQueryClient()
  const before = useRef(open)
  useEffect(() => {
    if (before.current > open) void cache.invalidateQueries({ queryKey: SCHEDULES_KEY })
    before.current = open
  }, [open, cache])
  return data
}

/** Changes of a schedule of which nobody knows yet whether they took effect. */
export const useOpenChanges = (id: string): readonly OpenChange[] => useLineage(id)?.open ?? NONE
