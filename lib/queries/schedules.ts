import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type ListQuery, listQueryParams, type ScheduleAnswer, type ScheduleList } from '@/lib/schedules/contract'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { bff, prepareToRead, shapesOf } from './bff'

// Schedules, as the BFF tells them. The server may fill the same keys with the functions behind the routes.

const shapes = () => import('@/lib/schedules/schemas')
const shape = shapesOf(shapes)
export const listShape = shape('scheduleList')

/** Brings what reads answers about schedules, so that the next question does not wait for it. */
export const prepareToAsk = (): void => prepareToRead(shapes)

/** Everything of schedules in the cache: what a write makes old. */
export const SCHEDULES_KEY = ['schedules'] as const

const withQuery = (path: string, params: URLSearchParams) => (params.size > 0 ? `${path}?${params}` : path)

/** One page of the list. Equal queries are one key, however they were put together. */
export const schedulesQuery = (query: ListQuery) => {
  const params = listQueryParams(query)
  return queryOptions({
    queryKey: [...SCHEDULES_KEY, 'list', params.toString()],
    queryFn: ({ signal }) => bff(listShape, withQuery('/api/schedules', params), { signal }),
  })
}

/** One schedule with its basis, read from SmarterPay now. */
export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [...SCHEDULES_KEY, 'one', id],
    queryFn: ({ signal }) => bff(shape('scheduleAnswer'), `/api/schedules/${encodeURIComponent(id)}`, { signal }),
  })

/** What this page has already read of a schedule, by itself or in a list; nobody is asked. */
export function knownSchedule(cache: QueryClient, id: string): Schedule | undefined {
  const one = cache.getQueryData<ScheduleAnswer>(scheduleQuery(id).queryKey)
  if (one) return one.schedule
  for (const [, list] of cache.getQueriesData<ScheduleList>({ queryKey: [...SCHEDULES_KEY, 'list'] })) {
    const row = list?.rows.find((own) => own.id === id)
    if (row && !isUnreadable(row)) return row
  }
  return undefined
}
