import 'server-only'
import { type CalendarDate, parseDate } from '@/lib/calendar-date'
import { isPence, type Pence } from '@/lib/money'
import type { CollectionDay, UpcomingPayment } from '@/lib/schedules/model'

// How SmarterPay spells values, both ways. It says "none" as "", null or nothing at all, numbers as digits or as
// numbers, and words in any case; it is sent digits as text and "" for none, as its own samples do.

/** What was sent makes no sense as this kind of value. */
export const UNREADABLE = Symbol('unreadable')

export type Spelling<T> = {
  parse(sent: unknown): T | typeof UNREADABLE
  write(value: T): unknown
}

const isNone = (sent: unknown) =>
  sent === undefined || sent === null || (typeof sent === 'string' && sent.trim() === '')
const digits = (sent: unknown) => {
  if (typeof sent === 'number') return Number.isSafeInteger(sent) && sent >= 0 ? sent : null
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent.trim()) ? Number(sent) : null
}
const writeNone = (value: unknown) => (value === null ? '' : String(value))

export const text: Spelling<string | null> = {
  parse(sent) {
    if (isNone(sent)) return null
    if (typeof sent === 'string') return sent
    return typeof sent === 'number' ? String(sent) : UNREADABLE
  },
  write: writeNone,
}

/** Pence; anything with a decimal point is not pence. */
export const money: Spelling<Pence | null> = {
  parse(sent) {
    if (isNone(sent)) return null
    const amount = digits(sent)
    return amount !== null && isPence(amount) ? amount : UNREADABLE
  },
  write: writeNone,
}

/** A whole number from `least` up. */
export const whole = (least: number): Spelling<number | null> => ({
  parse(sent) {
    if (isNone(sent)) return null
    const value = digits(sent)
    return value !== null && value >= least ? value : UNREADABLE
  },
  write: writeNone,
})

export const date: Spelling<CalendarDate | null> = {
  parse(sent) {
    if (isNone(sent)) return null
    return (typeof sent === 'string' && parseDate(sent.trim())) || UNREADABLE
  },
  write: writeNone,
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/

/** A UTC instant, with or without a fraction. */
export const instant: Spelling<string | null> = {
  parse(sent) {
    if (isNone(sent)) return null
    if (typeof sent !== 'string' || !INSTANT.test(sent) || Number.isNaN(Date.parse(sent))) return UNREADABLE
    return sent.endsWith('Z') ? sent : new Date(sent).toISOString()
  },
  write: writeNone,
}

/** "4", "04", 4, "last day"; 29 to 31 do not exist at SmarterPay. */
export const collectionDay: Spelling<CollectionDay | null> = {
  parse(sent) {
    if (isNone(sent)) return null
    if (typeof sent === 'string' && /^last([ _-]?day)?$/i.test(sent.trim())) return 'last'
    const value = digits(sent)
    return value !== null && value >= 1 && value <= 28 ? value : UNREADABLE
  },
  write: (value) => (value === 'last' ? 'last day' : writeNone(value)),
}

/** Words of SmarterPay's (lower case) and ours for them; a word it does not hold is `unrecognised`, never an error. */
export function words<T extends string>(known: Record<string, T>): Spelling<T | 'unrecognised'> {
  const spelled = new Map(Object.entries(known))
  return {
    parse: (sent) => (typeof sent === 'string' && spelled.get(sent.trim().toLowerCase())) || 'unrecognised',
    write: (value) => [...spelled].find(([, ours]) => ours === value)?.[0] ?? '',
  }
}

function parseRow(sent: unknown): UpcomingPayment | null {
  if (!isRecord(sent)) return null
  const on = date.parse(sent.collection_date)
  const amount = money.parse(sent.amount)
  if (on === UNREADABLE || on === null || amount === UNREADABLE || amount === null) return null
  return { date: on, amount }
}

/** JSON text inside the JSON; a real list in webhooks. One row that makes no sense spoils the list: half a list would be a lie. */
export const upcomingPayments: Spelling<UpcomingPayment[] | null> = {
  parse(sent) {
    if (isNone(sent)) return []
    const list = typeof sent === 'string' ? parseJson(sent) : sent
    if (!Array.isArray(list)) return UNREADABLE
    const rows = list.map(parseRow)
    if (!rows.every((row) => row !== null)) return UNREADABLE
    return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  },
  write: (rows) =>
    JSON.stringify((rows ?? []).map((row) => ({ collection_date: row.date, amount: String(row.amount) }))),
}

function parseJson(sent: string): unknown {
  try {
    return JSON.parse(sent)
  } catch {
    return undefined
  }
}

export type WireRecord = Record<string, unknown>

export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LONGEST_AS_SENT = 2_000

/** What was sent, as text for people; undefined where nothing was. */
export function asText(sent: unknown): string | undefined {
  if (sent === undefined) return undefined
  const whole = typeof sent === 'string' ? sent : JSON.stringify(sent)
  return whole.length > LONGEST_AS_SENT ? `${whole.slice(0, LONGEST_AS_SENT)}… (${whole.length} characters)` : whole
}
