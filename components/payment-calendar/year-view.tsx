'use client'

import { memo, type ReactNode, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { type CalendarDate, dayOfMonth, formatDate, type Month, monthName } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { countText } from '@/lib/schedules/calendar-names'
import { monthLabel } from '@/lib/schedules/calendar-view'
import type { ShownPayment } from '@/lib/schedules/shown-payments'
import { type DayMark, type MonthSum, projectedText, totalOfMonths, weeksOf, yearView } from '@/lib/schedules/year-view'
import { MonthTable } from './month-table'

export type YearViewProps = {
  payments: readonly ShownPayment[]
  first: Month
  listEnd: CalendarDate | null
  /** A month was chosen: show it as a calendar. */
  onOpen: (month: Month) => void
}

const MARKS: Record<DayMark, string> = {
  scheduled: 'border border-accent-line bg-accent-soft text-accent font-strong',
  skipped: 'border-2 border-accent text-ink-2 font-medium',
  projected: 'border border-dashed border-control text-ink-2 font-medium',
}

/** Twelve months at a glance, and the same as a table. */
export function YearView({ payments, first, listEnd, onOpen }: YearViewProps) {
  const months = useMemo(() => yearView(payments, first), [payments, first])
  const total = totalOfMonths(months)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-[18px] gap-y-1 text-ink-2 text-micro">
        <Key mark="scheduled">Scheduled</Key>
        <Key mark="skipped">Skipped</Key>
        {listEnd && <Key mark="projected">Projected, after {formatDate(listEnd)}</Key>}
        <span className="flex-1" />
        <p className="text-small tabular-nums">
          Listed <b className="font-strong text-ink">{formatPounds(total.listedPence)}</b> in {countText(total.listed)}
          {total.projected > 0 && (
            <>
              {' + projected '}
              <b className="font-strong text-ink">{projectedText(total)}</b> in {total.projected}
            </>
          )}
        </p>
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(224px,1fr))] gap-x-10 gap-y-2.5">
        {months.map((sum) => (
          <MiniMonth key={monthLabel(sum.month)} sum={sum} onOpen={onOpen} />
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

const INITIALS = ['M', 'T', 'W', 'T', 'F', 'S', 'S']

const MiniMonth = memo(function MiniMonth({ sum, onOpen }: { sum: MonthSum; onOpen: (month: Month) => void }) {
  const { extraHolidays, now } = useCircumstances()
  const { isBankingDay } = bankingCalendar(extraHolidays)
  const { month, marks, listed, projected } = sum
  return (
    <section className="min-h-[168px]">
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
      {/* The table below says the same in words. */}
      <div aria-hidden className="mt-1 grid grid-cols-7 text-center text-micro leading-5 tabular-nums">
        {INITIALS.map((initial, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven fixed letters, two of them twice
          <span key={i} className="text-ink-3 leading-[18px]">
            {initial}
          </span>
        ))}
        {weeksOf(month)
          .flat()
          .map((date, i) =>
            date ? (
              <span
                key={date}
                className={`mx-auto flex size-5 items-center justify-center rounded-full ${dayLook(marks.get(date), isBankingDay(date), date === now.date)}`}
              >
                {dayOfMonth(date)}
              </span>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place before or after the month
              <span key={i} />
            ),
          )}
      </div>
      <span className="sr-only">{listed + projected === 0 ? 'No payments' : countText(listed + projected)}</span>
    </section>
  )
})

function dayLook(mark: DayMark | undefined, banking: boolean, today: boolean): string {
  if (mark) return MARKS[mark]
  if (today) return 'shadow-[inset_0_0_0_1.5px_var(--color-accent)] font-strong text-accent'
  return banking ? 'text-ink' : 'text-ink-3'
}

function MonthMoney({ sum }: { sum: MonthSum }) {
  if (sum.listed > 0) return <b className="font-strong text-ink">{formatPounds(sum.listedPence)}</b>
  if (sum.projected > 0) return <span className="text-ink-3">{projectedText(sum)} projected</span>
  return <span className="text-ink-3">{sum.skipped > 0 ? formatPounds(0) : '–'}</span>
}
