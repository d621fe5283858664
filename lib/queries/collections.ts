import { queryOptions } from '@tanstack/react-query'
import { type PaymentsQuery, paymentsParams } from '@/lib/collections/payments-query'
import { type CollectionsQuery, collectionsParams } from '@/lib/collections/query'
import { bff, shapesOf } from './bff'

// What will be collected, from the copy: what was asked a moment ago still holds.

const shape = shapesOf(() => import('@/lib/collections/schemas'))
export const COLLECTIONS_KEY = ['collections'] as const
const FRESH_MS = 15_000

/** Sums of a range by day, week or month. */
export const collectionsQuery = (query: CollectionsQuery) => {
  const params = collectionsParams(query)
  return queryOptions({
    queryKey: [...COLLECTIONS_KEY, params.toString()],
    queryFn: ({ signal }) => bff(shape('collections'), `/api/collections?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}

/** One page of the payments behind a figure. */
export const collectionPaymentsQuery = (query: PaymentsQuery) => {
  const params = paymentsParams(query)
  return queryOptions({
    queryKey: [...COLLECTIONS_KEY, 'payments', params.toString()],
    queryFn: ({ signal }) => bff(shape('collectionPayments'), `/api/collections/payments?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}

/** Schedules that start or end in a range. */
export const turningsQuery = (query: CollectionsQuery) => {
  const params = collectionsParams(query)
  return queryOptions({
    queryKey: [...COLLECTIONS_KEY, 'turning', params.toString()],
    queryFn: ({ signal }) => bff(shape('turnings'), `/api/collections/turning?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}
