// The page's own address: the query, which section is open, and whether the picture is shown. Bad parts fall back and are told.
import type { CalendarDate } from '@/lib/calendar-date'
import { type CollectionsQuery, collectionsParams, readCollectionsQuery } from '@/lib/collections/query'

export const SECTIONS = ['by-date', 'turning', 'largest', 'heat-map'] as const
export type Section = (typeof SECTIONS)[number]
export type Picture = 'chart' | 'table'

export type CollectionsAddress = {
  query: CollectionsQuery
  section: Section
  /** The table stands in both; the chart is left out of one. */
  picture: Picture
  /** What could not be read, and so was left out, in words. */
  ignored: string[]
}

const BESIDE = ['section', 'show', 'page'] as const

export function readCollectionsAddress(params: URLSearchParams, today: CalendarDate): CollectionsAddress {
  const { query, faults } = readCollectionsQuery(params, today, BESIDE)
  return {
    query,
    section: SECTIONS.find((section) => section === params.get('section')) ?? 'by-date',
    picture: params.get('show') === 'table' ? 'table' : 'chart',
    ignored: faults.map(({ path, message }) => `“${path.slice(0, 30)}”: ${message}`),
  }
}

export function collectionsHref({ query, section, picture }: Omit<CollectionsAddress, 'ignored'>): string {
  const params = collectionsParams(query)
  if (section !== 'by-date') params.set('section', section)
  if (picture !== 'chart') params.set('show', picture)
  return `/collections?${params}`
}
