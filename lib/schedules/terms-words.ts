// A change of the rule in words: what each part is called and holds, and each finding as a sentence, the same beside the
// field and in the BFF's answer.
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Terms } from './changes'
import type { TermsFinding, TermsPart } from './check-terms'
import { ordinal } from './frequency-words'
import type { CollectionDay, Schedule } from './model'

/** The labels of the form, and of every table that names a part. */
export function termsLabel(part: TermsPart, { kind }: Pick<Schedule, 'kind'>): string {
  switch (part) {
    case 'amount':
      return kind === 'plan' ? 'Plan total' : 'Amount each time'
    case 'collectionDay':
      return 'Collection day'
    case 'collectionStretch':
      return 'Every'
    case 'endDate':
      return 'Ends'
    case 'firstCollectionAmount':
      return 'First payment amount'
    case 'firstCollectionDate':
      return 'First payment date'
    case 'nextCollectionDate':
      return 'Next payment date'
    case 'instalments':
      return 'Number of instalments'
    case 'firstTwoInSameMonth':
      return 'Allow first two payments in the same month'
  }
}

/** SmarterPay's names, for saying what is sent. */
export const TERMS_WIRE: Record<TermsPart, string> = {
  amount: 'amount',
  collectionDay: 'collection_day',
  collectionStretch: 'collection_stretch',
  endDate: 'end_date',
  firstCollectionAmount: 'first_collection_amount',
  firstCollectionDate: 'first_collection_date',
  nextCollectionDate: 'next_collection_date',
  instalments: 'installments',
  firstTwoInSameMonth: 'firstCollectionInSameMonthAsNextCollection',
}

/** "19th", "last day". */
export const dayWords = (day: CollectionDay): string => (day === 'last' ? 'last day' : ordinal(day))

/** "every month", "every 3 weeks". */
export function everyWords(stretch: number, { collectionPeriod }: Pick<Schedule, 'collectionPeriod'>): string {
  const unit = collectionPeriod === 'weekly' ? 'week' : 'month'
  return stretch === 1 ? `every ${unit}` : `every ${stretch} ${unit}s`
}

/** One part's value as people read it: "£25.32", "19th", "every 2 months", "Mon 20 Jun 2022", "none". */
export function termsValue(part: TermsPart, value: unknown, schedule: Pick<Schedule, 'collectionPeriod'>): string {
  if (part === 'endDate' && value === null) return 'no end date'
  if (part === 'firstTwoInSameMonth') return value === true ? 'yes' : value === false ? 'no' : 'not told'
  if (value === null || value === undefined) return 'none'
  if (part === 'amount' || part === 'firstCollectionAmount') return formatPounds(value as number)
  if (part === 'collectionDay') return dayWords(value as CollectionDay)
  if (part === 'collectionStretch') return everyWords(value as number, schedule)
  if (part === 'instalments') return String(value)
  return formatDate(value as CalendarDate)
}

export type TermsChange = { part: TermsPart; label: string; was: string; is: string }

/** What a change of the rule changes, part by part, as people read it. */
export function termsChanges(schedule: Schedule, terms: Terms): TermsChange[] {
  return (Object.keys(terms) as TermsPart[])
    .filter((part) => terms[part] !== undefined)
    .map((part) => ({
      part,
      label: termsLabel(part, schedule),
      was: termsValue(part, part === 'firstTwoInSameMonth' ? undefined : schedule[part], schedule),
      is: termsValue(part, terms[part], schedule),
    }))
}

const PARTS: Partial<Record<keyof Schedule, string>> = {
  upcoming: 'upcoming payments',
  collectionStretch: 'frequency',
  nextCollectionDate: 'next payment date',
  firstCollectionDate: 'first payment date',
  firstCollectionAmount: 'first payment amount',
  collectionDay: 'collection day',
  endDate: 'end date',
}

/** One sentence for people; amounts in pounds, days as in tables. */
export function termsFindingWords(finding: TermsFinding): string {
  switch (finding.kind) {
    case 'not-active':
      return 'This schedule is inactive: there is nothing to change.'
    case 'unrecognised':
      return 'SmarterPay sent something about this schedule that is not recognised, so it can only be looked at.'
    case 'unreadable':
      return `The ${PARTS[finding.what] ?? finding.what} of this schedule could not be read, so nobody can say what a change would do.`
    case 'nothing-changed':
      return 'Nothing has been changed.'
    case 'same-as-now':
      return 'This is what it is already.'
    case 'not-for-this-kind':
      return finding.of === 'plan'
        ? 'SmarterPay does not take this for payment plans.'
        : 'Only payment plans have instalments.'
    case 'not-for-weekly':
      return 'This has no meaning on a weekly schedule.'
    case 'first-taken':
      return 'Too late: the first payment has been taken.'
    case 'two-first-dates':
      return 'Until the first payment is taken, the next payment is the first one: change one of the two.'
    case 'end-date-passed':
      return 'The end date must be after today.'
    case 'ends-before-next':
      return `Nothing will be collected any more: the next payment is on ${formatDate(finding.next)}.`
    case 'total-below-taken':
      return `${formatPounds(finding.taken)} is already taken; the plan total cannot be less.`
    case 'too-few-instalments':
      return `${finding.taken === 1 ? '1 instalment is' : `${finding.taken} instalments are`} already taken, and money is left: give at least ${finding.taken + 1}.`
    case 'nothing-left':
      return 'No money is left for further instalments.'
    case 'past':
      return 'This day is today or has passed. Choose a later one.'
    case 'locked':
      return `Too late for this day. The earliest date is ${formatDate(finding.earliest)}.`
    case 'next-locked':
      return `The payment of ${formatDate(finding.date)} is too late to change, so it cannot be moved.`
    case 'not-a-banking-day':
      return `${finding.holiday ?? 'A weekend'} is not a banking day. The next one is ${formatDate(finding.movesTo)}.`
    case 'short-notice':
      return `Short notice: the payer had to be told by ${formatDate(finding.latestNoticeDay)}.`
    case 'calendar-not-known':
      return 'The bank holidays of this year are not known yet.'
  }
}
