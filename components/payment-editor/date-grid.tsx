'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import {
  addMonths,
  type CalendarDate,
  dateIn,
  dayOfMonth,
  formatLongDate,
  monthOf,
  WEEKDAYS,
} from '@/lib/calendar-date'
import { dayAtKey } from '@/lib/schedules/calendar-keys'
import { monthLabel } from '@/lib/schedules/calendar-view'
import { targetsOf } from '@/lib/schedules/draft-target'
import { sameMonth } from '@/lib/schedules/schedule-address'
import { overText } from '@/lib/schedules/target-words'
import { weeksOf } from '@/lib/schedules/year-view'
import type { DraftState } from './use-draft'

const NO_STOPS = { all: [], listed: [] }

export type DateGridProps = {
  /** The payment that is to be moved. */
  row: string
  date: CalendarDate
  state: DraftState
  onChoose: (date: CalendarDate) => void
}

/** A small month for choosing a day: blocked ones can be reached and say why, and are not chosen. */
export function DateGrid({ row, date, state, onChoose }: DateGridProps) {
  const { draft, setting } = state
  const [at, setAt] = useState(date)
  // A new object each time that the focus is to go to its day: on opening, and after a key.
  const [wish, setWish] = useState({ day: date })
  const table = useRef<HTMLTableElement>(null)
  const heading = useId()
  const month = monthOf(at)
  const judge = useMemo(() => targetsOf(draft, row, setting), [draft, row, setting])
  useEffect(() => {
    table.current?.querySelector<HTMLElement>(`[data-day="${wish.day}"]`)?.focus()
  }, [wish])

  const keys = (event: KeyboardEvent) => {
    const next = dayAtKey({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey }, at, NO_STOPS)
    if (!next) return
    event.preventDefault()
    setAt(next)
    setWish({ day: next })
  }
  const turn = (way: 1 | -1) =>
    setAt(dateIn(addMonths(month, way), sameMonth(monthOf(date), addMonths(month, way)) ? dayOfMonth(date) : 1))
  const target = judge?.(at)
  return (
    <div className="rounded-control border border-line-strong p-2">
      <div className="flex items-center justify-between">
        <IconButton
          icon={ChevronLeft}
          small
          label="Previous month"
          onClick={() => turn(-1)}
          className="max-sm:size-11"
        />
        <span id={heading} aria-live="polite" className="font-medium text-small">
          {monthLabel(month)}
        </span>
        <IconButton icon={ChevronRight} small label="Next month" onClick={() => turn(1)} className="max-sm:size-11" />
      </div>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of the ARIA guide, on a table
        role="grid"
        aria-labelledby={heading}
        onKeyDown={keys}
        className="w-full table-fixed text-center text-small tabular-nums"
      >
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name} className="font-medium text-ink-3 text-micro">
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, place) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place before or after the month
                  <td key={place} />
                ) : (
                  <td key={day} className="p-0">
                    <Day
                      day={day}
                      current={day === at}
                      chosen={day === date}
                      allowed={judge?.(day).allowed ?? false}
                      onChoose={(to) => {
                        setAt(to)
                        if (judge?.(to).allowed) onChoose(to)
                      }}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-live="polite" className="mt-1 min-h-[36px] text-ink-2 text-small">
        {target &&
          overText(target, setting.method !== 'card')
            .replace(/^Over /, '')
            .replace(', cannot drop', '')}
      </p>
    </div>
  )
}

type DayProps = {
  day: CalendarDate
  current: boolean
  chosen: boolean
  allowed: boolean
  onChoose: (day: CalendarDate) => void
}

function Day({ day, current, chosen, allowed, onChoose }: DayProps) {
  return (
    <button
      type="button"
      tabIndex={current ? 0 : -1}
      data-day={day}
      aria-label={formatLongDate(day)}
      aria-pressed={chosen}
      aria-disabled={!allowed || undefined}
      onClick={() => onChoose(day)}
      className="h-8 w-full rounded-control hover:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-ink-disabled aria-disabled:line-through aria-pressed:bg-accent-soft aria-pressed:font-strong aria-pressed:text-accent max-sm:h-11"
    >
      {dayOfMonth(day)}
    </button>
  )
}
