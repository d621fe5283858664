// What to say to the payer and what to note in the customer's file when the rule changes. Amounts, days and frequency, as
// an advance notice must carry them; a forecast is spoken as what is planned.
import { type CalendarDate, dayOfMonth, monthName, monthOf, weekdayName } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Terms } from './changes'
import type { Schedule } from './model'
import type { PenceRange } from './plan'
import { spokenDate } from './script'
import type { TermsForecast } from './terms-forecast'
import { dayWords, everyWords, termsChanges } from './terms-words'

/** "£22.50"; "£2.81 or a few pence more" where nobody knows who gets the odd pennies. */
function spokenRange({ lowest, highest }: PenceRange): string {
  if (lowest === highest) return formatPounds(lowest)
  return `between ${formatPounds(lowest)} and ${formatPounds(highest)}`
}

const yearly = (date: CalendarDate) => {
  const { month, year } = monthOf(date)
  return `${weekdayName(date)} ${dayOfMonth(date)} ${monthName(month)} ${year}`
}

function spokenParts(schedule: Schedule, terms: Terms, today: CalendarDate): string[] {
  const said: string[] = []
  const { amount, collectionDay, collectionStretch, endDate, nextCollectionDate: next, instalments } = terms
  if (amount !== undefined)
    said.push(
      schedule.kind === 'plan'
        ? `The total of your plan will be ${formatPounds(amount)} instead of ${formatPounds(schedule.amount ?? 0)}.`
        : `Your payments will be ${formatPounds(amount)} each instead of ${formatPounds(schedule.amount ?? 0)}.`,
    )
  if (instalments !== undefined)
    said.push(`Your plan will have ${instalments} payments in all instead of ${schedule.instalments ?? 0}.`)
  if (collectionStretch !== undefined) {
    const was = everyWords(schedule.collectionStretch ?? 1, schedule)
    said.push(`Your payments will be taken ${everyWords(collectionStretch, schedule)} instead of ${was}.`)
  }
  if (collectionDay !== undefined) {
    const was = schedule.collectionDay === null ? '' : ` instead of the ${dayWords(schedule.collectionDay)}`
    said.push(`They will be taken on the ${dayWords(collectionDay)} of the month${was}, or on the next working day.`)
  }
  if (terms.firstCollectionAmount !== undefined)
    said.push(`Your first payment will be ${formatPounds(terms.firstCollectionAmount)}.`)
  const moved = next ?? terms.firstCollectionDate
  const due = schedule.upcoming?.[0]?.date
  if (moved !== undefined)
    said.push(
      due
        ? `Your payment due on ${spokenDate(due, today)} will now be taken on ${spokenDate(moved, today)}.`
        : `Your next payment will be taken on ${spokenDate(moved, today)}.`,
    )
  if (endDate !== undefined)
    said.push(
      endDate === null
        ? 'Your payments will go on without an end date.'
        : `Your payments will end on ${yearly(endDate)}.`,
    )
  return said
}

function spokenNext(forecast: TermsForecast | null, today: CalendarDate): string {
  const coming = (forecast?.rows ?? []).flatMap(({ after }) => (after && after.highest > 0 ? [after] : []))
  const [first, second] = coming
  if (!forecast) return ''
  if (!first) return 'Nothing more is planned to be taken.'
  const then = second ? `, and the one after that ${spokenRange(second)} on ${spokenDate(second.date, today)}` : ''
  return `Your next payment is planned as ${spokenRange(first)} on ${spokenDate(first.date, today)}${then}.`
}

/** To be read to the payer before a change of the rule is confirmed. Today is London's. */
export function readTermsAloud(
  schedule: Schedule,
  terms: Terms,
  forecast: TermsForecast | null,
  today: CalendarDate,
): string {
  const kept = (forecast?.rows ?? []).flatMap(({ kept: edit, after }) => (edit && after ? [after] : []))
  const stays = kept.map((row) =>
    row.highest === 0
      ? `There will still be no payment on ${spokenDate(row.date, today)}.`
      : `As agreed before, ${spokenRange(row)} will be taken on ${spokenDate(row.date, today)}.`,
  )
  return [...spokenParts(schedule, terms, today), ...stays, spokenNext(forecast, today)].filter(Boolean).join(' ')
}

/** One line for the customer's file: ids, each part before and after, what is kept, who and when. */
export function termsNote(
  schedule: Schedule,
  terms: Terms,
  keeps: number,
  { person, at, reason }: { person: string; at: string; reason: string },
): string {
  const ids = [schedule.id, schedule.customReference, schedule.auddis ?? schedule.cardId].filter(Boolean).join(' / ')
  const changes = termsChanges(schedule, terms)
    .map(({ label, was, is }) => `${label.toLowerCase()}: ${was} > ${is}`)
    .join('; ')
  const kept =
    keeps > 0 ? `; ${keeps} ${keeps === 1 ? 'payment that differs' : 'payments that differ'} from the rule kept` : ''
  return `${ids}: ${changes}${kept}. ${reason}. ${person}, ${at}.`
}
