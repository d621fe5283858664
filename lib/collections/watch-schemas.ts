// The shapes of the watchlist where they come in as JSON. Their types are in watch-list.ts.
import * as z from 'zod/mini'
import { ACTIONS } from '@/lib/schedules/changes'
import { asOf } from '@/lib/schedules/schemas'
import { calendarDate } from '@/lib/schemas'

const count = z.int().check(z.minimum(0))
const nullableDate = z.nullable(calendarDate)

export const watchRow = z.object({
  /** Null for a record without a usable id. */
  schedule: z.nullable(z.string()),
  reference: z.nullable(z.string()),
  kind: z.enum([
    'dormancy-red',
    'dormancy-amber',
    'double-take',
    'short-gap',
    'ends-soon',
    'not-a-banking-day',
    'overdue',
    'plan-off',
    'unreadable',
    'needs-attention',
  ]),
  date: nullableDate,
  /** Pence at stake; null where nobody can tell. */
  amount: z.nullable(z.int()),
  detail: z.object({
    from: z.optional(calendarDate),
    other: z.optional(z.string()),
    parts: z.optional(z.array(z.string())),
    days: z.optional(z.int()),
    count: z.optional(count),
    /** Of what needs attention: the change, to say what came of it; what it was, who sent it and when (UTC). */
    change: z.optional(z.string()),
    action: z.optional(z.enum(ACTIONS)),
    by: z.optional(z.string()),
    sentAt: z.optional(asOf),
  }),
})

export const watchCounts = z.object({
  attention: count,
  dormancy: count,
  double: count,
  ending: count,
  dates: count,
  data: count,
})

export const watchList = z.object({ rows: z.array(watchRow), more: z.boolean(), counts: watchCounts, asOf })
