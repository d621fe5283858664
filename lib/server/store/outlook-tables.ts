import 'server-only'
import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Risk } from '@/lib/collections/model'
import type { WatchItem, WatchKind } from '@/lib/collections/watch'

// What we work out from the copy: projected payments, listed ones that may not arrive, and what needs a hand. All of it can
// be made again from `schedules`; written by lib/server/outlook alone.

const day = (name: string) => date(name, { mode: 'string' })

/** What each schedule was judged from. A row that differs from its schedule, or is of another day, is made anew. */
export const outlooks = pgTable(
  'outlooks',
  {
    schedule: text().primaryKey(),
    /** `mark` of the schedule. */
    mark: text().notNull(),
    mandateId: text('mandate_id'),
    /** London's day, the last day projected to and the settings that it was made under. */
    madeUnder: text('made_under').notNull(),
    /** Fingerprint of its projected payments: equal where nothing is to be written. */
    projection: text().notNull(),
    /** Why its payments are in no sum: `record`, `list` or `status`; null: they are. */
    excluded: text().$type<'record' | 'list' | 'status'>(),
  },
  (table) => [
    index('outlooks_mandate').on(table.mandateId),
    index('outlooks_excluded').on(table.schedule).where(sql`excluded is not null`),
  ],
)

/** Payments that the rules go on to after SmarterPay's lists. */
export const projectedPayments = pgTable(
  'projected_payments',
  {
    schedule: text().notNull(),
    place: integer().notNull(),
    due: day('due').notNull(),
    /** Pence, never nought. */
    amount: integer().notNull(),
    method: text().notNull(),
    kind: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.schedule, table.place] }), index('projected_payments_due').on(table.due)],
)

/** projected_payments summed up by day, kept in the same transaction. */
export const projectedTotals = pgTable(
  'projected_totals',
  {
    due: day('due').notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    count: integer().notNull(),
    /** Pence. */
    total: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.due, table.method, table.kind] })],
)

/** Listed payments that may not arrive, by their place in the list. */
export const paymentsAtRisk = pgTable(
  'payments_at_risk',
  {
    schedule: text().notNull(),
    place: integer().notNull(),
    due: day('due').notNull(),
    amount: integer().notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    risk: text().$type<Risk>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.schedule, table.place] }), index('payments_at_risk_due').on(table.due)],
)

/** What needs a hand, at most once of a kind for each schedule. */
export const watchItems = pgTable(
  'watch_items',
  {
    schedule: text().notNull(),
    kind: text().$type<WatchKind>().notNull(),
    due: day('due'),
    /** Pence at stake. */
    amount: bigint({ mode: 'number' }),
    detail: jsonb().$type<WatchItem['detail']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.schedule, table.kind] }),
    index('watch_items_kind').on(table.kind, table.due),
  ],
)
