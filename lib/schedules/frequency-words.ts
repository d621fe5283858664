// How often, in words. Apart from the sentence of a schedule: rows of lists need no more than this.
import { weekday, weekdayName } from '@/lib/calendar-date'
import type { Schedule } from './model'

/** "1st", "2nd", "11th". */
export function ordinal(number: number): string {
  const tens = number % 100
  if (tens >= 11 && tens <= 13) return `${number}th`
  return `${number}${{ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th'}`
}

/** SmarterPay's own word for a part that we do not know, in quotation marks and cut to a readable length. */
export function asSent({ asSent: sent }: Schedule, part: keyof Schedule): string {
  const text = sent[part] ?? ''
  return text.length > 40 ? `“${text.slice(0, 39)}…”` : `“${text}”`
}

/** "Tuesday": the weekday that most listed payments have; without a list the first collection's. Holidays move single ones. */
function weekdayOf({ upcoming, firstCollectionDate, startDate, nextCollectionDate }: Schedule): string | null {
  const agreed = firstCollectionDate ?? startDate
  const votes = new Map<number, { name: string; votes: number }>()
  for (const { date } of upcoming ?? []) {
    const found = votes.get(weekday(date))
    votes.set(weekday(date), { name: weekdayName(date), votes: (found?.votes ?? 0) + 1 })
  }
  const most = Math.max(0, ...[...votes.values()].map((vote) => vote.votes))
  if (agreed && (votes.size === 0 || votes.get(weekday(agreed))?.votes === most)) return weekdayName(agreed)
  const winner = [...votes.values()].find((vote) => vote.votes === most)
  return winner?.name ?? (nextCollectionDate && weekdayName(nextCollectionDate))
}

/** "19th", "last day", "Tuesday"; null where the day is not told or could not be read. */
export function dayText(schedule: Schedule): string | null {
  if (schedule.collectionPeriod === 'weekly') return weekdayOf(schedule)
  if (schedule.collectionDay === null) return null
  return schedule.collectionDay === 'last' ? 'last day' : ordinal(schedule.collectionDay)
}

/** "every month", "every 3 weeks", "every 2 years". */
export function everyText(unit: 'week' | 'month', stretch: number): string {
  if (unit === 'month' && stretch % 12 === 0) return stretch === 12 ? 'every year' : `every ${stretch / 12} years`
  return stretch === 1 ? `every ${unit}` : `every ${stretch} ${unit}s`
}

/** For tables: "Monthly, 19th", "Every 3 months, 1st", "Yearly, 2nd", "Weekly, Tuesday", "Monthly, last day". */
export function frequencyText(schedule: Schedule): string {
  const { collectionPeriod, collectionStretch } = schedule
  if (collectionPeriod === 'unrecognised')
    return schedule.asSent.collectionPeriod ? asSent(schedule, 'collectionPeriod') : 'Unrecognised'
  if (collectionStretch === null) return 'Unrecognised'
  const unit = collectionPeriod === 'weekly' ? 'week' : 'month'
  const every = everyText(unit, collectionStretch)
  const plainNames: Record<string, string> = {
    'every week': 'Weekly',
    'every month': 'Monthly',
    'every year': 'Yearly',
  }
  const name = plainNames[every] ?? every.replace('every', 'Every')
  const dayName = dayText(schedule)
  return dayName === null ? name : `${name}, ${dayName}`
}
