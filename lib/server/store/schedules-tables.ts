import 'server-only'
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Schedule } from '@/lib/schedules/model'

/** A schedule as it was last seen at SmarterPay: a copy, and always known to be one. */
export const schedules = pgTable('schedules', {
  id: text().primaryKey(),
  basis: text().notNull(),
  record: jsonb().$type<Schedule>().notNull(),
  /** UTC instant at which the sight began: nothing older may take its place. */
  seenAt: timestamp('seen_at', { withTimezone: true, mode: 'date' }).notNull(),
})
