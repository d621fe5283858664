import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { DisableSchedule } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { bff, shapesOf } from './bff'
import type { Keyed } from './changes'
import { SCHEDULES_KEY, scheduleQuery } from './schedules'

// The end of a schedule, and what our records know of its beginning and of what followed.

const changeShape = shapesOf(() => import('@/lib/schedules/change-schemas'))
const lineageShape = shapesOf(() => import('@/lib/schedules/lineage'))
const at = encodeURIComponent

/** Who disabled it, what it was made in place of, what was made in its place. */
export const lineageQuery = (id: string) =>
  queryOptions({
    queryKey: [...SCHEDULES_KEY, 'one', id, 'lineage'],
    queryFn: ({ signal }) => bff(lineageShape('lineage'), `/api/schedules/${at(id)}/lineage`, { signal }),
  })

/** Disables a schedule, once. */
export function useDisableSchedule(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: Keyed<DisableSchedule>) =>
      bff(changeShape('changeAnswer'), `/api/schedules/${at(id)}/disable`, { method: 'POST', key, body }),
    onSuccess: ({ schedule, basis, change }) => {
      const answer: ScheduleAnswer = { schedule, basis, asOf: change.endedAt ?? change.at }
      cache.setQueryData(scheduleQuery(id).queryKey, answer)
    },
    // After failure too: nobody knows what an unclear answer left behind. Not waited for: the answer stands already.
    onSettled: () => void cache.invalidateQueries({ queryKey: SCHEDULES_KEY }),
  })
}
