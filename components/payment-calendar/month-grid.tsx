'use client'

import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { type CalendarDate, parseDate } from '@/lib/calendar-date'
import { dayAtKey, type PaymentStops } from '@/lib/schedules/calendar-keys'
import { dayName } from '@/lib/schedules/calendar-names'
import type { CalendarMonth } from '@/lib/schedules/calendar-view'
import { DayCell } from './day-cell'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export type FocusRequest = { date: CalendarDate }

export type MonthGridProps = {
  view: CalendarMonth
  /** Id of the heading that names the month. */
  labelledBy: string
  /** The one day in the tab order. */
  current: CalendarDate
  /** Where the keys for payments go. */
  stops: PaymentStops
  /** First day that can still be changed. */
  earliest: CalendarDate
  listEnd: CalendarDate | null
  /** A new object each time that focus should go to a day of the grid: after a key, Today and Next payment. */
  focusRequest: FocusRequest | null
  onDay: (date: CalendarDate, by: 'key' | 'press') => void
  /** Payments are buttons that open. */
  opens?: boolean
}

/** Six weeks as a grid with one stop in the tab order; the keys of the APG date grid move within it. */
export function MonthGrid(props: MonthGridProps) {
  const { view, labelledBy, current, stops, earliest, listEnd, focusRequest, onDay, opens = false } = props
  const table = useRef<HTMLTableElement>(null)
  const help = useId()

  useLayoutEffect(() => {
    if (focusRequest) table.current?.querySelector<HTMLElement>(`[data-date="${focusRequest.date}"]`)?.focus()
  }, [focusRequest])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const next = dayAtKey({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey }, current, stops)
    if (!next) return
    event.preventDefault()
    onDay(next, 'key')
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const date = parseDate(event.target.dataset.date ?? '')
    if (date && date !== current) onDay(date, 'press')
  }

  return (
    <>
      <p id={help} className="sr-only">
        Use arrow keys to move between days, Page Up and Page Down between months, N and P between payments.
      </p>
      <div className="overflow-x-auto rounded-panel border border-line-strong max-md:[&>table]:min-w-[40rem]">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of the ARIA guide, on a table
          role="grid"
          aria-labelledby={labelledBy}
          aria-describedby={help}
          aria-rowcount={view.weeks.length + 1}
          aria-colcount={7}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          className="w-full table-fixed border-separate border-spacing-0 [--cell:85px]"
        >
          <thead>
            <tr>
              {WEEKDAYS.map((name) => (
                <th
                  key={name}
                  scope="col"
                  abbr={name}
                  className="h-[26px] border-line border-r border-b border-b-line-strong bg-surface px-2 text-left text-ink-3 text-micro font-medium last:border-r-0"
                >
                  {name.slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="[&>tr:last-child>td]:border-b-0">
            {view.weeks.map((week) => (
              <tr key={week[0]?.date}>
                {week.map((day) => (
                  <DayCell
                    key={day.date}
                    day={day}
                    name={dayName(day, earliest)}
                    listEnd={listEnd}
                    tabbable={day.date === current}
                    opens={opens}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
