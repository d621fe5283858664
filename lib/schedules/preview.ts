// What the list will probably be after a change of the rule. SmarterPay regenerates it: hand-made rows go, the next date
// stays unless it is changed itself. A forecast until SmarterPay has answered, and to be held against its answer.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type CalendarDate, dateIn, monthOf } from '@/lib/calendar-date'
import { type Pence, toPence } from '@/lib/money'
import type { Terms } from './changes'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { type PlanProgress, planProgress, splitRange } from './plan'
import { exact, laidOut, type ProjectedRow } from './project'
import { firstTaken, nominalIn, nominalsAfter, nominalsFromFirst, phaseOf, type Rule, ruleOf } from './rule'
import { nextTurn } from './rule-turns'

/** Why a change of the rule cannot be. Money in pence. */
export type TermsFault =
  | { kind: 'total-below-taken'; taken: Pence }
  /** No instalment would be left for the money that is. */
  | { kind: 'too-few-instalments'; taken: number }
  /** The first collection is behind us. */
  | { kind: 'first-taken'; part: 'firstCollectionAmount' | 'firstCollectionDate' }
  | { kind: 'end-date-passed' }
  /** SmarterPay takes this part for the other kind of schedule only. */
  | { kind: 'not-for-this-kind'; part: keyof Terms }

export type Preview = {
  /** The whole list as it will probably be; empty where `faults` stand in the way. */
  rows: ProjectedRow[]
  faults: TermsFault[]
}

const ONLY_ONGOING = ['endDate', 'firstCollectionAmount', 'firstCollectionDate'] as const
const FIRST_PARTS = ['firstCollectionAmount', 'firstCollectionDate'] as const
/** SmarterPay lists more rows than this at most times; nobody knows how many it will make. */
const USUAL_ROWS = 6

function faultsOf(
  schedule: Schedule,
  terms: Terms,
  progress: PlanProgress | null,
  taken: boolean,
  today: CalendarDate,
) {
  const faults: TermsFault[] = []
  const given = (part: keyof Terms) => terms[part] !== undefined
  if (schedule.kind === 'plan') {
    for (const part of ONLY_ONGOING) if (given(part)) faults.push({ kind: 'not-for-this-kind', part })
  } else {
    if (given('instalments')) faults.push({ kind: 'not-for-this-kind', part: 'instalments' })
    for (const part of FIRST_PARTS) if (taken && given(part)) faults.push({ kind: 'first-taken', part })
    if (terms.endDate && terms.endDate <= today) faults.push({ kind: 'end-date-passed' })
  }
  if (progress) {
    const total = terms.amount ?? progress.total
    if (total < progress.collected) faults.push({ kind: 'total-below-taken', taken: progress.collected })
    else if ((terms.instalments ?? progress.instalments) <= progress.paid && total > progress.collected)
      faults.push({ kind: 'too-few-instalments', taken: progress.paid })
  }
  return faults
}

function amended(rule: Rule, terms: Terms, taken: boolean): Rule {
  const { cadence, amounts } = rule
  return {
    ...rule,
    cadence: cadence.every === 'month' ? { ...cadence, day: terms.collectionDay ?? cadence.day } : cadence,
    stretch: terms.collectionStretch ?? rule.stretch,
    first: taken ? rule.first : (terms.firstCollectionDate ?? terms.nextCollectionDate ?? rule.first),
    firstTwoInSameMonth: terms.firstTwoInSameMonth ?? false,
    amounts:
      amounts.kind === 'ongoing'
        ? {
            kind: 'ongoing',
            each: terms.amount ?? amounts.each,
            first: terms.firstCollectionAmount ?? amounts.first,
            end: terms.endDate === undefined ? amounts.end : terms.endDate,
          }
        : {
            kind: 'plan',
            total: terms.amount ?? amounts.total,
            instalments: terms.instalments ?? amounts.instalments,
          },
  }
}

/** The next date, which stays or is moved by itself, and after it the rule's turns that follow the one it stands for. */
function afterTheFirst(schedule: Schedule, before: Rule, rule: Rule, terms: Terms, c: Circumstances) {
  const calendar = bankingCalendar(c.extraHolidays)
  const [listed] = schedule.upcoming ?? []
  const turn = nextTurn(schedule, before, c)
  if (!listed || turn === null) return null
  const stays = terms.nextCollectionDate === undefined
  const next = terms.nextCollectionDate ?? (calendar.roll(turn) === listed.date ? turn : listed.date)
  const monthly = rule.cadence.every === 'month'
  const stillToCome = rule.cadence.every === 'month' && nominalIn(monthOf(next), rule.cadence.day) > next
  const shares = rule.firstTwoInSameMonth && stillToCome
  const from = shares ? next : monthly ? dateIn(monthOf(turn), 31) : turn
  const later = function* () {
    for (const nominal of nominalsAfter(rule, phaseOf(rule, shares ? next : turn), from))
      if (calendar.roll(nominal) > calendar.roll(next)) yield nominal
  }
  // Where the next date stands before the new day of its month, or in another month than its turn, two readings are open.
  const newDay = terms.collectionDay !== undefined
  const sameMonthOpen = newDay && stillToCome
  const otherMonth = monthly && (newDay || !stays) && next.slice(0, 7) !== turn.slice(0, 7)
  return { next, later: later(), open: sameMonthOpen || otherMonth, moved: !stays }
}

/**
 * The list after `terms` are sent. Ongoing: `count` rows, or as many as are listed, six at least, since SmarterPay never
 * tells how many it makes; plans: all that is left. Null where the schedule is not active, its rule or list cannot be
 * read, or nothing is left of it.
 */
export function previewTerms(schedule: Schedule, terms: Terms, c: Circumstances, count?: number): Preview | null {
  const before = ruleOf(schedule)
  const listed = schedule.upcoming
  if (schedule.status !== 'active' || before === null || listed === null || listed.length === 0) return null
  const progress = planProgress(schedule)
  if (schedule.kind === 'plan' && progress === null) return null

  const calendar = bankingCalendar(c.extraHolidays)
  const taken = firstTaken(schedule, calendar)
  const faults = faultsOf(schedule, terms, progress, taken, c.now.date)
  if (faults.length > 0) return { rows: [], faults }

  const rule = amended(before, terms, taken)
  const { amounts } = rule
  const most =
    progress && amounts.kind === 'plan'
      ? amounts.instalments - progress.paid
      : (count ?? Math.max(listed.length, USUAL_ROWS))
  const share =
    progress && amounts.kind === 'plan' ? splitRange(toPence(amounts.total - progress.collected), most) : null
  const amountOf = (index: number) => {
    if (amounts.kind === 'plan') return share ?? exact(toPence(0))
    return exact(index === 0 && !taken ? amounts.first : amounts.each)
  }
  if (!taken) return { rows: laidOut(rule, nominalsFromFirst(rule), { calendar, count: most, amountOf }), faults }

  const days = afterTheFirst(schedule, before, rule, terms, c)
  if (days === null) return null
  const [next] = laidOut(rule, [days.next], { calendar, count: Math.min(1, most), amountOf })
  if (!next) return { rows: [], faults }
  const movedBefore = days.moved || next.date !== next.nominal
  const later = laidOut(rule, days.later, { calendar, count: most - 1, amountOf, movedBefore })
  const doubted = later.map(
    (row, index): ProjectedRow =>
      days.open && index === 0 ? { ...row, certain: false, doubts: [...row.doubts, 'which-month-follows'] } : row,
  )
  return { rows: [next, ...doubted], faults }
}
