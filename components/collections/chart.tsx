'use client'

import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { useId } from 'react'
import {
  type CalendarDate,
  dayOfMonth,
  formatDate,
  formatDayAndMonth,
  monthName,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import { holidaysOf, type Slot } from '@/lib/collections/days'
import type { Group } from '@/lib/collections/query'
import { chartText, shortPounds } from '@/lib/collections/words'
import { ChartPatterns, MARKS } from './chart-marks'

/** Pixels. Across, everything is in hundredths of the width: the chart needs no script to fit. */
const HEIGHT = 188
const GAP = 1.5
const THINNEST = 2.5
/** A bar takes two thirds of its place, and no more than this of the width. */
const WIDEST = 4
const PEAKS = 3
/** The amount over the tallest bar stays under the lane with the names of holidays. */
const HEADROOM = 1.12

export type ChartProps = { slots: readonly Slot[]; group: Group; projectedFrom: CalendarDate | null }

/** The range as a picture. All that it shows stands in the table under it, and in its name in words. */
export function CollectionsChart({ slots, group, projectedFrom }: ChartProps) {
  const id = useId().replaceAll(/[^a-z0-9]/gi, '')
  const tall = (slot: Slot) => (slot.row ? slot.row.total + slot.row.projected : 0)
  const y = scaleLinear([0, Math.max(100, ...slots.map(tall)) * HEADROOM], [HEIGHT, 0]).nice(4)
  const x = scaleBand(
    slots.map(({ date }) => date),
    [0, 100],
  )
  const step = x.step()
  const bar = Math.min((step * 2) / 3, WIDEST)
  const left = (date: CalendarDate) => (x(date) ?? 0) + (step - bar) / 2
  const rows = slots.flatMap(({ row }) => row ?? [])
  const layers = stack<(typeof rows)[number]>()
    .keys(MARKS.map(({ name }) => name))
    .value((row, name) => MARKS.find((mark) => mark.name === name)?.of(row) ?? 0)(rows)
  const horizon = projectedFrom && slots.find(({ span }) => span.to >= projectedFrom)
  const peaks = slots
    .filter((slot) => tall(slot) > 0)
    .toSorted((a, b) => tall(b) - tall(a))
    .slice(0, PEAKS)
  return (
    <div className="flex text-micro text-ink-3 tabular-nums break-inside-avoid">
      <div aria-hidden className="relative mt-8 w-14 flex-none" style={{ height: HEIGHT }}>
        {y.ticks(4).map((pence) => (
          <span key={pence} className="absolute right-2 -translate-y-1/2" style={{ top: y(pence) }}>
            {shortPounds(pence).replace('.0', '')}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={chartText(slots, group, projectedFrom)}
        className="block min-w-0 flex-1 overflow-visible"
        height={HEIGHT + 72}
      >
        <ChartPatterns id={id} />
        <g transform="translate(0 32)">
          {slots.map(({ date, closed }) =>
            closed === null ? null : (
              <rect key={date} x={`${x(date)}%`} width={`${step}%`} height={HEIGHT} fill={`url(#${id}-hatch)`} />
            ),
          )}
          {y.ticks(4).map((pence) => (
            <line
              key={pence}
              x2="100%"
              y1={y(pence)}
              y2={y(pence)}
              className={pence === 0 ? 'stroke-chart-axis' : 'stroke-chart-grid'}
            />
          ))}
          {layers.map((layer, index) =>
            layer.map(([from, to], at) => {
              const date = rows[at]?.date
              if (date === undefined || to <= from) return null
              // The paper shows between two marks; the lowest stands on the axis.
              const height = Math.max(y(from) - y(to) - (from === 0 ? 0 : GAP), THINNEST)
              const look = MARKS[index]?.look(id)
              return (
                <rect
                  key={`${layer.key} ${date}`}
                  x={`${left(date)}%`}
                  width={`${bar}%`}
                  y={y(to)}
                  height={height}
                  {...look}
                />
              )
            }),
          )}
          {peaks.map((slot) => (
            <text
              key={slot.date}
              x={`${left(slot.date) + bar / 2}%`}
              y={y(tall(slot)) - 6}
              textAnchor="middle"
              className="fill-ink font-medium max-md:hidden"
            >
              {shortPounds(tall(slot))}
            </text>
          ))}
          {horizon && <Horizon at={x(horizon.date) ?? 0} from={projectedFrom} />}
          {group === 'day' && <Holidays slots={slots} left={(date) => x(date) ?? 0} step={step} />}
          <Axis slots={slots} group={group} middle={(date) => (x(date) ?? 0) + step / 2} />
        </g>
      </svg>
    </div>
  )
}

/** Where SmarterPay's lists begin to end. */
function Horizon({ at, from }: { at: number; from: CalendarDate }) {
  const late = at > 60
  return (
    <>
      <line
        x1={`${at}%`}
        x2={`${at}%`}
        y1="-28"
        y2={HEIGHT}
        strokeWidth="2"
        strokeDasharray="4 4"
        className="stroke-accent-line"
      />
      <text
        x={`${at}%`}
        dx={late ? -6 : 6}
        y="-18"
        textAnchor={late ? 'end' : 'start'}
        className="fill-accent font-medium"
      >
        Partly projected from {formatDate(from)}
      </text>
    </>
  )
}

type HolidaysProps = { slots: readonly Slot[]; left: (date: CalendarDate) => number; step: number }

/** A lane over the bars with the names of bank holidays. */
function Holidays({ slots, left, step }: HolidaysProps) {
  return holidaysOf(slots).map(({ from, to, name }) => {
    const middle = (left(from) + left(to) + step) / 2
    const anchor = middle > 85 ? 'end' : middle < 15 ? 'start' : 'middle'
    const x = anchor === 'end' ? left(to) + step : anchor === 'start' ? left(from) : middle
    return (
      <text key={from} x={`${x}%`} y="-4" textAnchor={anchor} className="fill-ink-2 font-medium max-md:hidden">
        {name}
      </text>
    )
  })
}

type AxisProps = { slots: readonly Slot[]; group: Group; middle: (date: CalendarDate) => number }

/** Marks under the axis: every day where there is room, Mondays in weight; of weeks and months as many as fit. */
function Axis({ slots, group, middle }: AxisProps) {
  const every = Math.ceil(slots.length / (group === 'day' ? 45 : 14))
  return slots.map(({ date, span }, index) => {
    if (index % every !== 0) return null
    const monday = group === 'day' && weekday(date) === 1
    const narrow = group === 'day' ? monday : index % (every * 3) === 0
    return (
      <text
        key={date}
        x={`${middle(date)}%`}
        y={HEIGHT + 18}
        textAnchor="middle"
        className={`${monday ? 'fill-ink font-strong' : 'fill-ink-3'} ${narrow ? '' : 'max-md:hidden'}`}
      >
        {group === 'month'
          ? `${monthName(monthOf(date).month).slice(0, 3)} ${date.slice(2, 4)}`
          : group === 'week'
            ? formatDayAndMonth(span.from)
            : dayOfMonth(date)}
        {monday && (
          <tspan x={`${middle(date)}%`} dy="15" className="font-regular fill-ink-3">
            Mon
          </tspan>
        )}
      </text>
    )
  })
}
