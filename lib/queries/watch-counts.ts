import { queryOptions } from '@tanstack/react-query'
import { bff, shapesOf } from './bff'

// How much waits for a hand. Apart from the list of it: this stands beside every page.

const shape = shapesOf(() => import('@/lib/collections/watch-schemas'))
/** It moves slowly. */
const FRESH_MS = 120_000

/** How many wait in each part. The layout's server fills it, so that no page asks for it as it opens. */
export const watchCountsQuery = queryOptions({
  queryKey: ['watch', 'counts'],
  queryFn: ({ signal }) => bff(shape('watchCounts'), '/api/watch/counts', { signal }),
  staleTime: FRESH_MS,
})
