import { queryOptions } from '@tanstack/react-query'
import { type WatchQuery, watchParams } from '@/lib/collections/watch-list'
import { bff, shapesOf } from './bff'

// What needs a hand, from the copy.

const shape = shapesOf(() => import('@/lib/collections/watch-schemas'))
const FRESH_MS = 15_000

/** One part of the list. */
export const watchQuery = (query: WatchQuery) => {
  const params = watchParams(query)
  return queryOptions({
    queryKey: ['watch', params.toString()],
    queryFn: ({ signal }) => bff(shape('watchList'), `/api/watch?${params}`, { signal }),
    staleTime: FRESH_MS,
  })
}
