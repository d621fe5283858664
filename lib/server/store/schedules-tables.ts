import 'server-only'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { Frequency, Skipped } from '@/lib/schedules/find'
import type { ScheduleRow } from '@/lib/schedules/model'

// The index: a copy of the book, always known to be one. Written by lib/server/book alone; whoever reads it says how old
// it is. Neither bank data nor names of payers are in it.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const day = (name: string) => date(name, { mode: 'string' })

/** A schedule as it was last seen at SmarterPay: what it is found by. Narrow, since filters that no index serves read all of it. */
export const schedules = pgTable(
  'schedules',
  {
    /** SmarterPay's id; where a record has none that can be used, "!" and a fingerprint. */
    id: text().primaryKey(),
    /** The same schedule's legacy or newer id, as far as SmarterPay told. */
    otherId: text('other_id'),
    basis: text().notNull(),
    /** Fingerprint of the whole record, texts included: equal where nothing is to be written. Empty: not yet known. */
    mark: text().notNull().default(''),
    /** UTC instant at which the sight began: nothing older may take its place. A later sight of the same leaves it alone. */
    seenAt: instant('seen_at').notNull(),
    /** Complete passes in a row that did not meet it. */
    absent: smallint().notNull().default(0),
    /** False: the record is no object, or has no usable id. Its other columns are filled as far as they can be read. */
    readable: boolean().notNull().default(true),
    status: text().notNull().default('unrecognised'),
    kind: text().notNull().default('unrecognised'),
    method: text().notNull().default('unrecognised'),
    /** Pence, of the schedule. */
    amount: integer(),
    /** Pence: every amount that a payer may see taken, each once; the schedule's own, the first, those listed. */
    amounts: integer().array().notNull().default([]),
    frequency: text().$type<Frequency>(),
    /** Of monthly schedules: 1 to 28, or 31 for the last day. */
    collectionDay: smallint('collection_day'),
    /** SmarterPay's own next date, which stays when nothing is due any more. */
    nextOn: day('next_on'),
    /** The next payment that the list shows; null: it shows none. */
    dueOn: day('due_on'),
    /** The first collection; where none is told, the start. */
    startsOn: day('starts_on'),
    /** The end date; of a plan without one, its last listed payment. */
    endsOn: day('ends_on'),
    createdAt: instant('created_at'),
    /** Lower case, to sort and look by; the record holds it as it was sent. */
    reference: text(),
    auddis: text(),
    mandateId: text('mandate_id'),
    cardId: text('card_id'),
    /** Listed payments differ from what the rule gives. */
    differs: boolean().notNull().default(false),
    skipped: text().$type<Skipped>(),
    /** Names of the parts that could not be read. */
    unreadable: text().array().notNull().default([]),
    /** What free search looks through: ids, references and description in lower case, a line each. */
    words: text().notNull().default(''),
  },
  (table) => [
    index('schedules_other_id').on(table.otherId).where(sql`other_id is not null`),
    index('schedules_created').on(table.createdAt, table.id),
    index('schedules_next').on(table.nextOn, table.id),
    index('schedules_due').on(table.dueOn, table.id),
    index('schedules_amount').on(table.amount, table.id),
    index('schedules_reference').on(table.reference, table.id),
    // Downwards with what has none at the end, which the indexes above do not hold the other way round.
    index('schedules_due_down').on(table.dueOn.desc().nullsLast(), table.id.desc().nullsFirst()),
    index('schedules_amount_down').on(table.amount.desc().nullsLast(), table.id.desc().nullsFirst()),
    index('schedules_reference_down').on(table.reference.desc().nullsLast(), table.id.desc().nullsFirst()),
    index('schedules_mandate').on(table.mandateId),
    index('schedules_mandate_down').on(table.mandateId.desc().nullsLast(), table.id.desc().nullsFirst()),
    index('schedules_status_order').on(table.status, table.id),
    index('schedules_method_order').on(table.method, table.id),
    index('schedules_kind_order').on(table.kind, table.id),
    // Keys of few values are kept once with all their rows, and cost next to nothing.
    index('schedules_kind').on(table.kind, table.status, table.method, table.frequency, table.collectionDay),
    index('schedules_starts').on(table.startsOn),
    index('schedules_ends').on(table.endsOn),
    index('schedules_amounts').using('gin', table.amounts),
    // What few schedules are, and is asked for often.
    index('schedules_differs').on(table.dueOn, table.id).where(sql`differs`),
    index('schedules_skipped').on(table.dueOn, table.id).where(sql`skipped is not null`),
    index('schedules_unclear').on(table.id).where(sql`unreadable <> '{}'`),
  ],
)

/** What screens show of a schedule. Kept with `schedules` in one transaction. */
export const scheduleRecords = pgTable('schedule_records', {
  schedule: text().primaryKey(),
  record: jsonb().$type<ScheduleRow>().notNull(),
})

/** The listed payments of the copied schedules, whatever their status. Kept with `schedules` in one transaction. */
export const upcomingPayments = pgTable(
  'upcoming_payments',
  {
    schedule: text().notNull(),
    /** Place in the schedule's list, from 0. */
    place: integer().notNull(),
    due: day('due').notNull(),
    /** Pence; nought: skipped. */
    amount: integer().notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    /** Of the schedule: only active ones are to be collected. */
    status: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.schedule, table.place] }),
    // By day alone: equal keys are kept once, so that it is a tenth of one with the schedule in it.
    index('upcoming_payments_due').on(table.due),
  ],
)

/** upcoming_payments summed up by day, kept on each write in the same transaction. A row without payments goes. */
export const collectionTotals = pgTable(
  'collection_totals',
  {
    due: day('due').notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    status: text().notNull(),
    /** Payments of more than nought. */
    count: integer().notNull(),
    /** Pence. */
    total: bigint({ mode: 'number' }).notNull(),
    /** Payments of nought. */
    skipped: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.due, table.method, table.kind, table.status] })],
)

/** How far the copy is: one row, `book`. Who holds the lease writes it, and the copy; the fence tells an old holder from a new one. */
export const syncState = pgTable('sync_state', {
  name: text().primaryKey(),
  owner: text(),
  fence: bigint({ mode: 'number' }).notNull().default(0),
  leaseUntil: instant('lease_until'),
  /** Somebody asked for a pass before its time. */
  wantedAt: instant('wanted_at'),
  /** The pass that runs: when it began and how many records it has read. Null: none does. */
  passBegan: instant('pass_began'),
  passRead: integer('pass_read').notNull().default(0),
  /** The last pass that met the whole book. Null: there has been none, and the copy is not used. */
  completeBegan: instant('complete_began'),
  completeEnded: instant('complete_ended'),
  completeRows: integer('complete_rows'),
  completePasses: integer('complete_passes').notNull().default(0),
  /** `complete_began` of the pass that everything worked out from the copy has followed. */
  workedOut: instant('worked_out'),
  /** How the last pass ended, and when. */
  lastEnd: text('last_end'),
  lastEnded: instant('last_ended'),
})
export type SyncState = typeof syncState.$inferSelect

/** Indexes that were left out so that the copy is filled quickly for the first time, as the database told them; built once it is full. */
export const waitingIndexes = pgTable('waiting_indexes', {
  name: text().primaryKey(),
  definition: text().notNull(),
})
