// Two sights of one schedule, some time apart: what changed between them that neither we nor the mere passing of days explains.
import type { CalendarDate } from '@/lib/calendar-date'
import type { Schedule, UpcomingPayment } from './model'

const LEFT_OUT: readonly (keyof Schedule)[] = ['id', 'createdAt', 'unreadable', 'asSent']

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Rows up to today may have been collected, and an ongoing schedule's list is topped up at its end. */
function onlyTimePassed(before: Schedule, after: Schedule, today: CalendarDate): boolean {
  if (before.upcoming === null || after.upcoming === null) return same(before.upcoming, after.upcoming)
  const later = ({ date }: UpcomingPayment) => date > today
  const [was, is] = [before.upcoming.filter(later), after.upcoming.filter(later)]
  const stillDue = after.upcoming.filter((row) => !later(row))
  const known = before.upcoming.filter((row) => !later(row))
  const topUp = is.slice(was.length)
  const end = before.upcoming.at(-1)?.date ?? ''
  return (
    was.every((row, n) => same(row, is[n])) &&
    (topUp.length === 0 || (after.kind === 'ongoing' && topUp.every(({ date }) => date > end))) &&
    stillDue.every((row) => known.some((one) => same(one, row)))
  )
}

/**
 * Names of the parts that changed from outside. `today` is London's at the second sight.
 * The next date follows the list, and a schedule whose last row has passed may become inactive by itself.
 */
export function changedOutside(before: Schedule, after: Schedule, today: CalendarDate): (keyof Schedule)[] {
  const passed = onlyTimePassed(before, after, today)
  const finished = passed && after.upcoming?.length === 0 && (before.upcoming ?? []).every(({ date }) => date <= today)
  return (Object.keys(before) as (keyof Schedule)[]).filter((part) => {
    if (LEFT_OUT.includes(part) || same(before[part], after[part])) return false
    if (part === 'upcoming' || part === 'nextCollectionDate') return !passed
    return !(part === 'status' && finished)
  })
}
