'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarX, CircleDashed, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { type CalendarDate, dayOfMonth, monthName, WEEKDAYS } from '@/lib/calendar-date'
import { type Slot, slotsOf } from '@/lib/collections/days'
import { type HeatDay, type HeatMonth, heatMonths, heatName, levelEnds, stopAtKey } from '@/lib/collections/heat'
import type { Collections } from '@/lib/collections/model'
import type { CollectionsQuery } from '@/lib/collections/query'
import { shortPounds } from '@/lib/collections/words'
import { formatPounds } from '@/lib/money'
import { collectionsQuery } from '@/lib/queries/collections'
import { paymentsHref } from './payments-href'

/** The range day by day as months: the more a day takes the stronger it is, and the amount stands in it. */
export function HeatMap({ query: asked }: { query: CollectionsQuery }) {
  const query: CollectionsQuery = { ...asked, group: 'day' }
  const answer = useQuery({ ...collectionsQuery(query), placeholderData: keepPreviousData })
  return (
    <Loaded query={answer} skeleton={<Waiting what="days" />}>
      {(collections) => (
        <div className={answer.isPlaceholderData ? 'opacity-60' : ''}>
          <Months collections={collections} query={query} />
        </div>
      )}
    </Loaded>
  )
}

/** A day that takes something, or would have. */
const leads = ({ row }: Slot) => row !== null && row.count + row.skipped + row.projected > 0

function Months({ collections, query }: { collections: Collections; query: CollectionsQuery }) {
  const { extraHolidays } = useCircumstances()
  const slots = useMemo(() => slotsOf(collections.rows, query, extraHolidays), [collections.rows, query, extraHolidays])
  const stops = slots.filter(leads).map(({ date }) => date)
  const [at, setAt] = useState<CalendarDate | null>(null)
  const stop = at !== null && stops.includes(at) ? at : (stops[0] ?? null)
  const hint = useId()
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.day : undefined
    if (event.ctrlKey || event.metaKey || event.altKey || from === undefined) return
    const to = stopAtKey(event.key, from as CalendarDate, stops)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  if (stops.length === 0) return <p className="py-4 text-body text-ink-2">No payments in this range.</p>
  return (
    <>
      <HeatKey slots={slots} />
      <p id={hint} className="sr-only">
        Use the arrow keys to go from day to day, Page Up and Page Down for months. Press Enter to see the payments.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrow keys of the days inside */}
      <div
        onKeyDown={walk}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,330px),1fr))] gap-x-10 gap-y-6 print:grid-cols-3 print:gap-x-5 print:gap-y-4"
      >
        {heatMonths(slots).map((month) => (
          <HeatMonthTable
            key={month.month.year * 12 + month.month.month}
            {...month}
            query={query}
            stop={stop}
            hint={hint}
          />
        ))}
      </div>
    </>
  )
}

const STRENGTH = ['', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5']

/** Which strength means how much. */
function HeatKey({ slots }: { slots: readonly Slot[] }) {
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-micro tabular-nums">
      {levelEnds(slots).map((end, index) => (
        <li key={STRENGTH[index + 1]} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-3.5 border border-line ${STRENGTH[index + 1]}`} />
          up to {shortPounds(end)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <CircleDashed size={13} strokeWidth={1.9} aria-hidden className="flex-none" />
        Partly projected
      </li>
      <li className="flex items-center gap-1.5">
        <TriangleAlert size={13} strokeWidth={1.9} aria-hidden className="flex-none" />
        Partly at risk
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatched size-3.5 border border-line" />
        Not a banking day
      </li>
      {slots.some((slot) => slot.closed !== null && leads(slot)) && (
        <li className="flex items-center gap-1.5">
          <CalendarX size={14} strokeWidth={1.9} aria-hidden />
          Listed on a closed day
        </li>
      )}
    </ul>
  )
}

type HeatMonthTableProps = HeatMonth & { query: CollectionsQuery; stop: CalendarDate | null; hint: string }

function HeatMonthTable({ month, sums, weeks, ...rest }: HeatMonthTableProps) {
  const heading = useId()
  return (
    <section className="break-inside-avoid">
      <h2 id={heading} className="mb-1 flex flex-wrap items-baseline gap-x-2 text-small tabular-nums print:text-micro">
        <span className="flex-1 font-strong">
          {monthName(month.month)} {month.year}
        </span>
        <span>{formatPounds(sums.total)}</span>
        {sums.projected > 0 && <span className="text-ink-3">+ {formatPounds(sums.projected)} projected</span>}
      </h2>
      <table aria-labelledby={heading} className="w-full table-fixed border-separate border-spacing-[2px] text-micro">
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name} className="pb-1 font-medium text-ink-3">
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((place) => place !== null)?.slot.date}>
              {week.map((place, index) =>
                place === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: seven fixed places
                  <td key={index} />
                ) : (
                  <Day key={place.slot.date} day={place} {...rest} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type DayProps = { day: HeatDay; query: CollectionsQuery; stop: CalendarDate | null; hint: string }

function Day({ day: { slot, level }, query, stop, hint }: DayProps) {
  const { date, row, closed, span } = slot
  const number = <span className="font-regular">{dayOfMonth(date)}</span>
  if (row === null || !leads(slot))
    return (
      <td className={`h-12 border border-line align-top print:h-9 ${closed === null ? '' : 'hatched'}`}>
        <span className="block px-1 pt-0.5 text-ink-3">
          <span aria-hidden>{number}</span>
          <span className="sr-only">{heatName(slot)}</span>
        </span>
      </td>
    )
  const taken = row.total + row.projected
  return (
    <td className={`h-12 border border-line p-0 print:h-9 ${STRENGTH[level]}`}>
      <Link
        href={paymentsHref(query, span, ...(taken > 0 ? [] : (['skipped'] as const)))}
        prefetch={false}
        data-day={date}
        tabIndex={date === stop ? 0 : -1}
        aria-describedby={hint}
        className="flex h-full min-h-12 flex-col justify-between px-1 py-0.5 text-ink print:min-h-9 print:px-0.5 tabular-nums no-underline hover:underline focus-visible:-outline-offset-2"
      >
        <span className="sr-only">{heatName(slot)}: show the payments</span>
        <span aria-hidden className="flex items-center gap-0.5">
          {number}
          <span className="flex-1" />
          {closed !== null && <CalendarX size={11} strokeWidth={2.2} className="flex-none" />}
          {row.atRisk > 0 && <TriangleAlert size={11} strokeWidth={2.2} className="flex-none" />}
          {row.projected > 0 && <CircleDashed size={11} strokeWidth={2.2} className="flex-none" />}
        </span>
        <span aria-hidden className="text-right font-medium max-sm:tracking-tight print:tracking-tight">
          {taken > 0 ? shortPounds(taken) : 'skipped'}
        </span>
      </Link>
    </td>
  )
}
