'use client'

import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { type CalendarDate, dateIn, type Month, monthOf } from '@/lib/calendar-date'
import { type CalendarMonth, calendarMonth } from '@/lib/schedules/calendar-view'
import type { Schedule } from '@/lib/schedules/model'
import { earliestDate } from '@/lib/schedules/notice'
import { sameMonth } from '@/lib/schedules/schedule-address'
import type { Ghost, ShownPayment } from '@/lib/schedules/shown-payments'
import { DayLine } from './day-line'
import { Legend } from './legend'
import { type FocusRequest, type GridEditing, MonthGrid } from './month-grid'

export type CalendarViewProps = {
  schedule: Schedule
  payments: readonly ShownPayment[]
  ghosts?: readonly Ghost[]
  month: Month
  listEnd: CalendarDate | null
  heading: string
  /** Null, or a day of another month: the month's first payment, today or its first day takes the place. */
  focus: CalendarDate | null
  focusRequest: FocusRequest | null
  onDay: (date: CalendarDate, by: 'key' | 'press') => void
  editing?: GridEditing
  /** Stands in the place of the legend, in the room of both. */
  strip?: ReactNode
}

export function CalendarView(props: CalendarViewProps) {
  const { schedule, payments, ghosts, month, listEnd, heading, focus, focusRequest, onDay, editing, strip } = props
  const c = useCircumstances()
  const { method, status } = schedule
  const drawn = useRef<CalendarMonth>(null)
  const view = useMemo(() => {
    const content = { method, notices: status !== 'inactive', payments, ...(ghosts && { ghosts }), listEnd }
    return calendarMonth(month, content, c, drawn.current)
  }, [month, method, status, payments, ghosts, listEnd, c])
  useEffect(() => {
    drawn.current = view
  }, [view])
  const stops = useMemo(() => {
    const listed = payments.filter(({ state }) => state !== 'projected')
    return { all: payments.map(({ date }) => date), listed: listed.map(({ date }) => date) }
  }, [payments])
  const inMonth = (date: CalendarDate) => sameMonth(monthOf(date), month)
  const days = view.weeks.flat()
  const current =
    focus && days.some(({ date }) => date === focus)
      ? focus
      : (stops.all.find(inMonth) ?? (inMonth(c.now.date) ? c.now.date : dateIn(month, 1)))
  const day = days.find(({ date }) => date === current)
  return (
    <>
      <div
        className={`mb-2 grid items-center [&>*]:[grid-area:1/1] ${strip ? 'sticky top-[calc(var(--bar-target)+var(--bar-top)+0.5rem)] z-(--z-sticky)' : ''}`}
      >
        <div className={strip ? 'invisible' : undefined}>
          <Legend method={method} notices={status !== 'inactive'} listEnd={listEnd} />
        </div>
        {strip}
      </div>
      <MonthGrid
        view={view}
        labelledBy={heading}
        current={current}
        stops={stops}
        earliest={earliestDate(c)}
        listEnd={listEnd}
        focusRequest={focusRequest}
        onDay={onDay}
        editing={editing}
      />
      {day && <DayLine day={day} />}
    </>
  )
}
