// Did SmarterPay do what was asked? A pure comparison of what was wanted, what stood before and what stands now.
// What SmarterPay itself derives (the list after a changed rule, the next date after a changed list) is no difference.
import type { Action, Difference, NewSchedule, Terms } from './changes'
import type { Schedule, UpcomingPayment } from './model'
import { sortedPayments } from './upcoming'

/** What one change wants, as data, so that it can be judged again after a restart. */
export type Wanted =
  | { action: 'replace-upcoming'; payments: UpcomingPayment[] }
  | { action: 'amend'; terms: Terms }
  | { action: 'disable' }
  | { action: 'create'; schedule: NewSchedule }

type Part = keyof Schedule

/** The parts that make up a schedule's state: text for people stays out. */
const STATE_PARTS = [
  'status',
  'kind',
  'method',
  'amount',
  'firstCollectionAmount',
  'collectionPeriod',
  'collectionDay',
  'collectionStretch',
  'startDate',
  'firstCollectionDate',
  'nextCollectionDate',
  'endDate',
  'instalments',
  'auddis',
  'mandateId',
  'cardId',
  'upcoming',
] as const satisfies readonly Part[]

/** Parts that may follow from an action without having been asked for. */
const FOLLOWS: Record<Exclude<Action, 'create'>, readonly Part[]> = {
  'replace-upcoming': ['nextCollectionDate', 'endDate'],
  amend: ['upcoming', 'nextCollectionDate', 'endDate', 'firstCollectionDate', 'firstCollectionAmount'],
  disable: ['upcoming', 'nextCollectionDate'],
}

/** Parts that an answer may leave out (SmarterPay's own samples do): null says nothing there. */
const MAY_BE_LEFT_OUT: readonly Part[] = ['auddis', 'mandateId', 'cardId']

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Row by row: what was wanted on a day and what stands there. Dates London, amounts pence, null where there is none. */
export function comparePayments(wanted: readonly UpcomingPayment[], got: readonly UpcomingPayment[]): Difference[] {
  const dates = [...new Set([...wanted, ...got].map(({ date }) => date))].sort()
  const on = (list: readonly UpcomingPayment[], date: string) =>
    sortedPayments(list)
      .filter((payment) => payment.date === date)
      .map(({ amount }) => amount)
  return dates.flatMap((date): Difference[] => {
    const [mine, theirs] = [on(wanted, date), on(got, date)]
    return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, n) => [mine[n] ?? null, theirs[n] ?? null])
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ({ part: 'upcoming', date, wanted: one, got: other }))
  })
}

/** The values a change asks for, by the part of the schedule that shows them. The same-month flag shows in no part. */
export function requestedParts(wanted: Wanted): Partial<Record<Part, unknown>> {
  switch (wanted.action) {
    case 'replace-upcoming':
      return { upcoming: sortedPayments(wanted.payments) }
    case 'disable':
      return { status: 'inactive' }
    case 'amend': {
      const { firstTwoInSameMonth: _, ...parts } = wanted.terms
      return parts
    }
    case 'create': {
      const { kind, method, amount, collectionPeriod, collectionStretch, startDate } = wanted.schedule
      const day = collectionPeriod === 'weekly' ? {} : { collectionDay: wanted.schedule.collectionDay }
      const first = wanted.schedule.firstCollectionDate
        ? { firstCollectionDate: wanted.schedule.firstCollectionDate }
        : {}
      const end = wanted.schedule.endDate ? { endDate: wanted.schedule.endDate } : {}
      const ofKind =
        wanted.schedule.kind === 'plan'
          ? { instalments: wanted.schedule.instalments }
          : { firstCollectionAmount: wanted.schedule.firstCollectionAmount }
      const from =
        wanted.schedule.method === 'card' ? { cardId: wanted.schedule.cardId } : { auddis: wanted.schedule.auddis }
      return {
        status: 'active',
        kind,
        method,
        amount,
        collectionPeriod,
        collectionStretch,
        startDate,
        ...day,
        ...first,
        ...end,
        ...ofKind,
        ...from,
      }
    }
  }
}

function differencesIn(part: Part, wanted: unknown, got: Schedule): Difference[] {
  if (part === 'upcoming' && Array.isArray(wanted) && got.upcoming) return comparePayments(wanted, got.upcoming)
  return equal(wanted, got[part]) ? [] : [{ part, wanted, got: got[part] }]
}

/** Requested values that `got` does not hold. Empty: it stands as asked. */
export function requestedDifferences(wanted: Wanted, got: Schedule): Difference[] {
  return Object.entries(requestedParts(wanted)).flatMap(([part, value]) => differencesIn(part as Part, value, got))
}

/**
 * Parts that moved although nobody asked here: somebody else's change in the same moment.
 */
export function foreignDifferences(wanted: Wanted, before: Schedule | null, got: Schedule): Difference[] {
  if (before === null || wanted.action === 'create') return []
  const own = new Set<string>([...Object.keys(requestedParts(wanted)), ...FOLLOWS[wanted.action]])
  const leftOut = (part: Part) => got[part] === null && MAY_BE_LEFT_OUT.includes(part)
  return STATE_PARTS.filter((part) => !own.has(part) && !leftOut(part)).flatMap((part) =>
    differencesIn(part, before[part], got),
  )
}

/**
 * Whether an answer without the parts `leftOut` cannot stand for the record: one of them was asked for, or held something
 * before. What it leaves out is neither judged nor shown as gone.
 */
export function tellsTooLittle(wanted: Wanted, before: Schedule | null, leftOut: readonly Part[]): boolean {
  const asked = requestedParts(wanted)
  const held = (part: Part) => before !== null && !(before[part] === null || equal(before[part], []))
  return leftOut.some((part) => part in asked || held(part))
}

/**
 * The verdict on a readable answer about the right record. Adjusted is success: the change was taken, with the
 * differences listed. `unproven`: nothing in the answer shows whether the write-only same-month flag was taken.
 */
export function judge(
  wanted: Wanted,
  before: Schedule | null,
  got: Schedule,
): { verdict: 'applied' | 'adjusted' | 'unproven'; differences: Difference[] } {
  const differences = [...requestedDifferences(wanted, got), ...foreignDifferences(wanted, before, got)]
  if (differences.length > 0) return { verdict: 'adjusted', differences }
  const flagAlone =
    wanted.action === 'amend' &&
    wanted.terms.firstTwoInSameMonth !== undefined &&
    Object.keys(wanted.terms).length === 1
  return { verdict: flagAlone && equal(before?.upcoming, got.upcoming) ? 'unproven' : 'applied', differences }
}
