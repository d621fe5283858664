// The people and accounts behind a schedule, as far as the screens need them. Looked up, never changed here.
// Bank numbers arrive masked: the full ones never leave the server.
import type * as z from 'zod/mini'
import type { UnreadableRow } from '@/lib/schedules/model'
import type * as schemas from './schemas'

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

export type Mandate = z.infer<typeof schemas.mandate>

export type Customer = z.infer<typeof schemas.customer>

export type BankAccount = z.infer<typeof schemas.bankAccount>

export type Card = z.infer<typeof schemas.card>

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
export type PaymentTaken = z.infer<typeof schemas.paymentTaken>
export type PaymentRow = PaymentTaken | UnreadableRow

export function isUnreadablePayment(row: PaymentRow): row is UnreadableRow {
  return 'unreadable' in row
}

export type MandateAnswer = z.infer<typeof schemas.mandateAnswer>
export type CustomerAnswer = z.infer<typeof schemas.customerAnswer>
export type BankAccountAnswer = z.infer<typeof schemas.bankAccountAnswer>
export type CardAnswer = z.infer<typeof schemas.cardAnswer>
export type PaymentsTakenAnswer = z.infer<typeof schemas.paymentsTakenAnswer>
