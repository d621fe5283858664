import 'server-only'
import type { NewSchedule } from '@/lib/schedules/changes'
import type { Intent } from './intent'

/** The body of a create as what a person wants: the schedule, why, and whether what looks alike was seen. */
export function createIntent(body: NewSchedule): Omit<Intent, 'key' | 'operator'> {
  const { reason, note, agreed, ...schedule } = body
  return {
    schedule: null,
    basis: null,
    wanted: { action: 'create', schedule },
    why: reason === undefined ? null : { reason, note, agreed },
    ...(body.evenIfAlike && { evenIfAlike: true }),
  }
}
