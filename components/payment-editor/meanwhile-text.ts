import { amountWords } from '@/components/review/changes-table'
import { formatLongDate } from '@/lib/calendar-date'
import type { DraftState } from './use-draft'

/** What may be said to the payer while nobody knows yet: only what is true either way. */
export function meanwhileText({ draft, judgement, c }: DraftState): string {
  const unchanged = draft.listed.find(
    (was) =>
      was.amount > 0 &&
      was.date > c.now.date &&
      judgement.payments.some((is) => is.date === was.date && is.amount === was.amount),
  )
  const either = unchanged
    ? ` Your payment of ${amountWords(unchanged.amount)} on ${formatLongDate(unchanged.date)} does not change either way.`
    : ''
  return `I have sent the change, and the system is still confirming it. I will call you back today to confirm.${either}`
}
