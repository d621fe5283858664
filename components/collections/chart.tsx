'use client'

import { scaleLinear } from 'd3-scale'
import { memo, useId, useMemo } from 'react'
import {
  type CalendarDate,
  dayOfMonth,
  daysBetween,
  formatDate,
  formatDayAndMonth,
  monthName,
  monthOf,
  weekday,
} from '@/lib/calendar-date'
import { holidaysOf, type Slot } from '@/lib/collections/days'
import type { Group } from '@/lib/collections/query'
import { axisPounds, chartText, shortPounds } from '@/lib/collections/words'
import { Bands, type Box, Filled } from './chart-bands'
import { ChartPatterns, MARKS } from './chart-marks'

/** Pixels. Across, everything is in parts of the width: the chart needs no script to fit. */
const HEIGHT = 188
const GAP = 1.5
const THINNEST = 2.5
/** A bar takes two thirds of its place, and no more than this of the width. */
const WIDEST = 0.04
const PEAKS = 3
/** The amount over the tallest bar stays under the lane with the names of holidays. */
const HEADROOM = 1.12
/** Pence: the least that the axis reaches to, and as far as it goes where nothing is to be shown. */
const LEAST = 100
const EMPTY = 300
/** Beyond this part of the width an amount ends with the chart, so as not to run out of it. */
const LAST = 0.975

export type ChartProps = { slots: readonly Slot[]; group: Group; projectedFrom: CalendarDate | null }

const tall = ({ row }: Slot) => (row ? row.total + row.projected : 0)

/**
 * Where everything of the picture is: across in parts of the width, up and down in pixels. `nth` of a kind: what another period
 * has as its nth is written over this one, which is quicker than something new.
 */
function placesOf(slots: readonly Slot[]) {
  const most = Math.max(0, ...slots.map(tall))
  const y = scaleLinear([0, (most > 0 ? Math.max(LEAST, most) : EMPTY) * HEADROOM], [HEIGHT, 0]).nice(4)
  const step = 1 / slots.length
  const width = Math.min((step * 2) / 3, WIDEST)
  const left = (at: number) => at * step + (step - width) / 2
  const bands: Box[][] = MARKS.map(() => [])
  const closed: Box[] = []
  for (const [at, { row, closed: why }] of slots.entries()) {
    if (why !== null) closed.push({ x: at * step, width: step, y: 0, height: HEIGHT })
    let from = 0
    for (const [index, { of }] of MARKS.entries()) {
      const amount = row ? of(row) : 0
      if (amount <= 0) continue
      const to = from + amount
      // The paper shows between two marks; the lowest stands on the axis.
      const height = Math.max(y(from) - y(to) - (from === 0 ? 0 : GAP), THINNEST)
      bands[index]?.push({ x: left(at), width, y: Math.min(y(to), y(from) - THINNEST), height })
      from = to
    }
  }
  const peaks = [...slots.keys()]
    .filter((at) => tall(slots[at] as Slot) > 0)
    .sort((a, b) => tall(slots[b] as Slot) - tall(slots[a] as Slot))
    .slice(0, PEAKS)
    .map((at, nth) => ({ nth, at }))
  const marks = y.ticks(4).map((pence, nth) => ({ nth, pence }))
  return { y, marks, step, bands, closed, peaks, middle: (at: number) => at * step + step / 2 }
}

const across = (part: number) => `${part * 100}%`

/** The range as a picture. All that it shows stands in the table under it, and in its name in words. */
export const CollectionsChart = memo(function CollectionsChart({ slots, group, projectedFrom }: ChartProps) {
  const id = useId().replaceAll(/[^a-z0-9]/gi, '')
  const { y, marks, step, bands, closed, peaks, middle } = useMemo(() => placesOf(slots), [slots])
  const names = axisPounds(marks.map(({ pence }) => pence))
  const horizon = projectedFrom === null ? -1 : slots.findIndex(({ span }) => span.to >= projectedFrom)
  return (
    <div className="flex text-micro text-ink-3 tabular-nums break-inside-avoid">
      <div aria-hidden className="relative mt-8 w-14 flex-none" style={{ height: HEIGHT }}>
        {marks.map(({ nth, pence }) => (
          <span key={nth} className="absolute right-2 -translate-y-1/2" style={{ top: y(pence) }}>
            {names[nth]}
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
          <Filled id={`${id}-closed`} boxes={closed} height={HEIGHT} fill={`url(#${id}-hatch)`} />
          {marks.map(({ nth, pence }) => (
            <line
              key={nth}
              x2="100%"
              y1={y(pence)}
              y2={y(pence)}
              className={pence === 0 ? 'stroke-chart-axis' : 'stroke-chart-grid'}
            />
          ))}
          <Bands id={id} bands={bands} height={HEIGHT} />
          {peaks.map(({ nth, at }) => {
            const slot = slots[at] as Slot
            return (
              <text
                key={nth}
                x={across(middle(at) > LAST ? 1 : middle(at))}
                y={y(tall(slot)) - 6}
                textAnchor={middle(at) > LAST ? 'end' : 'middle'}
                className="fill-ink font-medium max-md:hidden"
              >
                {shortPounds(tall(slot))}
              </text>
            )
          })}
          {projectedFrom && horizon >= 0 && <Horizon at={horizon * step} from={projectedFrom} />}
          {group === 'day' && <Holidays slots={slots} step={step} />}
          <Axis slots={slots} group={group} middle={middle} />
        </g>
      </svg>
    </div>
  )
})

/** Where SmarterPay's lists begin to end. */
function Horizon({ at, from }: { at: number; from: CalendarDate }) {
  const late = at > 0.5
  const words = { x: across(at), dx: late ? -6 : 6, y: -18, textAnchor: late ? 'end' : 'start' } as const
  return (
    <>
      <line
        x1={across(at)}
        x2={across(at)}
        y1="-28"
        y2={HEIGHT}
        strokeWidth="2"
        strokeDasharray="4 4"
        className="stroke-accent-line"
      />
      <text {...words} className="fill-accent font-medium max-md:hidden">
        Partly projected from {formatDate(from)}
      </text>
      <text {...words} className="fill-accent font-medium md:hidden">
        Partly projected
      </text>
    </>
  )
}

type HolidaysProps = { slots: readonly Slot[]; step: number }

/** Part of the width that a letter takes at most where the names are shown. */
const LETTER = 0.0095

/** A lane over the bars with the names of bank holidays; of names that would meet, the earlier alone. */
function Holidays({ slots, step }: HolidaysProps) {
  const first = slots[0]?.date
  if (first === undefined) return null
  let free = -1
  return holidaysOf(slots).map(({ from, to, name }) => {
    const [left, right] = [daysBetween(first, from) * step, (daysBetween(first, to) + 1) * step]
    const middle = (left + right) / 2
    const anchor = middle > 0.85 ? 'end' : middle < 0.15 ? 'start' : 'middle'
    const x = anchor === 'end' ? right : anchor === 'start' ? left : middle
    const width = name.length * LETTER
    const begins = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2
    if (begins < free) return null
    free = begins + width
    return (
      <text key={from} x={across(x)} y="-4" textAnchor={anchor} className="fill-ink-2 font-medium max-md:hidden">
        {name}
      </text>
    )
  })
}

type AxisProps = { slots: readonly Slot[]; group: Group; middle: (at: number) => number }

/** So many days have room for a number each. */
const MOST_DAYS = 45
const MOST_LABELS = 14

/** Marks under the axis: every day where there is room, Mondays in weight; of more days some Mondays, of weeks and months as many as fit. */
function Axis({ slots, group, middle }: AxisProps) {
  const each = group === 'day' && slots.length <= MOST_DAYS
  const places = [...slots.entries()]
    .filter(([, { date }]) => group !== 'day' || each || weekday(date) === 1)
    .map(([at, slot], nth) => ({ at, slot, nth }))
  const every = each ? 1 : Math.ceil(places.length / MOST_LABELS)
  return places.map(({ at, slot: { date, span }, nth }) => {
    if (nth % every !== 0) return null
    const monday = each && weekday(date) === 1
    const narrow = each ? monday : nth % (every * 3) === 0
    return (
      <text
        key={nth}
        x={across(middle(at))}
        y={HEIGHT + 18}
        textAnchor="middle"
        className={`${monday ? 'fill-ink font-strong' : 'fill-ink-3'} ${narrow ? '' : 'max-md:hidden'}`}
      >
        {group === 'month'
          ? `${monthName(monthOf(date).month).slice(0, 3)} ${date.slice(2, 4)}`
          : each
            ? dayOfMonth(date)
            : formatDayAndMonth(span.from)}
        {monday && (
          <tspan x={across(middle(at))} dy="15" className="font-regular fill-ink-3">
            Mon
          </tspan>
        )}
      </text>
    )
  })
}
