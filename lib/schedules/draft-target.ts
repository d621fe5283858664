// Where a payment in hand may be put down: one verdict on a day for the mouse, the finger and the keyboard, by the rules
// that check.ts holds against the draft afterwards.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import { type Draft, type DraftRow, isFixed, type Setting } from './draft'
import type { Method } from './model'
import { earliestDate, type NoticeClass, noticeClass } from './notice'

/** Why a payment cannot be put down on a day. */
export type Refusal =
  | { kind: 'fixed' }
  | { kind: 'not-a-banking-day'; holiday: string | null; next: CalendarDate }
  | { kind: 'past' }
  | { kind: 'locked' }
  | { kind: 'taken' }
  /** The day would do, but not for the others that are moved along; `day` is where one of them would come to be. */
  | { kind: 'others'; day: CalendarDate }

/** What putting a payment down on `date` would be. */
export type Target = {
  date: CalendarDate
  allowed: boolean
  /** Null where it is allowed. */
  reason: Refusal | null
  /** The first banking day that a payment of this schedule can still be moved to. */
  earliest: CalendarDate
  /** Of the move: the worse of the day that it leaves and the day that it comes to, as the review will have it. */
  notice: NoticeClass
  /** Working days from where the payment is now; negative when earlier, 0 on its own day. */
  bankingDays: number
  /** False where the table of holidays does not reach. */
  known: boolean
}

/** The first banking day that a payment can be moved to: cards have no Bacs cycle, tomorrow will do. */
export function earliestTarget(method: Method, c: Circumstances): CalendarDate {
  return method === 'card' ? bankingCalendar(c.extraHolidays).roll(addDays(c.now.date, 1)) : earliestDate(c)
}

/** Working days from one day to another, as `move-by` counts them; negative when `to` is earlier. */
export function bankingDaysBetween(from: CalendarDate, to: CalendarDate, c: Circumstances): number {
  const { isBankingDay } = bankingCalendar(c.extraHolidays)
  const step = to < from ? -1 : 1
  let count = 0
  for (let at = from; at !== to; ) {
    at = addDays(at, step)
    if (isBankingDay(at)) count += step
  }
  return count
}

/**
 * The judge of days for one payment in hand, with the rows that are moved along by as many working days. Null where there is
 * nothing to be moved: a row without a readable date, or one that is not there. What it needs of the draft is read once, so
 * that a day can be asked about while a pointer moves.
 */
export function targetsOf(
  draft: Draft,
  inHand: string,
  setting: Setting,
  along: readonly string[] = [],
): ((date: CalendarDate) => Target) | null {
  const { method, c } = setting
  const held = draft.rows.find(({ id }) => id === inHand)
  const from = held?.date
  if (!held || !from) return null
  const moving = new Set([inHand, ...along])
  const others = draft.rows.filter((row) => row.id !== inHand && moving.has(row.id) && !isFixed(row, setting))
  const taken = new Set(draft.rows.flatMap((row) => (moving.has(row.id) || !row.date ? [] : [row.date])))
  const calendar = bankingCalendar(c.extraHolidays)
  const earliest = earliestTarget(method, c)

  const refusalOf = (row: DraftRow, date: CalendarDate): Refusal | null => {
    if (isFixed(row, setting)) return { kind: 'fixed' }
    if (!calendar.isBankingDay(date))
      return {
        kind: 'not-a-banking-day',
        holiday: calendar.holidayName(date),
        next: calendar.roll(date < earliest ? earliest : date),
      }
    if (date < c.now.date) return { kind: 'past' }
    if (date < earliest) return { kind: 'locked' }
    return taken.has(date) ? { kind: 'taken' } : null
  }
  const refusalOfOthers = (bankingDays: number): Refusal | null => {
    for (const row of others) {
      if (!row.date) continue
      const day = calendar.addBankingDays(row.date, bankingDays)
      if (refusalOf(row, day)) return { kind: 'others', day }
    }
    return null
  }
  const noticeOf = (date: CalendarDate): NoticeClass => {
    const days = [date, ...(held.listed ? [held.listed.date] : [])].map((one) => noticeClass(one, method, c))
    return (
      days.find((notice) => notice === 'locked') ?? days.find((notice) => notice === 'short-notice') ?? 'notice-safe'
    )
  }

  return (date) => {
    const own = date === from
    const bankingDays = own ? 0 : bankingDaysBetween(from, date, c)
    const reason = own ? null : (refusalOf(held, date) ?? refusalOfOthers(bankingDays))
    return {
      date,
      allowed: reason === null,
      reason,
      earliest,
      notice: noticeOf(date),
      bankingDays,
      known: calendar.isKnown(date),
    }
  }
}

/** The verdict on one day. Where many are asked about in a row, keep the judge of `targetsOf`. */
export function targetOf(draft: Draft, inHand: string, date: CalendarDate, setting: Setting): Target | null {
  return targetsOf(draft, inHand, setting)?.(date) ?? null
}
