'use client'

import type { ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { useStable } from '@/components/use-stable'
import { addMonths, type CalendarDate, monthOf } from '@/lib/calendar-date'
import { monthLabel } from '@/lib/schedules/calendar-view'
import type { Schedule } from '@/lib/schedules/model'
import type { ScheduleAddress, View } from '@/lib/schedules/schedule-address'
import { nextPaymentDate } from '@/lib/schedules/shown-payments'
import { standingOf } from '@/lib/schedules/standing'
import { EmptyList } from './empty-list'
import type { Frame } from './frame'
import { NoticeChip } from './notice-chip'
import { TurnBar } from './turn-bar'
import { useFrame } from './use-frame'
import { ViewSkeleton } from './view-skeleton'
import { ViewTabs, viewPanelId, viewTabId } from './view-tabs'

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
  /** The pointer or the focus comes near the tab of a view. */
  onIntent: (view: View) => void
  /** The view on show: for looking at (payments-to-read.tsx), or for those who may change payments. */
  children: (frame: Frame) => ReactNode
}

/** The payments of one schedule as a calendar, a list and a year, over one list of what is to be shown. */
export function PaymentCalendar({ schedule, address, onAddress, onIntent, children }: PaymentCalendarProps) {
  const today = useCircumstances().now.date
  const listed = nextPaymentDate(schedule)
  const start = listed ?? dueDate(schedule) ?? today
  const { frame, heading, view, month, told, goTo, turnTo, show } = useFrame(address, start, today, onAddress)
  const next = told ?? listed
  const acts = useStable({
    turnMonths: (way: -1 | 1) => turnTo(addMonths(month, way)),
    turnYears: (way: -1 | 1) => turnTo(addMonths(month, way * 12)),
    toToday: () => goTo(today),
    toThisYear: () => turnTo(monthOf(today)),
    toNext: () => next && goTo(next),
  })
  return (
    <section aria-label="Payment calendar">
      <div className="mt-3 mb-2 flex flex-wrap items-center gap-2">
        {view === 'calendar' && (
          <TurnBar
            heading={heading}
            label={monthLabel(month)}
            step="month"
            onTurn={acts.turnMonths}
            onToday={acts.toToday}
            onNextPayment={next ? acts.toNext : undefined}
          />
        )}
        {view === 'year' && (
          <TurnBar
            heading={heading}
            label={`${monthLabel(month)} to ${monthLabel(addMonths(month, 11))}`}
            step="12 months"
            onTurn={acts.turnYears}
            onToday={acts.toThisYear}
          />
        )}
        {view === 'list' && (
          <h2 id={heading} className="text-title font-strong">
            Upcoming payments
          </h2>
        )}
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2 max-sm:ml-0 max-sm:justify-start">
          <NoticeChip schedule={schedule} />
          <ViewTabs view={view} onView={show} onIntent={onIntent} />
        </div>
      </div>
      <div role="tabpanel" {...(view && { id: viewPanelId(view), 'aria-labelledby': viewTabId(view) })}>
        {frame === null && <ViewSkeleton />}
        {frame !== null && <EmptyList schedule={schedule} />}
        {frame !== null && children(frame)}
      </div>
    </section>
  )
}
