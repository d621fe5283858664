// Where the money goes that a changed plan has left to place, or holds too much of: to the penny, round pinned rows and
// rows whose amount a person chose, never below nought.
import { isPence, sumPence, toPence } from '@/lib/money'
import { type Draft, type DraftRow, isFixed, type Setting } from './draft'
import { spreadEvenly } from './plan'

export type Destination = 'rest' | 'next' | 'last'

/** Pence that the rows lack against SmarterPay's list; negative where they hold too much. Unreadable fields count as last read. */
export function leftToPlace(draft: Draft): number {
  return sumPence(draft.listed.map(({ amount }) => amount)) - sumPence(draft.rows.map(({ amount }) => amount ?? 0))
}

const byDay = (a: DraftRow, b: DraftRow) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)

/** Rows that spreading may use, earliest first: not too late, not pinned, not chosen by a person, not skipped in SmarterPay. */
export function freeRows(draft: Draft, setting: Setting): DraftRow[] {
  const free = draft.rows.filter(
    (row) =>
      row.listed !== null &&
      row.listed.amount > 0 &&
      row.unreadAmount === null &&
      !row.pinned &&
      !row.chosen &&
      !isFixed(row, setting),
  )
  return free.sort(byDay)
}

function targets(draft: Draft, to: Destination, after: string | null, setting: Setting): DraftRow[] {
  const free = freeRows(draft, setting)
  if (to === 'rest') return free
  if (to === 'last') return free.slice(-1)
  const from = draft.rows.find((row) => row.id === after)?.date ?? ''
  return free.filter(({ date }) => (date ?? '') > from).slice(0, 1)
}

/** Takes `owed` pence off the amounts as evenly as they allow, none below nought; what each loses. */
function takeEvenly(owed: number, amounts: readonly number[]): number[] {
  const taken = amounts.map(() => 0)
  let left = owed
  while (left > 0) {
    const open = amounts.flatMap((amount, n) => (amount > (taken[n] ?? 0) ? [n] : []))
    if (open.length === 0) return taken
    const shares = spreadEvenly(toPence(left), open.length)
    for (const [place, n] of open.entries()) {
      const share = Math.min(shares[place] ?? 0, (amounts[n] ?? 0) - (taken[n] ?? 0))
      taken[n] = (taken[n] ?? 0) + share
      left -= share
    }
  }
  return taken
}

/** What each destination would give: pence per row, by id. Empty where it cannot take all of it. */
export function spreadShares(
  draft: Draft,
  to: Destination,
  after: string | null,
  setting: Setting,
): Map<string, number> {
  const rows = targets(draft, to, after, setting)
  const amounts = rows.map(({ amount }) => amount ?? 0)
  const left = leftToPlace(draft)
  const whole = Math.abs(left)
  if (left === 0 || rows.length === 0 || !isPence(whole)) return new Map()
  const shares = left > 0 ? spreadEvenly(whole, rows.length) : takeEvenly(-left, amounts).map((share) => -share)
  const fits = sumPence(shares) === left && shares.every((share, n) => isPence((amounts[n] ?? 0) + share))
  return fits ? new Map(rows.map(({ id }, n) => [id, shares[n] ?? 0])) : new Map()
}

/** The draft with what is left placed; the same draft where it cannot be placed there whole. */
export function spread(draft: Draft, to: Destination, after: string | null, setting: Setting): Draft {
  const shares = spreadShares(draft, to, after, setting)
  if (shares.size === 0) return draft
  const rows = draft.rows.map((row) => {
    const share = shares.get(row.id) ?? 0
    return share === 0 ? row : { ...row, amount: toPence((row.amount ?? 0) + share) }
  })
  return { ...draft, rows }
}
