import { queryOptions } from '@tanstack/react-query'
import { bff, shapesOf } from './bff'

// Saved views of the list. A few, kept in the cache as the server last told them.

const shape = shapesOf(() => import('@/lib/schedules/view-schemas'))
export const VIEWS_KEY = ['views'] as const

export const viewsQuery = queryOptions({
  queryKey: VIEWS_KEY,
  queryFn: ({ signal }) => bff(shape('savedViews'), '/api/views', { signal }),
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: false,
})
