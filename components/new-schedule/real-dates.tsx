'use client'

import { bankingCalendar } from '@/lib/banking-days/calendar'
import { formatDayAndMonth } from '@/lib/calendar-date'
import { ordinal } from '@/lib/schedules/frequency-words'
import { nominalsAfter, type Rule } from '@/lib/schedules/rule'
import { useNewForm } from './form'

const SHOWN = 12

/** What a day of the month really means: its next twelve days after weekends and holidays, and how often it is later. */
export function RealDates() {
  const { text, c } = useNewForm()
  if (text.collectionPeriod !== 'monthly' || text.collectionDay === '') return null
  const day = text.collectionDay === 'last' ? ('last' as const) : Number(text.collectionDay)
  const rule = { cadence: { every: 'month', day }, stretch: 1 } as Rule
  const calendar = bankingCalendar(c.extraHolidays)
  const dates: string[] = []
  let later = 0
  for (const nominal of nominalsAfter(rule, 0, c.now.date)) {
    if (dates.length === SHOWN) break
    const date = calendar.roll(nominal)
    if (date !== nominal) later += 1
    dates.push(formatDayAndMonth(date))
  }
  const name = day === 'last' ? 'last day' : ordinal(day)
  return (
    <p className="-mt-2 text-ink-3 text-small">
      <b className="font-medium text-ink-2">The {name} in real dates: </b>
      {dates.join(' · ')}. Later than the {name} in {later} of {SHOWN} months.
      {typeof day === 'number' && day === 28 && ' The 29th to 31st cannot be chosen; the last day can.'}
    </p>
  )
}
