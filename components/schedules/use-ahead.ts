'use client'

import { useQueryClient } from '@tanstack/react-query'
import { schedulesQuery } from '@/lib/queries/schedules'
import type { ListQuery } from '@/lib/schedules/contract'

/** Asks for pages of the list before they are drawn. */
export function useAhead(indexed: boolean) {
  const cache = useQueryClient()
  const ask = (query: ListQuery) => void cache.prefetchQuery(schedulesQuery(query))
  return {
    ask,
    /** What one press may ask for next. The index is ours to ask ahead of a press; SmarterPay is not. */
    prepare: (queries: readonly ListQuery[]) => {
      if (indexed) queries.forEach(ask)
    },
  }
}
