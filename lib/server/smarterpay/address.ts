import 'server-only'
import { ProblemError } from '@/lib/problem'
import { SCHEDULE_ID } from '@/lib/schedules/model'

// Addresses at SmarterPay are put together here alone: constants, a checked id, and query names from a fixed list.
// The paths and filters of cards and payments are nowhere documented; they are guesses, kept in this file.

const BASE = '/service.svc/'

/** SmarterPay's lower-case path names. */
export type Resource =
  | 'recurrenceschedule'
  | 'recurrenceschedules'
  | 'mandate'
  | 'customeraccount'
  | 'bankaccount'
  | 'cards'
  | 'payments'

/** What an operator calls it. */
export const WORDS: Record<Resource, string> = {
  recurrenceschedule: 'schedule',
  recurrenceschedules: 'schedules',
  mandate: 'mandate',
  customeraccount: 'customer',
  bankaccount: 'bank account',
  cards: 'cards',
  payments: 'payments',
}

const QUERY_NAMES = [
  'limit',
  'page_no',
  'sort_field',
  'sort_order',
  'created_from',
  'created_to',
  'next_collection_date_from',
  'next_collection_date_to',
  'customer_id',
  'custom_reference',
  'id',
  'mandate_id',
  'payment_type',
  'record_type',
  'status',
  'recurrence_schedule_id',
] as const
/** SmarterPay's query names; whatever is not among them cannot be sent. */
export type WireQuery = Partial<Record<(typeof QUERY_NAMES)[number], string>>

export type Address = { resource: Resource; id?: string; query?: WireQuery }

/** The address of a call: constants and a checked id, nothing else. Throws not-found for text that is no id. */
export function addressOf(origin: string, { resource, id, query = {} }: Address): URL {
  if (id !== undefined && !SCHEDULE_ID.test(id)) throw new ProblemError({ kind: 'not-found', what: 'id' })
  const path = `${BASE}${resource}${id === undefined ? '' : `/${id}`}`
  const url = new URL(path, origin)
  for (const name of QUERY_NAMES) {
    const value = query[name]
    if (value !== undefined) url.searchParams.set(name, value)
  }
  if (url.pathname !== path || url.origin !== new URL(origin).origin)
    throw new Error(`The path of ${resource} did not survive being put into an address.`)
  return url
}
