// The page's own address: the list's query, and what belongs to the screen alone. Bad parts fall back and are told.
import {
  DEFAULT_QUERY,
  INDEX_FILTERS,
  LIVE_SORTS,
  type ListQuery,
  listQueryParams,
  readListQuery,
} from '@/lib/schedules/contract'
import { COLUMN_IDS, type ColumnId } from './column-names'

/** Newest first: what somebody just set up is what they come back for. */
export const PAGE_QUERY: ListQuery = { ...DEFAULT_QUERY, sort: { field: 'created', descending: true } }

export const PAGE_SIZES = [25, 50, 100, 200] as const

export type ListAddress = {
  query: ListQuery
  /** Columns that the address asks for; null leaves them to the person. */
  columns: ColumnId[] | null
  /** What could not be read or done, and so was left out, in words. */
  ignored: string[]
}

const NAMES: Record<string, string> = {
  q: 'the search',
  id: 'the id',
  reference: 'custom reference',
  mandate: 'mandate',
  customer: 'customer',
  status: 'status',
  method: 'method',
  kind: 'type',
  next: 'next payment',
  created: 'created',
  amount: 'amount',
  frequency: 'frequency',
  day: 'collection day',
  ends: 'ends',
  starts: 'first payment',
  differs: 'differs from the rule',
  skipped: 'skipped payments',
  risk: 'risk',
  sort: 'the sort order',
  page: 'the page number',
  size: 'rows per page',
}

const quoted = (name: string) => `“${name.slice(0, 30)}”`

const named = (name: string) => {
  const words = NAMES[name] ?? name
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}

/** Without what the index alone can do: SmarterPay cannot, and doing it on the page that happens to be here would be a lie. */
function asSmarterPayCan(query: ListQuery): { query: ListQuery; ignored: string[] } {
  const beyond = INDEX_FILTERS.filter((name) => query[name] !== undefined)
  const ignored = beyond.map(
    (name) => `${named(name)}: SmarterPay cannot filter by ${name === 'amount' ? 'amount' : 'this'}.`,
  )
  const sortsLive = LIVE_SORTS.some((field) => field === query.sort.field)
  if (!sortsLive) ignored.push('The sort order: SmarterPay cannot sort by amount.')
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !beyond.some((own) => own === name)))
  return { query: { ...(rest as ListQuery), sort: sortsLive ? query.sort : PAGE_QUERY.sort }, ignored }
}

/**
 * Reads an address of the list; whatever is unknown, repeated or out of range is left out and named in `ignored`. So is what
 * needs the index, where that is not `indexed`.
 */
export function readListAddress(params: URLSearchParams, { indexed = false } = {}): ListAddress {
  const { query: read, faults } = readListQuery(params, { fallback: PAGE_QUERY, beside: ['cols', 'view'] })
  const told = faults.map(({ path, message }) =>
    NAMES[path] ? `${named(path)}: ${message}` : `${quoted(path)} is not known here.`,
  )
  const { query, ignored: beyond } = indexed ? { query: read, ignored: [] } : asSmarterPayCan(read)
  const ignored = [...told, ...beyond]

  const wished = params.get('cols')?.split(',') ?? null
  const columns = wished && COLUMN_IDS.filter((id) => wished.includes(id))
  if (wished && columns?.length !== wished.length) ignored.push('Some columns are not known here.')
  return {
    query,
    columns: columns && columns.length > 0 ? [...columns].sort((a, b) => wished.indexOf(a) - wished.indexOf(b)) : null,
    ignored,
  }
}

/** The address of a query, as `?...`, or the bare path when nothing differs from the standard. */
export function listHref(query: ListQuery, columns: readonly ColumnId[] | null): string {
  const params = listQueryParams(query, PAGE_QUERY)
  if (columns) params.set('cols', columns.join(','))
  return params.size > 0 ? `/schedules?${params}` : '/schedules'
}

export const FILTERS = [
  'status',
  'method',
  'kind',
  'next',
  'created',
  'amount',
  'frequency',
  'day',
  'ends',
  'starts',
  'differs',
  'skipped',
  'risk',
  'mandate',
  'customer',
  'reference',
  'id',
] as const
export type FilterName = (typeof FILTERS)[number]

/** The query with some filters set (or taken away by undefined), back on its first page. */
export function withFilters(
  query: ListQuery,
  change: { [K in FilterName | 'q']?: ListQuery[K] | undefined },
): ListQuery {
  const next: Record<string, unknown> = { ...query, page: 1 }
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete next[name]
    else next[name] = value
  }
  return next as ListQuery
}

/** The query without any filter or search; sorting and rows per page stay. */
export function withoutFilters(query: ListQuery): ListQuery {
  return { sort: query.sort, size: query.size, page: 1 }
}

export function appliedFilters(query: ListQuery): FilterName[] {
  return FILTERS.filter((name) => query[name] !== undefined)
}
