import { queryOptions } from '@tanstack/react-query'
import { type ActivityQuery, activityParams } from '@/lib/activity'
import { bff, shapesOf } from './bff'

// The log as people read it. Every look asks anew: what was done a moment ago stands in it.

const shape = shapesOf(() => import('@/lib/activity/schemas'))
const ACTIVITY_KEY = ['activity'] as const

/** One page of entries, or with `entry` the one that holds that record. */
export const activityQuery = (query: ActivityQuery, entry: number | null = null) => {
  const params = entry === null ? activityParams(query) : new URLSearchParams({ entry: String(entry) })
  const path = params.size > 0 ? `/api/activity/entries?${params}` : '/api/activity/entries'
  return queryOptions({
    queryKey: [...ACTIVITY_KEY, params.toString()],
    queryFn: ({ signal }) => bff(shape('activityGroups'), path, { signal }),
    staleTime: 5_000,
  })
}
