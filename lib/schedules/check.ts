// What is wrong with a proposed list of upcoming payments: one judgement for the editor, the BFF and the tests.
// Only rows that the person changed or added are stopped; what stands in SmarterPay already goes back untouched.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import type { Method, Schedule, UpcomingPayment } from './model'
import { earliestDate, latestNoticeDay, noticeClass } from './notice'
import { changedRows, type RowChange, totalOf } from './upcoming'

/** `row` counts in the proposed list from 0; money in pence, days in London. `stops` findings keep the list from being sent. */
export type Finding =
  | { kind: 'list-unreadable'; stops: true }
  | { kind: 'not-active'; stops: true }
  | { kind: 'unrecognised'; part: 'status' | 'kind' | 'method'; stops: true }
  | { kind: 'nothing-changed'; stops: true }
  | { kind: 'nothing-left'; stops: true }
  | { kind: 'past'; row: number; part: 'date' | 'amount'; was: CalendarDate | null; stops: boolean }
  | {
      kind: 'locked'
      row: number
      part: 'date' | 'amount'
      was: CalendarDate | null
      earliest: CalendarDate
      stops: boolean
    }
  | { kind: 'removed-too-late'; date: CalendarDate; stops: true }
  | {
      kind: 'not-a-banking-day'
      row: number
      holiday: string | null
      movesTo: CalendarDate
      stops: boolean
    }
  | { kind: 'same-day'; row: number; other: number; stops: boolean }
  | { kind: 'plan-total-differs'; byPence: number; stops: true }
  | { kind: 'plan-count-differs'; by: number; stops: true }
  | { kind: 'short-notice'; row: number; latestNoticeDay: CalendarDate; stops: false }
  | { kind: 'notice-passed-for-removed'; date: CalendarDate; latestNoticeDay: CalendarDate; stops: false }
  | { kind: 'calendar-not-known'; row: number; stops: false }

type Touch = { row: number; was: UpcomingPayment | null; is: UpcomingPayment }

const isPast = (date: CalendarDate, c: Circumstances) => date <= c.now.date
const isLocked = (date: CalendarDate, method: Method, c: Circumstances) =>
  !isPast(date, c) && noticeClass(date, method, c) === 'locked'

function checkTouched({ row, was, is }: Touch, method: Method, c: Circumstances): Finding[] {
  const moved = was === null || was.date !== is.date
  const days = [...new Set([...(was ? [was.date] : []), is.date])]
  const place = { row, part: moved ? ('date' as const) : ('amount' as const), was: was?.date ?? null }
  if (days.some((date) => isPast(date, c))) return [{ kind: 'past', ...place, stops: true }]
  if (days.some((date) => isLocked(date, method, c)))
    return [{ kind: 'locked', ...place, earliest: earliestDate(c), stops: true }]
  const shortest = days.find((date) => noticeClass(date, method, c) === 'short-notice')
  return shortest === undefined
    ? []
    : [{ kind: 'short-notice', row, latestNoticeDay: latestNoticeDay(shortest, c), stops: false }]
}

function checkRemoved(date: CalendarDate, method: Method, c: Circumstances): Finding[] {
  if (isPast(date, c) || isLocked(date, method, c)) return [{ kind: 'removed-too-late', date, stops: true }]
  return noticeClass(date, method, c) === 'short-notice'
    ? [{ kind: 'notice-passed-for-removed', date, latestNoticeDay: latestNoticeDay(date, c), stops: false }]
    : []
}

function checkDays(proposed: readonly UpcomingPayment[], touched: ReadonlySet<number>, c: Circumstances): Finding[] {
  const calendar = bankingCalendar(c.extraHolidays)
  const rowsOn = new Map<CalendarDate, number[]>()
  for (const [row, { date }] of proposed.entries()) {
    const there = rowsOn.get(date)
    if (there) there.push(row)
    else rowsOn.set(date, [row])
  }
  return proposed.flatMap(({ date }, row): Finding[] => {
    const stops = touched.has(row)
    const other = rowsOn.get(date)?.find((one) => one !== row)
    const findings: Finding[] = []
    if (!calendar.isBankingDay(date))
      findings.push({
        kind: 'not-a-banking-day',
        row,
        holiday: calendar.holidayName(date),
        movesTo: calendar.roll(date),
        stops,
      })
    if (!calendar.isKnown(date) && stops) findings.push({ kind: 'calendar-not-known', row, stops: false })
    if (other !== undefined) findings.push({ kind: 'same-day', row, other, stops })
    return findings
  })
}

function checkPlan(before: readonly UpcomingPayment[], proposed: readonly UpcomingPayment[]): Finding[] {
  const byPence = totalOf(proposed) - totalOf(before)
  const by = proposed.length - before.length
  return [
    ...(byPence === 0 ? [] : [{ kind: 'plan-total-differs' as const, byPence, stops: true as const }]),
    ...(by === 0 ? [] : [{ kind: 'plan-count-differs' as const, by, stops: true as const }]),
  ]
}

const touchOf = (change: RowChange): Touch | null => {
  if (change.kind === 'changed') return { row: change.row, was: change.before, is: change.after }
  return change.kind === 'added' ? { row: change.row, was: null, is: change.after } : null
}

/**
 * Everything wrong with a proposed list, in row order; what concerns the whole list comes first. `compared`: what differs from
 * the schedule's own list, where the caller knows that already.
 * A plan keeps the sum and the number of its upcoming rows, noughts counted (domain rule of SmarterPay's PUT notes).
 */
export function checkUpcoming(
  schedule: Schedule,
  proposed: readonly UpcomingPayment[],
  c: Circumstances,
  compared?: readonly RowChange[],
): Finding[] {
  if (schedule.upcoming === null) return [{ kind: 'list-unreadable', stops: true }]
  const strange = (['status', 'kind', 'method'] as const).find((part) => schedule[part] === 'unrecognised')
  if (strange) return [{ kind: 'unrecognised', part: strange, stops: true }]
  if (schedule.status !== 'active') return [{ kind: 'not-active', stops: true }]
  const changes = compared ?? changedRows(schedule.upcoming, proposed)
  const whole: Finding[] = changes.length === 0 ? [{ kind: 'nothing-changed', stops: true }] : []
  // What SmarterPay makes of an empty list is not documented: it may as well begin a new one.
  if (proposed.length === 0 && changes.length > 0) whole.push({ kind: 'nothing-left', stops: true })
  if (schedule.kind === 'plan') whole.push(...checkPlan(schedule.upcoming, proposed))
  const removed = changes.flatMap((change) =>
    change.kind === 'removed' ? checkRemoved(change.before.date, schedule.method, c) : [],
  )
  const touches = changes.flatMap((change) => touchOf(change) ?? [])
  const rows = [
    ...touches.flatMap((touch) => checkTouched(touch, schedule.method, c)),
    ...checkDays(proposed, new Set(touches.map(({ row }) => row)), c),
  ]
  const rowOf = (finding: Finding) => ('row' in finding ? finding.row : -1)
  return [...whole, ...removed, ...rows.sort((a, b) => rowOf(a) - rowOf(b))]
}

/** Where a finding belongs in the body of a request: `payments.3.date`, or `payments` for the list as a whole. */
export function pathOf(finding: Finding): string {
  if (!('row' in finding)) return 'payments'
  const part = finding.kind === 'past' || finding.kind === 'locked' ? finding.part : 'date'
  return `payments.${finding.row}.${part}`
}
