// What a row of the list says of a schedule, as values; how it looks is in columns.tsx.
import { addDays, formatDate, formatDayAndMonth } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'
import { dueOf } from '@/lib/schedules/standing'

/** Long ids keep `head` + 5 characters. */
export function shortId(id: string, head = 8): string {
  return id.length > head + 6 ? `${id.slice(0, head)}…${id.slice(-5)}` : id
}

/** A space at which no line ends. */
const TIED = '\u00a0'

/** The two days after the next payment, compact, to be broken between them alone; the year where they are most of a year away. "Ends" when SmarterPay lists none after it and the schedule has an end. */
export function thenText(schedule: Schedule): string | null {
  const { date: next } = dueOf(schedule)
  if (next === null || schedule.upcoming === null) return null
  const days = schedule.upcoming.filter(({ date, amount }) => date > next && amount > 0).slice(0, 2)
  const far = addDays(next, 330)
  if (days.length > 0)
    return days
      .map(({ date }) => (date > far ? formatDate(date).replace(/^\w+ /, '') : formatDayAndMonth(date)))
      .map((text) => text.replaceAll(' ', TIED))
      .join(`${TIED}· `)
  return schedule.kind === 'plan' || schedule.endDate !== null ? 'Ends' : null
}

/** What is taken each time, and of how much. A plan's own amount is the whole of it, so its next payment stands first. */
export function amountOf({ kind, status, amount, upcoming }: Schedule): { each: Pence | null; whole: Pence | null } {
  if (kind !== 'plan') return { each: amount, whole: null }
  const next = status === 'active' ? upcoming?.find((row) => row.amount > 0) : undefined
  return { each: next?.amount ?? null, whole: amount }
}
