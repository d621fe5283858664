// The parts of a schedule in the words of its page, for naming what differs.
import { formatDate, parseDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'

type Part = keyof Schedule

const WORDS: Partial<Record<Part, string>> = {
  status: 'Status',
  amount: 'Amount',
  firstCollectionAmount: 'First payment amount',
  collectionPeriod: 'Frequency',
  collectionDay: 'Collection day',
  collectionStretch: 'Every',
  startDate: 'Start date',
  firstCollectionDate: 'First payment',
  nextCollectionDate: 'Next payment',
  endDate: 'Ends',
  instalments: 'Instalments',
  auddis: 'AUDDIS reference',
  mandateId: 'Mandate',
  cardId: 'Card',
}
const MONEY: readonly string[] = ['amount', 'firstCollectionAmount'] satisfies Part[]

export const partWord = (part: string): string => WORDS[part as Part] ?? part

/** A part's value for people; "none" where there is none. Pence as pounds, days with their weekday. */
export function partValue(part: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'number') return MONEY.includes(part) ? formatPounds(value) : String(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (part === 'collectionDay' && value === 'last') return 'last day'
  const date = parseDate(value)
  return date ? formatDate(date) : value
}

export type PartChange = { part: string; was: string; is: string }

/** The parts besides the payments that differ between two readings of one schedule. */
export function changedParts(opened: Schedule, now: Schedule): PartChange[] {
  return (Object.keys(WORDS) as Part[])
    .filter((part) => opened[part] !== now[part])
    .map((part) => ({ part, was: partValue(part, opened[part]), is: partValue(part, now[part]) }))
}
