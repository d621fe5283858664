// Schedules that a person has opened, the latest first: ids alone, in this browser, for that person alone.
import { SCHEDULE_ID } from '@/lib/schedules/model'

const STORED = 'qd-recent'
const MANY = 8

/** Ids, the latest first. Empty where somebody else was here last, or where the browser keeps nothing. */
export function recentSchedules(person: string): string[] {
  try {
    const kept = Object(JSON.parse(localStorage.getItem(STORED) ?? 'null')) as { person?: unknown; ids?: unknown }
    if (kept.person !== person || !Array.isArray(kept.ids)) return []
    return kept.ids.filter((id): id is string => typeof id === 'string' && SCHEDULE_ID.test(id)).slice(0, MANY)
  } catch {
    return []
  }
}

export function rememberSchedule(person: string, id: string): void {
  const ids = [id, ...recentSchedules(person).filter((own) => own !== id)].slice(0, MANY)
  try {
    localStorage.setItem(STORED, JSON.stringify({ person, ids }))
  } catch {
    // A browser that keeps nothing has no recent schedules either.
  }
}
