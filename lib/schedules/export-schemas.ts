// What is asked of the BFF when schedules leave as a file, and what it tells of a file that takes its time.
import * as z from 'zod/mini'
import { problem } from '@/lib/schemas'
import { MOST_SELECTED } from './contract'
import { EXPORT_COLUMNS } from './export-rows'
import { SCHEDULE_ID } from './model'

/**
 * `filter`: names and texts of the list's own address. With a page in it that page alone, else everything that matches. Where
 * schedules are `selected` by their ids the file is of these, in this order, and `filter` only tells how they were found.
 */
export const newScheduleExport = z.strictObject({
  what: z.enum(['schedules', 'payments']),
  format: z.enum(['csv', 'xlsx'], 'Schedules are exported as csv or xlsx.'),
  filter: z.record(z.string(), z.string()),
  columns: z.optional(z.array(z.enum(EXPORT_COLUMNS)).check(z.minLength(1, 'Choose at least one column.'))),
  selected: z.optional(
    z
      .array(z.string().check(z.regex(SCHEDULE_ID)))
      .check(z.minLength(1, 'Select at least one schedule.'), z.maxLength(MOST_SELECTED, `At most ${MOST_SELECTED}.`)),
  ),
})

/** A file that is being made. `read`: schedules so far. */
export const exportProgress = z.object({
  id: z.uuid(),
  state: z.enum(['making', 'ready', 'failed']),
  read: z.int(),
  /** Where nothing came of it. */
  problem: z.nullable(problem),
})
