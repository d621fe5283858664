// What the BFF says of the log, and what is asked of it when data leaves as a file.
import * as z from 'zod/mini'
import { ACTIVITY_COLUMNS } from './csv'

export const activityEntry = z.object({
  seq: z.int(),
  /** UTC instant. */
  at: z.iso.datetime(),
  person: z.nullable(z.string()),
  role: z.nullable(z.string()),
  source: z.string(),
  action: z.string(),
  schedule: z.nullable(z.string()),
  change: z.nullable(z.string()),
  phase: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** Changed fields only; amounts in pence, dates as days. */
  before: z.unknown(),
  after: z.unknown(),
})
export const activityList = z.object({ rows: z.array(activityEntry), more: z.boolean() })

/** One line of the log, or all phases of one change, oldest first. `who`: the person's name at present, their e-mail where none is known. */
export const activityGroup = z.object({
  phases: z.array(activityEntry).check(z.minLength(1)),
  who: z.nullable(z.string()),
})
export const activityGroups = z.object({ rows: z.array(activityGroup), more: z.boolean() })

/** `filter`: the names and texts of the page's own address, without its page. */
export const newExport = z.strictObject({
  what: z.enum(['activity'], 'Only activity can be exported here.'),
  format: z.enum(['csv'], 'Activity is exported as csv.'),
  filter: z.record(z.string(), z.string()),
  columns: z.optional(z.array(z.enum(ACTIVITY_COLUMNS)).check(z.minLength(1, 'Choose at least one column.'))),
})
