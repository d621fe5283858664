// The people and accounts behind a schedule, as far as the screens need them. Looked up, never changed here.
// Bank numbers arrive masked: the full ones never leave the server.
import * as z from 'zod/mini'
import { calendarDate } from '@/lib/calendar-date'
import { pence } from '@/lib/money'
import { asOf } from '@/lib/schedules/contract'
import { type UnreadableRow, unreadableRow } from '@/lib/schedules/model'

const text = z.nullable(z.string())

export const MANDATE_STATUSES = [
  'on-hold',
  'new-instruction',
  'first-collection',
  'ongoing-collection',
  'final-collection',
  'cancelled',
  'cancelled-by-payer',
  'cancelled-by-originator',
  'failed-validation',
] as const

export const mandate = z.object({
  id: z.string(),
  /** The AUDDIS reference that the payer's bank shows. */
  reference: text,
  status: z.enum([...MANDATE_STATUSES, 'unrecognised']),
  /** SmarterPay's own word. */
  statusAsSent: text,
  customerId: text,
  bankAccountId: text,
  /** What Bacs said last about the mandate. */
  reason: text,
})
export type Mandate = z.infer<typeof mandate>

export const customer = z.object({
  id: z.string(),
  /** Title, first and last name in one line. */
  name: text,
  company: text,
  email: text,
  addressLines: z.array(z.string()),
  city: text,
  postalCode: text,
  countryCode: text,
  customReference: text,
  externalId: text,
})
export type Customer = z.infer<typeof customer>

export const bankAccount = z.object({
  id: z.string(),
  accountName: text,
  bankName: text,
  /** "**-**-56". */
  sortCode: text,
  /** "****1234". */
  accountNumber: text,
  enabled: z.nullable(z.boolean()),
})
export type BankAccount = z.infer<typeof bankAccount>

export const card = z.object({
  id: z.string(),
  /** The last digits, as "4242". */
  ending: text,
  type: text,
  /** The last month in which it can be charged: "2027-03". */
  expires: z.nullable(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  nameOnCard: text,
  /** SmarterPay's own word. */
  status: text,
  customerId: text,
})
export type Card = z.infer<typeof card>

export const PAYMENT_STATUSES = [
  'pending-submission',
  'submitted',
  'pending',
  'successful',
  'failed',
  'error',
  'cancelled',
  'indemnity-claimed',
] as const

/** A payment made from a schedule: sent to the bank or the card, whatever became of it. */
export const paymentTaken = z.object({
  id: z.string(),
  date: z.nullable(calendarDate),
  amount: z.nullable(pence),
  status: z.enum([...PAYMENT_STATUSES, 'unrecognised']),
  /** SmarterPay's own word. */
  statusAsSent: text,
  /** The bank's code for a payment that failed. */
  code: text,
})
export type PaymentTaken = z.infer<typeof paymentTaken>
export type PaymentRow = PaymentTaken | UnreadableRow

export function isUnreadablePayment(row: PaymentRow): row is UnreadableRow {
  return 'unreadable' in row
}

export const mandateAnswer = z.object({ mandate, asOf })
export const customerAnswer = z.object({ customer, asOf })
export const bankAccountAnswer = z.object({ bankAccount, asOf })
export const cardAnswer = z.object({ card, asOf })
export const paymentsTakenAnswer = z.object({
  /** Latest first. */
  rows: z.array(z.union([unreadableRow, paymentTaken])),
  /** There are older payments than these. */
  more: z.boolean(),
  asOf,
})
export type MandateAnswer = z.infer<typeof mandateAnswer>
export type CustomerAnswer = z.infer<typeof customerAnswer>
export type BankAccountAnswer = z.infer<typeof bankAccountAnswer>
export type CardAnswer = z.infer<typeof cardAnswer>
export type PaymentsTakenAnswer = z.infer<typeof paymentsTakenAnswer>
