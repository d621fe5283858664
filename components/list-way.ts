// The way from the list into a schedule, kept in this tab: which schedules stood there and in which order, so that one can go
// on to the next without going back.
import { SCHEDULE_ID } from '@/lib/schedules/model'

const STORED = 'qd-list-way'

export type ListWay = {
  /** The list's own address. */
  here: string
  /** Ids of the page that one came from, in its order. */
  ids: string[]
}

/** Notes the list as it stands; a browser that keeps nothing has no way to go on. */
export function rememberWay(way: ListWay): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(way))
  } catch {
    // The list can still be gone back to.
  }
}

export type Step = { here: string; place: number; of: number; previous: string | null; next: string | null }

/** Where a schedule stands in the list that one came from; null where it does not. */
export function stepsFrom(id: string): Step | null {
  try {
    const kept = Object(JSON.parse(sessionStorage.getItem(STORED) ?? 'null')) as { here?: unknown; ids?: unknown }
    if (typeof kept.here !== 'string' || !/^\/schedules(?:$|\?)/.test(kept.here) || !Array.isArray(kept.ids))
      return null
    const ids = kept.ids.filter((own): own is string => typeof own === 'string' && SCHEDULE_ID.test(own))
    const at = ids.indexOf(id)
    if (at < 0) return null
    return {
      here: kept.here,
      place: at + 1,
      of: ids.length,
      previous: ids[at - 1] ?? null,
      next: ids[at + 1] ?? null,
    }
  } catch {
    return null
  }
}
