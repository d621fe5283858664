// The payments of a schedule as its screens show them: SmarterPay's rows with what is to be said of each, then the
// projected ones. Calendar, list, year and overview stand on this one list.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate, LondonTime } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import { changeableUntil, type NoticeClass, noticeClass } from './notice'
import { projectBeyond } from './project'
import { type RuleDifference, ruleDifferences } from './rule-differences'
import { standingOf } from './standing'

/** `moved`, `edited`, `added` and `restored` are of a person's draft alone: what SmarterPay lists is scheduled, skipped or locked. */
export type PaymentState = 'scheduled' | 'locked' | 'skipped' | 'projected' | 'moved' | 'edited' | 'added' | 'restored'
export type RowDifference = Exclude<RuleDifference, { kind: 'missing' }>

export type ShownPayment = {
  /** Stable while the row stands: its place in the list and its date. */
  key: string
  date: CalendarDate
  /** Pence; the two differ only where a projected amount is not known to the penny. */
  lowest: number
  highest: number
  state: PaymentState
  /** How SmarterPay's row differs from what the rule would give; empty where it does not, or nobody can tell. */
  differs: readonly RowDifference[]
  /** Where a row on a non-banking day will probably be collected. */
  likelyDate: CalendarDate | null
  /** Null where no notice applies: cards, inactive schedules, projected payments. */
  notice: NoticeClass | null
  /** Until when this payment can be changed; null where nobody can say. */
  changeableUntil: LondonTime | null
  /** A projected date that may turn out otherwise. */
  estimate: boolean
  /** What only a draft knows; null in SmarterPay's own list and in what is projected. */
  drafted: Drafted | null
}

/** A payment as it stands in a person's draft. */
export type Drafted = {
  /** The draft's own id of the row. */
  row: string
  /** Differs from what SmarterPay holds. */
  touched: boolean
  /** What SmarterPay holds, where it differs; null in a row that was added. */
  was: UpcomingPayment | null
  pinned: boolean
  /** Whether something is said of it: what keeps the draft from being saved, or what deserves a second look. */
  attention: 'stops' | 'look' | null
}

/** Where a moved payment stood: its old day, what it was, and where it went. */
export type Ghost = { row: string; date: CalendarDate; amount: Pence; to: CalendarDate }

/**
 * SmarterPay's rows in their order, then what is projected up to `until` (a London day, included). Nothing projected
 * where nothing can be; no rows where the list could not be read.
 */
export function shownPayments(schedule: Schedule, until: CalendarDate, c: Circumstances): ShownPayment[] {
  return [...listedPayments(schedule, c), ...projectedPayments(schedule, until, c)]
}

/** Whether notice is a matter at all: cards know none, inactive schedules need none. */
export const judged = ({ method, status }: Schedule) => method !== 'card' && status !== 'inactive'

export const NO_DIFFERENCES: readonly RowDifference[] = []

/** What differs from the rule, by the row's place in SmarterPay's list; rows that do not differ are left out. */
export function differencesByRow(schedule: Schedule, c: Circumstances): ReadonlyMap<number, readonly RowDifference[]> {
  const byRow = new Map<number, RowDifference[]>()
  for (const found of ruleDifferences(schedule, c)) {
    if (found.kind === 'missing') continue
    const there = byRow.get(found.row)
    if (there) there.push(found)
    else byRow.set(found.row, [found])
  }
  return byRow
}

/** SmarterPay's rows alone. */
export function listedPayments(schedule: Schedule, c: Circumstances): ShownPayment[] {
  const { isBankingDay, roll } = bankingCalendar(c.extraHolidays)
  const differences = differencesByRow(schedule, c)
  return (schedule.upcoming ?? []).map(({ date, amount }, row) => {
    const notice = judged(schedule) ? noticeClass(date, schedule.method, c) : null
    return {
      key: `${row} ${date}`,
      date,
      lowest: amount,
      highest: amount,
      state: amount === 0 ? 'skipped' : notice === 'locked' ? 'locked' : 'scheduled',
      differs: differences.get(row) ?? NO_DIFFERENCES,
      likelyDate: isBankingDay(date) ? null : roll(date),
      notice,
      changeableUntil: judged(schedule) ? changeableUntil(date, c) : null,
      estimate: false,
      drafted: null,
    }
  })
}

/** What is projected after SmarterPay's list, up to `until` (a London day, included). */
export function projectedPayments(schedule: Schedule, until: CalendarDate, c: Circumstances): ShownPayment[] {
  return projectBeyond(schedule, until, c).map(({ date, lowest, highest, certain }, i) => ({
    key: `projected ${i} ${date}`,
    date,
    lowest,
    highest,
    state: 'projected',
    differs: [],
    likelyDate: null,
    notice: null,
    changeableUntil: null,
    estimate: !certain,
    drafted: null,
  }))
}

/** The last day of SmarterPay's list where more is expected after it; null for plans and where the list is the end. */
export function listEndOf({ status, kind, upcoming, endDate }: Schedule): CalendarDate | null {
  const last = upcoming?.at(-1)
  if (status !== 'active' || kind === 'plan' || !last) return null
  return endDate !== null && endDate <= last.date ? null : last.date
}

/** The first listed day that takes money; null where nothing is due. */
export function nextPaymentDate(schedule: Schedule): CalendarDate | null {
  const standing = standingOf(schedule)
  return standing.kind === 'running' ? (standing.next?.date ?? null) : null
}

/** Days that the rule gives and SmarterPay's list leaves out, between its first and its last row. */
export function missingDates(schedule: Schedule, c: Circumstances): CalendarDate[] {
  return ruleDifferences(schedule, c).flatMap((found) => (found.kind === 'missing' ? [found.expected] : []))
}

/** Differences worth a word beside the payment's state: a skipped row says it by itself. */
export function spokenDifferences({ differs }: Pick<ShownPayment, 'differs'>): RowDifference[] {
  return differs.filter(({ kind }) => kind !== 'skipped')
}

/** What the rule would take, where the row takes another amount or none. */
export function ruleAmount({ differs }: Pick<ShownPayment, 'differs'>): { lowest: number; highest: number } | null {
  const found = differs.find((difference) => difference.kind === 'amount' || difference.kind === 'skipped')
  return found ? { lowest: found.lowest, highest: found.highest } : null
}
