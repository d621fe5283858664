// What is wrong with a schedule that is to be made, beyond the shape of its parts: one judgement for the form, the BFF and
// the tests. Stricter than SmarterPay, which moves a day that is too near or no banking day and tells so only afterwards.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import type { NewSchedule } from './changes'
import type { Circumstances } from './circumstances'
import { dormantGap, type ShortGap, shortGaps } from './gaps'
import type { CollectionDay, Method, Schedule, UpcomingPayment } from './model'
import { earliestDate, latestNoticeDay, noticeClass } from './notice'
import { type ProjectedRow, project } from './project'
import { END_OF_TIME, type Rule } from './rule'

/** The parts of a new schedule that its days follow from; days London, money pence. */
export type NewRuleParts = {
  method: Exclude<Method, 'unrecognised'>
  collectionPeriod: 'monthly' | 'weekly'
  collectionDay: CollectionDay | null
  collectionStretch: number
  startDate: CalendarDate
  firstCollectionDate: CalendarDate | null
  endDate: CalendarDate | null
  firstTwoInSameMonth: boolean
} & (
  | { kind: 'ongoing'; amount: UpcomingPayment['amount']; firstCollectionAmount: UpcomingPayment['amount'] }
  | { kind: 'plan'; amount: UpcomingPayment['amount']; instalments: number }
)

type DatePart = 'startDate' | 'firstCollectionDate'

/** `part` is where it belongs in the body; days London, money pence. `stops` findings keep the schedule from being made. */
export type NewFinding =
  | { kind: 'past'; part: DatePart; stops: true }
  | { kind: 'locked'; part: DatePart; earliest: CalendarDate; stops: true }
  | { kind: 'not-a-banking-day'; part: DatePart; holiday: string | null; movesTo: CalendarDate; stops: true }
  | { kind: 'too-far'; part: DatePart; stops: true }
  | { kind: 'first-before-start'; part: 'firstCollectionDate'; stops: true }
  | { kind: 'end-not-after-first'; part: 'endDate'; stops: true }
  /** A plan whose end date is before its last instalment. */
  | { kind: 'end-before-last'; part: 'endDate'; last: CalendarDate; stops: true }
  /** Fewer pence than instalments. */
  | { kind: 'split-impossible'; part: 'instalments'; stops: true }
  | { kind: 'short-notice'; part: DatePart; latestNoticeDay: CalendarDate; stops: false }
  | { kind: 'far-ahead'; part: DatePart; date: CalendarDate; stops: false }
  | { kind: 'calendar-not-known'; part: DatePart; stops: false }
  | ({ kind: 'short-gap'; part: 'collectionDay'; stops: false } & ShortGap)
  | { kind: 'dormancy-risk'; part: 'collectionStretch'; from: CalendarDate; to: CalendarDate; stops: false }

/** So many rows of an ongoing schedule are foreseen; SmarterPay's own samples show as many at creation, and it tells no number. */
export const FORESEEN = 8
const A_YEAR = 366

export const firstOf = ({ startDate, firstCollectionDate }: Pick<NewRuleParts, 'startDate' | 'firstCollectionDate'>) =>
  firstCollectionDate ?? startDate

/** The rule that a new schedule will follow. */
export function ruleOfNew(parts: NewRuleParts): Rule {
  const { method, collectionPeriod, collectionDay, collectionStretch: stretch, firstTwoInSameMonth } = parts
  return {
    cadence:
      collectionPeriod === 'weekly' || collectionDay === null
        ? { every: 'week' }
        : { every: 'month', day: collectionDay },
    stretch,
    first: firstOf(parts),
    firstTwoInSameMonth,
    method,
    amounts:
      parts.kind === 'ongoing'
        ? { kind: 'ongoing', first: parts.firstCollectionAmount, each: parts.amount, end: parts.endDate }
        : { kind: 'plan', total: parts.amount, instalments: parts.instalments },
  }
}

/** The same parts of a body as it is sent. */
export function rulePartsOf(wanted: NewSchedule): NewRuleParts {
  const { method, amount, collectionPeriod, collectionStretch, startDate } = wanted
  const shared = {
    method,
    amount,
    collectionPeriod,
    collectionDay: wanted.collectionDay ?? null,
    collectionStretch,
    startDate,
    firstCollectionDate: wanted.firstCollectionDate ?? null,
    endDate: wanted.endDate ?? null,
    firstTwoInSameMonth: wanted.firstTwoInSameMonth ?? false,
  }
  return wanted.kind === 'ongoing'
    ? { ...shared, kind: 'ongoing', firstCollectionAmount: wanted.firstCollectionAmount }
    : { ...shared, kind: 'plan', instalments: wanted.instalments }
}

/**
 * The payments as SmarterPay will probably list them: a plan to its last instalment, the first eight of an ongoing
 * schedule. None for a first day so far off that no rule can be meant.
 */
export function forecastNew(parts: NewRuleParts, c: Circumstances): ProjectedRow[] {
  if (firstOf(parts) >= END_OF_TIME) return []
  const count = parts.kind === 'plan' ? parts.instalments : FORESEEN
  return project(ruleOfNew(parts), { calendar: bankingCalendar(c.extraHolidays), count })
}

/** What each foreseen row takes at the most: what limits and warnings are held against. */
export const paymentsOf = (rows: readonly ProjectedRow[]): UpcomingPayment[] =>
  rows.map(({ date, highest }) => ({ date, amount: highest }))

function checkDay(part: DatePart, date: CalendarDate, method: Method, c: Circumstances): NewFinding[] {
  if (date <= c.now.date) return [{ kind: 'past', part, stops: true }]
  if (date >= END_OF_TIME) return [{ kind: 'too-far', part, stops: true }]
  if (noticeClass(date, method, c) === 'locked')
    return [{ kind: 'locked', part, earliest: earliestDate(c), stops: true }]
  const calendar = bankingCalendar(c.extraHolidays)
  if (!calendar.isBankingDay(date)) {
    const holiday = calendar.holidayName(date)
    return [{ kind: 'not-a-banking-day', part, holiday, movesTo: calendar.roll(date), stops: true }]
  }
  return []
}

function adviseOnFirst(part: DatePart, date: CalendarDate, method: Method, c: Circumstances): NewFinding[] {
  const findings: NewFinding[] = []
  if (noticeClass(date, method, c) === 'short-notice')
    findings.push({ kind: 'short-notice', part, latestNoticeDay: latestNoticeDay(date, c), stops: false })
  if (date > addDays(c.now.date, A_YEAR)) findings.push({ kind: 'far-ahead', part, date, stops: false })
  if (!bankingCalendar(c.extraHolidays).isKnown(date)) findings.push({ kind: 'calendar-not-known', part, stops: false })
  return findings
}

function checkEnd(parts: NewRuleParts, rows: readonly ProjectedRow[]): NewFinding[] {
  const { endDate } = parts
  if (endDate === null) return []
  if (endDate <= firstOf(parts)) return [{ kind: 'end-not-after-first', part: 'endDate', stops: true }]
  const last = rows.at(-1)?.date
  return parts.kind === 'plan' && last !== undefined && endDate < last
    ? [{ kind: 'end-before-last', part: 'endDate', last, stops: true }]
    : []
}

/** Gaps as the standing judgement of a schedule finds them, on the rows that are foreseen. */
function adviseOnGaps(parts: NewRuleParts, rows: readonly ProjectedRow[], c: Circumstances): NewFinding[] {
  const upcoming = paymentsOf(rows)
  const { method, collectionPeriod, collectionStretch } = parts
  const foreseen = { method, collectionPeriod, collectionStretch, status: 'active', upcoming } as Schedule
  const [near] = shortGaps(foreseen)
  // Before the first payment nothing lapses: a new mandate waits for it.
  const [first] = rows
  const far = first && dormantGap(foreseen, { ...c, now: { ...c.now, date: first.date } })
  return [
    ...(near ? [{ kind: 'short-gap' as const, part: 'collectionDay' as const, stops: false as const, ...near }] : []),
    ...(far
      ? [{ kind: 'dormancy-risk' as const, part: 'collectionStretch' as const, stops: false as const, ...far }]
      : []),
  ]
}

/** Everything wrong with, and remarkable about, a schedule that is to be made, on the day of `c`. */
export function checkNew(parts: NewRuleParts, c: Circumstances): NewFinding[] {
  const { startDate, firstCollectionDate, method } = parts
  const findings = checkDay('startDate', startDate, method, c)
  if (firstCollectionDate !== null && firstCollectionDate !== startDate) {
    findings.push(...checkDay('firstCollectionDate', firstCollectionDate, method, c))
    if (firstCollectionDate < startDate)
      findings.push({ kind: 'first-before-start', part: 'firstCollectionDate', stops: true })
  }
  if (parts.kind === 'plan' && parts.instalments > parts.amount)
    findings.push({ kind: 'split-impossible', part: 'instalments', stops: true })
  const rows = forecastNew(parts, c)
  findings.push(...checkEnd(parts, rows))
  const part = firstCollectionDate === null ? 'startDate' : 'firstCollectionDate'
  if (!findings.some((finding) => finding.part === part))
    findings.push(...adviseOnFirst(part, firstOf(parts), method, c))
  return findings.some(({ stops }) => stops) ? findings : [...findings, ...adviseOnGaps(parts, rows, c)]
}
