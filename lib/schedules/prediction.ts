// What was foreseen, held against what SmarterPay made of it, row by row (product rule N1).
import type { CalendarDate } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Terms } from './changes'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import type { PenceRange } from './plan'
import { previewTerms } from './preview'

/** `predicted` null: a row that nobody foresaw. `actual` null: a row that did not come. */
export type PredictionMiss = { date: CalendarDate; predicted: PenceRange | null; actual: Pence | null }

/**
 * Rows of SmarterPay's list that differ from the forecast. An amount inside its range of pennies is as foreseen. How many
 * rows SmarterPay makes for an ongoing schedule is never told: as many are foreseen as came. Null where nothing was foreseen.
 */
export function predictionMisses(
  before: Schedule,
  terms: Terms,
  actual: readonly UpcomingPayment[],
  c: Circumstances,
): PredictionMiss[] | null {
  const preview = previewTerms(before, terms, c, Math.max(1, actual.length))
  if (preview === null || preview.faults.length > 0) return null
  const dates = [...new Set([...preview.rows, ...actual].map(({ date }) => date))].sort()
  return dates.flatMap((date): PredictionMiss[] => {
    const [mine, theirs] = [preview.rows.filter((row) => row.date === date), actual.filter((row) => row.date === date)]
    return Array.from(
      { length: Math.max(mine.length, theirs.length) },
      (_, n) => [mine[n], theirs[n]] as const,
    ).flatMap(([row, got]): PredictionMiss[] => {
      if (row && got && got.amount >= row.lowest && got.amount <= row.highest) return []
      const predicted = row ? { lowest: row.lowest, highest: row.highest } : null
      return [{ date, predicted, actual: got?.amount ?? null }]
    })
  })
}
