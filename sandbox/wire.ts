// Schedules as they cross the wire: the order of the properties, the upcoming list as JSON text, the two shapes of answer.
import { type CalendarDate, parseDate } from '@/lib/calendar-date'

/** A record as sent. Planted and unreadable ones may hold anything. */
export type Wire = Record<string, unknown>
export type Row = { date: CalendarDate; amount: number }

const READ_ORDER = [
  'amount',
  'auddis',
  'card_id',
  'collection_day',
  'collection_period',
  'collection_stretch',
  'created_at',
  'custom_reference',
  'description',
  'end_date',
  'firstCollectionInSameMonthAsNextCollection',
  'first_collection_amount',
  'first_collection_date',
  'id',
  'installments',
  'mandate',
  'next_collection_date',
  'payment_type',
  'start_date',
  'status',
  'metadata',
  'type',
  'upcoming_payments',
] as const

/** The record in the order of the documented samples; what they do not name comes last. */
export function inOrder(wire: Wire): Wire {
  const known = READ_ORDER.filter((name) => name in wire).map((name) => [name, wire[name]])
  return { ...Object.fromEntries(known), ...wire }
}

/** The shorter answer to a DELETE: no mandate, `existing_card` instead, `metadata` only by switch. */
export function asDisabled(wire: Wire, existingCard: boolean, withMetadata: boolean): Wire {
  const answer: Wire = {}
  for (const [name, value] of Object.entries(wire)) {
    if (name === 'mandate' || (name === 'metadata' && !withMetadata)) continue
    answer[name] = value
    if (name === 'firstCollectionInSameMonthAsNextCollection') answer.existing_card = existingCard
  }
  return answer
}

export function rowsText(rows: readonly Row[]): string {
  return JSON.stringify(rows.map((row) => ({ collection_date: row.date, amount: String(row.amount) })))
}

/** Whole pence from digits, or from an integer where those are let through; null for anything else. */
export function penceOf(value: unknown, integers = true): number | null {
  if (integers && typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null
}

export function dateOf(value: unknown): CalendarDate | null {
  return typeof value === 'string' ? parseDate(value) : null
}

/** An upcoming list as its rows in order of date, or null where it is no such list. */
export function rowsOf(value: unknown, integers = true): Row[] | null {
  const list = typeof value === 'string' ? parsed(value === '' ? '[]' : value) : value
  if (!Array.isArray(list)) return null
  const rows: Row[] = []
  for (const item of list) {
    const date = dateOf(item?.collection_date)
    const amount = penceOf(item?.amount, integers)
    if (date === null || amount === null) return null
    rows.push({ date, amount })
  }
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
