'use client'

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef } from 'react'
import { type CalendarDate, parseDate, WEEKDAYS } from '@/lib/calendar-date'
import { dayAtKey, type PaymentStops } from '@/lib/schedules/calendar-keys'
import { dayName } from '@/lib/schedules/calendar-names'
import { type CalendarMonth, type DayCell as Day, monthLabel } from '@/lib/schedules/calendar-view'
import { DayCell, DayChip, type HandOnDay } from './day-cell'

export type FocusRequest = { date: CalendarDate }

/** A payment in hand: what its chip says, where it is from, and the day under it. */
export type Hand = { amount: string; from: CalendarDate; over: CalendarDate; allowed: boolean }

/** What makes of the grid an editor: payments are buttons that open, keys act on them, one may be in hand. */
export type GridEditing = {
  help: string
  /** Nothing is heard yet. */
  busy: boolean
  hand: Hand | null
  /** Payments marked for an act on several, by row of the draft. */
  selected: ReadonlySet<string>
  /** Whether the key was taken; what is left over only moves the focus. */
  onKey: (event: KeyboardEvent<HTMLElement>, day: CalendarDate) => boolean
  /** A press on a day; `chip` where it was on its payments. The day has the focus by then. */
  onPress: (day: CalendarDate, chip: HTMLElement | null, event: MouseEvent<HTMLElement>) => void
  /** A pointer or the focus comes near. */
  onIntent: () => void
}

const HELP = 'Use arrow keys to move between days, Page Up and Page Down between months, N and P between payments.'
const dayOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-date]') : null

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
  editing?: GridEditing | undefined
}

/** Six weeks as a grid with one stop in the tab order; the keys of the APG date grid move within it. */
export function MonthGrid(props: MonthGridProps) {
  const { view, labelledBy, current, stops, earliest, listEnd, focusRequest, onDay, editing } = props
  const table = useRef<HTMLTableElement>(null)
  const help = useId()

  useLayoutEffect(() => {
    if (focusRequest) table.current?.querySelector<HTMLElement>(`[data-date="${focusRequest.date}"]`)?.focus()
  }, [focusRequest])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return
    if (editing?.onKey(event, current)) return
    const next = dayAtKey({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey }, current, stops)
    if (!next) return
    event.preventDefault()
    onDay(next, 'key')
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    editing?.onIntent()
    const date = parseDate(dayOf(event.target)?.dataset.date ?? '')
    if (date && date !== current) onDay(date, 'press')
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const date = parseDate(dayOf(event.target)?.dataset.date ?? '')
    if (!date || !(event.target instanceof Element)) return
    table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus({ preventScroll: true })
    editing?.onPress(date, event.target.closest<HTMLElement>('[data-chip]'), event)
  }

  return (
    <>
      <p id={help} className="sr-only">
        {editing?.help ?? HELP}
      </p>
      <div className="overflow-x-auto rounded-panel border border-line-strong">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears for the grid and for the payments that lie over it */}
        <div
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onPointerEnter={editing?.onIntent}
          onClick={editing && onClick}
          className="@container/month relative [--cell:5.3125rem] max-md:min-w-[40rem]"
        >
          <table
            ref={table}
            tabIndex={editing ? -1 : undefined}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of the ARIA guide, on a table
            role="grid"
            aria-labelledby={labelledBy}
            aria-describedby={help}
            aria-rowcount={view.weeks.length + 1}
            aria-colcount={7}
            aria-multiselectable={editing ? true : undefined}
            aria-busy={editing?.busy || undefined}
            className="w-full table-fixed border-separate border-spacing-0 outline-none"
          >
            <thead>
              <tr>
                {WEEKDAYS.map((name) => (
                  <th
                    key={name}
                    scope="col"
                    abbr={name}
                    className="h-[1.625rem] border-line border-r border-b border-b-line-strong bg-surface px-2 text-left text-ink-3 text-micro font-medium last:border-r-0"
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
                      name={nameOf(day, earliest)}
                      listEnd={listEnd}
                      tabbable={day.date === current}
                      opens={editing !== undefined}
                      hand={handOn(day.date, editing?.hand ?? null)}
                      marked={isMarked(day, editing?.selected)}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {editing && (
            // biome-ignore lint/a11y/useSemanticElements: no fields, so no fieldset
            <div
              role="group"
              aria-label={`Payments in ${monthLabel(view.month)}`}
              className="pointer-events-none absolute inset-x-0 bottom-0 z-2 grid grid-cols-7 grid-rows-[repeat(6,var(--cell))]"
            >
              {view.weeks.map((days, week) =>
                days.map(
                  (day, weekDay) =>
                    day.payments.length > 0 && (
                      <DayChip
                        key={day.date}
                        day={day}
                        week={week}
                        weekDay={weekDay}
                        hand={handOn(day.date, editing.hand)}
                        marked={isMarked(day, editing.selected)}
                      />
                    ),
                ),
              )}
            </div>
          )}
        </div>
      </div>
    </>
  )
}

const names = new WeakMap<Day, { earliest: CalendarDate; name: string }>()

/** A day's name, said once for as long as the day stays the same. */
function nameOf(day: Day, earliest: CalendarDate): string {
  const said = names.get(day)
  if (said?.earliest === earliest) return said.name
  const name = dayName(day, earliest)
  names.set(day, { earliest, name })
  return name
}

const isMarked = ({ payments }: Day, selected: ReadonlySet<string> | undefined): boolean =>
  !!selected && selected.size > 0 && payments.some(({ drafted }) => drafted !== null && selected.has(drafted.row))

/** What a day shows of the payment in hand: that it was picked up here, that it is over it, or both. */
function handOn(date: CalendarDate, hand: Hand | null): HandOnDay | null {
  if (!hand || (date !== hand.from && date !== hand.over)) return null
  const over = date === hand.over
  return { picked: date === hand.from, over, allowed: hand.allowed, amount: over ? hand.amount : '', from: hand.from }
}
