// What is asked of the single payments behind a figure: the figure's own query, and which part of it.
import type { CalendarDate } from '@/lib/calendar-date'
import { BANDS, type Band } from './model'
import { type CollectionsQuery, collectionsParams, readCollectionsQuery } from './query'

/** A band, or the rows of nought, which take no money and are in none. */
export const PARTS = [...BANDS, 'skipped'] as const
export type Part = Band | 'skipped'

export type PaymentsQuery = Omit<CollectionsQuery, 'group'> & {
  /** Absent: everything that takes money, listed and projected. */
  band?: Part[]
  /** By date, or the largest first. */
  sort: 'date' | '-amount'
  /** From 1. */
  page: number
  /** 1 to 200. */
  size: number
}
export const PAYMENTS_SIZE = 50
const MOST_SIZE = 200

const NAMES = ['band', 'sort', 'page', 'size'] as const
const whole = (text: string, max: number) => {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= max ? value : null
}

/** Reads an address; what cannot be read falls back and is told in `faults`. */
export function readPaymentsQuery(
  params: URLSearchParams,
  today: CalendarDate,
  beside: readonly string[] = [],
): { query: PaymentsQuery; faults: { path: string; message: string }[] } {
  const { query, faults } = readCollectionsQuery(params, today, [...beside, ...NAMES])
  const { group: _group, ...range } = query
  const one = (name: (typeof NAMES)[number]) => {
    const texts = params.getAll(name)
    if (texts.length > 1) faults.push({ path: name, message: 'Give this name once.' })
    return texts.length === 1 ? (texts[0] ?? '') : null
  }
  const asked = { band: one('band'), sort: one('sort'), page: one('page'), size: one('size') }
  const bands = asked.band?.split(',') ?? []
  const band = PARTS.filter((part) => bands.includes(part))
  if (band.length !== bands.length)
    faults.push({ path: 'band', message: `Band is one or more of ${PARTS.join(', ')}.` })
  const page = asked.page === null ? 1 : whole(asked.page, 1_000_000)
  if (page === null) faults.push({ path: 'page', message: 'Pages count from 1.' })
  const size = asked.size === null ? PAYMENTS_SIZE : whole(asked.size, MOST_SIZE)
  if (size === null) faults.push({ path: 'size', message: `Rows per page: 1 to ${MOST_SIZE}.` })
  if (asked.sort !== null && asked.sort !== 'date' && asked.sort !== '-amount')
    faults.push({ path: 'sort', message: 'Sort by date or -amount.' })
  return {
    query: {
      ...range,
      ...(band.length > 0 && { band }),
      sort: asked.sort === '-amount' ? '-amount' : 'date',
      page: page ?? 1,
      size: size ?? PAYMENTS_SIZE,
    },
    faults,
  }
}

/** The address of a query; read back by readPaymentsQuery. */
export function paymentsParams({ band, sort, page, size, ...range }: PaymentsQuery): URLSearchParams {
  const params = collectionsParams({ ...range, group: 'day' })
  params.delete('group')
  if (band?.length) params.set('band', band.join(','))
  if (sort !== 'date') params.set('sort', sort)
  if (page !== 1) params.set('page', String(page))
  if (size !== PAYMENTS_SIZE) params.set('size', String(size))
  return params
}
