import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { History } from '@/lib/schedules/draft-history'
import { waitingNames } from './waiting-work'

// Typed work on a schedule while its editor is not on screen: it lives beside what was read, and goes with it at sign-out.

/** The payments of a schedule as somebody is changing them, on the reading they stand on. */
export type TypedWork = { opened: ScheduleAnswer; history: History }

const keyOf = (id: string) => ['typed-work', id] as const
const termsKeyOf = (id: string) => ['typed-terms', id] as const

const forEver = { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY }
const isThere = () => true

/** Whether something is typed on a schedule's payments that is not saved; asks nobody, and tells of nothing but that. */
export const useHasTypedWork = (id: string): boolean =>
  useQuery({ queryKey: keyOf(id), enabled: false, ...forEver, select: isThere }).data === true
/** The same of its rule. */
export const useHasTypedTerms = (id: string): boolean =>
  useQuery({ queryKey: termsKeyOf(id), enabled: false, ...forEver, select: isThere }).data === true

const wordsKey = (id: string) => ['typed-work-words', id] as const

export const typedWorkOn = (cache: QueryClient, id: string): TypedWork | undefined => cache.getQueryData(keyOf(id))
export const hasTypedWork = (cache: QueryClient): boolean =>
  [['typed-work'], ['typed-terms']].some((queryKey) =>
    cache.getQueriesData({ queryKey }).some(([, work]) => work !== undefined),
  ) || waitingNames().length > 0

/** Puts work in place of what was there, so that the editor opens with it. `words` say how it came about. */
export function placeTypedWork(cache: QueryClient, id: string, work: TypedWork, words: string): void {
  for (const name of ['typed-work', 'typed-work-words']) cache.setQueryDefaults([name], forEver)
  cache.setQueryData<TypedWork>(keyOf(id), work)
  cache.setQueryData<string>(wordsKey(id), words)
}

/** How the work came about, told once. */
export function takeWords(cache: QueryClient, id: string): string | undefined {
  const words = cache.getQueryData<string>(wordsKey(id))
  cache.removeQueries({ queryKey: wordsKey(id), exact: true })
  return words
}
