// The shapes of payers and of payments taken, where they come in as JSON. Their types are in model.ts.
import * as z from 'zod/mini'
import { asOf, unreadableRow } from '@/lib/schedules/schemas'
import { calendarDate, pence } from '@/lib/schemas'
import { MANDATE_STATUSES, PAYMENT_STATUSES } from './model'

const text = z.nullable(z.string())

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
