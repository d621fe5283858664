import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MovedRange } from '@/lib/collections/moved'
import {
  type MovedPaymentsQuery,
  type MovedQuery,
  movedParams,
  movedPaymentsParams,
  rangeParams,
} from '@/lib/collections/moved-query'
import { bff, shapesOf } from './bff'
import { COLLECTIONS_KEY } from './collections'

// What moved since a snapshot, from the copy; and the wish for a snapshot.

const shape = shapesOf(() => import('@/lib/collections/moved-schemas'))
const MOVED_KEY = [...COLLECTIONS_KEY, 'moved'] as const
const FRESH_MS = 15_000

/** The snapshots that are kept, with what each held for a range. */
export const snapshotsQuery = (range: MovedRange) => {
  const params = rangeParams(range)
  return queryOptions({
    queryKey: [...MOVED_KEY, 'snapshots', params.toString()],
    queryFn: ({ signal }) => bff(shape('snapshotList'), `/api/collections/snapshots?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}

/** From a snapshot to now, step by step. */
export const bridgeQuery = (query: MovedQuery) => {
  const params = movedParams(query)
  return queryOptions({
    queryKey: [...MOVED_KEY, params.toString()],
    queryFn: ({ signal }) => bff(shape('bridge'), `/api/collections/moved?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}

/** One page of the payments of a step. */
export const movedPaymentsQuery = (query: MovedPaymentsQuery) => {
  const params = movedPaymentsParams(query)
  return queryOptions({
    queryKey: [...MOVED_KEY, 'payments', params.toString()],
    queryFn: ({ signal }) => bff(shape('movedPayments'), `/api/collections/moved/payments?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}

/** Keeps what is listed now, to be compared with later. */
export function useTakeSnapshot() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => bff(shape('takenSnapshot'), '/api/collections/snapshots', { method: 'POST', body: {} }),
    onSettled: () => cache.invalidateQueries({ queryKey: MOVED_KEY }),
  })
}
