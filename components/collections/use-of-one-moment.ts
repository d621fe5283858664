'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { COLLECTIONS_KEY } from '@/lib/queries/collections'

/** Whatever else of collections stands on the page is asked for again once its sums are of another moment (UTC). */
export function useOfOneMoment(asOf: string | undefined): void {
  const cache = useQueryClient()
  const before = useRef(asOf)
  useEffect(() => {
    if (asOf === undefined) return
    if (before.current !== undefined && before.current !== asOf)
      void cache.invalidateQueries({
        queryKey: COLLECTIONS_KEY,
        predicate: ({ state }) => (state.data as { asOf?: string } | undefined)?.asOf !== asOf,
      })
    before.current = asOf
  }, [asOf, cache])
}
