// The page's own address: the query, which section is open, what it is compared with, and whether the picture is shown. Bad parts fall back and are told.
import type { CalendarDate } from '@/lib/calendar-date'
import { readSince } from '@/lib/collections/moved-query'
import { type CollectionsQuery, collectionsParams, readCollectionsQuery } from '@/lib/collections/query'

export const SECTIONS = ['by-date', 'moved', 'turning', 'largest', 'heat-map'] as const
export type Section = (typeof SECTIONS)[number]
export type Picture = 'chart' | 'table'

export type CollectionsAddress = {
  query: CollectionsQuery
  section: Section
  /** The table stands in both; the chart is left out of one. */
  picture: Picture
  /** The number of the snapshot to compare with; null: the usual one. */
  since: number | null
  /** That of the later one it is held against; null: what is listed now. */
  until: number | null
  /** What could not be read, and so was left out, in words. */
  ignored: string[]
}

const BESIDE = ['section', 'show', 'since', 'until', 'page'] as const

export function readCollectionsAddress(params: URLSearchParams, today: CalendarDate): CollectionsAddress {
  const { query, faults } = readCollectionsQuery(params, today, BESIDE)
  return {
    query,
    section: SECTIONS.find((section) => section === params.get('section')) ?? 'by-date',
    picture: params.get('show') === 'table' ? 'table' : 'chart',
    since: readSince(params.get('since')),
    until: readSince(params.get('until')),
    ignored: faults.map(({ path, message }) => `“${path.slice(0, 30)}”: ${message}`),
  }
}

export function collectionsHref({
  query,
  section,
  picture,
  since,
  until,
}: Omit<CollectionsAddress, 'ignored'>): string {
  const params = collectionsParams(query)
  if (section !== 'by-date') params.set('section', section)
  if (picture !== 'chart') params.set('show', picture)
  if (since !== null) params.set('since', String(since))
  if (until !== null) params.set('until', String(until))
  return `/collections?${params}`
}
