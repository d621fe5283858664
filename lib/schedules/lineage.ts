// Where a schedule came from and what followed it, as far as this dashboard's own records know.
import * as z from 'zod/mini'
import { asOf, scheduleId } from './schemas'

export const lineage = z.object({
  /** Who disabled it here, and when (UTC); null where it was not disabled from this dashboard. */
  disabled: z.nullable(z.object({ change: z.string(), person: z.string(), at: asOf })),
  /** The disabled schedule that this one was made in place of. */
  recreates: z.nullable(scheduleId),
  /** Schedules made in place of this one, oldest first. */
  recreatedAs: z.array(scheduleId),
})
export type Lineage = z.infer<typeof lineage>
