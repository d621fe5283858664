import 'server-only'
import {
  type BankAccountAnswer,
  type CardAnswer,
  type CustomerAnswer,
  isUnreadablePayment,
  type Mandate,
  type MandateAnswer,
  type PaymentRow,
  type PaymentsTakenAnswer,
} from '@/lib/payers/model'
import { ProblemError } from '@/lib/problem'
import { SCHEDULE_ID } from '@/lib/schedules/model'
import type { Resource } from '@/lib/server/smarterpay/address'
import { smarterpay } from '@/lib/server/smarterpay/client'
import {
  bankAccountIn,
  cardIdIn,
  customerIn,
  decodeCard,
  decodePayment,
  mandateIn,
  recordsIn,
} from '@/lib/server/smarterpay/payers'
import type { Reading } from './schedules'

// What stands behind the look-ups around a schedule: each asks SmarterPay now, and fails for itself alone.
// All throw not-found, refused, unreachable, unreadable and misconfigured; `asOf` is when they asked (UTC).

const PAGE = 500
/** 10,000 cards; SmarterPay lists them and gives no way to ask for one. */
const MOST_PAGES = 20

const notFound = (what: string) => new ProblemError({ kind: 'not-found', what })

async function readOne<T>(
  resource: Resource,
  what: string,
  id: string | null,
  find: (body: unknown, id: string) => T | null,
  { from = smarterpay(), signal }: Reading,
): Promise<T> {
  if (id === null || !SCHEDULE_ID.test(id)) throw notFound(what)
  const record = find(await from.read({ resource, id, signal }), id)
  if (record === null) throw new ProblemError({ kind: 'unreadable' })
  return record
}

const now = () => new Date().toISOString()
const readMandate = (id: string, reading: Reading): Promise<Mandate> =>
  readOne('mandate', 'mandate', id, mandateIn, reading)

export async function answerMandate(id: string, reading: Reading = {}): Promise<MandateAnswer> {
  const asOf = now()
  return { mandate: await readMandate(id, reading), asOf }
}

async function answerCustomer(customerId: string | null, asOf: string, reading: Reading): Promise<CustomerAnswer> {
  return { customer: await readOne('customeraccount', 'customer', customerId, customerIn, reading), asOf }
}

/** The customer that a mandate names; not-found where it names none. */
export async function answerCustomerOfMandate(mandateId: string, reading: Reading = {}): Promise<CustomerAnswer> {
  const asOf = now()
  const { customerId } = await readMandate(mandateId, reading)
  return answerCustomer(customerId, asOf, reading)
}

/** The customer that a card names; not-found where it names none. */
export async function answerCustomerOfCard(cardId: string, reading: Reading = {}): Promise<CustomerAnswer> {
  const { card, asOf } = await answerCard(cardId, reading)
  return answerCustomer(card.customerId, asOf, reading)
}

/** The account that a mandate draws on, its numbers masked. */
export async function answerBankAccount(mandateId: string, reading: Reading = {}): Promise<BankAccountAnswer> {
  const asOf = now()
  const { bankAccountId } = await readMandate(mandateId, reading)
  return { bankAccount: await readOne('bankaccount', 'bank account', bankAccountId, bankAccountIn, reading), asOf }
}

/** One page of a list, as sent. */
async function readRecords(
  resource: Resource,
  query: Record<string, string>,
  { from = smarterpay(), signal }: Reading,
) {
  const records = recordsIn(await from.read({ resource, query: { limit: String(PAGE), ...query }, signal }))
  if (records === null) throw new ProblemError({ kind: 'unreadable' })
  return records
}

/** A card is looked for in SmarterPay's list of all, by its id where the list can be asked so, page by page where not. */
export async function answerCard(id: string, reading: Reading = {}): Promise<CardAnswer> {
  if (!SCHEDULE_ID.test(id)) throw notFound('card')
  const asOf = now()
  const seen = new Set<string | undefined>()
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const records = await readRecords('cards', { id, page_no: String(page) }, reading)
    const card = decodeCard(
      records.find((record) => cardIdIn(record) === id),
      id,
    )
    if (card) return { card, asOf }
    const fresh = records.map(cardIdIn).filter((cardId) => !seen.has(cardId))
    for (const cardId of fresh) seen.add(cardId)
    if (records.length < PAGE || fresh.length === 0) break
  }
  throw notFound('card')
}

/** Payments taken from a schedule, latest first, at most 500. */
export async function answerPaymentsTaken(scheduleId: string, reading: Reading = {}): Promise<PaymentsTakenAnswer> {
  if (!SCHEDULE_ID.test(scheduleId)) throw notFound('schedule')
  const asOf = now()
  const query = { recurrence_schedule_id: scheduleId, sort_order: 'desc' }
  const records = await readRecords('payments', query, reading)
  const rows = records.flatMap((record) => decodePayment(record, scheduleId) ?? [])
  const dateOf = (row: PaymentRow) => (isUnreadablePayment(row) ? '' : (row.date ?? ''))
  rows.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
  return { rows, more: records.length >= PAGE, asOf }
}
