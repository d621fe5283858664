// What the day begins with, by role: plain values, so that the page is made of them on the server.
import type { CalendarDate } from '@/lib/calendar-date'
import type { ChangeState } from '@/lib/schedules/changes'
import type { CollectionsRow } from './model'
import type { WatchCounts } from './watch-list'

/** A schedule that the person worked on, as the copy has it. Instants in UTC. */
export type WorkedOn = {
  schedule: string
  reference: string | null
  /** The last thing they did to it: an action of the log. */
  action: string
  at: string
  next: CalendarDate | null
  /** Pence of the next payment. */
  amount: number | null
}

export type OpenChange = {
  schedule: string | null
  reference: string | null
  action: string
  state: ChangeState
  at: string
  person: string
}
export type KeptDraft = { schedule: string; reference: string | null; savedAt: string }
export type Disabled = {
  schedule: string
  reference: string | null
  person: string | null
  at: string
  reason: string | null
}

export type Today = {
  /** UTC instant at which all of the copy was known to be so; null before the whole book has been read. */
  asOf: string | null
  /** Of the person, for those who change schedules. */
  mine: { worked: WorkedOn[]; open: OpenChange[]; drafts: KeptDraft[] } | null
  /** The next seven days, and the month to its end from today. */
  money: { week: CollectionsRow[]; monthEnd: CalendarDate; month: CollectionsRow[] } | null
  /** What waits for a hand, and what was disabled in the last seven days. */
  care: { counts: WatchCounts; open: OpenChange[]; disabled: Disabled[] } | null
}
