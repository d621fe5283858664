// Where a schedule stands: what is due next, or why nothing is. Lists, sentences and flags all ask here.
import type { CalendarDate } from '@/lib/calendar-date'
import type { Schedule, UpcomingPayment } from './model'

export type Standing =
  /** `next` is the first listed payment that takes money (null: all are skipped); `skipped` are the rows of nought before it. */
  | { kind: 'running'; next: UpcomingPayment | null; skipped: UpcomingPayment[] }
  /** Active, and SmarterPay lists no further collection. */
  | { kind: 'finished' }
  /** Disabled. SmarterPay keeps a next date on it, which is never due. */
  | { kind: 'inactive' }
  /** Active, but its list could not be read: SmarterPay's next date is all there is. */
  | { kind: 'list-unreadable'; nextDate: CalendarDate | null }
  /** A status that we do not know: nothing can be called due. */
  | { kind: 'status-unrecognised'; nextDate: CalendarDate | null }

export function standingOf({ status, upcoming, nextCollectionDate }: Schedule): Standing {
  if (status === 'inactive') return { kind: 'inactive' }
  if (status === 'unrecognised') return { kind: 'status-unrecognised', nextDate: nextCollectionDate }
  if (upcoming === null) return { kind: 'list-unreadable', nextDate: nextCollectionDate }
  if (upcoming.length === 0) return { kind: 'finished' }
  const at = upcoming.findIndex((row) => row.amount > 0)
  return { kind: 'running', next: upcoming[at] ?? null, skipped: at === -1 ? upcoming : upcoming.slice(0, at) }
}

export type Due = {
  /** The next payment that takes money; null where nothing is due or nothing can be called due. */
  date: CalendarDate | null
  /** Rows of nought before it. */
  skipped: readonly UpcomingPayment[]
}

/** What is due next. An inactive schedule has nothing due, although SmarterPay leaves a date standing there. */
export function dueOf(schedule: Schedule): Due {
  const standing = standingOf(schedule)
  switch (standing.kind) {
    case 'running':
      return { date: standing.next?.date ?? null, skipped: standing.skipped }
    case 'list-unreadable':
      return { date: standing.nextDate, skipped: [] }
    case 'status-unrecognised':
    case 'inactive':
    case 'finished':
      return { date: null, skipped: [] }
  }
}
