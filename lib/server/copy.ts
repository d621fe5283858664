import 'server-only'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { Schedule } from '@/lib/schedules/model'
import { foundAlone } from './book/findable'
import { putSights, type Sight } from './book/keep'
import { type Taking, takeSights } from './book/take'
import { log } from './log'
import { answerSchedule, type Reading } from './reading/schedules'
import type { Database } from './store/store'

// What is read for somebody, and what our own changes leave, goes into the copy at once.

/**
 * Puts what our own change of `askedId` left into the copy unless a newer sight stands there; inside `tx`, so that the
 * change and its sight go together.
 */
export async function keepCopy(tx: Database, schedule: Schedule, seenAt: Date, askedId = schedule.id): Promise<void> {
  const found = foundAlone(schedule, askedId)
  await putSights(tx, [{ found, seenAt }], found.otherId === null ? [] : [found.otherId])
}

/** Takes note of sights. Reading never waits for this and never fails by it. */
export function noteSeen(sights: readonly Sight[], taking: Taking = {}): void {
  takeSights(sights, taking).catch((error: unknown) =>
    log('warn', 'copy.keep', { schedule: sights[0]?.found.key }, error),
  )
}

/** answerSchedule for a person who looks: the same answer, and the sight is noted. Throws as answerSchedule. */
export async function lookAtSchedule(id: string, reading: Reading = {}): Promise<ScheduleAnswer> {
  const answer = await answerSchedule(id, reading)
  noteSeen([{ found: foundAlone(answer.schedule, id), seenAt: new Date(answer.asOf) }])
  return answer
}
