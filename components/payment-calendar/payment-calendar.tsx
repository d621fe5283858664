'use client'

import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { addMonths, type CalendarDate, dateIn, type Month, monthOf } from '@/lib/calendar-date'
import { monthLabel } from '@/lib/schedules/calendar-view'
import type { Schedule } from '@/lib/schedules/model'
import { type ScheduleAddress, sameMonth, type View, withinReach } from '@/lib/schedules/schedule-address'
import { listEndOf, nextPaymentDate, shownPayments } from '@/lib/schedules/shown-payments'
import { standingOf } from '@/lib/schedules/standing'
import { CalendarView } from './calendar-view'
import { EmptyList } from './empty-list'
import type { FocusRequest } from './month-grid'
import { NoticeChip } from './notice-chip'
import { PaymentList } from './payment-list'
import { TurnBar } from './turn-bar'
import { useWide } from './use-wide'
import { ViewSkeleton } from './view-skeleton'
import { ViewTabs, viewPanelId, viewTabId } from './view-tabs'
import { YearView } from './year-view'

/** Where the list could not be read, SmarterPay's next date is all there is. */
function dueDate(schedule: Schedule): CalendarDate | null {
  const standing = standingOf(schedule)
  return standing.kind === 'list-unreadable' ? standing.nextDate : null
}

const ADDRESS_AFTER_MS = 250
/** Payments are worked out this far past the month on show, so that N and the next pages find them. */
const AHEAD_MONTHS = 12

export type PaymentCalendarProps = {
  schedule: Schedule
  /** What the page's address says when this opens; what changes here is told to `onAddress`, a moment later. */
  address: ScheduleAddress
  onAddress: (change: Partial<ScheduleAddress>) => void
  /** Stands in the place of the list for those who may change payments. */
  editor?: ReactNode
}

/** The payments of one schedule as a calendar, a list and a year, over one list of what is to be shown. */
export function PaymentCalendar({ schedule, address, onAddress, editor }: PaymentCalendarProps) {
  const c = useCircumstances()
  const today = c.now.date
  const next = nextPaymentDate(schedule)
  const heading = useId()
  const wide = useWide()
  const [chosen, setChosen] = useState<View | null>(address.show)
  const [month, setMonth] = useState(() => {
    return withinReach(address.month ?? monthOf(address.focus ?? next ?? dueDate(schedule) ?? today), today)
  })
  const [focus, setFocus] = useState(address.focus)
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null)
  const until = dateIn(addMonths(month, AHEAD_MONTHS), 31)
  const payments = useMemo(() => shownPayments(schedule, until, c), [schedule, until, c])
  const view = chosen ?? (wide === null ? null : wide ? 'calendar' : 'list')

  const opened = useRef(true)
  useEffect(() => {
    if (opened.current) {
      opened.current = false
      return
    }
    const timer = setTimeout(() => onAddress({ show: chosen, month, focus }), ADDRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [chosen, month, focus, onAddress])

  const turnTo = (to: Month) => {
    setMonth(withinReach(to, today))
    setFocus(null)
    setFocusRequest(null)
  }
  const goTo = (date: CalendarDate) => {
    if (!sameMonth(withinReach(monthOf(date), today), monthOf(date))) return
    setMonth(monthOf(date))
    setFocus(date)
    setFocusRequest({ date })
  }
  const open = (to: Month) => {
    turnTo(to)
    setChosen('calendar')
  }

  const listEnd = listEndOf(schedule)
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
          <ViewTabs view={view} onView={setChosen} />
        </div>
      </div>
      <div role="tabpanel" {...(view && { id: viewPanelId(view), 'aria-labelledby': viewTabId(view) })}>
        {view === null && <ViewSkeleton />}
        {view !== null && <EmptyList schedule={schedule} />}
        {view === 'calendar' && (
          <CalendarView
            schedule={schedule}
            payments={payments}
            month={month}
            listEnd={listEnd}
            heading={heading}
            focus={focus}
            focusRequest={focusRequest}
            onDay={(date, by) => (by === 'key' ? goTo(date) : setFocus(date))}
          />
        )}
        {view === 'list' && (editor ?? <PaymentList schedule={schedule} listEnd={listEnd} heading={heading} />)}
        {view === 'year' && <YearView payments={payments} first={month} listEnd={listEnd} onOpen={open} />}
      </div>
    </section>
  )
}
