// GET recurrenceschedules: limit, page, one sort field, and every documented filter.
import { parseDate } from '@/lib/calendar-date'
import { Refused } from './answer'
import type { Book, StoredSchedule } from './book'
import { instantIn } from './clock'
import { CARD_TYPES, ONGOING_TYPES, PLAN_TYPES } from './rule'
import type { Switches } from './switches'

const SORT: Record<string, (stored: StoredSchedule) => string> = {
  custom_reference: (stored) => textOf(stored, 'custom_reference'),
  id: (stored) => textOf(stored, 'id'),
  status: (stored) => textOf(stored, 'status'),
  customer_id: (stored) => stored.customerId,
  mandate_id: (stored) => textOf(stored, 'mandate'),
  created_at: (stored) => textOf(stored, 'created_at'),
  payment_type: (stored) => textOf(stored, 'payment_type').toLowerCase(),
  record_type: (stored) => textOf(stored, 'type'),
  next_collection_date: (stored) => textOf(stored, 'next_collection_date'),
}
const EXACT: Record<string, (stored: StoredSchedule) => string> = {
  customer_id: (stored) => stored.customerId,
  id: (stored) => textOf(stored, 'id'),
  mandate_id: (stored) => textOf(stored, 'mandate'),
}
const OPTIONS: Record<string, { property: string; options: string[] }> = {
  payment_type: { property: 'payment_type', options: ['DirectDebit', 'CardPayment'] },
  record_type: { property: 'type', options: [...PLAN_TYPES, ...ONGOING_TYPES] },
  status: { property: 'status', options: ['active', 'inactive'] },
}
const RANGES: Record<string, { property: string; side: 'from' | 'to' }> = {
  created_from: { property: 'created_at', side: 'from' },
  created_to: { property: 'created_at', side: 'to' },
  next_collection_date_from: { property: 'next_collection_date', side: 'from' },
  next_collection_date_to: { property: 'next_collection_date', side: 'to' },
}
const KNOWN = [
  'limit',
  'page_no',
  'sort_field',
  'sort_order',
  'custom_reference',
  ...Object.keys(EXACT),
  ...Object.keys(OPTIONS),
  ...Object.keys(RANGES),
]

type Test = (stored: StoredSchedule) => boolean

function textOf(stored: StoredSchedule, property: string): string {
  const value = stored.wire[property]
  return typeof value === 'string' ? value : ''
}

export type Page = { limit: number; page: number }

/** `limit` 1 to 500, 40 if absent; `page_no` from 1. */
export function pageOf(query: URLSearchParams, switches: Switches): Page {
  const limit = numberOf(query, 'limit', 40)
  const page = numberOf(query, 'page_no', 1)
  if (switches.limitOutOfRange === 'clamp') return { limit: Math.min(Math.max(limit, 1), 500), page: Math.max(page, 1) }
  if (limit < 1 || limit > 500) throw new Refused(400, 'limit must be between 1 and 500')
  if (page < 1) throw new Refused(400, 'page_no must be 1 or more')
  return { limit, page }
}

function numberOf(query: URLSearchParams, name: string, standard: number): number {
  const text = query.get(name)
  if (text === null || text === '') return standard
  if (!/^-?\d{1,9}$/.test(text)) throw new Refused(400, `${name} must be a number`)
  return Number(text)
}

/** All schedules that the query asks for, sorted, before the page is cut out. */
export function listSchedules(book: Book, query: URLSearchParams): StoredSchedule[] {
  const { switches } = book
  if (switches.unknownQuery === 'refused') {
    const unknown = [...query.keys()].find((name) => !KNOWN.includes(name))
    if (unknown) throw new Refused(400, `${unknown} is not a recognised parameter`)
  }
  const tests = [...query.entries()].flatMap(([name, value]) => testOf(name, value, switches) ?? [])
  const compare = comparison(query)
  return [...book.schedules.values()].filter((stored) => tests.every((test) => test(stored))).sort(compare)
}

function comparison(query: URLSearchParams): (a: StoredSchedule, b: StoredSchedule) => number {
  const by = SORT[query.get('sort_field') || 'created_at']
  if (!by) throw new Refused(400, 'sort_field is not one of the fields that can be sorted on')
  const order = query.get('sort_order') || 'asc'
  if (order !== 'asc' && order !== 'desc') throw new Refused(400, 'sort_order must be asc or desc')
  const sign = order === 'asc' ? 1 : -1
  return (a, b) => {
    const [left, right] = [by(a), by(b)]
    return left < right ? -sign : left > right ? sign : 0
  }
}

function testOf(name: string, value: string, switches: Switches): Test | null {
  if (value === '') return null
  const exact = EXACT[name]
  if (exact) return (stored) => exact(stored) === value
  if (name === 'custom_reference') return (stored) => textOf(stored, name).toLowerCase().includes(value.toLowerCase())
  if (OPTIONS[name]) return optionTest(name, OPTIONS[name], value, switches)
  return RANGES[name] ? rangeTest(name, RANGES[name], value, switches) : null
}

function optionTest(
  name: string,
  { property, options }: { property: string; options: string[] },
  value: string,
  switches: Switches,
): Test {
  const wanted = value.split(',').map((option) => option.trim().toLowerCase())
  const accepted = options
    .filter(
      (option) => !(name === 'record_type' && switches.cardRecordTypes === 'refused' && CARD_TYPES.includes(option)),
    )
    .map((option) => option.toLowerCase())
  const unknown = wanted.find((option) => !accepted.includes(option))
  if (unknown !== undefined && switches.unknownFilterValue === 'refuse')
    throw new Refused(400, `${name} must be of ${accepted.join(', ')}`)
  const found = wanted.filter((option) => accepted.includes(option))
  return (stored) => found.includes(textOf(stored, property).toLowerCase())
}

function rangeTest(
  name: string,
  { property, side }: { property: string; side: 'from' | 'to' },
  value: string,
  switches: Switches,
): Test {
  const match = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(value)
  const day = parseDate(match?.[1] ?? '')
  if (!match || !day) throw new Refused(400, `${name} must have the form YYYY-MM-DD HH:MM:SS`)
  const created = property === 'created_at'
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4])
  const london = created && switches.rangeZone === 'london'
  const bound = (london ? instantIn(day, 0) : Date.parse(day)) + seconds * 1000
  const inclusive = switches.rangeEnds === 'inclusive'
  return (stored) => {
    const at = Date.parse(textOf(stored, property))
    if (Number.isNaN(at)) return false
    if (at === bound) return inclusive
    return side === 'from' ? at > bound : at < bound
  }
}
