// The money of a change of which nobody knows whether it was saved: of the payments that it touches, and of no others.
import { sumPence, toPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Wanted } from './judge'
import type { Schedule, UpcomingPayment } from './model'
import { planProgress, spreadEvenly } from './plan'
import { previewTerms } from './preview'
import { changedRows, sortedPayments } from './upcoming'

/** The list as the new rule would have it; null where that cannot be told. A split that leaves pennies may have any of them. */
function listAfter(before: Schedule, listed: readonly UpcomingPayment[], wanted: Wanted, c: Circumstances) {
  switch (wanted.action) {
    case 'replace-upcoming':
      return sortedPayments(wanted.payments)
    case 'amend': {
      // Nobody knows how many rows SmarterPay will list: as many as now, unless another end is what was asked for.
      const count = wanted.terms.endDate === undefined ? listed.length : undefined
      const preview = previewTerms(before, wanted.terms, c, count)
      if (preview === null || preview.faults.length > 0) return null
      const progress = planProgress(before)
      const left = progress && toPence((wanted.terms.amount ?? progress.total) - progress.collected)
      const shares = left === null ? [] : spreadEvenly(left, preview.rows.length)
      return preview.rows.map(({ date, lowest, highest }, n): UpcomingPayment => {
        const stood = listed[n]
        const same = stood && stood.date === date && lowest <= stood.amount && stood.amount <= highest
        return { date, amount: same ? stood.amount : (shares[n] ?? lowest) }
      })
    }
    default:
      return []
  }
}

/**
 * Pence of the payments that will be otherwise if the change was saved, from London's `today` on, each with the larger of its
 * two amounts: rows of a list that differ, rows that a new rule re-dates or re-prices as far as listed, all rows of a schedule
 * that ends. Of a new schedule its first payment, or the whole plan. `before`: what stood when it was sent. Null where nobody
 * can tell.
 */
export function atStake(wanted: Wanted, before: Schedule | null, c: Circumstances): number | null {
  if (wanted.action === 'create') {
    const { schedule } = wanted
    return schedule.kind === 'plan' ? schedule.amount : schedule.firstCollectionAmount
  }
  const listed = before?.upcoming
  if (!before || !listed) return null
  const stood = sortedPayments(listed)
  const after = listAfter(before, stood, wanted, c)
  // Without a forecast of the new list any payment of the old one may be otherwise; past an end that was asked for, all are.
  const rows = changedRows(stood, after ?? [])
  return sumPence(
    rows.map((row) => {
      const both = [...('before' in row ? [row.before] : []), ...('after' in row ? [row.after] : [])]
      return both.some(({ date }) => date >= c.now.date) ? larger(both) : 0
    }),
  )
}

const larger = (payments: readonly UpcomingPayment[]): number => Math.max(0, ...payments.map(({ amount }) => amount))
