// A range as months of days, each as strong as what it takes beside the day that takes most; and the keys that walk it.

import { type CalendarDate, formatLongDate, type Month, monthOf, weekday } from '@/lib/calendar-date'
import { formatCount } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { type Slot, type Sums, sumsOf } from './days'
import type { CollectionsRow } from './model'
import { paymentsText } from './words'

/** Steps of strength; nought is nothing at all. */
export const LEVELS = 5

/** Pence of a day, listed and projected. */
const tallOf = (row: CollectionsRow | null): number => (row ? row.total + row.projected : 0)

export type HeatDay = { slot: Slot; level: number }
export type HeatMonth = { month: Month; sums: Sums; weeks: (HeatDay | null)[][] }

/** Pence of the day that takes most. */
const mostOf = (slots: readonly Slot[]): number => Math.max(0, ...slots.map(({ row }) => tallOf(row)))

/** Pence up to which each level reaches, the lowest first. Empty where nothing is collected. */
export function levelEnds(slots: readonly Slot[]): number[] {
  const most = mostOf(slots)
  return most === 0 ? [] : Array.from({ length: LEVELS }, (_, step) => Math.ceil((most * (step + 1)) / LEVELS))
}

/** Months of a range's days; weeks begin on Monday and have seven places, those outside the month or the range null. */
export function heatMonths(slots: readonly Slot[]): HeatMonth[] {
  const most = mostOf(slots)
  const levelOf = (row: CollectionsRow | null) => (most === 0 ? 0 : Math.ceil((tallOf(row) * LEVELS) / most))
  const months = new Map<string, Slot[]>()
  for (const slot of slots) {
    const key = slot.date.slice(0, 7)
    const days = months.get(key)
    if (days) days.push(slot)
    else months.set(key, [slot])
  }
  return [...months.values()].flatMap((days): HeatMonth[] => {
    const [first] = days
    if (!first) return []
    const before = weekday(first.date) - 1
    const places: (HeatDay | null)[] = [
      ...Array.from({ length: before }, () => null),
      ...days.map((slot) => ({ slot, level: levelOf(slot.row) })),
    ]
    while (places.length % 7 > 0) places.push(null)
    const weeks = Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
    return [{ month: monthOf(first.date), sums: sumsOf(days.flatMap(({ row }) => row ?? [])), weeks }]
  })
}

/** "Monday 28 December 2026, 2 payments, £125.32, £5.00 at risk, £30.00 projected"; of a day without, why. */
export function heatName({ date, row, closed }: Slot): string {
  const parts = [formatLongDate(date)]
  if (closed !== null) parts.push(`${closed}, not a banking day`)
  if (row && row.count > 0) parts.push(paymentsText(row.count), formatPounds(row.total))
  else if (closed === null || tallOf(row) > 0) parts.push('no payments listed')
  if (row && row.atRisk > 0) parts.push(`${formatPounds(row.atRisk)} at risk`)
  if (row && row.projected > 0) parts.push(`${formatPounds(row.projected)} projected`)
  if (row && row.skipped > 0) parts.push(`${formatCount(row.skipped)} skipped`)
  return parts.join(', ')
}

/**
 * The day to go to at a key, among days that lead somewhere (in order): to the one before or after, to the nearest of the
 * same weekday above or below, to the first of the month before or after, to the first or last of all. Null: nowhere.
 */
export function stopAtKey(key: string, from: CalendarDate, stops: readonly CalendarDate[]): CalendarDate | null {
  const sameWeekday = (date: CalendarDate) => weekday(date) === weekday(from)
  const month = (date: CalendarDate) => date.slice(0, 7)
  const firstOf = (found: CalendarDate | undefined) =>
    found === undefined ? null : (stops.find((date) => month(date) === month(found)) ?? null)
  switch (key) {
    case 'ArrowRight':
      return stops.find((date) => date > from) ?? null
    case 'ArrowLeft':
      return stops.findLast((date) => date < from) ?? null
    case 'ArrowDown':
      return stops.find((date) => date > from && sameWeekday(date)) ?? null
    case 'ArrowUp':
      return stops.findLast((date) => date < from && sameWeekday(date)) ?? null
    case 'PageDown':
      return firstOf(stops.find((date) => month(date) > month(from)))
    case 'PageUp':
      return firstOf(stops.findLast((date) => month(date) < month(from)))
    case 'Home':
      return stops[0] ?? null
    case 'End':
      return stops.at(-1) ?? null
    default:
      return null
  }
}
