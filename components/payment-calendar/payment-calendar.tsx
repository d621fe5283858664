'use client'

import { type ReactNode, useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { addMonths, type CalendarDate, type Month, monthOf } from '@/lib/calendar-date'
import { monthLabel } from '@/lib/schedules/calendar-view'
import type { Schedule } from '@/lib/schedules/model'
import type { ScheduleAddress } from '@/lib/schedules/schedule-address'
import { listEndOf, nextPaymentDate, shownPayments } from '@/lib/schedules/shown-payments'
import { standingOf } from '@/lib/schedules/standing'
import { CalendarView } from './calendar-view'
import { EmptyList } from './empty-list'
import type { Frame } from './frame'
import { NoticeChip } from './notice-chip'
import { PaymentList } from './payment-list'
import { TurnBar } from './turn-bar'
import { useFrame } from './use-frame'
import { ViewSkeleton } from './view-skeleton'
import { ViewTabs, viewPanelId, viewTabId } from './view-tabs'
import { YearView } from './year-view'

/** Where the list could not be read, SmarterPay's next date is all there is. */
function dueDate(schedule: Schedule): CalendarDate | null {
  const standing = standingOf(schedule)
  return standing.kind === 'list-unreadable' ? standing.nextDate : null
}

export type PaymentCalendarProps = {
  schedule: Schedule
  /** What the page's address says when this opens; what changes here is told to `onAddress`, a moment later. */
  address: ScheduleAddress
  onAddress: (change: Partial<ScheduleAddress>) => void
  /** Stands in the place of all three views for those who may change payments. */
  editor?: ((frame: Frame) => ReactNode) | null
}

/** The payments of one schedule as a calendar, a list and a year, over one list of what is to be shown. */
export function PaymentCalendar({ schedule, address, onAddress, editor }: PaymentCalendarProps) {
  const today = useCircumstances().now.date
  const listed = nextPaymentDate(schedule)
  const start = listed ?? dueDate(schedule) ?? today
  const { frame, heading, view, month, told, goTo, turnTo, show } = useFrame(address, start, today, onAddress)
  const next = (editor ? told : null) ?? listed
  return (
    <section aria-label="Payment calendar">
      <div className="mt-3 mb-2 flex flex-wrap items-center gap-2">
        {view === 'calendar' && (
          <TurnBar
            heading={heading}
            label={monthLabel(month)}
            step="month"
            onTurn={(way) => turnTo(addMonths(month, way))}
            onToday={() => goTo(today)}
            onNextPayment={next ? () => goTo(next) : undefined}
          />
        )}
        {view === 'year' && (
          <TurnBar
            heading={heading}
            label={`${monthLabel(month)} to ${monthLabel(addMonths(month, 11))}`}
            step="12 months"
            onTurn={(way) => turnTo(addMonths(month, way * 12))}
            onToday={() => turnTo(monthOf(today))}
          />
        )}
        {view === 'list' && (
          <h2 id={heading} className="text-title font-strong">
            Upcoming payments
          </h2>
        )}
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2 max-sm:ml-0 max-sm:justify-start">
          <NoticeChip schedule={schedule} />
          <ViewTabs view={view} onView={show} />
        </div>
      </div>
      <div role="tabpanel" {...(view && { id: viewPanelId(view), 'aria-labelledby': viewTabId(view) })}>
        {frame === null && <ViewSkeleton />}
        {frame !== null && <EmptyList schedule={schedule} />}
        {frame !== null && (editor ? editor(frame) : <Listed schedule={schedule} frame={frame} />)}
      </div>
    </section>
  )
}

/** SmarterPay's list and what is projected after it, for looking at. */
function Listed({ schedule, frame }: { schedule: Schedule; frame: Frame }) {
  const c = useCircumstances()
  const { view, month, until, heading, focus, focusRequest, goTo, standAt } = frame
  const payments = useMemo(() => shownPayments(schedule, until, c), [schedule, until, c])
  const listEnd = listEndOf(schedule)
  const open = (to: Month) => {
    frame.turnTo(to)
    frame.show('calendar')
  }
  const openDay = (date: CalendarDate) => {
    goTo(date)
    frame.show('calendar')
  }
  switch (view) {
    case 'calendar':
      return (
        <CalendarView
          schedule={schedule}
          payments={payments}
          month={month}
          listEnd={listEnd}
          heading={heading}
          focus={focus}
          focusRequest={focusRequest}
          onDay={(date, by) => (by === 'key' ? goTo(date) : standAt(date))}
        />
      )
    case 'list':
      return <PaymentList schedule={schedule} listEnd={listEnd} heading={heading} />
    case 'year':
      return <YearView payments={payments} first={month} listEnd={listEnd} onOpen={open} onDay={openDay} />
  }
}
