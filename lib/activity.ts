// The activity log as browser and BFF speak of it: one entry for each thing that was done, tried or noticed.
import type * as z from 'zod/mini'
import type * as schemas from './activity/schemas'
import { type CalendarDate, parseDate } from './calendar-date'

export const SOURCES = ['person', 'job', 'smarterpay', 'outside'] as const
export type Source = (typeof SOURCES)[number]

export type ActivityEntry = z.infer<typeof schemas.activityEntry>
export type ActivityList = z.infer<typeof schemas.activityList>

export type ActivityQuery = {
  schedule?: string
  person?: string
  source?: Source[]
  action?: string[]
  reason?: string[]
  /** London days, both included. */
  from?: CalendarDate
  to?: CalendarDate
  page: number
  /** 1 to 200. */
  size: number
}
export const ACTIVITY_SIZE = 50
export const DEFAULT_ACTIVITY: ActivityQuery = { page: 1, size: ACTIVITY_SIZE }

const WORD = /^[a-z][a-z-]{0,39}$/
const word = (text: string) => (WORD.test(text) ? text : undefined)
const words = (text: string) => {
  const found = text.split(',').map(word)
  return found.every((one) => one !== undefined) ? found : undefined
}
const whole = (max: number) => (text: string) => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= max ? value : undefined
}
const sources = (text: string) => {
  const found = SOURCES.filter((source) => text.split(',').includes(source))
  return found.length === text.split(',').length ? found : undefined
}

type Reader<K extends keyof ActivityQuery> = (text: string) => ActivityQuery[K] | undefined
const READERS: { [K in keyof Required<ActivityQuery>]: [read: Reader<K>, message: string] } = {
  schedule: [(text) => (/^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : undefined), 'This is not an id of a schedule.'],
  person: [(text) => (/^[^\s\p{Cc}]{1,200}$/u.test(text) ? text : undefined), 'A person is named by e-mail.'],
  source: [sources, `Sources are ${SOURCES.join(', ')}.`],
  action: [words, 'An action is a word such as amend.'],
  reason: [words, 'A reason is a word such as customer-asked.'],
  from: [(text) => parseDate(text) ?? undefined, 'From is a day, as 2026-12-01.'],
  to: [(text) => parseDate(text) ?? undefined, 'To is a day, as 2026-12-31.'],
  page: [whole(1_000_000), 'Pages count from 1.'],
  size: [whole(200), 'Rows per page: 1 to 200.'],
}

/** Reads an address of the log; what cannot be read keeps its standing value and is told in `faults`. */
export function readActivityQuery(
  params: URLSearchParams,
  beside: readonly string[] = [],
): { query: ActivityQuery; faults: { path: string; message: string }[] } {
  const query: Record<string, unknown> = { ...DEFAULT_ACTIVITY }
  const faults: { path: string; message: string }[] = []
  for (const name of new Set(params.keys())) {
    if (beside.includes(name)) continue
    const texts = params.getAll(name)
    const reader = Object.hasOwn(READERS, name) ? READERS[name as keyof ActivityQuery] : undefined
    const value = texts.length === 1 ? reader?.[0](texts[0] ?? '') : undefined
    if (value !== undefined) query[name] = value
    else faults.push({ path: name, message: reader?.[1] ?? 'This name is not known here.' })
  }
  return { query: query as ActivityQuery, faults }
}

/** The address of a query, without what stands anyway. */
export function activityParams(query: ActivityQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of Object.keys(READERS) as (keyof ActivityQuery)[]) {
    const value = query[name]
    if (value !== undefined && value !== DEFAULT_ACTIVITY[name])
      params.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return params
}
