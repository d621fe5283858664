// What changed between two lists of upcoming payments. Rows carry no identity, so they are paired: what is equal first,
// then what shares a day, then the rest in order of date.
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { UpcomingPayment } from './model'

/** One row's fate. `row` counts in the list afterwards, `from` in the list before. Dates are London days, amounts pence. */
export type RowChange =
  | { kind: 'kept'; from: number; row: number; before: UpcomingPayment; after: UpcomingPayment }
  | { kind: 'changed'; from: number; row: number; before: UpcomingPayment; after: UpcomingPayment }
  | { kind: 'added'; row: number; after: UpcomingPayment }
  | { kind: 'removed'; from: number; before: UpcomingPayment }

export const byDate = (a: UpcomingPayment, b: UpcomingPayment): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.amount - b.amount

/** A copy in order of date, then amount: the order in which a list is sent. */
export function sortedPayments(payments: readonly UpcomingPayment[]): UpcomingPayment[] {
  return [...payments].sort(byDate)
}

type Open = { index: number; payment: UpcomingPayment }

/** Takes out of `left` and `right` the pairs that share a key, first with first. */
function takePairs(left: Open[], right: Open[], keyOf: (payment: UpcomingPayment) => string): [Open, Open][] {
  const waiting = new Map<string, Open[]>()
  for (const open of right) {
    const key = keyOf(open.payment)
    const there = waiting.get(key)
    if (there) there.push(open)
    else waiting.set(key, [open])
  }
  const pairs: [Open, Open][] = []
  for (const open of left) {
    const partner = waiting.get(keyOf(open.payment))?.shift()
    if (partner) pairs.push([open, partner])
  }
  const taken = new Set(pairs.flat())
  for (const list of [left, right]) list.splice(0, list.length, ...list.filter((open) => !taken.has(open)))
  return pairs
}

const opens = (payments: readonly UpcomingPayment[]): Open[] => payments.map((payment, index) => ({ index, payment }))
const earliestFirst = (list: Open[]) => list.sort((a, b) => byDate(a.payment, b.payment))

/** Every row of both lists, once: in order of the list afterwards, what was removed last. */
export function compareUpcoming(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[]): RowChange[] {
  const left = opens(before)
  const right = opens(after)
  const same = takePairs(left, right, ({ date, amount }) => `${date} ${amount}`)
  const sameDay = takePairs(left, right, ({ date }) => date)
  const sameAmount = takePairs(earliestFirst(left), earliestFirst(right), ({ amount }) => String(amount))
  const rest = Math.min(left.length, right.length)
  const inOrder = left.splice(0, rest).map((open, n): [Open, Open] => [open, right[n] ?? open])
  right.splice(0, rest)
  const both = [...sameDay, ...sameAmount, ...inOrder].map(
    ([was, is]): RowChange => ({
      kind: 'changed',
      from: was.index,
      row: is.index,
      before: was.payment,
      after: is.payment,
    }),
  )
  const kept = same.map(
    ([was, is]): RowChange => ({
      kind: 'kept',
      from: was.index,
      row: is.index,
      before: was.payment,
      after: is.payment,
    }),
  )
  const added = right.map(({ index, payment }): RowChange => ({ kind: 'added', row: index, after: payment }))
  const removed = left.map(({ index, payment }): RowChange => ({ kind: 'removed', from: index, before: payment }))
  const rowOf = (change: RowChange) => ('row' in change ? change.row : after.length + change.from)
  return [...kept, ...both, ...added, ...removed].sort((a, b) => rowOf(a) - rowOf(b))
}

const inOrder = (payments: readonly UpcomingPayment[]): boolean =>
  payments.every((payment, n) => n === 0 || byDate(payments[n - 1] ?? payment, payment) <= 0)
const same = (a: UpcomingPayment | undefined, b: UpcomingPayment | undefined): boolean =>
  a !== undefined && b !== undefined && byDate(a, b) === 0

/**
 * Where two lists in order begin and cease to differ: what stands before and after pairs row by row. Equal rows that stand on
 * both sides of the end are left to be paired in their turn.
 */
function differingPart(before: readonly UpcomingPayment[], after: readonly UpcomingPayment[]) {
  let from = 0
  while (same(before[from], after[from])) from += 1
  const [most, longer] = [Math.min(before.length, after.length) - from, after.length - before.length]
  let end = before.length
  while (before.length - end < most && same(before[end - 1], after[end - 1 + longer])) end -= 1
  const straddles = () => same(before[end], before[end - 1]) || same(before[end], after[end - 1 + longer])
  while (end < before.length && straddles()) end += 1
  return { from, endBefore: end, endAfter: end + longer }
}

const further = <T extends RowChange>(change: T, by: number): T => ({
  ...change,
  ...('from' in change && { from: change.from + by }),
  ...('row' in change && { row: change.row + by }),
})

/** The changes alone: without the rows that stay as they are. */
export function changedRows(
  before: readonly UpcomingPayment[],
  after: readonly UpcomingPayment[],
): Exclude<RowChange, { kind: 'kept' }>[] {
  // One payment of hundreds is changed as a rule: the rest needs no pairing.
  const { from, endBefore, endAfter } =
    inOrder(before) && inOrder(after)
      ? differingPart(before, after)
      : { from: 0, endBefore: before.length, endAfter: after.length }
  return compareUpcoming(before.slice(from, endBefore), after.slice(from, endAfter)).flatMap((change) =>
    change.kind === 'kept' ? [] : further(change, from),
  )
}

/** Pence of a whole list. */
export const totalOf = (payments: readonly UpcomingPayment[]): number => sumPence(payments.map(({ amount }) => amount))

/**
 * The wish to have an earlier list back: its days after London's `today`, and for today and what has passed the rows that
 * SmarterPay lists now, for those can no longer be changed either way.
 */
export function restoredPayments(
  earlier: readonly UpcomingPayment[],
  now: readonly UpcomingPayment[],
  today: CalendarDate,
): UpcomingPayment[] {
  return sortedPayments([...now.filter(({ date }) => date <= today), ...earlier.filter(({ date }) => date > today)])
}

/** What a person calls the change of a row that stays in the list. */
export function changeWords(
  before: UpcomingPayment,
  after: UpcomingPayment,
): ('moved' | 'skipped' | 'restored' | 'edited')[] {
  const amount: ('skipped' | 'restored' | 'edited')[] =
    before.amount === after.amount
      ? []
      : after.amount === 0
        ? ['skipped']
        : before.amount === 0
          ? ['restored']
          : ['edited']
  return before.date === after.date ? amount : ['moved', ...amount]
}
