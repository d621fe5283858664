// An earlier list of payments put back as a proposal on the list of now: never a save. What can no longer be is left out
// and told; what SmarterPay added since, and what is too late to change, stays.
import type { CalendarDate } from '../calendar-date'
import { toPence } from '../money'
import type { Circumstances } from '../schedules/circumstances'
import type { Schedule, UpcomingPayment } from '../schedules/model'
import { noticeClass } from '../schedules/notice'
import { planBalance, spreadEvenly } from '../schedules/plan'
import { byDate, sortedPayments } from '../schedules/upcoming'

export type Restored = {
  /** In order; what the editor opens with. */
  payments: UpcomingPayment[]
  /** Payments of the version whose day has come since. */
  past: number
  /** Payments of the version, differing from today's list, whose day is too late to change. */
  tooLate: number
  /** Payments of today's list that stay because they are too late to change. */
  kept: number
  /** Days of the proposal inside the notice period that today's list does not hold. */
  shortNotice: CalendarDate[]
  /** How a plan came to its sum: pence spread over its later payments, or what is still open. Null: nothing was needed. */
  balance: { kind: 'spread'; byPence: number } | { kind: 'open'; leftToPlace: number; rowsToAdd: number } | null
}

const same = (one: UpcomingPayment, other: UpcomingPayment) => one.date === other.date && one.amount === other.amount

/** Gives `left` pence (or takes them, where negative) to the last rows evenly; null where one would fall below nought. */
function spreadOver(rows: readonly UpcomingPayment[], left: number): UpcomingPayment[] | null {
  const open = rows.filter(({ amount }) => amount > 0)
  if (open.length === 0) return null
  const shares = spreadEvenly(toPence(Math.abs(left)), open.length)
  const sign = left < 0 ? -1 : 1
  const next = rows.map((row) => {
    const place = open.indexOf(row)
    return place < 0 ? row : { ...row, amount: row.amount + sign * (shares[place] ?? 0) }
  })
  return next.every(({ amount }) => amount >= 0)
    ? next.map(({ date, amount }) => ({ date, amount: toPence(amount) }))
    : null
}

/** The proposal that puts `version` back on `schedule` as it was just read. Null where its list could not be read. */
export function restorePayments(
  version: readonly UpcomingPayment[],
  schedule: Schedule,
  c: Circumstances,
): Restored | null {
  if (schedule.upcoming === null) return null
  const listed = sortedPayments(schedule.upcoming)
  const fixed = ({ date }: UpcomingPayment) => date <= c.now.date || noticeClass(date, schedule.method, c) === 'locked'
  const stays = listed.filter(fixed)
  const past = version.filter(({ date }) => date <= c.now.date)
  const tooLate = version.filter((row) => row.date > c.now.date && fixed(row) && !stays.some((one) => same(one, row)))
  const end = sortedPayments(version).at(-1)?.date ?? ''
  const since = schedule.kind === 'ongoing' ? listed.filter((row) => !fixed(row) && row.date > end) : []
  const free = [...version.filter((row) => !fixed(row)), ...since].sort(byDate)
  const { leftToPlace, rowsToAdd } =
    schedule.kind === 'plan' ? planBalance(listed, [...stays, ...free]) : { leftToPlace: 0, rowsToAdd: 0 }
  const spread = leftToPlace !== 0 && rowsToAdd === 0 ? spreadOver(free, leftToPlace) : null
  const rows = spread ?? free
  const open = (leftToPlace !== 0 && !spread) || rowsToAdd !== 0
  return {
    payments: sortedPayments([...stays, ...rows]),
    past: past.length,
    tooLate: tooLate.length,
    kept: stays.filter(({ date }) => date > c.now.date).length,
    shortNotice: rows
      .filter((row) => noticeClass(row.date, schedule.method, c) === 'short-notice')
      .filter((row) => !listed.some((one) => same(one, row)))
      .map(({ date }) => date),
    balance: spread ? { kind: 'spread', byPence: leftToPlace } : open ? { kind: 'open', leftToPlace, rowsToAdd } : null,
  }
}
