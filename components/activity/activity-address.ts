// The page's own address: the query of the log, and the one entry that a link leads to. Bad parts fall back and are told.
import { type ActivityQuery, activityParams, DEFAULT_ACTIVITY, readActivityQuery } from '@/lib/activity'

export type ActivityAddress = {
  query: ActivityQuery
  /** Of a link to one entry: the number of one of its records. */
  entry: number | null
  /** What could not be read, and so was left out, in words. */
  ignored: string[]
}

/** Names that the schedule's page keeps in the same address. */
const BESIDE = ['entry', 'tab', 'show', 'month', 'focus'] as const

export const FILTER_NAMES = ['person', 'source', 'action', 'schedule', 'dates', 'reason'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** Reads an address. `schedule`: the page is that of one schedule, whatever the address says. */
export function readActivityAddress(params: URLSearchParams, schedule?: string): ActivityAddress {
  const { query, faults } = readActivityQuery(params, BESIDE)
  const entry = /^[1-9]\d{0,14}$/.exec(params.get('entry') ?? '')
  const { from, to, ...rest } = query
  const backwards = from !== undefined && to !== undefined && from > to
  const ignored = faults.map(({ path, message }) => `“${path.slice(0, 30)}”: ${message}`)
  if (backwards) ignored.push('The date range ends before it begins.')
  if (params.has('entry') && !entry) ignored.push('“entry”: This is not a number of an entry.')
  return {
    query: { ...(backwards ? rest : query), ...(schedule !== undefined && { schedule }) },
    entry: entry ? Number(entry[0]) : null,
    ignored,
  }
}

/** The address of a query on the page at `path`; `keep` holds names of that page that stay as they are. */
export function activityHref(path: string, query: ActivityQuery, keep: URLSearchParams): string {
  const params = new URLSearchParams()
  for (const name of BESIDE) {
    const text = keep.get(name)
    if (name !== 'entry' && text !== null) params.set(name, text)
  }
  for (const [name, text] of activityParams(query)) params.set(name, text)
  return params.size > 0 ? `${path}?${params}` : path
}

type Filters = { [K in Exclude<FilterName, 'dates'> | 'from' | 'to']?: ActivityQuery[K] | undefined }

/** The query with some filters set, or taken away by undefined, back on its first page. */
export function withFilters(query: ActivityQuery, change: Filters): ActivityQuery {
  const next: Record<string, unknown> = { ...query, page: 1 }
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete next[name]
    else next[name] = value
  }
  return next as ActivityQuery
}

/** The query without any filter; `schedule` stays where the page is that of one. */
export function withoutFilters(query: ActivityQuery, keepsSchedule: boolean): ActivityQuery {
  const { schedule } = query
  return { ...DEFAULT_ACTIVITY, size: query.size, ...(keepsSchedule && schedule !== undefined && { schedule }) }
}
