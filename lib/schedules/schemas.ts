// The shapes of schedules where they come in as JSON: from SmarterPay's door to the BFF, and from the BFF to the browser.
// Their types are in model.ts and contract.ts.
import * as z from 'zod/mini'
import { calendarDate, pence } from '@/lib/schemas'
import { KINDS, METHODS, PERIODS, SCHEDULE_ID, STATUSES } from './model'

export const scheduleId = z.string().check(z.regex(SCHEDULE_ID))

export const status = z.enum([...STATUSES, 'unrecognised'])
export const kind = z.enum([...KINDS, 'unrecognised'])
export const method = z.enum([...METHODS, 'unrecognised'])
export const collectionPeriod = z.enum([...PERIODS, 'unrecognised'])
/** 1 to 28, or the last day of the month. */
export const collectionDay = z.union([z.int().check(z.minimum(1), z.maximum(28)), z.literal('last')])

/** One future collection: a London day and whole pence; nought means skipped. */
export const upcomingPayment = z.object({ date: calendarDate, amount: pence })

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
const namedDay = <K extends string>(kind: K) => z.object({ kind: z.literal(kind), date: calendarDate })

/** What deserves a second look; what each means is in flags.ts. */
export const flag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unrecognised'), parts: z.array(z.string()) }),
  z.object({ kind: z.literal('dormancy-risk'), from: calendarDate, to: calendarDate }),
  z.object({
    kind: z.literal('short-gap'),
    first: calendarDate,
    second: calendarDate,
    days: z.int(),
    why: z.enum(['closer', 'same-month', 'same-week']),
  }),
  z.object({ kind: z.literal('not-a-banking-day'), date: calendarDate, likely: calendarDate }),
  namedDay('overdue'),
  namedDay('locked-next'),
  z.object({ kind: z.literal('differs-from-rule'), count: z.int() }),
  namedDay('skipped-next'),
  namedDay('ends-soon'),
])

/** A schedule as a row of a list, with its flags as of the server's day, worst first. */
export const listRow = z.extend(schedule, { flags: z.array(flag) })

/** A record that is no object or has no usable id. */
export const unreadableRow = z.object({ id: z.optional(z.string()), unreadable: z.literal(true) })

/** Opaque fingerprint of a schedule as it was shown; a write carries it back. */
export const basis = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/))
/** UTC instant of what is shown. */
export const asOf = z.iso.datetime()

export const scheduleAnswer = z.object({ schedule, basis, asOf })

export const scheduleList = z.object({
  rows: z.array(z.union([unreadableRow, listRow])),
  page: z.int(),
  size: z.int(),
  /** Null where nobody knows it: SmarterPay tells no totals. */
  total: z.nullable(z.int()),
  more: z.boolean(),
  source: z.enum(['smarterpay', 'index']),
  /** Only with `q` read live: how many records SmarterPay gave for each way of looking; null: not asked, the text cannot be one. */
  searched: z.optional(
    z.object({ id: z.nullable(z.int()), mandate: z.nullable(z.int()), reference: z.nullable(z.int()) }),
  ),
  /** Only while the index is being made for the first time: how many records it has read so far. */
  indexing: z.optional(z.object({ read: z.int() })),
  asOf,
})

/** How far the index is. `asOf`: UTC, since when all of it is known to be so; null: it has not met the whole book yet. */
export const indexStatus = z.object({
  /** False: the setting INDEX says that there is to be none. */
  kept: z.boolean(),
  asOf: z.nullable(asOf),
  schedules: z.nullable(z.int()),
  /** The pass that runs: since when (UTC), and how many records it has read. */
  reading: z.nullable(z.object({ since: z.iso.datetime(), read: z.int() })),
  /** How the last pass ended, in a word; `complete` where all was well. */
  lastEnd: z.nullable(z.string()),
  lastEnded: z.nullable(z.iso.datetime()),
})
