// What to say to the payer about a schedule that is to be made, and what to note in their file: what an advance notice
// must carry (amount, date, frequency, reference), without jargon.
import { formatDate, weekdayName } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { NewSchedule } from './changes'
import { firstOf, type NewRuleParts } from './check-new'
import type { Circumstances } from './circumstances'
import { ordinal } from './frequency-words'
import type { ProjectedRow } from './project'
import { spokenDate } from './script'

/** "on the 15th of every month", "on the last day of every 3 months", "every 2 weeks on a Tuesday". */
export function frequencyWords(parts: NewRuleParts): string {
  const { collectionPeriod, collectionDay, collectionStretch: every } = parts
  if (collectionPeriod === 'weekly')
    return `every ${every === 1 ? 'week' : `${every} weeks`} on a ${weekdayName(firstOf(parts))}`
  const day = collectionDay === 'last' ? 'last day' : ordinal(collectionDay ?? 1)
  if (every === 12) return `once a year on the ${day} of the month`
  return `on the ${day} of every ${every === 1 ? 'month' : `${every} months`}`
}

const each = ({ lowest, highest }: ProjectedRow) =>
  lowest === highest ? formatPounds(highest) : `about ${formatPounds(lowest)}`

/** To be read to the payer before the schedule is made. `rows`: the forecast; today is London's. */
export function readAloudNew(
  wanted: NewSchedule,
  parts: NewRuleParts,
  rows: readonly ProjectedRow[],
  { now }: Circumstances,
): string {
  const [first, second] = rows
  const last = rows.at(-1)
  if (!first || !last) return ''
  const by = wanted.method === 'card' ? 'by card' : 'by Direct Debit'
  const on = (row: ProjectedRow) => spokenDate(row.date, now.date)
  const often = frequencyWords(parts)
  const sentences =
    parts.kind === 'plan'
      ? [
          `We will take ${formatPounds(parts.amount)} ${by} in ${parts.instalments} ${parts.instalments === 1 ? 'payment' : 'payments'} of ${each(first)}, ${often}.`,
          `The first payment is on ${on(first)}${rows.length > 1 ? `, the last on ${on(last)}` : ''}.`,
        ]
      : [
          `We will take ${each(first)} ${by} on ${on(first)}.`,
          second ? `After that we take ${each(second)} ${often}, next on ${on(second)}.` : '',
          parts.endDate ? `The payments end on ${spokenDate(parts.endDate, now.date)}.` : 'There is no end date.',
        ]
  sentences.push('Where a day is a weekend or a bank holiday, the payment is taken on the next working day.')
  if (wanted.method === 'direct-debit') sentences.push(`The reference for your bank is ${wanted.auddis}.`)
  return sentences.filter(Boolean).join(' ')
}

/** One line for the customer's file. */
export function crmNoteNew(
  wanted: NewSchedule,
  parts: NewRuleParts,
  rows: readonly ProjectedRow[],
  { person, at, reason }: { person: string; at: string; reason: string | null },
): string {
  const [first] = rows
  const from = wanted.method === 'card' ? wanted.cardId : wanted.auddis
  const kind =
    parts.kind === 'plan'
      ? `plan of ${formatPounds(parts.amount)} in ${parts.instalments}`
      : `${formatPounds(parts.amount)} each time`
  const begins = first ? `, first ${formatDate(first.date)} ${each(first)}` : ''
  const ids = [from, wanted.customReference].filter(Boolean).join(' / ')
  return `${ids}: new schedule, ${kind}, ${frequencyWords(parts)}${begins}. ${reason ? `${reason}. ` : ''}${person}, ${at}.`
}
