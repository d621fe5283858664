// Where what moved stands: the part of upcoming collections, and the payments of one step.
import type { MovedRange, Step } from './moved'
import { movedPaymentsParams, rangeParams } from './moved-query'

/** The page with the payments of one step. */
export const stepHref = (range: MovedRange, since: number, step: Step): string =>
  `/collections/moved?${movedPaymentsParams({ ...range, since, step, page: 1 })}`

/** The part of upcoming collections that tells what moved. `since`: the snapshot, where one was chosen. */
export function movedHref(range: MovedRange, since: number | null): string {
  const params = rangeParams(range)
  params.set('section', 'moved')
  if (since !== null) params.set('since', String(since))
  return `/collections?${params}`
}
