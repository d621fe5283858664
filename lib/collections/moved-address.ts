// Where what moved stands: the part of upcoming collections, and the payments of one step.
import type { MovedRange, Step } from './moved'
import { type MovedQuery, movedPaymentsParams, rangeParams } from './moved-query'

/** The page with the payments of one step. */
export const stepHref = (query: MovedQuery, step: Step): string =>
  `/collections/moved?${movedPaymentsParams({ ...query, step, page: 1 })}`

/** The part of upcoming collections that tells what moved. `since`, `until`: the snapshots, where they were chosen. */
export function movedHref(range: MovedRange, since: number | null, until?: number): string {
  const params = rangeParams(range)
  params.set('section', 'moved')
  if (since !== null) params.set('since', String(since))
  if (until !== undefined) params.set('until', String(until))
  return `/collections?${params}`
}
