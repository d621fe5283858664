// The shapes of what moved where they come in as JSON. Their types are in snapshots.ts and moved.ts.
import * as z from 'zod/mini'
import { asOf, kind, method } from '@/lib/schedules/schemas'
import { calendarDate } from '@/lib/schemas'
import { STEPS, WHO } from './moved'

const pence = z.int()
const count = z.int().check(z.minimum(0))

/** A moment at which the copy was kept. */
export const snapshot = z.object({
  id: z.int(),
  /** UTC instant at which it was taken. */
  at: asOf,
  /** London's day of a nightly one; null: a person took it. */
  night: z.nullable(calendarDate),
  /** Who took it, by name. */
  by: z.nullable(z.string()),
  /** Pence that were listed and projected for the range asked about. */
  total: pence,
  projected: pence,
})

export const snapshotList = z.object({
  /** The newest first. */
  snapshots: z.array(snapshot),
  /** The one that today is held against where nobody chose; null: there is none. */
  usual: z.nullable(z.int()),
})

/** What a person's wish for a snapshot left: a new one, or the one just taken. */
export const takenSnapshot = z.object({ id: z.int() })

export const bridge = z.object({
  snapshot,
  /** The later one that it is held against; null: what is listed now. All that is said of now below is of that one. */
  until: z.nullable(snapshot),
  /** Pence listed for the range then and now; the steps between add up to the penny. */
  opening: pence,
  closing: pence,
  /** In the order of STEPS, without those that nothing is in. */
  steps: z.array(z.object({ step: z.enum(STEPS), count, amount: pence })),
  /** Pence projected now; then it was `snapshot.projected`. */
  projected: pence,
  /** Schedules that could not be read then and now. */
  excludedThen: count,
  excluded: count,
  asOf,
})

const listed = z.object({ date: calendarDate, amount: pence })

/** Who moved a payment, as the log tells. */
export const mover = z.object({
  who: z.enum(WHO),
  /** The person's name; null for anybody else. */
  name: z.nullable(z.string()),
  /** An action of the log, the UTC instant of its record, and its number; null where nothing is recorded. */
  record: z.nullable(z.object({ action: z.string(), at: asOf, seq: z.int() })),
})

export const movedPayment = z.object({
  schedule: z.string(),
  reference: z.nullable(z.string()),
  method,
  kind,
  step: z.enum(STEPS),
  /** The payment as it was listed then and is now; null: it was or is not there. */
  before: z.nullable(listed),
  after: z.nullable(listed),
  /** Pence by which it changes the sum of the range. */
  effect: pence,
  mover,
})
export const movedPayments = z.object({ rows: z.array(movedPayment), more: z.boolean() })
