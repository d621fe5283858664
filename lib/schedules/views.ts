// Views of the list: a query with a name, whose days may be relative to the day on which it is looked at. Built-in ones stand
// here; those that people save are kept by the server in the same form.
import type * as z from 'zod/mini'
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateIn,
  daysInMonth,
  type Month,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import { DEFAULT_SIZE, type ListQuery, listQueryParams, type Range, readListQuery } from './contract'
import type { newView, savedView } from './view-schemas'

export type SavedView = z.infer<typeof savedView>
export type NewView = z.infer<typeof newView>

export type View = {
  id: string
  name: string
  /** As in the list's address, days as words where they move on. */
  params: string
  columns: string[] | null
  /** How close the rows stand; null: as the person has them. */
  density: SavedView['density']
  /** Answers from the index alone. */
  needsIndex?: boolean
  /** Null: built in. */
  saved: SavedView | null
}

const month = (of: Month): Range<CalendarDate> => ({ from: dateIn(of, 1), to: dateIn(of, daysInMonth(of)) })

/** Days as words, and what they mean on a London day. */
const RELATIVE: Record<string, (today: CalendarDate) => Range<CalendarDate>> = {
  today: (today) => ({ from: today, to: today }),
  tomorrow: (today) => ({ from: addDays(today, 1), to: addDays(today, 1) }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  'next-7-days': (today) => ({ from: today, to: addDays(today, 6) }),
  'next-30-days': (today) => ({ from: today, to: addDays(today, 30) }),
  'last-7-days': (today) => ({ from: addDays(today, -6), to: today }),
  'this-week': (today) => ({ from: today, to: addDays(today, 7 - weekday(today)) }),
  'this-month': (today) => month(monthOf(today)),
  'next-month': (today) => month(addMonths(monthOf(today), 1)),
  'last-month': (today) => month(addMonths(monthOf(today), -1)),
  'until-month-end': (today) => ({ from: today, to: dateIn(monthOf(today), daysInMonth(monthOf(today))) }),
}

/** What such a word means on a London day; null where it is none. */
export const relativeRange = (word: string, today: CalendarDate): Range<CalendarDate> | null =>
  (Object.hasOwn(RELATIVE, word) ? RELATIVE[word]?.(today) : null) ?? null

/** Filters by day, of which a view may have words for. */
const DAY_FILTERS = ['next', 'created', 'ends', 'starts'] as const

/** The word for a range, as seen on a day; null for days that do not move on. Days to come before days gone by. */
export function relativeWord(range: Range<CalendarDate>, today: CalendarDate): string | null {
  const same = Object.entries(RELATIVE).find(([, of]) => {
    const { from, to } = of(today)
    return from === range.from && to === range.to
  })
  return same?.[0] ?? null
}

/** "Next 7 days". */
export const wordText = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1).replaceAll('-', ' ')}`

const builtIn = (id: string, name: string, params: string, needsIndex = false): View => ({
  id,
  name,
  params,
  columns: null,
  density: null,
  needsIndex,
  saved: null,
})

export const ALL = builtIn('all', 'All schedules', '')

export const BUILT_IN: readonly View[] = [
  ALL,
  builtIn('this-week', 'Collecting this week', 'status=active&next=this-week&sort=next'),
  builtIn('starting', 'Starting soon', 'status=active&starts=next-30-days&sort=next', true),
  builtIn('plans', 'Plans in progress', 'status=active&kind=plan&sort=next'),
  builtIn('ending', 'Ending within 30 days', 'status=active&ends=next-30-days&sort=next', true),
  builtIn('differs', 'Differs from rule', 'status=active&differs=yes&sort=next', true),
  builtIn('dormancy', 'Dormancy risk', 'status=active&risk=dormancy&sort=next', true),
  builtIn('skipped', 'Skipped next payment', 'status=active&skipped=next&sort=next', true),
  builtIn('inactive', 'Inactive', 'status=inactive'),
]

export const asView = (saved: SavedView): View => ({
  id: saved.id,
  name: saved.name,
  params: saved.params,
  columns: saved.columns,
  density: saved.density,
  saved,
})

/** What a view asks for on a London day; what is not in it is as in `standard`. */
export function viewQuery(view: Pick<View, 'params'>, standard: ListQuery, today: CalendarDate): ListQuery {
  const params = new URLSearchParams(view.params)
  for (const name of DAY_FILTERS) {
    const range = relativeRange(params.get(name) ?? '', today)
    if (range) params.set(name, `${range.from ?? ''}..${range.to ?? ''}`)
  }
  return readListQuery(params, { fallback: standard }).query
}

/** A query as a view keeps it: without its page, and with words for days where `relative`. */
export function viewParams(query: ListQuery, standard: ListQuery, today: CalendarDate, relative: boolean): string {
  const params = listQueryParams({ ...query, page: standard.page, size: DEFAULT_SIZE }, standard)
  for (const name of DAY_FILTERS) {
    const [from, to] = params.get(name)?.split('..') ?? []
    if (!relative || from === undefined || to === undefined) continue
    const word = relativeWord(
      { ...(from && { from: from as CalendarDate }), ...(to && { to: to as CalendarDate }) },
      today,
    )
    if (word) params.set(name, word)
  }
  return params.toString()
}

const daysIn = (view: Pick<View, 'params'>) => DAY_FILTERS.some((name) => new URLSearchParams(view.params).has(name))

/** The query to go to when a view is chosen: a view without days keeps those that stand there. */
export function chooseView(view: View, from: ListQuery, standard: ListQuery, today: CalendarDate): ListQuery {
  const { next, created } = from
  const kept = daysIn(view) || view.id === ALL.id ? {} : { ...(next && { next }), ...(created && { created }) }
  return { ...viewQuery(view, standard, today), ...kept, size: from.size, page: 1 }
}

/** Whether the list asks for something else than the view does. Its page, rows a page and kept days do not count. */
export function differsFromView(view: View, query: ListQuery, standard: ListQuery, today: CalendarDate): boolean {
  const bare = (one: ListQuery) => {
    const params = listQueryParams({ ...one, page: 1, size: DEFAULT_SIZE }, standard)
    if (!daysIn(view) && view.id !== ALL.id) for (const name of ['next', 'created']) params.delete(name)
    return params.toString()
  }
  return bare(query) !== bare(viewQuery(view, standard, today))
}
