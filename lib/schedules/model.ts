// What a recurrence schedule is to us: plain values, safe in JSON, so that these shapes are the BFF's answers too.
import type * as z from 'zod/mini'
import type * as schemas from './schemas'

/** Checked before an id goes anywhere; any other text is not the id of a schedule. */
export const SCHEDULE_ID = /^[A-Za-z0-9_-]{1,64}$/

export const STATUSES = ['active', 'inactive'] as const
export const KINDS = ['ongoing', 'plan'] as const
export const METHODS = ['direct-debit', 'card'] as const
export const PERIODS = ['monthly', 'weekly'] as const

/** One future collection: a London day and whole pence; nought means skipped. */
export type UpcomingPayment = z.infer<typeof schemas.upcomingPayment>
/** A schedule as SmarterPay holds it. A part that could not be read is null, named in `unreadable`, and kept in `asSent`. */
export type Schedule = z.infer<typeof schemas.schedule>
export type Status = Schedule['status']
export type Kind = Schedule['kind']
export type Method = Schedule['method']
export type CollectionDay = z.infer<typeof schemas.collectionDay>

/** A record that is no object or has no usable id. */
export type UnreadableRow = z.infer<typeof schemas.unreadableRow>
export type ScheduleRow = Schedule | UnreadableRow

export function isUnreadable(row: ScheduleRow): row is UnreadableRow {
  return row.unreadable === true
}
