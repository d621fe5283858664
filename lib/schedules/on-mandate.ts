// What else is collected by a mandate, from a list of its schedules.
import type { ScheduleList } from './contract'
import { isUnreadable, type Schedule } from './model'

export type OnMandate = {
  active: Schedule[]
  /** Rows that could not be read, or whose status is unknown: each may be active. */
  unclear: number
  /** There may be others beyond those listed. */
  more: boolean
}

type Listed = Pick<ScheduleList, 'rows' | 'more'>

/** Whether the list can hold all: it ends, and the schedule that asks, which is on that mandate, is in it. */
export const isWhole = ({ rows, more }: Listed, own?: string): boolean =>
  !more && (own === undefined || rows.some(({ id }) => id === own))

/** The active ones of a mandate's schedules but for `own`, the id of the schedule that asks. */
export function othersOnMandate(listed: Listed, own?: string): OnMandate {
  const others = listed.rows.filter(({ id }) => own === undefined || id !== own)
  const active = others.flatMap((row) => (!isUnreadable(row) && row.status === 'active' ? [row] : []))
  const unclear = others.filter((row) => isUnreadable(row) || row.status === 'unrecognised').length
  return { active, unclear, more: !isWhole(listed, own) }
}

/** How many are active, as "3 active schedules", "at least 3" where there may be others; null: none that is known. */
export function activeWords({ active, more }: OnMandate, which = 'active'): string | null {
  if (active.length === 0) return null
  return `${more ? 'at least ' : ''}${active.length} ${which} ${active.length === 1 ? 'schedule' : 'schedules'}`
}

/** What is not known of them, a sentence; null: all is known. */
export function unknownWords({ active, unclear, more }: OnMandate): string | null {
  if (unclear > 0) return `${unclear} ${unclear === 1 ? 'schedule' : 'schedules'} on it could not be read.`
  return more && active.length === 0 ? 'There may be others on it: SmarterPay’s list is not complete.' : null
}
