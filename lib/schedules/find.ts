// By what a schedule is found in the index, beyond what SmarterPay can look for: one judgement for the copy and for screens.
import type { CalendarDate } from '../calendar-date'
import type { Pence } from '../money'
import type { Schedule } from './model'

export const FREQUENCIES = [
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'other',
] as const
export type Frequency = (typeof FREQUENCIES)[number]

const WEEKS: Record<number, Frequency> = { 1: 'weekly', 2: 'fortnightly', 4: 'four-weekly' }
const MONTHS: Record<number, Frequency> = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly', 12: 'yearly' }

/** How often it collects, as people say it; null where that cannot be read. */
export function frequencyOf({ collectionPeriod, collectionStretch }: Schedule): Frequency | null {
  if (collectionPeriod === 'unrecognised' || collectionStretch === null) return null
  return (collectionPeriod === 'weekly' ? WEEKS : MONTHS)[collectionStretch] ?? 'other'
}

/** `next`: the next listed payment is one of nought; `later`: another one is. */
export type Skipped = 'next' | 'later'

/** Which of the listed payments is skipped; null: none, or nothing is to be collected at all. */
export function skippedOf({ status, upcoming }: Schedule): Skipped | null {
  if (status !== 'active' || upcoming === null) return null
  const at = upcoming.findIndex(({ amount }) => amount === 0)
  if (at < 0) return null
  return at === 0 ? 'next' : 'later'
}

/** The day of its end; a plan without one ends with its last listed payment. Null: no end, or not known. */
export function endOf({ kind, endDate, upcoming }: Schedule): CalendarDate | null {
  return endDate ?? (kind === 'plan' ? (upcoming?.at(-1)?.date ?? null) : null)
}

/** Every amount that a payer may see taken, each once: the schedule's own, the first, those listed. Nought is none. */
export function amountsOf({ amount, firstCollectionAmount, upcoming }: Schedule): Pence[] {
  const all = [amount, firstCollectionAmount, ...(upcoming ?? []).map((row) => row.amount)]
  return [...new Set(all.filter((pence) => pence !== null && pence > 0))] as Pence[]
}
