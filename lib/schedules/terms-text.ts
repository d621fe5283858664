// The form of a rule's change as it is typed, and as values: only what differs from now is a change. Typed text is never
// mended here; what cannot be read is told at its field.
import type { CalendarDate } from '@/lib/calendar-date'
import { type Pence, parsePounds, poundsText } from '@/lib/money'
import type { Terms } from './changes'
import type { TermsPart } from './check-terms'
import type { Circumstances } from './circumstances'
import type { CollectionDay, Schedule } from './model'
import { readTypedDate, typedDate } from './typed'

/** Money in pounds, days `dd/mm/yyyy`, as a person types them. */
export type TermsText = {
  amount: string
  collectionDay: string
  collectionStretch: string
  ends: 'never' | 'on'
  endDate: string
  firstCollectionAmount: string
  firstCollectionDate: string
  nextCollectionDate: string
  instalments: string
  firstTwoInSameMonth: boolean
}

const pounds = (amount: Pence | null) => (amount === null ? '' : poundsText(amount))
const dated = (date: CalendarDate | null) => (date === null ? '' : typedDate(date))
const whole = (count: number | null) => (count === null ? '' : String(count))

/** The form as it opens: what SmarterPay holds. */
export function termsTextOf(schedule: Schedule): TermsText {
  return {
    amount: pounds(schedule.amount),
    collectionDay: schedule.collectionDay === null ? '' : String(schedule.collectionDay),
    collectionStretch: whole(schedule.collectionStretch),
    ends: schedule.endDate === null ? 'never' : 'on',
    endDate: dated(schedule.endDate),
    firstCollectionAmount: pounds(schedule.firstCollectionAmount),
    firstCollectionDate: dated(schedule.firstCollectionDate ?? schedule.startDate),
    nextCollectionDate: dated(schedule.nextCollectionDate),
    instalments: whole(schedule.instalments),
    firstTwoInSameMonth: false,
  }
}

export type Unread = { part: TermsPart; message: string }
export type ReadTerms = {
  terms: Terms
  /** Fields whose text is no value, with what would be one. */
  unread: Unread[]
}

const MONEY = 'Give an amount in pounds, as 25 or 25.32.'
const DATE = 'Give a day, as 27/06/2025 or 27 jun.'

const wholeOf = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null)
function dayOf(text: string): CollectionDay | null {
  const day = text === 'last' ? text : wholeOf(text)
  return day === 'last' || (day !== null && day >= 1 && day <= 28) ? day : null
}

/** The limits that the body of the request has too, said at the field. */
function outside({ amount, collectionStretch: stretch, instalments }: Terms): Unread[] {
  const faults: Unread[] = []
  if (amount === 0) faults.push({ part: 'amount', message: 'More than £0.00.' })
  if (stretch !== undefined && (stretch < 1 || stretch > 999))
    faults.push({ part: 'collectionStretch', message: stretch < 1 ? 'At least 1.' : 'At most 999.' })
  if (instalments !== undefined && (instalments < 1 || instalments > 2000))
    faults.push({ part: 'instalments', message: instalments < 1 ? 'At least 1.' : 'At most 2,000.' })
  return faults
}

/** The change that a form asks for. Text that stands as it was opened is no change, even where its value could not be read. */
export function readTerms(schedule: Schedule, text: TermsText, c: Circumstances): ReadTerms {
  const opened = termsTextOf(schedule)
  const terms: Terms = {}
  const unread: Unread[] = []
  const put = <P extends TermsPart>(part: P, value: Terms[P] | null, now: unknown, message: string) => {
    if (value === null && part !== 'endDate') unread.push({ part, message })
    else if (value !== now) terms[part] = value as Terms[P]
  }
  const typed = (part: Exclude<keyof TermsText, 'ends' | 'firstTwoInSameMonth'>) =>
    text[part].trim() === opened[part] ? null : text[part]

  const amount = typed('amount')
  if (amount !== null) put('amount', parsePounds(amount), schedule.amount, MONEY)
  const day = typed('collectionDay')
  if (day !== null)
    put('collectionDay', dayOf(day), schedule.collectionDay, 'Choose a day from 1 to 28, or the last day.')
  const stretch = typed('collectionStretch')
  if (stretch !== null)
    put('collectionStretch', wholeOf(stretch), schedule.collectionStretch, 'Give a whole number from 1.')
  const count = typed('instalments')
  if (count !== null) put('instalments', wholeOf(count), schedule.instalments, 'Give a whole number from 1.')
  const first = typed('firstCollectionAmount')
  if (first !== null) put('firstCollectionAmount', parsePounds(first), schedule.firstCollectionAmount, MONEY)
  const dates = [
    ['firstCollectionDate', schedule.firstCollectionDate ?? schedule.startDate],
    ['nextCollectionDate', schedule.nextCollectionDate],
  ] as const
  for (const [part, now] of dates) {
    const date = typed(part)
    if (date !== null) put(part, readTypedDate(date, now, c), now, DATE)
  }
  if (text.ends === 'never') {
    if (schedule.endDate !== null) terms.endDate = null
  } else if (opened.ends === 'never' || typed('endDate') !== null) {
    const end = readTypedDate(text.endDate, schedule.endDate, c)
    if (end === null) unread.push({ part: 'endDate', message: DATE })
    else if (end !== schedule.endDate) terms.endDate = end
  }
  if (text.firstTwoInSameMonth) terms.firstTwoInSameMonth = true
  return { terms, unread: [...unread, ...outside(terms)] }
}

/** Whether anything stands otherwise than it was opened, readable or not. */
export function isTyped(schedule: Schedule, text: TermsText): boolean {
  const opened = termsTextOf(schedule)
  return (Object.keys(opened) as (keyof TermsText)[]).some((part) => {
    if (part === 'endDate' && text.ends === 'never') return false
    return opened[part] !== text[part]
  })
}

/** Names in the address of the page that carry an intention into the form. */
const NAMES = {
  amount: 'amount',
  day: 'collectionDay',
  every: 'collectionStretch',
  next: 'nextCollectionDate',
  instalments: 'instalments',
  first: 'firstCollectionDate',
  'first-amount': 'firstCollectionAmount',
} as const
const LONGEST = 30

/**
 * The form with an intention from elsewhere: `?amount=22.50&day=1&every=2&next=2027-01-04&ends=never` and so on, as a person
 * would type it. Nothing is sent by it. What is too long to have been meant is left out.
 */
export function withAddress(text: TermsText, params: URLSearchParams): TermsText {
  const given: Partial<TermsText> = {}
  for (const [name, part] of Object.entries(NAMES)) {
    const value = params.get(name)?.trim()
    if (value && value.length <= LONGEST) given[part] = value
  }
  const ends = params.get('ends')?.trim()
  if (ends === 'never') given.ends = 'never'
  else if (ends && ends.length <= LONGEST) Object.assign(given, { ends: 'on', endDate: ends })
  return { ...text, ...given }
}
