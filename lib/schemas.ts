// What comes in as JSON and stands on the ground: checked here, used everywhere. Screens take the types from beside (money,
// calendar-date, problem) and load the schemas with their first question: zod would hold up every page by some 20 kB.
import * as z from 'zod/mini'
import { parseDate } from './calendar-date'
import { MOST_PENCE } from './money'

/** Whole pence, nought to £9,999,999.99. */
export const pence = z.int().check(z.minimum(0), z.maximum(MOST_PENCE)).brand<'Pence'>()

/** A day that exists, 0001 to 9999, as 'YYYY-MM-DD'. */
export const calendarDate = z
  .string()
  .check(z.refine((text) => parseDate(text) !== null))
  .brand<'CalendarDate'>()

/** The one error of the house as the BFF tells it. */
export const problem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-signed-in') }),
  z.object({ kind: z.literal('not-allowed'), needs: z.string() }),
  z.object({
    kind: z.literal('bad-input'),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  z.object({ kind: z.literal('too-large') }),
  z.object({ kind: z.literal('too-many'), retryAfterSeconds: z.int() }),
  z.object({ kind: z.literal('not-found'), what: z.string() }),
  /** The record moved after the operator opened it; nothing was sent. */
  z.object({ kind: z.literal('stale') }),
  /** Another change to it is not finished, or it looks like a schedule just made, whose id is `alike`. */
  z.object({ kind: z.literal('busy'), alike: z.optional(z.string()) }),
  /** SmarterPay understood, and said no, in its own words. */
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  /** SmarterPay was not reached: nothing changed there. `offline`: the browser did not even reach this dashboard. */
  z.object({
    kind: z.literal('unreachable'),
    retryAfterSeconds: z.optional(z.int()),
    offline: z.optional(z.boolean()),
  }),
  /** No record of the change could be made, so nothing was sent. */
  z.object({ kind: z.literal('not-recorded') }),
  /** A write left, and no clear answer came back. */
  z.object({ kind: z.literal('outcome-unknown') }),
  /** SmarterPay answered, and we cannot make sense of it. */
  z.object({ kind: z.literal('unreadable') }),
  /** Our token or address is at fault (SmarterPay's 498). */
  z.object({ kind: z.literal('misconfigured') }),
  /** Our own mistake; the ref is in the log. */
  z.object({ kind: z.literal('unexpected'), ref: z.string() }),
])
/** What a write's problem says beside its kind. */
export const aboutChange = z.object({ change: z.object({ id: z.string(), state: z.string() }) })
