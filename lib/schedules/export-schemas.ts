// What is asked of the BFF when schedules leave as a file, and what it tells of a file that takes its time.
import * as z from 'zod/mini'
import { problem } from '@/lib/schemas'
import { EXPORT_COLUMNS } from './export-rows'

/** `filter`: names and texts of the list's own address. With a page in it that page alone, else everything that matches. */
export const newScheduleExport = z.strictObject({
  what: z.enum(['schedules', 'payments']),
  format: z.enum(['csv', 'xlsx'], 'Schedules are exported as csv or xlsx.'),
  filter: z.record(z.string(), z.string()),
  columns: z.optional(z.array(z.enum(EXPORT_COLUMNS)).check(z.minLength(1, 'Choose at least one column.'))),
})

/** A file that is being made. `read`: schedules so far. */
export const exportProgress = z.object({
  id: z.uuid(),
  state: z.enum(['making', 'ready', 'failed']),
  read: z.int(),
  /** Where nothing came of it. */
  problem: z.nullable(problem),
})
