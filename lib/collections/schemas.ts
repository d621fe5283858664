// The shapes of collections where they come in as JSON. Their types are in model.ts.
import * as z from 'zod/mini'
import { asOf, kind, method } from '@/lib/schedules/schemas'
import { calendarDate } from '@/lib/schemas'
import { BANDS, RISKS, SOURCES } from './model'

/** A sum of many amounts may pass the limit of one. */
const sum = z.int().check(z.minimum(0))
const count = z.int().check(z.minimum(0))

/** One day, or one week or month by its first day (a Monday, a 1st), even where the range begins later. */
export const collectionsRow = z.object({
  date: calendarDate,
  /** Payments that SmarterPay lists and that take money. */
  count,
  /** Pence of those. What is by a method that nobody recognises is in it, and in neither of the two below. */
  total: sum,
  directDebit: sum,
  card: sum,
  /** Parts of `total`; what is in neither is Scheduled. */
  locked: sum,
  atRisk: sum,
  /** Rows of nought. */
  skipped: count,
  /** Pence that the rules would go on to take, and in how many payments; never in `total` or `count`. */
  projected: sum,
  projectedCount: count,
})

/** A schedule whose payments are in no sum, and why. `schedule` is null where the record has no usable id. */
export const excluded = z.object({
  schedule: z.nullable(z.string()),
  why: z.enum(['record', 'list', 'status']),
})

export const collections = z.object({
  rows: z.array(collectionsRow),
  count,
  total: sum,
  /** How many schedules could not be read and are in no sum; `unread` names the first of them. */
  excluded: count,
  unread: z.array(excluded),
  /** The first day in the range with projected payments, and the last one that SmarterPay lists any for; null: none. */
  projectedFrom: z.nullable(calendarDate),
  listedUntil: z.nullable(calendarDate),
  /** UTC instant at which every schedule of the copy was known to stand as it does here. */
  asOf,
  /** Before the first reading of the whole book has ended: how many schedules it has read. Null after. */
  readSoFar: z.nullable(count),
})

export const collectionPayment = z.object({
  schedule: z.string(),
  date: calendarDate,
  amount: sum,
  method,
  kind,
  band: z.enum(BANDS),
  source: z.enum(SOURCES),
  risk: z.nullable(z.enum(RISKS)),
  reference: z.nullable(z.string()),
})
export const collectionPayments = z.object({ rows: z.array(collectionPayment), more: z.boolean() })

/** A schedule whose first or last payment is in the range; `amount` is of one payment, or of a whole plan. */
export const turning = z.object({
  what: z.enum(['starts', 'ends']),
  schedule: z.string(),
  reference: z.nullable(z.string()),
  date: calendarDate,
  amount: z.nullable(sum),
  method,
  kind,
})
export const turnings = z.object({ rows: z.array(turning), more: z.boolean() })
