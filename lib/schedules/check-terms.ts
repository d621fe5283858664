// What is wrong with a change of the rule: one judgement for the form, the BFF and the tests. SmarterPay's PUT notes say
// which part goes with which kind; what a part changes in the list is the forecast's business (preview.ts).
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Terms } from './changes'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { earliestDate, latestNoticeDay, noticeClass } from './notice'
import { planProgress } from './plan'
import { firstTaken } from './rule'

export type TermsPart = keyof Terms
type Dated = 'nextCollectionDate' | 'firstCollectionDate'

/** `part` is the field it belongs to; none: the change as a whole. Money in pence, days in London. `stops` keeps it from being sent. */
export type TermsFinding =
  | { kind: 'not-active'; stops: true }
  | { kind: 'unrecognised'; what: 'status' | 'kind' | 'method' | 'collectionPeriod'; stops: true }
  /** Without it nobody can say what the change would do. */
  | { kind: 'unreadable'; what: keyof Schedule; stops: true }
  | { kind: 'nothing-changed'; stops: true }
  | { kind: 'same-as-now'; part: TermsPart; stops: true }
  | { kind: 'not-for-this-kind'; part: TermsPart; of: 'ongoing' | 'plan'; stops: true }
  | { kind: 'not-for-weekly'; part: 'collectionDay' | 'firstTwoInSameMonth'; stops: true }
  | { kind: 'first-taken'; part: 'firstCollectionAmount' | 'firstCollectionDate'; stops: true }
  /** Before the first collection both are one day. */
  | { kind: 'two-first-dates'; part: 'nextCollectionDate'; stops: true }
  | { kind: 'end-date-passed'; part: 'endDate'; stops: true }
  /** Nothing is left to collect. */
  | { kind: 'ends-before-next'; part: 'endDate'; next: CalendarDate; stops: false }
  | { kind: 'total-below-taken'; part: 'amount'; taken: Pence; stops: true }
  | { kind: 'too-few-instalments'; part: 'instalments'; taken: number; stops: true }
  | { kind: 'nothing-left'; part: 'instalments'; stops: true }
  | { kind: 'past'; part: Dated; stops: true }
  | { kind: 'locked'; part: Dated; earliest: CalendarDate; stops: true }
  /** The collection that is to be moved is itself too late to change. */
  | { kind: 'next-locked'; part: Dated; date: CalendarDate; stops: true }
  | { kind: 'not-a-banking-day'; part: Dated; holiday: string | null; movesTo: CalendarDate; stops: true }
  | { kind: 'short-notice'; part: Dated; latestNoticeDay: CalendarDate; stops: false }
  | { kind: 'calendar-not-known'; part: Dated; stops: false }

const ONLY_ONGOING = ['endDate', 'firstCollectionAmount', 'firstCollectionDate'] as const
const FIRST = ['firstCollectionAmount', 'firstCollectionDate'] as const
const WORDS = ['status', 'kind', 'method', 'collectionPeriod'] as const
const NEEDED = ['amount', 'collectionStretch', 'upcoming', 'nextCollectionDate', 'firstCollectionDate'] as const
const MONTHLY = ['collectionDay', 'firstTwoInSameMonth'] as const

/** Why no part of this schedule can be changed at all; none: it can. */
function checkWhole(schedule: Schedule): TermsFinding[] {
  const strange = WORDS.find((part) => schedule[part] === 'unrecognised')
  if (strange) return [{ kind: 'unrecognised', what: strange, stops: true }]
  if (schedule.status !== 'active') return [{ kind: 'not-active', stops: true }]
  const ofKind = schedule.kind === 'plan' ? (['instalments'] as const) : (['endDate', 'firstCollectionAmount'] as const)
  const day = schedule.collectionPeriod === 'monthly' ? (['collectionDay'] as const) : []
  const unread = [...NEEDED, ...ofKind, ...day].find((part) => schedule.unreadable.includes(part))
  if (unread) return [{ kind: 'unreadable', what: unread, stops: true }]
  if (schedule.upcoming === null) return [{ kind: 'unreadable', what: 'upcoming', stops: true }]
  return []
}

function checkKind(schedule: Schedule, given: (part: TermsPart) => boolean): TermsFinding[] {
  const of = schedule.kind === 'plan' ? ('plan' as const) : ('ongoing' as const)
  const foreign: readonly TermsPart[] = of === 'plan' ? ONLY_ONGOING : ['instalments']
  const weekly = schedule.collectionPeriod === 'weekly'
  return [
    ...foreign.filter(given).map((part) => ({ kind: 'not-for-this-kind' as const, part, of, stops: true as const })),
    ...MONTHLY.filter((part) => weekly && given(part)).map((part) => ({
      kind: 'not-for-weekly' as const,
      part,
      stops: true as const,
    })),
  ]
}

/** A new day for the next or the first collection, and the day that it leaves. */
function checkDate(schedule: Schedule, part: Dated, date: CalendarDate, c: Circumstances): TermsFinding[] {
  const { method } = schedule
  const calendar = bankingCalendar(c.extraHolidays)
  const leaves = schedule.upcoming?.[0]?.date ?? null
  if (leaves !== null && leaves > c.now.date && noticeClass(leaves, method, c) === 'locked')
    return [{ kind: 'next-locked', part, date: leaves, stops: true }]
  if (date <= c.now.date) return [{ kind: 'past', part, stops: true }]
  if (noticeClass(date, method, c) === 'locked')
    return [{ kind: 'locked', part, earliest: earliestDate(c), stops: true }]
  if (!calendar.isBankingDay(date)) {
    const [holiday, movesTo] = [calendar.holidayName(date), calendar.roll(date)]
    return [{ kind: 'not-a-banking-day', part, holiday, movesTo, stops: true }]
  }
  const findings: TermsFinding[] = []
  if (noticeClass(date, method, c) === 'short-notice')
    findings.push({ kind: 'short-notice', part, latestNoticeDay: latestNoticeDay(date, c), stops: false })
  if (!calendar.isKnown(date)) findings.push({ kind: 'calendar-not-known', part, stops: false })
  return findings
}

function checkPlan(schedule: Schedule, terms: Terms): TermsFinding[] {
  if (schedule.kind !== 'plan') return []
  const progress = planProgress(schedule)
  if (progress === null) return [{ kind: 'unreadable', what: 'instalments', stops: true }]
  const total = terms.amount ?? progress.total
  const count = terms.instalments ?? progress.instalments
  if (total < progress.collected)
    return [{ kind: 'total-below-taken', part: 'amount', taken: progress.collected, stops: true }]
  if (count < progress.paid || (count === progress.paid && total > progress.collected))
    return [{ kind: 'too-few-instalments', part: 'instalments', taken: progress.paid, stops: true }]
  if (count > progress.paid && total === progress.collected && terms.instalments !== undefined)
    return [{ kind: 'nothing-left', part: 'instalments', stops: true }]
  return []
}

function checkEnd({ upcoming }: Schedule, endDate: CalendarDate | null | undefined, c: Circumstances): TermsFinding[] {
  if (!endDate) return []
  if (endDate <= c.now.date) return [{ kind: 'end-date-passed', part: 'endDate', stops: true }]
  const next = upcoming?.[0]?.date
  return next !== undefined && endDate < next ? [{ kind: 'ends-before-next', part: 'endDate', next, stops: false }] : []
}

const sameAsNow = (schedule: Schedule, terms: Terms): TermsFinding[] =>
  (Object.keys(terms) as TermsPart[]).flatMap((part): TermsFinding[] =>
    part !== 'firstTwoInSameMonth' && terms[part] !== undefined && terms[part] === schedule[part]
      ? [{ kind: 'same-as-now', part, stops: true }]
      : [],
  )

/** Everything wrong with a change of the rule; what concerns the whole of it comes first and alone. */
export function checkTerms(schedule: Schedule, terms: Terms, c: Circumstances): TermsFinding[] {
  const whole = checkWhole(schedule)
  if (whole.length > 0) return whole
  const given = (part: TermsPart) => terms[part] !== undefined
  if (!(Object.keys(terms) as TermsPart[]).some(given)) return [{ kind: 'nothing-changed', stops: true }]
  const kind = checkKind(schedule, given)
  const taken = firstTaken(schedule, bankingCalendar(c.extraHolidays))
  const foreign = new Set(kind.flatMap((finding) => ('part' in finding ? [finding.part] : [])))
  const late = FIRST.filter((part) => given(part) && taken && !foreign.has(part))
  const { nextCollectionDate: next, firstCollectionDate: first } = terms
  const findings: TermsFinding[] = [
    ...kind,
    ...late.map((part) => ({ kind: 'first-taken' as const, part, stops: true as const })),
    ...(next !== undefined && first !== undefined && next !== first && !taken
      ? [{ kind: 'two-first-dates' as const, part: 'nextCollectionDate' as const, stops: true as const }]
      : []),
    ...checkEnd(schedule, terms.endDate, c),
    ...checkPlan(schedule, terms),
    ...(next === undefined ? [] : checkDate(schedule, 'nextCollectionDate', next, c)),
    ...(first === undefined || late.length > 0 || foreign.has('firstCollectionDate')
      ? []
      : checkDate(schedule, 'firstCollectionDate', first, c)),
  ]
  const spoken = new Set(findings.flatMap((finding) => ('part' in finding ? [finding.part] : [])))
  return [
    ...sameAsNow(schedule, terms).filter((finding) => 'part' in finding && !spoken.has(finding.part)),
    ...findings,
  ]
}

/** Where a finding belongs in the body of a request: `terms.amount`, or `terms` for the change as a whole. */
export const termsPathOf = (finding: TermsFinding): string => ('part' in finding ? `terms.${finding.part}` : 'terms')
