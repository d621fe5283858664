// What disabling a schedule stops and what it does not, from its list and what was already taken from it.
import type { CalendarDate } from '@/lib/calendar-date'
import { isUnreadablePayment, type PaymentRow, type PaymentTaken } from '@/lib/payers/model'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import { noticeClass } from './notice'
import { totalOf } from './upcoming'

export type DisableImpact = {
  /** Payments that will not be taken: how many, pence, the first day. */
  stops: { count: number; total: number; next: CalendarDate | null }
  /** Listed, and too late to stop for certain. */
  locked: UpcomingPayment[]
  /** False where the list could not be read. */
  known: boolean
}

/** `stops` counts listed payments that take money and can still be changed; skipped ones stop nothing. */
export function disableImpact({ upcoming, method }: Schedule, c: Circumstances): DisableImpact {
  const taking = (upcoming ?? []).filter(({ amount }) => amount > 0)
  const isLocked = ({ date }: UpcomingPayment) => noticeClass(date, method, c) === 'locked'
  const stops = taking.filter((row) => !isLocked(row))
  return {
    stops: { count: stops.length, total: totalOf(stops), next: stops[0]?.date ?? null },
    locked: taking.filter(isLocked),
    known: upcoming !== null,
  }
}

const ON_ITS_WAY: readonly PaymentTaken['status'][] = ['pending-submission', 'submitted', 'pending']

/** Payments already made from the schedule that have not reached their end: disabling does not call them back. */
export function onTheirWay(rows: readonly PaymentRow[]): PaymentTaken[] {
  return rows.flatMap((row) => (!isUnreadablePayment(row) && ON_ITS_WAY.includes(row.status) ? [row] : []))
}
