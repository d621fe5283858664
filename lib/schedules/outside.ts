// Two sights of one schedule, some time apart: what changed between them that neither we nor the mere passing of days explains.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
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

/**
 * Who made the change from outside: SmarterPay itself, where that can be known. It can where nothing but the list changed, and
 * each row that went stood on a day that is no banking day and came back, with its amount, on the next one. Anything else may
 * as well be a person's doing.
 */
export function sourceOfChange(
  before: Schedule,
  after: Schedule,
  parts: readonly (keyof Schedule)[],
  c: Circumstances,
): 'smarterpay' | 'outside' {
  const [was, is] = [before.upcoming, after.upcoming]
  if (was === null || is === null || parts.some((part) => part !== 'upcoming' && part !== 'nextCollectionDate'))
    return 'outside'
  const { isBankingDay, roll } = bankingCalendar(c.extraHolidays)
  const rolled = was.map(({ date, amount }) => ({ date: isBankingDay(date) ? date : roll(date), amount }))
  return !same(was, rolled) && onlyTimePassed({ ...before, upcoming: rolled }, after, c.now.date)
    ? 'smarterpay'
    : 'outside'
}
