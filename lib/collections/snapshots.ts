// Snapshots of what will be collected: how long each is kept, and which one a day is usually held against.
import type * as z from 'zod/mini'
import { addDays, type CalendarDate, daysBetween, londonTime } from '@/lib/calendar-date'
import type * as schemas from './moved-schemas'

export type Snapshot = z.infer<typeof schemas.snapshot>
export type SnapshotList = z.infer<typeof schemas.snapshotList>

/** Days for which every snapshot is kept, and for which the first nightly one of each month is. */
const ALL_DAYS = 62
const MONTHLY_DAYS = 400
/** Of those that people took, the newest so many. */
const MOST_TAKEN = 50

type Kept = { id: number; at: Date; night: CalendarDate | null }

/** Ids of snapshots that need no longer be kept, of all that there are; `today` is London's. */
export function outdated(all: readonly Kept[], today: CalendarDate): number[] {
  const ageOf = ({ at }: Kept) => daysBetween(londonTime(at).date, today)
  const months = new Map<string, Kept>()
  for (const one of all) {
    if (one.night === null) continue
    const first = months.get(one.night.slice(0, 7))
    if (!first?.night || one.night < first.night) months.set(one.night.slice(0, 7), one)
  }
  const firsts = new Set([...months.values()].filter((one) => ageOf(one) <= MONTHLY_DAYS))
  const taken = all.filter(({ night }) => night === null).toSorted((a, b) => b.id - a.id)
  const tooMany = new Set(taken.slice(MOST_TAKEN))
  return all.filter((one) => !firsts.has(one) && (ageOf(one) > ALL_DAYS || tooMany.has(one))).map(({ id }) => id)
}

/** A week: what a day is held against where nobody chose. */
const USUAL_DAYS = 7

/** The newest snapshot that is a week old, or else the oldest; null where there is none. `today` is London's. */
export function usualOf(all: readonly { id: number; at: Date }[], today: CalendarDate): number | null {
  const newest = all.toSorted((a, b) => b.id - a.id)
  const week = newest.find(({ at }) => londonTime(at).date <= addDays(today, -USUAL_DAYS))
  return (week ?? newest.at(-1))?.id ?? null
}

/** Minutes of London's day between which a nightly snapshot is taken: the book is quiet, and yesterday has been worked off. */
const NIGHT = { from: 2 * 60, to: 6 * 60 }

/** Whether it is night in London. The hour that clocks leave out or repeat in spring and autumn is not part of it. */
export const isNight = (minutes: number): boolean => minutes >= NIGHT.from && minutes < NIGHT.to
