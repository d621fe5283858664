import 'server-only'
import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

// What the copy listed at moments past, to tell what moved since. A schedule's list is kept once for all snapshots in a row
// that find it as it stood, so that a night costs what a day has changed. Written by lib/server/snapshots alone.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const day = (name: string) => date(name, { mode: 'string' })

/** Moments at which the copy was kept. A later one has a higher id. */
export const snapshots = pgTable(
  'snapshots',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    /** London's day of a nightly one; null: a person took it. */
    night: day('night'),
    /** London's day as judgements went by it: where the setting TODAY is fixed, that one. */
    today: day('today').notNull(),
    person: text(),
    /** Since when the whole copy was known to stand as it did. */
    asOf: instant('as_of').notNull(),
    /** The last record of the log that had been written: what moved later is recorded above it. */
    seq: bigint({ mode: 'number' }).notNull(),
    /** Schedules that could not be read, and were in no sum. */
    excluded: integer().notNull(),
  },
  (table) => [uniqueIndex('snapshots_night').on(table.night).where(sql`night is not null`)],
)

/** A schedule's list, as all snapshots from `since` up to before `until` found it; `until` null: the newest still does. */
export const snapshotSchedules = pgTable(
  'snapshot_schedules',
  {
    schedule: text().notNull(),
    since: integer().notNull(),
    until: integer(),
    /** `mark` of the schedule. */
    mark: text().notNull(),
    status: text().notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    /** Why its payments were in no sum, as in `outlooks`. */
    excluded: text().$type<'record' | 'list' | 'status'>(),
    /** Its listed payments in order of day and amount (pence), skipped ones among them. */
    days: day('days').array().notNull(),
    amounts: integer().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.schedule, table.since] }),
    index('snapshot_schedules_open').on(table.schedule).where(sql`until is null`),
    index('snapshot_schedules_until').on(table.until).where(sql`until is not null`),
  ],
)

/** Sums by day of each snapshot: what active schedules listed, and what was projected beyond. Pence. */
export const snapshotTotals = pgTable(
  'snapshot_totals',
  {
    snapshot: integer().notNull(),
    due: day('due').notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    total: bigint({ mode: 'number' }).notNull(),
    projected: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshot, table.due, table.method, table.kind] })],
)
