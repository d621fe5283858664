// What is asked of what moved: a range as of collections, a snapshot to compare with, and for single payments a step.
import type { CalendarDate } from '@/lib/calendar-date'
import { type MovedRange, STEPS, type Step } from './moved'
import { type CollectionsQuery, collectionsParams, readCollectionsQuery } from './query'

export type MovedQuery = MovedRange & {
  /** The number of a snapshot. */
  since: number
  /** That of a later one to compare it with; absent: what is listed now. */
  until?: number
}
export type MovedPaymentsQuery = MovedQuery & {
  step: Step
  /** From 1, of MOVED_SIZE rows. */
  page: number
}
export const MOVED_SIZE = 50

type Fault = { path: string; message: string }

const NAMES = ['since', 'until', 'step', 'page'] as const
/** A snapshot's number, or null. */
export const readSince = (text: string | null): number | null => {
  const id = /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null
  return id
}

function readRange(params: URLSearchParams, today: CalendarDate, beside: readonly string[]) {
  const { query, faults } = readCollectionsQuery(params, today, beside)
  const { group: _group, source, ...range } = query
  // What moved is told of SmarterPay's lists alone.
  if (source) faults.push({ path: 'source', message: 'This name is not known here.' })
  return { range, faults }
}

const once = (params: URLSearchParams, name: string): string | null => {
  const texts = params.getAll(name)
  return texts.length === 1 ? (texts[0] ?? '') : null
}

/** The range alone, as the list of snapshots is asked for. */
export function readRangeQuery(params: URLSearchParams, today: CalendarDate): { query: MovedRange; faults: Fault[] } {
  const { range, faults } = readRange(params, today, [])
  return { query: range, faults }
}

/** Reads an address of the bridge. A snapshot has to be named: without one `since` is nought, and a fault. */
export function readMovedQuery(
  params: URLSearchParams,
  today: CalendarDate,
  beside: readonly string[] = [],
): { query: MovedQuery; faults: Fault[] } {
  const { range, faults } = readRange(params, today, ['since', 'until', ...beside])
  const since = readSince(once(params, 'since'))
  if (since === null) faults.push({ path: 'since', message: 'Since is the number of a snapshot.' })
  const until = params.has('until') ? readSince(once(params, 'until')) : undefined
  if (until === null || (until !== undefined && until <= (since ?? 0)))
    faults.push({ path: 'until', message: 'Until is the number of a snapshot taken after the other.' })
  return { query: { ...range, since: since ?? 0, ...(until && until > (since ?? 0) && { until }) }, faults }
}

/** Reads an address of the payments of one step; what cannot be read falls back and is told in `faults`. */
export function readMovedPaymentsQuery(
  params: URLSearchParams,
  today: CalendarDate,
): { query: MovedPaymentsQuery; faults: Fault[] } {
  const { query, faults } = readMovedQuery(params, today, NAMES)
  const step = STEPS.find((one) => one === once(params, 'step'))
  if (!step) faults.push({ path: 'step', message: `Step is one of ${STEPS.join(', ')}.` })
  const asked = params.has('page') ? once(params, 'page') : '1'
  const page = /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : null
  if (page === null) faults.push({ path: 'page', message: 'Pages count from 1.' })
  return { query: { ...query, step: step ?? 'new', page: page ?? 1 }, faults }
}

/** The address of a range. */
export function rangeParams({ from, to, method, kind }: MovedRange): URLSearchParams {
  const params = collectionsParams({ from, to, group: 'day', ...(method && { method }), ...(kind && { kind }) })
  params.delete('group')
  return params
}

/** The address of a bridge; read back by readMovedQuery. */
export function movedParams(query: MovedQuery): URLSearchParams {
  const params = rangeParams(query)
  params.set('since', String(query.since))
  if (query.until !== undefined) params.set('until', String(query.until))
  return params
}

/** The address of a step's payments; read back by readMovedPaymentsQuery. */
export function movedPaymentsParams(query: MovedPaymentsQuery): URLSearchParams {
  const params = movedParams(query)
  params.set('step', query.step)
  if (query.page !== 1) params.set('page', String(query.page))
  return params
}

/** The part of a query of collections that what moved is asked with. */
export const rangeOf = ({ from, to, method, kind }: CollectionsQuery): MovedRange => ({
  from,
  to,
  ...(method && { method }),
  ...(kind && { kind }),
})
