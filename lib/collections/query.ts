// What is asked of upcoming collections: a range of days, how they are grouped, which of them. One reader for route and page:
// the route refuses what was found at fault, the page's own address falls back and says what it ignored.
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateIn,
  daysBetween,
  daysInMonth,
  monthOf,
  parseDate,
  weekday,
} from '@/lib/calendar-date'
import { KINDS, METHODS } from '@/lib/schedules/model'
import { SOURCES, type Source } from './model'

export const GROUPS = ['day', 'week', 'month'] as const
export type Group = (typeof GROUPS)[number]

export type CollectionsQuery = {
  /** London days, both included. */
  from: CalendarDate
  to: CalendarDate
  group: Group
  method?: (typeof METHODS)[number][]
  kind?: (typeof KINDS)[number][]
  /** What SmarterPay lists, what is projected beyond it; absent: both. */
  source?: Source[]
}

/** Whether a query asks for what comes from there. */
export const asksFor = ({ source }: Pick<CollectionsQuery, 'source'>, one: Source): boolean =>
  !source?.length || source.includes(one)

export const PERIODS = ['this-week', 'this-month', 'next-month', '3-months', '6-months', '12-months'] as const
export type Period = (typeof PERIODS)[number]

/** The days of a period that begins with or around today (London). */
export function daysOf(period: Period, today: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const month = (ahead: number) => {
    const at = addMonths(monthOf(today), ahead)
    return { from: dateIn(at, 1), to: dateIn(at, daysInMonth(at)) }
  }
  switch (period) {
    case 'this-week': {
      const from = addDays(today, 1 - weekday(today))
      return { from, to: addDays(from, 6) }
    }
    case 'this-month':
      return month(0)
    case 'next-month':
      return month(1)
    case '3-months':
      return { from: month(0).from, to: month(2).to }
    case '6-months':
      return { from: month(0).from, to: month(5).to }
    case '12-months':
      return { from: month(0).from, to: month(11).to }
  }
}

/** Months that are projected, this one included, so that thirteen whole ones are always there. */
const PROJECTED_MONTHS = 14

/** The last day that is projected: the end of a month, so that it moves once a month. `today` is London's. */
export const projectedUntil = (today: CalendarDate): CalendarDate =>
  dateIn(addMonths(monthOf(today), PROJECTED_MONTHS - 1), 31)

/** The period that a range is, or null for one of the person's own. */
export const periodOf = ({ from, to }: Pick<CollectionsQuery, 'from' | 'to'>, today: CalendarDate): Period | null =>
  PERIODS.find((period) => {
    const days = daysOf(period, today)
    return days.from === from && days.to === to
  }) ?? null

/** How a range reads best where nothing else is said: at most some 45 marks. */
export function groupFor({ from, to }: Pick<CollectionsQuery, 'from' | 'to'>): Group {
  const days = daysBetween(from, to) + 1
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month'
}

/** Five years: no forecast says anything that far out. */
const MOST_DAYS = 1_827
/** Two months back, to look at rows that SmarterPay still lists; as far ahead as five years. */
const RANGE_MESSAGE = 'A range ends on or after its first day, and has five years at most.'

const readDay = (text: string) => parseDate(text) ?? undefined
const readWords =
  <T extends string>(known: readonly T[]) =>
  (text: string): T[] | undefined => {
    const words = text.split(',')
    const found = known.filter((word) => words.includes(word))
    return found.length === words.length ? found : undefined
  }

type Reader<K extends keyof CollectionsQuery> = (text: string) => CollectionsQuery[K] | undefined
const READERS: { [K in keyof Required<CollectionsQuery>]: [read: Reader<K>, message: string] } = {
  from: [readDay, 'From is a day, as 2026-12-01.'],
  to: [readDay, 'To is a day, as 2026-12-31.'],
  group: [(text) => GROUPS.find((group) => group === text), `Group by ${GROUPS.join(', ')}.`],
  method: [readWords(METHODS), 'Method is direct-debit, card or both.'],
  kind: [readWords(KINDS), 'Type is ongoing, plan or both.'],
  source: [readWords(SOURCES), 'Source is smarterpay, projected or both.'],
}
const isName = (name: string): name is keyof CollectionsQuery => Object.hasOwn(READERS, name)

/**
 * Reads an address. What is missing is this month by day; what cannot be read falls back to that and is told in `faults`.
 * Names in `beside` belong to somebody else.
 */
export function readCollectionsQuery(
  params: URLSearchParams,
  today: CalendarDate,
  beside: readonly string[] = [],
): { query: CollectionsQuery; faults: { path: string; message: string }[] } {
  const read: Partial<Record<keyof CollectionsQuery, unknown>> = {}
  const faults: { path: string; message: string }[] = []
  for (const name of new Set(params.keys())) {
    if (beside.includes(name)) continue
    const texts = params.getAll(name)
    const reader = isName(name) ? READERS[name] : undefined
    const value = texts.length === 1 ? reader?.[0](texts[0] ?? '') : undefined
    if (value !== undefined) read[name as keyof CollectionsQuery] = value
    else
      faults.push({
        path: name,
        message: texts.length > 1 ? 'Give this name once.' : (reader?.[1] ?? 'This name is not known here.'),
      })
  }
  const { from, to, ...rest } = read as Partial<CollectionsQuery>
  const range = rangeOf(from, to, today)
  if (range === null) faults.push({ path: 'to', message: RANGE_MESSAGE })
  const days = range ?? daysOf('this-month', today)
  return { query: { ...days, ...rest, group: rest.group ?? groupFor(days) }, faults }
}

/** Both ends, one of them with the end or start of its month, or this month. Null: the range ends before it begins, or is too long. */
function rangeOf(from: CalendarDate | undefined, to: CalendarDate | undefined, today: CalendarDate) {
  if (!from && !to) return daysOf('this-month', today)
  const first = from ?? dateIn(monthOf(to ?? today), 1)
  const last = to ?? dateIn(monthOf(first), 31)
  const days = daysBetween(first, last)
  return days >= 0 && days < MOST_DAYS ? { from: first, to: last } : null
}

/** The address of a query; read back by readCollectionsQuery. */
export function collectionsParams({ from, to, group, method, kind, source }: CollectionsQuery): URLSearchParams {
  const params = new URLSearchParams({ from, to, group })
  if (method?.length) params.set('method', method.join(','))
  if (kind?.length) params.set('kind', kind.join(','))
  if (source?.length) params.set('source', source.join(','))
  return params
}
