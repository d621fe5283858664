// What moved in what will be collected, between a snapshot and now: every payment that changes the sum of a range, in the step
// that says why. One schedule at a time; the steps of all of them lead from what was listed then to what is now.
import type * as z from 'zod/mini'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Kind, Method, Schedule, UpcomingPayment } from '@/lib/schedules/model'
import { compareUpcoming, sortedPayments } from '@/lib/schedules/upcoming'
import type * as schemas from './moved-schemas'
import type { CollectionsQuery } from './query'

export const STEPS = [
  /** Schedules that were not there. */
  'new',
  'disabled',
  /** No longer at SmarterPay at all. */
  'gone',
  'amounts',
  /** From a day outside the range to one inside, and the other way. */
  'moved-in',
  'moved-out',
  'added',
  'removed',
  /** Moved, changed, added or removed by SmarterPay of its own accord. */
  'regenerated',
  /** SmarterPay's lists have gone on to days that they did not reach. */
  'listed',
  /** Read then and not now, or the other way. */
  'unread',
  /** Their day has come, and they are no longer to be collected. */
  'taken',
] as const
export type Step = (typeof STEPS)[number]

/** Who moved a payment. `nobody`: time alone; `unknown`: nothing is recorded. */
export const WHO = ['person', 'outside', 'smarterpay', 'nobody', 'unknown'] as const
export type Who = (typeof WHO)[number]

export type Bridge = z.infer<typeof schemas.bridge>
export type MovedPayment = z.infer<typeof schemas.movedPayment>
export type MovedPayments = z.infer<typeof schemas.movedPayments>
export type Mover = z.infer<typeof schemas.mover>

/** A schedule at one moment, as far as it matters to sums. */
export type Side = {
  status: Schedule['status']
  method: Method
  kind: Kind
  /** It could not be read, and is in no sum. */
  excluded: boolean
  payments: readonly UpcomingPayment[]
}

/** A schedule then and now; null where it was not or is no longer in the copy. */
export type ThenAndNow = {
  before: Side | null
  after: Side | null
  /** Everything that the log tells of it since then was done by SmarterPay itself, and there is something. */
  bySmarterPay: boolean
  /** London's day on which it was disabled, as far as the log tells. */
  disabledOn: CalendarDate | null
}

export type Move = {
  step: Step
  before: UpcomingPayment | null
  after: UpcomingPayment | null
  /** Pence by which it changes the sum of the range; never nought. */
  effect: number
}

export type MovedRange = Pick<CollectionsQuery, 'from' | 'to' | 'method' | 'kind'>

function countsIn({ method, kind }: MovedRange, side: Side | null): side is Side {
  if (side === null || side.excluded || side.status !== 'active') return false
  const among = (words: readonly string[] | undefined, word: string) => !words?.length || words.includes(word)
  return among(method, side.method) && among(kind, side.kind)
}

type Pair = [step: Step, before: UpcomingPayment | null, after: UpcomingPayment | null]

/** Pairs of one step, for payments that only went or only came. */
const went = (step: Step, payments: readonly UpcomingPayment[]) => payments.map((one): Pair => [step, one, null])
const came = (step: Step, payments: readonly UpcomingPayment[]) => payments.map((one): Pair => [step, null, one])

/** What counted then and does not now, or the other way: the whole list, for one reason. */
function wholeLists({ before, after, disabledOn }: ThenAndNow, was: Side | null, today: CalendarDate): Pair[] {
  if (was) {
    const off = after === null || after.status === 'inactive'
    const last = off && disabledOn !== null && disabledOn < today ? disabledOn : today
    const step = after === null ? 'gone' : after.excluded ? 'unread' : off ? 'disabled' : 'removed'
    return was.payments.map((one): Pair => [off && one.date <= last ? 'taken' : step, one, null])
  }
  const step = before === null ? 'new' : before.excluded ? 'unread' : 'added'
  return came(step, after?.payments ?? [])
}

type Open = { gone: UpcomingPayment[]; come: UpcomingPayment[]; lastKept: CalendarDate | null }

/** What stands in one list alone. */
function openOf(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[]): Open {
  const open: Open = { gone: [...before], come: [], lastKept: null }
  for (const one of after) {
    const at = open.gone.findIndex(({ date, amount }) => date === one.date && amount === one.amount)
    if (at < 0) open.come.push(one)
    else {
      open.gone.splice(at, 1)
      if (open.lastKept === null || one.date > open.lastKept) open.lastKept = one.date
    }
  }
  return open
}

const parted = <T>(all: readonly T[], is: (one: T) => boolean): [yes: T[], no: T[]] => [
  all.filter(is),
  all.filter((one) => !is(one)),
]

/** Takes from both lists, in order, what is of one amount: the same payment on another day. */
function takeSameAmount(left: UpcomingPayment[], right: UpcomingPayment[]): Pair[] {
  const pairs: Pair[] = []
  for (const before of [...left]) {
    const after = right.find(({ amount }) => amount === before.amount)
    if (!after) continue
    left.splice(left.indexOf(before), 1)
    right.splice(right.indexOf(after), 1)
    pairs.push(['amounts', before, after])
  }
  return pairs
}

/** Both lists counted: rows carry no identity, so that what time alone explains is told from what somebody changed. */
function changedLists(was: Side, is: Side, today: CalendarDate): Pair[] {
  const [before, after] = [sortedPayments(was.payments), sortedPayments(is.payments)]
  const { gone, come, lastKept } = openOf(before, after)
  const end = before.at(-1)?.date
  const goesOn = was.kind === 'ongoing' && is.kind === 'ongoing'
  const [past, ahead] = parted(gone, ({ date }) => date <= today)
  const [beyond, within] = parted(come, ({ date }) => goesOn && end !== undefined && date > end)
  const compared = compareUpcoming(ahead, within)
  const changed = compared.flatMap((one): Pair[] =>
    one.kind === 'changed' ? [['amounts', one.before, one.after]] : [],
  )
  const removed = compared.flatMap((one) => (one.kind === 'removed' ? [one.before] : []))
  const added = compared.flatMap((one) => (one.kind === 'added' ? [one.after] : []))
  // A payment whose old day has passed meanwhile was moved, where one of its amount has come; so was the last of a list, to beyond its end.
  const late = takeSameAmount(past, added)
  const atTheEnd = parted(removed, ({ date }) => lastKept === null || date > lastKept)[0]
  const outwards = takeSameAmount(atTheEnd, beyond)
  const left = removed.filter((one) => !outwards.some(([, before]) => before === one))
  return [
    ...changed,
    ...late,
    ...outwards,
    ...went('removed', left),
    ...came('added', added),
    ...came('listed', beyond),
    ...went('taken', past),
  ]
}

/** Steps that only mean what they say where the payment is in the range on the sides that they are about. */
function moveIn({ from, to }: MovedRange, [step, before, after]: Pair, bySmarterPay: boolean): Move[] {
  const inside = (one: UpcomingPayment | null) => one !== null && one.date >= from && one.date <= to
  const effect = (inside(after) ? (after?.amount ?? 0) : 0) - (inside(before) ? (before?.amount ?? 0) : 0)
  if (effect === 0) return []
  const own = step !== 'amounts' || inside(before) === inside(after) ? step : inside(after) ? 'moved-in' : 'moved-out'
  const byItself = bySmarterPay && ['amounts', 'moved-in', 'moved-out', 'added', 'removed'].includes(own)
  return [{ step: byItself ? 'regenerated' : own, before, after, effect }]
}

/**
 * Every payment of a schedule that changes the sum of the range between then and now; their effects add up to the difference of
 * what it lists for the range, to the penny. `today` is London's: payments that are gone and whose day has come were taken.
 */
export function movesOf(one: ThenAndNow, range: MovedRange, today: CalendarDate): Move[] {
  const was = countsIn(range, one.before) ? one.before : null
  const is = countsIn(range, one.after) ? one.after : null
  if (was === null && is === null) return []
  // The other side of a filter is as if it were not there; why it does not count is told by the schedule itself.
  const pairs = was && is ? changedLists(was, is, today) : wholeLists(one, was, today)
  return pairs.flatMap((pair) => moveIn(range, pair, one.bySmarterPay))
}

export type StepSum = { step: Step; count: number; amount: number }

/** Sums of steps put together, in their order, without those that nothing is in. Pence. */
export function stepsOf(sums: readonly StepSum[]): StepSum[] {
  return STEPS.flatMap((step) => {
    const own = sums.filter((one) => one.step === step)
    const count = own.reduce((all, one) => all + one.count, 0)
    const amount = own.reduce((all, one) => all + one.amount, 0)
    return count === 0 ? [] : [{ step, count, amount }]
  })
}
