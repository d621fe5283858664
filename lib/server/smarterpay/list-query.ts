import 'server-only'
import { addDays, type CalendarDate, londonTime } from '@/lib/calendar-date'
import { type ListQuery, MAX_SIZE, type SortField } from '@/lib/schedules/contract'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import type { WireQuery } from './address'

// Our query of the list in SmarterPay's names, and the check of what comes back. Whether its ranges include their ends,
// and in which zone it reads them, is not known: ranges are asked wider, and the rest is done here.

const SORT_FIELDS: Record<Exclude<SortField, 'amount'>, string> = {
  id: 'id',
  reference: 'custom_reference',
  status: 'status',
  customer: 'customer_id',
  mandate: 'mandate_id',
  created: 'created_at',
  method: 'payment_type',
  kind: 'record_type',
  next: 'next_collection_date',
}
const PAYMENT_TYPES = { 'direct-debit': 'DirectDebit', card: 'CardPayment' } as const
/** The only kinds that the filter is documented to know; card kinds are told apart here. */
const DIRECT_DEBIT_KINDS = { ongoing: 'DDOngoingPayment', plan: 'DDPaymentPlan' } as const

const dayBefore = (date: CalendarDate) => addDays(date, -1)
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(Math.trunc(value), least), most)

/** One side of a comma list, or nothing where all or none are wanted. */
const only = <T extends string>(wanted: readonly T[] | undefined) => (wanted?.length === 1 ? wanted[0] : undefined)

/**
 * SmarterPay's parameters for a query. Ranges of days reach one second (next collection) or an hour and a second
 * (creation, an instant) past both ends. `q`, `amount` and a sort by amount are not SmarterPay's and are left out.
 */
export function wireQuery(query: ListQuery): WireQuery {
  const { next, created, sort } = query
  const method = only(query.method)
  const kind = only(query.kind)
  const status = only(query.status)
  return {
    limit: String(clamp(query.size, 1, MAX_SIZE)),
    page_no: String(Math.max(Math.trunc(query.page), 1)),
    ...(sort.field !== 'amount' && { sort_field: SORT_FIELDS[sort.field] }),
    sort_order: sort.descending ? 'desc' : 'asc',
    ...(query.id !== undefined && { id: query.id }),
    ...(query.reference !== undefined && { custom_reference: query.reference }),
    ...(query.mandate !== undefined && { mandate_id: query.mandate }),
    ...(query.customer !== undefined && { customer_id: query.customer }),
    ...(status && { status }),
    ...(method && { payment_type: PAYMENT_TYPES[method] }),
    ...(kind && method === 'direct-debit' && { record_type: DIRECT_DEBIT_KINDS[kind] }),
    ...(next?.from && { next_collection_date_from: `${dayBefore(next.from)} 23:59:59` }),
    ...(next?.to && { next_collection_date_to: `${next.to} 23:59:59` }),
    ...(created?.from && { created_from: `${dayBefore(created.from)} 22:59:59` }),
    ...(created?.to && { created_to: `${addDays(created.to, 1)} 00:59:59` }),
  }
}

const wants = <T extends string>(wanted: readonly T[] | undefined, value: T | 'unrecognised') =>
  wanted === undefined || wanted.length === 0 || value === 'unrecognised' || wanted.includes(value)

const inside = (range: ListQuery['next'], date: CalendarDate) =>
  (range?.from === undefined || date >= range.from) && (range?.to === undefined || date <= range.to)

function inRange(schedule: Schedule, part: 'nextCollectionDate' | 'createdAt', range: ListQuery['next']): boolean {
  if (range === undefined || schedule.unreadable.includes(part)) return true
  const value = schedule[part]
  if (value === null) return false
  return inside(range, part === 'createdAt' ? londonTime(new Date(value)).date : (value as CalendarDate))
}

const contains = (text: string | null, part: string) => text?.toLowerCase().includes(part.toLowerCase()) ?? false

/** Whether a row belongs in the answer. What cannot be read is never filtered away: somebody has to see it. */
export function keeps(row: ScheduleRow, query: ListQuery): boolean {
  if (isUnreadable(row)) return true
  return (
    wants(query.status, row.status) &&
    wants(query.method, row.method) &&
    wants(query.kind, row.kind) &&
    inRange(row, 'nextCollectionDate', query.next) &&
    inRange(row, 'createdAt', query.created)
  )
}

/** Whether a row of a wider look has what the query names exactly: id, mandate, part of the reference. */
export function hasNames(row: Schedule, { id, mandate, reference }: ListQuery): boolean {
  return (
    (id === undefined || row.id === id) &&
    (mandate === undefined || row.mandateId === mandate) &&
    (reference === undefined || contains(row.customReference, reference))
  )
}
