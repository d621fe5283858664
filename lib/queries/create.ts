import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChangeAnswer, NewSchedule } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { bff, shapesOf } from './bff'
import type { Keyed } from './changes'
import { SCHEDULES_KEY, scheduleQuery } from './schedules'

// Making a schedule: sent once under the key of its confirmation.

const shape = shapesOf(() => import('@/lib/schedules/change-schemas'))

/** Sends a new schedule, or tries one again that was not made (`again`: the first change's id). */
export function useCreateSchedule() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...wanted }: Keyed<{ schedule: NewSchedule } | { again: string }>) =>
      'again' in wanted
        ? bff(shape('changeAnswer'), `/api/changes/${encodeURIComponent(wanted.again)}/again`, {
            method: 'POST',
            key,
            body: {},
          })
        : bff(shape('changeAnswer'), '/api/schedules', { method: 'POST', key, body: wanted.schedule }),
    onSuccess: ({ schedule, basis, change }: ChangeAnswer) => {
      const answer: ScheduleAnswer = { schedule, basis, asOf: change.endedAt ?? change.at }
      cache.setQueryData(scheduleQuery(schedule.id).queryKey, answer)
    },
    // After failure too: an unclear answer may have made one. Not waited for: the answer stands already.
    onSettled: () => void cache.invalidateQueries({ queryKey: SCHEDULES_KEY }),
  })
}
