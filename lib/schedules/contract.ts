// What browser and BFF say to each other about schedules: the list's query and the answers. One reader for the query:
// the route refuses what the reader found at fault, a page's own address falls back and says what it ignored.
import type * as z from 'zod/mini'
import { type CalendarDate, parseDate } from '@/lib/calendar-date'
import { isPence, type Pence } from '@/lib/money'
import { FREQUENCIES, type Frequency } from './find'
import { type CollectionDay, KINDS, METHODS, type ScheduleRow, STATUSES } from './model'
import type { indexStatus, listRow, scheduleAnswer, scheduleList } from './schemas'

export type ScheduleAnswer = z.infer<typeof scheduleAnswer>
export type ScheduleList = z.infer<typeof scheduleList>
/** A schedule as a row of a list, with its flags as of the server's day, worst first. */
export type ListRow = z.infer<typeof listRow>
/** A page of schedules as it was read, before anything is said of its rows. */
export type ReadSchedules = Omit<ScheduleList, 'rows'> & { rows: ScheduleRow[] }
export type IndexStatus = z.infer<typeof indexStatus>

/** Fields that SmarterPay itself can sort by. */
export const LIVE_SORTS = [
  'id',
  'reference',
  'status',
  'customer',
  'mandate',
  'created',
  'method',
  'kind',
  'next',
] as const
/** Filters that the index alone can answer. */
export const INDEX_FILTERS = [
  'amount',
  'frequency',
  'day',
  'ends',
  'starts',
  'differs',
  'skipped',
  'risk',
] as const satisfies readonly (keyof ListQuery)[]
/** Amount needs the index. */
export const SORTS = [...LIVE_SORTS, 'amount'] as const
export type SortField = (typeof SORTS)[number]
export type Range<T> = { from?: T; to?: T }

export type ListQuery = {
  /** Free search: ids, references, description, amount; read live: id, mandate id and custom reference. */
  q?: string
  id?: string
  /** Part of the custom reference. */
  reference?: string
  mandate?: string
  customer?: string
  status?: (typeof STATUSES)[number][]
  method?: (typeof METHODS)[number][]
  kind?: (typeof KINDS)[number][]
  /** London days of the next collection, both ends included. */
  next?: Range<CalendarDate>
  /** London days of creation, both ends included. */
  created?: Range<CalendarDate>
  /** Pence, both ends included. Needs the index, like all that follows up to `sort`. */
  amount?: Range<Pence>
  frequency?: Frequency[]
  /** Collection days of monthly schedules. */
  day?: CollectionDay[]
  /** London days on which it ends, both ends included; a plan ends with its last listed payment. `never`: no end is known. */
  ends?: Range<CalendarDate> | 'never'
  /** London days of the first collection, both ends included; where none is told, of the start. */
  starts?: Range<CalendarDate>
  /** Listed payments differ from what the rule gives. */
  differs?: 'yes' | 'no'
  /** A listed payment is skipped: the next one, or any. */
  skipped?: 'next' | 'any'
  /** Its mandate may lapse before its next collection, as the watchlist says. */
  risk?: 'dormancy'
  sort: { field: SortField; descending: boolean }
  /** From 1. */
  page: number
  /** 1 to 500. */
  size: number
}

export const DEFAULT_SIZE = 50
export const MAX_SIZE = 500
/** Schedules chosen one by one; beyond, a filter says what is meant. */
export const MOST_SELECTED = 500
/** Far past any book: 500 rows a page. */
const MAX_PAGE = 1_000_000
export const DEFAULT_QUERY: ListQuery = { sort: { field: 'created', descending: false }, page: 1, size: DEFAULT_SIZE }

export type QueryFault = { path: string; message: string }

/** Given as undefined where the text cannot be read. */
type Reader<K extends keyof ListQuery> = (text: string) => ListQuery[K] | undefined

const ID = /^[A-Za-z0-9_-]{1,64}$/
const readId = (text: string) => (ID.test(text) ? text : undefined)
/** Length in characters; no control characters, no lone halves of characters. */
const readText = (max: number) => (text: string) => {
  const tidy = text.normalize('NFC').trim()
  return tidy.length > 0 && tidy.length <= max && !/[\p{Cc}\p{Cs}]/u.test(tidy) ? tidy : undefined
}

const readWords =
  <T extends string>(known: readonly T[]) =>
  (text: string): T[] | undefined => {
    const words = text.split(',')
    const found = known.filter((word) => words.includes(word))
    return found.length === words.length ? found : undefined
  }

const readWord =
  <T extends string>(known: readonly T[]) =>
  (text: string): T | undefined =>
    known.find((word) => word === text)

const readWhole = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : undefined
}

function readRange<T extends string | number>(text: string, read: (end: string) => T | null): Range<T> | undefined {
  const ends = text.split('..')
  if (ends.length !== 2) return undefined
  const [from, to] = ends.map((end) => (end === '' ? undefined : read(end)))
  if (from === null || to === null || (from === undefined && to === undefined)) return undefined
  if (from !== undefined && to !== undefined && from > to) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const readPence = (text: string): Pence | null => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return isPence(value) ? value : null
}

const DAYS = [...Array.from({ length: 28 }, (_, n) => String(n + 1)), 'last']
const readDays = (text: string) => readWords(DAYS)(text)?.map((day) => (day === 'last' ? day : Number(day)))

function readSort(text: string): ListQuery['sort'] | undefined {
  const field = SORTS.find((name) => name === text.replace(/^-/, ''))
  return field && { field, descending: text.startsWith('-') }
}

const READERS: { [K in keyof Required<ListQuery>]: [read: Reader<K>, message: string] } = {
  q: [readText(100), 'Search for 1 to 100 characters.'],
  id: [readId, 'An id holds letters, digits, - and _, at most 64.'],
  reference: [readText(50), 'A custom reference has 1 to 50 characters.'],
  mandate: [readId, 'A mandate id holds letters, digits, - and _, at most 64.'],
  customer: [readId, 'A customer id holds letters, digits, - and _, at most 64.'],
  status: [readWords(STATUSES), 'Status is active, inactive or both.'],
  method: [readWords(METHODS), 'Method is direct-debit, card or both.'],
  kind: [readWords(KINDS), 'Type is ongoing, plan or both.'],
  next: [(text) => readRange(text, parseDate), 'Next payment is a range of days, as 2026-12-01..2026-12-31.'],
  created: [(text) => readRange(text, parseDate), 'Created is a range of days, as 2026-12-01..2026-12-31.'],
  amount: [(text) => readRange(text, readPence), 'Amount is a range of pence, as 1000..2500.'],
  frequency: [readWords(FREQUENCIES), `Frequency is of ${FREQUENCIES.join(', ')}.`],
  day: [readDays, 'Collection day is of 1 to 28 and last.'],
  ends: [
    (text) => (text === 'never' ? text : readRange(text, parseDate)),
    'Ends is a range of days, as 2026-12-01..2026-12-31, or never.',
  ],
  starts: [(text) => readRange(text, parseDate), 'First payment is a range of days, as 2026-12-01..2026-12-31.'],
  differs: [readWord(['yes', 'no']), 'Differs from the rule is yes or no.'],
  skipped: [readWord(['next', 'any']), 'Skipped is next or any.'],
  risk: [readWord(['dormancy']), 'Risk is dormancy.'],
  sort: [readSort, `Sort by ${SORTS.join(', ')}; - in front turns it round.`],
  page: [readWhole(1, MAX_PAGE), 'Pages count from 1.'],
  size: [readWhole(1, MAX_SIZE), `Rows per page: 1 to ${MAX_SIZE}.`],
}

const isName = (name: string): name is keyof ListQuery => Object.hasOwn(READERS, name)

/**
 * Reads an address of the list. Whatever cannot be read keeps its value from `fallback` and is told in `faults`
 * (path = the name; unknown and repeated names too). Names in `beside` belong to somebody else (tab, view) and are passed over.
 */
export function readListQuery(
  params: URLSearchParams,
  { fallback = DEFAULT_QUERY, beside = [] }: { fallback?: ListQuery; beside?: readonly string[] } = {},
): { query: ListQuery; faults: QueryFault[] } {
  const query: Record<string, unknown> = { ...fallback }
  const faults: QueryFault[] = []
  for (const name of new Set(params.keys())) {
    if (beside.includes(name)) continue
    const texts = params.getAll(name)
    if (!isName(name)) faults.push({ path: name, message: 'This name is not known here.' })
    else if (texts.length > 1) faults.push({ path: name, message: 'Give this name once.' })
    else {
      const [read, message] = READERS[name]
      const value = read(texts[0] ?? '')
      if (value === undefined) faults.push({ path: name, message })
      else query[name] = value
    }
  }
  return { query: query as ListQuery, faults }
}

const rangeText = (range: Range<string | number>) => `${range.from ?? ''}..${range.to ?? ''}`

/** The address of a query, in a fixed order, without what equals `fallback`; read back by readListQuery. */
export function listQueryParams(query: ListQuery, fallback: ListQuery = DEFAULT_QUERY): URLSearchParams {
  const sortText = ({ field, descending }: ListQuery['sort']) => (descending ? `-${field}` : field)
  const params = new URLSearchParams()
  for (const name of ['q', 'id', 'reference', 'mandate', 'customer'] as const) {
    const text = query[name]
    if (text !== undefined) params.set(name, text)
  }
  for (const name of ['status', 'method', 'kind', 'frequency', 'day'] as const) {
    const words = query[name]
    if (words?.length) params.set(name, words.join(','))
  }
  for (const name of ['next', 'created', 'amount', 'ends', 'starts'] as const) {
    const range = query[name]
    if (range) params.set(name, range === 'never' ? range : rangeText(range))
  }
  for (const name of ['differs', 'skipped', 'risk'] as const) {
    const word = query[name]
    if (word) params.set(name, word)
  }
  if (sortText(query.sort) !== sortText(fallback.sort)) params.set('sort', sortText(query.sort))
  if (query.page !== fallback.page) params.set('page', String(query.page))
  if (query.size !== fallback.size) params.set('size', String(query.size))
  return params
}
