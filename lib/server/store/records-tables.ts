import 'server-only'
import { bigint, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Append only: triggers refuse update, delete and truncate; each row carries the keyed hash of itself and the one before. */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    person: text(),
    role: text(),
    /** person, job, smarterpay or outside. */
    source: text().notNull(),
    action: text().notNull(),
    schedule: text(),
    change: text(),
    phase: text(),
    reason: text(),
    note: text(),
    /** Changed fields only. */
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    ref: text(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('audit_log_schedule').on(table.schedule, table.seq),
    index('audit_log_person').on(table.person, table.seq),
    index('audit_log_at').on(table.at),
    index('audit_log_change').on(table.change, table.seq),
  ],
)
export type AuditRow = typeof auditLog.$inferSelect
