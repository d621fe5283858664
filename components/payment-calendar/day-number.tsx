import { dayOfMonth, monthName, monthOf } from '@/lib/calendar-date'
import type { DayCell } from '@/lib/schedules/calendar-view'

/** The number of a day, today's in a ring, the first of a month with its name. */
export function DayNumber({ day: { date, inMonth, banking, today } }: { day: DayCell }) {
  const number = dayOfMonth(date)
  if (today) {
    return (
      <>
        <span className="-ml-[3px] relative top-px h-[1.125rem] min-w-[1.375rem] rounded-[9px] bg-surface text-center font-strong text-accent text-small leading-[1.125rem] shadow-[0_0_0_1.5px_var(--color-accent)] forced-colors:outline-2 forced-colors:outline-[Highlight]">
          {number}
        </span>
        <span className="font-medium text-accent">Today</span>
      </>
    )
  }
  return (
    <>
      <span
        className={`font-medium text-small tabular-nums ${inMonth ? (banking ? 'text-ink' : 'text-ink-2') : 'text-ink-3'}`}
      >
        {number}
      </span>
      {number === 1 && <span className="font-medium">{monthName(monthOf(date).month).slice(0, 3)}</span>}
    </>
  )
}
