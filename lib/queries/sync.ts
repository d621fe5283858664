import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { bff, shapesOf } from './bff'

// How far the index is, and the wish that it be brought up to date.

const shape = shapesOf(() => import('@/lib/schedules/schemas'))

export const indexStatusQuery = queryOptions({
  queryKey: ['sync'],
  queryFn: ({ signal }) => bff(shape('indexStatus'), '/api/sync', { signal }),
})

/** Asks for a pass over the book now; nobody waits for its end here. */
export function useWantPass() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => bff(shape('indexStatus'), '/api/sync', { method: 'POST', body: {} }),
    onSettled: () => void cache.invalidateQueries({ queryKey: indexStatusQuery.queryKey }),
  })
}
