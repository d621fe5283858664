// What was foreseen, to be held against what SmarterPay made of it, row by row (product rule N1).
import type { Terms } from './changes'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import { previewTerms } from './preview'

/**
 * The list that was foreseen beside the one that came, which it equals where the forecast held: an amount inside its range of
 * pennies is as foreseen. How many rows SmarterPay makes for an ongoing schedule is never told: as many are foreseen as came.
 * Null where nothing could be foreseen.
 */
export function foreseenBeside(
  before: Schedule,
  terms: Terms,
  actual: readonly UpcomingPayment[],
  c: Circumstances,
): UpcomingPayment[] | null {
  const preview = previewTerms(before, terms, c, Math.max(1, actual.length))
  if (preview === null || preview.faults.length > 0) return null
  return preview.rows.map(({ date, lowest, highest }) => {
    const came = actual.find((row) => row.date === date && row.amount >= lowest && row.amount <= highest)
    return came ?? { date, amount: lowest }
  })
}
