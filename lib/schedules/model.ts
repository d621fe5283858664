// What a recurrence schedule is to us: plain values, safe in JSON, so that these shapes are the BFF's answers too.
import * as z from 'zod/mini'
import { calendarDate } from '@/lib/calendar-date'
import { pence } from '@/lib/money'

/** Checked before an id goes anywhere; any other text is not the id of a schedule. */
export const SCHEDULE_ID = /^[A-Za-z0-9_-]{1,64}$/
export const scheduleId = z.string().check(z.regex(SCHEDULE_ID))

export const STATUSES = ['active', 'inactive'] as const
export const KINDS = ['ongoing', 'plan'] as const
export const METHODS = ['direct-debit', 'card'] as const
export const PERIODS = ['monthly', 'weekly'] as const

export const status = z.enum([...STATUSES, 'unrecognised'])
export const kind = z.enum([...KINDS, 'unrecognised'])
export const method = z.enum([...METHODS, 'unrecognised'])
export const collectionPeriod = z.enum([...PERIODS, 'unrecognised'])
/** 1 to 28, or the last day of the month. */
export const collectionDay = z.union([z.int().check(z.minimum(1), z.maximum(28)), z.literal('last')])

/** One future collection: a London day and whole pence; nought means skipped. */
export const upcomingPayment = z.object({ date: calendarDate, amount: pence })
export type UpcomingPayment = z.infer<typeof upcomingPayment>

const text = z.nullable(z.string())
const date = z.nullable(calendarDate)
const money = z.nullable(pence)
const count = z.nullable(z.int().check(z.minimum(0)))

/** A schedule as SmarterPay holds it. A part that could not be read is null, named in `unreadable`, and kept in `asSent`. */
export const schedule = z.object({
  id: scheduleId,
  status,
  kind,
  method,
  /** Pence. Ongoing: each collection. Plan: the whole plan, taken and upcoming. */
  amount: money,
  firstCollectionAmount: money,
  collectionPeriod,
  /** Without meaning on weekly schedules. */
  collectionDay: z.nullable(collectionDay),
  /** Every n-th period. */
  collectionStretch: z.nullable(z.int().check(z.minimum(1))),
  startDate: date,
  firstCollectionDate: date,
  /** Stays filled on inactive schedules: never show it as due there. */
  nextCollectionDate: date,
  endDate: date,
  instalments: count,
  /** UTC instant. */
  createdAt: z.nullable(z.string()),
  description: text,
  customReference: text,
  metadata: text,
  /** Mandate reference. */
  auddis: text,
  mandateId: text,
  cardId: text,
  /** In order of date. Null: could not be read, and so cannot be edited. */
  upcoming: z.nullable(z.array(upcomingPayment)),
  /** Names of the parts above that SmarterPay sent and we could not make sense of. */
  unreadable: z.array(z.string()),
  /** SmarterPay's own text of each part that is unrecognised or unreadable. */
  asSent: z.record(z.string(), z.string()),
})
export type Schedule = z.infer<typeof schedule>
export type Status = Schedule['status']
export type Kind = Schedule['kind']
export type Method = Schedule['method']
export type CollectionDay = z.infer<typeof collectionDay>

/** A record that is no object or has no usable id. */
export const unreadableRow = z.object({ id: z.optional(z.string()), unreadable: z.literal(true) })
export type UnreadableRow = z.infer<typeof unreadableRow>
export type ScheduleRow = Schedule | UnreadableRow

export function isUnreadable(row: ScheduleRow): row is UnreadableRow {
  return row.unreadable === true
}
