import 'server-only'
import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Difference } from '@/lib/schedules/changes'
import { ACTIONS, CHANGE_STATES, REASONS } from '@/lib/schedules/changes'
import type { Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Processes of this dashboard that are alive: each beats every few seconds. */
export const instances = pgTable('instances', {
  id: text().primaryKey(),
  started: instant('started').notNull(),
  beat: instant('beat').notNull(),
})

/** One thing a person confirmed. The id is the browser's Idempotency-Key. */
export const changes = pgTable(
  'changes',
  {
    id: uuid().primaryKey(),
    person: text().notNull(),
    role: text().notNull(),
    action: text({ enum: ACTIONS }).notNull(),
    /** Null until a create is known by its id. */
    schedule: text(),
    /** What the lease is on: a schedule's id, or a create's likeness. */
    leaseOn: text('lease_on').notNull(),
    bodyHash: text('body_hash').notNull(),
    wanted: jsonb().$type<Wanted>().notNull(),
    basis: text(),
    before: jsonb().$type<Schedule>(),
    /** Creates: ids that stood on the same mandate or card before the send, and so are not this one. */
    alike: jsonb().$type<string[]>(),
    after: jsonb().$type<Schedule>(),
    differences: jsonb().$type<Difference[]>(),
    state: text({ enum: CHANGE_STATES }).notNull(),
    /** False: SmarterPay already held what was wanted. */
    sent: boolean().notNull(),
    upstreamKey: text('upstream_key').notNull(),
    upstreamCount: integer('upstream_count').notNull().default(1),
    /** When the upstream key was first used; a key lives for a day there. */
    keyFrom: instant('key_from').notNull(),
    owner: text().notNull(),
    at: instant('at').notNull(),
    sentAt: instant('sent_at'),
    endedAt: instant('ended_at'),
    /** An answer has already proved it: only the record itself is still awaited. */
    proven: boolean().notNull().default(false),
    /** How many times the unknown was looked after. */
    looks: integer().notNull().default(0),
    /** SmarterPay's words where it refused. */
    refusal: text(),
    reason: text({ enum: REASONS }),
    note: text(),
    agreed: boolean(),
    againOf: uuid('again_of'),
    /** What the browser was told in the end, given again to the same key. */
    answer: jsonb().$type<{ status: number; body: unknown }>(),
  },
  (table) => [
    index('changes_schedule').on(table.schedule, table.at),
    index('changes_person').on(table.person, table.at),
    index('changes_open').on(table.state).where(sql`state in ('attempted', 'unknown', 'needs-attention')`),
  ],
)
export type ChangeRow = typeof changes.$inferSelect

/** The right to write one schedule, held by one change. `fence` tells an old holder from a new one. */
export const leases = pgTable('leases', {
  leaseOn: text('lease_on').primaryKey(),
  change: uuid().notNull(),
  owner: text().notNull(),
  fence: bigserial({ mode: 'number' }).notNull(),
  at: instant('at').notNull(),
})

/** A person's typed work on a schedule, theirs alone. */
export const drafts = pgTable(
  'drafts',
  {
    person: text().notNull(),
    schedule: text().notNull(),
    /** The key with which it will be sent, kept through refresh and restart. */
    key: uuid(),
    basis: text(),
    work: jsonb().$type<unknown>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.schedule] }), index('drafts_saved').on(table.savedAt)],
)
