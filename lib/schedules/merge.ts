// Two people changed one list: what stood when it was opened, what stands now, and what was wanted here, row by row.
// What only one side changed is taken over; where both changed one row a person chooses. A payment that is gone from
// SmarterPay's list (collected, or removed) never comes back.
import type { CalendarDate } from '@/lib/calendar-date'
import type { UpcomingPayment } from './model'
import { compareUpcoming, type RowChange, sortedPayments } from './upcoming'

export type Side = 'theirs' | 'mine'

/** One row of the comparison; a null is a row that does not stand there. Amounts pence, days London. */
export type MergeRow = {
  id: string
  opened: UpcomingPayment | null
  now: UpcomingPayment | null
  mine: UpcomingPayment | null
  /** `choose`: both sides changed it, differently. `gone`: it left SmarterPay's list, and a change to it is void. */
  outcome: 'same' | 'theirs' | 'mine' | 'choose' | 'gone'
}

const equal = (one: UpcomingPayment | null, other: UpcomingPayment | null) =>
  one?.date === other?.date && one?.amount === other?.amount

function outcomeOf(opened: UpcomingPayment, now: UpcomingPayment | null, mine: UpcomingPayment | null) {
  const [byThem, byMe] = [!equal(opened, now), !equal(opened, mine)]
  if (now === null) return byMe && mine !== null ? ('gone' as const) : ('theirs' as const)
  if (byThem && byMe) return equal(now, mine) ? ('same' as const) : ('choose' as const)
  return byThem ? ('theirs' as const) : byMe ? ('mine' as const) : ('same' as const)
}

/** Where each row of the list before went: by its place there, null where it was removed. */
function fates(changes: readonly RowChange[]): Map<number, UpcomingPayment | null> {
  return new Map(
    changes.flatMap((change) =>
      'from' in change ? [[change.from, change.kind === 'removed' ? null : change.after] as const] : [],
    ),
  )
}

const additions = (changes: readonly RowChange[]) =>
  changes.flatMap((change) => (change.kind === 'added' ? [change.after] : []))

/** Rows that both added alike are one; the rest are taken over from either side. */
function added(theirs: readonly UpcomingPayment[], mine: readonly UpcomingPayment[]): MergeRow[] {
  const open = [...mine]
  const rows = theirs.map((now, n): MergeRow => {
    const at = open.findIndex((payment) => equal(payment, now))
    if (at >= 0) open.splice(at, 1)
    return { id: `theirs-${n}`, opened: null, now, mine: at >= 0 ? now : null, outcome: at >= 0 ? 'same' : 'theirs' }
  })
  return [
    ...rows,
    ...open.map((one, n): MergeRow => ({ id: `mine-${n}`, opened: null, now: null, mine: one, outcome: 'mine' })),
  ]
}

/**
 * Every row of the three lists once, in order of date. `tooLate`: a payment of that London day can no longer be changed by
 * anybody, so where it is missing now it was collected, and no other row may be taken for it.
 */
export function mergeUpcoming(
  opened: readonly UpcomingPayment[],
  now: readonly UpcomingPayment[],
  mine: readonly UpcomingPayment[],
  tooLate: (date: CalendarDate) => boolean,
): MergeRow[] {
  const base = sortedPayments(opened)
  const stands = base.map((row) => !tooLate(row.date) || now.some((other) => equal(row, other)))
  const standing = base.flatMap((_, n) => (stands[n] ? [n] : []))
  const theirChanges = compareUpcoming(
    base.filter((_, n) => stands[n]),
    sortedPayments(now),
  )
  const myChanges = compareUpcoming(base, sortedPayments(mine))
  const found = fates(theirChanges)
  const theirs = new Map(standing.map((n, at) => [n, found.get(at) ?? null]))
  const own = fates(myChanges)
  const rows = base.map((payment, n): MergeRow => {
    const [nowRow, mineRow] = [theirs.get(n) ?? null, own.get(n) ?? null]
    return { id: `row-${n}`, opened: payment, now: nowRow, mine: mineRow, outcome: outcomeOf(payment, nowRow, mineRow) }
  })
  const dayOf = ({ opened: a, now: b, mine: d }: MergeRow) => a?.date ?? b?.date ?? d?.date ?? ''
  return [...rows, ...added(additions(theirChanges), additions(myChanges))].sort((a, b) =>
    dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0,
  )
}

/** What one row comes to; undefined while a choice is open, null where no row stands. */
export function mergedRow(row: MergeRow, choice: Side | undefined): UpcomingPayment | null | undefined {
  if (row.outcome === 'choose') return choice === undefined ? undefined : choice === 'theirs' ? row.now : row.mine
  return row.outcome === 'mine' ? row.mine : row.now
}

/** The merged list for a new draft on the new basis; null while a choice is open. */
export function mergedPayments(
  rows: readonly MergeRow[],
  choices: ReadonlyMap<string, Side>,
): UpcomingPayment[] | null {
  const results = rows.map((row) => mergedRow(row, choices.get(row.id)))
  if (results.some((result) => result === undefined)) return null
  return sortedPayments(results.flatMap((result) => result ?? []))
}
