// Where a schedule came from, what followed it, and what turned out otherwise than was said, as far as this dashboard's own records know.
import * as z from 'zod/mini'
import { ACTIONS, OPEN_STATES } from './changes'
import { asOf, scheduleId } from './schemas'

export const lineage = z.object({
  /** Who disabled it here, and when (UTC); null where it was not disabled from this dashboard. */
  disabled: z.nullable(z.object({ change: z.string(), person: z.string(), at: asOf })),
  /** The disabled schedule that this one was made in place of. */
  recreates: z.nullable(scheduleId),
  /** Schedules made in place of this one, oldest first. */
  recreatedAs: z.array(scheduleId),
  /** Changes that were called not saved and were found saved later: whose, sent and found when (UTC). The newest first. */
  savedAfterAll: z.array(
    z.object({ change: z.string(), action: z.enum(ACTIONS), person: z.string(), sentAt: asOf, foundAt: asOf }),
  ),
  /** Changes of which nobody knows yet whether they took effect: whose, and sent when (UTC). The newest first. */
  open: z.array(
    z.object({
      change: z.string(),
      action: z.enum(ACTIONS),
      person: z.string(),
      sentAt: asOf,
      state: z.enum(OPEN_STATES),
    }),
  ),
})
export type OpenChange = Lineage['open'][number]
export type Lineage = z.infer<typeof lineage>
