// Why a row of a list answers a search where nothing in it shows that.
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { namesMatched } from './match'
import type { Schedule } from './model'
import type { SearchText } from './search-text'

/** Parts of a schedule that a search finds it by. */
export type SearchedPart = 'id' | 'reference' | 'auddis' | 'mandate' | 'card' | 'description' | 'amount'

const PART_OF: Record<string, SearchedPart> = {
  Id: 'id',
  'AUDDIS reference': 'auddis',
  'Custom reference': 'reference',
  Mandate: 'mandate',
  Card: 'card',
  Description: 'description',
}

/** A listed payment, or the first one, that takes such an amount while the schedule's own is another. */
function otherPayment(
  { amount, firstCollectionAmount, firstCollectionDate, upcoming }: Schedule,
  { amounts }: SearchText,
): { pence: number; date: CalendarDate | null } | null {
  if (amount !== null && amounts.some((one) => one === amount)) return null
  const listed = (upcoming ?? []).find((row) => amounts.some((one) => one === row.amount))
  if (listed) return { pence: listed.amount, date: listed.date }
  const first = amounts.find((one) => one === firstCollectionAmount)
  return first === undefined ? null : { pence: first, date: firstCollectionDate }
}

/**
 * "Description: Gym, monthly" or "£10.00 on Mon 20 Jun 2022", where the search found that and nothing that is `shown`; null
 * where what was found stands there. `typed`: the text as it was typed; `text`: the same, taken apart.
 */
export function unseenMatch(
  schedule: Schedule,
  typed: string,
  text: SearchText,
  shown: ReadonlySet<SearchedPart>,
): string | null {
  for (const word of new Set([typed.trim(), ...typed.trim().split(/\s+/)])) {
    const names = namesMatched(schedule, word, text)
    const isShown = names.some(({ what }) => shown.has(PART_OF[what] ?? 'id'))
    if (isShown && word === typed.trim()) return null
    const [name] = names
    if (name && !isShown) return `${name.what}: ${name.value}`
  }
  const payment = otherPayment(schedule, text)
  if (!payment) return null
  return payment.date === null
    ? formatPounds(payment.pence)
    : `${formatPounds(payment.pence)} on ${formatDate(payment.date)}`
}
