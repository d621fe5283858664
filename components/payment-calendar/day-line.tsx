'use client'

import { useCircumstances } from '@/components/circumstances'
import { formatLongDate } from '@/lib/calendar-date'
import type { DayCell } from '@/lib/schedules/calendar-view'
import { dayText } from '@/lib/schedules/payment-words'

/** The day in focus in full words, under the calendar: why it is closed, or what is taken and until when it can change. */
export function DayLine({ day }: { day: DayCell }) {
  const c = useCircumstances()
  return (
    <p className="mt-2 min-h-9 text-ink-2 text-small">
      <b className="font-strong text-ink">{formatLongDate(day.date)}.</b> {dayText(day, c)}
    </p>
  )
}
