'use client'

import { useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import type { CalendarDate, Month } from '@/lib/calendar-date'
import type { Schedule } from '@/lib/schedules/model'
import { listEndOf, shownPayments } from '@/lib/schedules/shown-payments'
import { CalendarView } from './calendar-view'
import type { Frame } from './frame'
import { PaymentCalendar, type PaymentCalendarProps } from './payment-calendar'
import { PaymentList } from './payment-list'
import { YearView } from './year-view'

const nothingToFetch = () => undefined

export type PaymentsToReadProps = Pick<PaymentCalendarProps, 'schedule' | 'address' | 'onAddress'>

/** The payments of one schedule for looking at, for those who may not change them. */
export function PaymentsToRead(props: PaymentsToReadProps) {
  return (
    <PaymentCalendar {...props} onIntent={nothingToFetch}>
      {(frame) => <Listed schedule={props.schedule} frame={frame} />}
    </PaymentCalendar>
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
