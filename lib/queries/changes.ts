import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AmendSchedule, ChangeAnswer, ReplaceUpcoming } from '@/lib/schedules/changes'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { bff, shapesOf } from './bff'
import { SCHEDULES_KEY, scheduleQuery } from './schedules'

// Writes to schedules, and what came of them. Each carries the key of one confirmation, which becomes the change's id;
// none is ever repeated by itself.

/** A body, and the UUID of the confirmation that it belongs to. */
export type Keyed<T> = T & { key: string }

const shape = shapesOf(() => import('@/lib/schedules/change-schemas'))
const CHANGES_KEY = ['changes'] as const
const at = encodeURIComponent

const GETTING_READY_MS = 1_000

/**
 * One change by its key. Never taken from the cache: whoever asks wants to know what is so now. While it is being got
 * ready, and may be sent at any moment, it is asked for again.
 */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: [...CHANGES_KEY, id],
    queryFn: ({ signal }) => bff(shape('changeStanding'), `/api/changes/${at(id)}`, { signal }),
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.error?.problem.kind === 'busy' ? GETTING_READY_MS : false),
  })

/** What SmarterPay holds now stands in the cache at once; whatever else shows schedules asks again. */
function useFreshSchedules(id: string) {
  const cache = useQueryClient()
  return {
    keep: ({ schedule, basis, change }: ChangeAnswer) => {
      const answer: ScheduleAnswer = { schedule, basis, asOf: change.endedAt ?? change.at }
      cache.setQueryData(scheduleQuery(id).queryKey, answer)
    },
    // After failure too: nobody knows what an unclear answer left behind. Not waited for: the answer stands already.
    refresh: () => void cache.invalidateQueries({ queryKey: SCHEDULES_KEY }),
  }
}

/** Sends the whole list of upcoming payments of a schedule, once. */
export function useReplaceUpcoming(id: string) {
  const { keep, refresh } = useFreshSchedules(id)
  return useMutation({
    mutationFn: ({ key, ...body }: Keyed<ReplaceUpcoming>) =>
      bff(shape('changeAnswer'), `/api/schedules/${at(id)}/upcoming`, { method: 'PUT', key, body }),
    onSuccess: keep,
    onSettled: refresh,
  })
}

/** Sends the parts of a schedule's rule that change, once. */
export function useAmendSchedule(id: string) {
  const { keep, refresh } = useFreshSchedules(id)
  return useMutation({
    mutationFn: ({ key, ...body }: Keyed<AmendSchedule>) =>
      bff(shape('changeAnswer'), `/api/schedules/${at(id)}`, { method: 'PATCH', key, body }),
    onSuccess: keep,
    onSettled: refresh,
  })
}

/** A person's second try of a change that was not applied, under a key of its own. */
export function useTryAgain(id: string) {
  const { keep, refresh } = useFreshSchedules(id)
  return useMutation({
    mutationFn: ({ change: first, key }: { change: string; key: string }) =>
      bff(shape('changeAnswer'), `/api/changes/${at(first)}/again`, { method: 'POST', key, body: {} }),
    onSuccess: keep,
    onSettled: refresh,
  })
}

/** What a person says came of a change that nobody could make out. */
export function useResolveChange(id: string) {
  const cache = useQueryClient()
  const { refresh } = useFreshSchedules(id)
  return useMutation({
    mutationFn: ({
      change: which,
      key,
      ...body
    }: Keyed<{ change: string; outcome: 'applied' | 'not-applied'; note: string }>) =>
      bff(shape('changeStanding'), `/api/changes/${at(which)}/resolve`, { method: 'POST', key, body }),
    onSettled: (_answer, _error, { change: which }) => {
      refresh()
      void cache.invalidateQueries({ queryKey: [...CHANGES_KEY, which] })
    },
  })
}
