import 'server-only'
import {
  type BankAccount,
  type Card,
  type Customer,
  MANDATE_STATUSES,
  type Mandate,
  PAYMENT_STATUSES,
  type PaymentRow,
} from '@/lib/payers/model'
import { date, isRecord, money, type Spelling, text, UNREADABLE, type WireRecord } from './wire'

// Mandates, customers, bank accounts, cards and payments as SmarterPay spells them. Its names here follow no one rule
// ("ID", "Customer_Account", "custom_referance"), so they are found whatever their case. Bank numbers are masked on the
// way in: nothing beyond this file ever holds a whole one.

/** A record that finds its own fields, case aside. */
type Fields = (...names: string[]) => unknown

function fieldsOf(record: WireRecord): Fields {
  const byName = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]))
  return (...names) => names.map((name) => byName.get(name)).find((value) => value !== undefined && value !== '')
}

const or = <T>(spelling: Spelling<T>, sent: unknown): T | null => {
  const value = spelling.parse(sent)
  return value === UNREADABLE ? null : value
}
const textOf = (sent: unknown): string | null => or(text, sent)?.trim() ?? null
const joined = (...sent: unknown[]) => sent.map(textOf).filter(Boolean).join(' ') || null
/** SmarterPay writes "ongoing collection" and "ongoing_collection"; ours have dashes. */
const dashed = (words: string | null) => words?.toLowerCase().replace(/[\s_]+/g, '-') ?? null

function known<T extends string>(words: readonly T[], sent: string | null): T | 'unrecognised' {
  return words.find((word) => word === dashed(sent)) ?? 'unrecognised'
}

/** The record about `askedId` in an answer, whatever its wrapper is called; null where there is none. */
function recordIn(body: unknown, askedId: string): Fields | null {
  if (!isRecord(body)) return null
  for (const value of [body, ...Object.values(body)]) {
    if (!isRecord(value)) continue
    const fields = fieldsOf(value)
    if (textOf(fields('id')) === askedId || textOf(fields('legacy_id')) === askedId) return fields
  }
  return null
}

/** The records in a list's answer, whatever its wrapper is called; null where there is no list. 204 (null) is an empty one. */
export function recordsIn(body: unknown): unknown[] | null {
  if (body === null) return []
  if (Array.isArray(body)) return body
  return isRecord(body) ? (Object.values(body).find((value) => Array.isArray(value)) ?? null) : null
}

export function mandateIn(body: unknown, askedId: string): Mandate | null {
  const fields = recordIn(body, askedId)
  if (!fields) return null
  const statusAsSent = textOf(fields('dd_status', 'status'))
  return {
    id: askedId,
    reference: textOf(fields('auddis', 'reference')),
    status: known(MANDATE_STATUSES, statusAsSent),
    statusAsSent,
    customerId: textOf(fields('customer_account', 'customer_id', 'customer_account_id')),
    bankAccountId: textOf(
      fields('customer_bank_account', 'bank_account_id', 'bank_account', 'customer_bank_account_id'),
    ),
    reason: withCode(textOf(fields('bacs_description', 'bacs_reason', 'reason')), textOf(fields('bacs_code'))),
  }
}

const withCode = (words: string | null, code: string | null) => (words && code ? `${words} (${code})` : (words ?? code))

export function customerIn(body: unknown, askedId: string): Customer | null {
  const fields = recordIn(body, askedId)
  if (!fields) return null
  return {
    id: askedId,
    name: joined(fields('title'), fields('first_name'), fields('last_name')),
    company: textOf(fields('company_name')),
    email: textOf(fields('email')),
    addressLines: ['address_line1', 'address_line2', 'address_line3'].flatMap((name) => textOf(fields(name)) ?? []),
    city: textOf(fields('city')),
    postalCode: textOf(fields('postal_code', 'postcode')),
    countryCode: textOf(fields('country_code')),
    customReference: textOf(fields('custom_reference', 'custom_referance')),
    externalId: textOf(fields('external_id')),
  }
}

/** The last digits behind `mask`, and never more of a number than half of it. */
function masked(sent: unknown, mask: string, shown: number): string | null {
  const digits = textOf(sent)?.replace(/\D/g, '') ?? ''
  if (digits === '') return null
  return digits.length >= shown * 2 ? `${mask}${digits.slice(-shown)}` : mask
}

export function bankAccountIn(body: unknown, askedId: string): BankAccount | null {
  const fields = recordIn(body, askedId)
  if (!fields) return null
  return {
    id: askedId,
    accountName: textOf(fields('account_name')),
    bankName: textOf(fields('bank_name')),
    sortCode: masked(fields('sort_code'), '**-**-', 2),
    accountNumber: masked(fields('account_number'), '****', 4),
    enabled: flag(fields('enabled')),
  }
}

function flag(sent: unknown): boolean | null {
  const words = typeof sent === 'boolean' ? String(sent) : textOf(sent)?.toLowerCase()
  return words === 'true' || words === 'false' ? words === 'true' : null
}

/** The id of a record in the list of cards; undefined where it shows none. */
export function cardIdIn(record: unknown): string | undefined {
  return isRecord(record) ? (textOf(fieldsOf(record)('id')) ?? undefined) : undefined
}

export function decodeCard(record: unknown, id: string): Card | null {
  if (!isRecord(record)) return null
  const fields = fieldsOf(record)
  return {
    id,
    ending: textOf(fields('card_number_ending'))?.replace(/\D/g, '').slice(-4) || null,
    type: textOf(fields('card_type')),
    expires: or(date, fields('expiry_date'))?.slice(0, 7) ?? null,
    nameOnCard: textOf(fields('name_on_card')),
    status: textOf(fields('status')),
    customerId: textOf(fields('customer_id', 'customer_account')),
  }
}

/** One payment made from schedule `scheduleId`; undefined where the record says it was made from another. */
export function decodePayment(record: unknown, scheduleId: string): PaymentRow | undefined {
  if (!isRecord(record)) return { unreadable: true }
  const fields = fieldsOf(record)
  const madeFrom = textOf(fields('recurrence_schedule', 'recurrence_schedule_id'))
  if (madeFrom !== null && madeFrom !== scheduleId) return undefined
  const id = textOf(fields('id'))
  if (id === null) return { unreadable: true }
  const statusAsSent = textOf(fields('status'))
  return {
    id,
    date: or(date, fields('collection_date')),
    amount: or(money, fields('amount')),
    status: known(PAYMENT_STATUSES, statusAsSent),
    statusAsSent,
    code: withCode(textOf(fields('bacs_description')), textOf(fields('bacs_code'))),
  }
}
