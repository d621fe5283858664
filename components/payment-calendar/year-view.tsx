'use client'

import { type KeyboardEvent, memo, type ReactNode, useId, useMemo, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type CalendarDate, dayOfMonth, formatDate, type Month, monthName, WEEKDAYS } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { countText } from '@/lib/schedules/calendar-names'
import { monthLabel } from '@/lib/schedules/calendar-view'
import type { UpcomingPayment } from '@/lib/schedules/model'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import {
  type DayMark,
  type MonthSum,
  projectedText,
  totalOfMonths,
  weeksOf,
  yearDayName,
  yearView,
} from '@/lib/schedules/year-view'
import { MonthTable } from './month-table'

export type YearViewProps = {
  payments: readonly ShownPayment[]
  /** SmarterPay's own list, where `payments` is a draft on it. */
  before?: readonly UpcomingPayment[]
  first: Month
  listEnd: CalendarDate | null
  /** A month was chosen: show it as a calendar. */
  onOpen: (month: Month) => void
  /** A day was chosen: show it in the calendar. */
  onDay: (date: CalendarDate) => void
}

const MARKS: Record<DayMark, string> = {
  changed: 'day-mark filled border border-accent bg-accent text-on-accent font-strong',
  scheduled: 'day-mark border border-accent-line bg-accent-soft text-accent font-strong',
  skipped: 'day-mark border-2 border-accent text-ink-2 font-medium',
  projected: 'day-mark border border-dashed border-control text-ink-2 font-medium',
}

/** Twelve months at a glance, and the same as a table. */
export function YearView({ payments, before, first, listEnd, onOpen, onDay }: YearViewProps) {
  const months = useMemo(() => yearView(payments, first, before), [payments, first, before])
  const total = totalOfMonths(months)
  const hint = useId()
  const stops = useMemo(() => months.flatMap(({ days }) => [...days.keys()].sort()), [months])
  const [at, setAt] = useState<CalendarDate | null>(null)
  const stop = at !== null && stops.includes(at) ? at : (stops[0] ?? null)
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = event.target instanceof HTMLElement ? stops.indexOf(event.target.dataset.day as CalendarDate) : -1
    if (from < 0) return
    const to =
      stops[
        {
          ArrowRight: from + 1,
          ArrowDown: from + 1,
          ArrowLeft: from - 1,
          ArrowUp: from - 1,
          Home: 0,
          End: stops.length - 1,
        }[event.key] ?? -1
      ]
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-[18px] gap-y-1 text-ink-2 text-micro">
        <Key mark="scheduled">Scheduled</Key>
        {before && <Key mark="changed">Changed in this draft</Key>}
        <Key mark="skipped">Skipped</Key>
        {listEnd && <Key mark="projected">Projected, after {formatDate(listEnd)}</Key>}
        <span className="flex-1" />
        <p className="text-small tabular-nums">
          Listed <b className="font-strong text-ink">{formatPounds(total.listedPence)}</b> in {countText(total.listed)}
          {total.wasPence !== total.listedPence && <> (was {formatPounds(total.wasPence)})</>}
          {total.projected > 0 && (
            <>
              {' + projected '}
              <b className="font-strong text-ink">{projectedText(total)}</b> in {total.projected}
            </>
          )}
        </p>
      </div>
      <p id={hint} className="sr-only">
        Use the arrow keys to go from payment to payment. Press Enter to see the day in the calendar.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrow keys of the days inside */}
      <div onKeyDown={walk} className="grid grid-cols-[repeat(auto-fill,minmax(224px,1fr))] gap-x-10 gap-y-2.5">
        {months.map((sum) => (
          <MiniMonth
            key={monthLabel(sum.month)}
            sum={sum}
            stop={stop !== null && sum.days.has(stop) ? stop : null}
            hint={hint}
            onOpen={onOpen}
            onDay={onDay}
          />
        ))}
      </div>
      <MonthTable months={months} total={total} />
    </>
  )
}

function Key({ mark, children }: { mark: DayMark; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-5 rounded-full ${MARKS[mark]}`} />
      <span>{children}</span>
    </span>
  )
}

type MiniMonthProps = Pick<YearViewProps, 'onOpen' | 'onDay'> & {
  sum: MonthSum
  /** The day of this month that is the year's one stop in the tab order. */
  stop: CalendarDate | null
  hint: string
}

const MiniMonth = memo(function MiniMonth({ sum, stop, hint, onOpen, onDay }: MiniMonthProps) {
  const { extraHolidays, now } = useCircumstances()
  const { isBankingDay } = bankingCalendar(extraHolidays)
  const { month, marks, days, listed, projected } = sum
  return (
    <section className="min-h-[188px]">
      <h3>
        <button
          type="button"
          onClick={() => onOpen(month)}
          className="flex w-full items-baseline justify-between border-line-strong border-b pb-[5px] text-small tabular-nums hover:bg-hover"
        >
          <span className="text-ink-2">
            <b className="font-strong text-ink">{monthName(month.month)}</b> {month.year}
          </span>
          <MonthMoney sum={sum} />
        </button>
      </h3>
      <div className="mt-1 grid grid-cols-7 text-center text-micro tabular-nums">
        {WEEKDAYS.map((name) => (
          <span key={name} aria-hidden className="text-ink-3 leading-[18px]">
            {name[0]}
          </span>
        ))}
        {weeksOf(month)
          .flat()
          .map((date, i) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty place before or after the month
            if (!date) return <span key={i} />
            const payments = days.get(date)
            const look = dayLook(marks.get(date), isBankingDay(date), date === now.date)
            return (
              <button
                key={date}
                type="button"
                data-day={date}
                tabIndex={date === stop ? 0 : -1}
                aria-hidden={payments ? undefined : true}
                aria-label={payments && yearDayName(date, payments)}
                aria-describedby={payments && hint}
                onClick={() => onDay(date)}
                className="flex h-6 items-center justify-center rounded-chip hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className={`flex size-5 items-center justify-center rounded-full ${look}`}>
                  {dayOfMonth(date)}
                </span>
              </button>
            )
          })}
      </div>
      <span className="sr-only">{listed + projected === 0 ? 'No payments' : countText(listed + projected)}</span>
    </section>
  )
})

function dayLook(mark: DayMark | undefined, banking: boolean, today: boolean): string {
  if (mark) return MARKS[mark]
  if (today)
    return 'shadow-[inset_0_0_0_1.5px_var(--color-accent)] font-strong text-accent forced-colors:outline-2 forced-colors:-outline-offset-2 forced-colors:outline-[Highlight]'
  return banking ? 'text-ink' : 'text-ink-3'
}

function MonthMoney({ sum }: { sum: MonthSum }) {
  const { listedPence, wasPence } = sum
  if (wasPence !== listedPence)
    return (
      <span className="text-accent">
        <s className="mr-0.5 text-ink-3 decoration-1">
          <span className="sr-only">was </span>
          {formatPounds(wasPence)}
        </s>{' '}
        <b className="font-strong">{formatPounds(listedPence)}</b>
      </span>
    )
  if (sum.listed > 0) return <b className="font-strong text-ink">{formatPounds(listedPence)}</b>
  if (sum.projected > 0) return <span className="text-ink-3">{projectedText(sum)} projected</span>
  return <span className="text-ink-3">{sum.skipped > 0 ? formatPounds(0) : '–'}</span>
}
