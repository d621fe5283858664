// What needs a hand, schedule by schedule: each with its reason, its day and the money at stake. Judged for a mandate's
// schedules together, since two of them can take the same money on the same day, and one keeps the others' mandate alive.
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { flagsOf, unclearParts } from '@/lib/schedules/flags'
import type { Schedule } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import { dormancyOf } from './forecast'

export const WATCH_TABS = ['dormancy', 'double', 'ending', 'dates', 'data'] as const
export type WatchTab = (typeof WATCH_TABS)[number]

export type WatchKind =
  | 'dormancy-red'
  | 'dormancy-amber'
  | 'double-take'
  | 'short-gap'
  | 'ends-soon'
  | 'not-a-banking-day'
  | 'overdue'
  | 'plan-off'
  | 'unreadable'

/** Where each kind stands, worst first within a tab. */
export const TAB_OF: Record<WatchKind, WatchTab> = {
  'dormancy-red': 'dormancy',
  'dormancy-amber': 'dormancy',
  'double-take': 'double',
  'short-gap': 'double',
  'ends-soon': 'ending',
  overdue: 'dates',
  'not-a-banking-day': 'dates',
  'plan-off': 'data',
  unreadable: 'data',
}
export const KINDS_OF_TAB = (tab: WatchTab): WatchKind[] =>
  (Object.keys(TAB_OF) as WatchKind[]).filter((kind) => TAB_OF[kind] === tab)

export type WatchItem = {
  kind: WatchKind
  /** The day it is about; null where it is about none. */
  date: CalendarDate | null
  /** Pence at stake; null where nobody can tell. */
  amount: number | null
  /** What its sentence needs beside that: another day, another schedule, names of parts, days or pence. */
  detail: { from?: CalendarDate; other?: string; parts?: string[]; days?: number; count?: number }
}

const takes = (schedule: Schedule) => (schedule.upcoming ?? []).filter(({ amount }) => amount > 0)

/** Another active schedule of the mandate takes the same amount on the same day. */
function doubleTake(schedule: Schedule, all: readonly Schedule[]): WatchItem | null {
  for (const { date, amount } of takes(schedule))
    for (const other of all) {
      if (other.id === schedule.id || other.status !== 'active') continue
      if (takes(other).some((row) => row.date === date && row.amount === amount))
        return { kind: 'double-take', date, amount, detail: { other: other.id } }
    }
  return null
}

/** A yearly rule is meant to leave a mandate unused for long: only what is longer than the red limit is worth a word. */
const isYearly = ({ collectionPeriod, collectionStretch }: Schedule) =>
  (collectionStretch ?? 1) >= (collectionPeriod === 'weekly' ? 48 : 11)

function dormancyItem(schedule: Schedule, all: readonly Schedule[], c: Circumstances): WatchItem | null {
  if (schedule.method !== 'direct-debit') return null
  const red = dormancyOf(all, c.dormancyRedMonths, c)
  const amber = red ?? (isYearly(schedule) ? null : dormancyOf(all, c.dormancyAmberMonths, c))
  if (amber === null) return null
  const { from, to } = amber
  // The one that carries the mandate past the gap is where it can be mended: each gap is told once.
  const rows = schedule.upcoming ?? []
  if (!rows.some(({ date, amount }) => (to === null ? amount === 0 && date > from : date === to && amount > 0)))
    return null
  const amount = sumPence(rows.filter(({ date }) => to !== null && date >= to).map((row) => row.amount))
  return {
    kind: red ? 'dormancy-red' : 'dormancy-amber',
    date: to,
    amount: amount > 0 ? amount : schedule.amount,
    detail: { from },
  }
}

/** A plan whose listed payments cannot be what is left of it. */
function planItem(schedule: Schedule): WatchItem | null {
  const { kind, amount, instalments, upcoming } = schedule
  if (kind !== 'plan' || amount === null || instalments === null || upcoming === null) return null
  if (planProgress(schedule) !== null || upcoming.length === 0) return null
  const listed = sumPence(upcoming.map((row) => row.amount))
  return {
    kind: 'plan-off',
    date: upcoming[0]?.date ?? null,
    amount: Math.abs(listed - amount),
    detail: { count: upcoming.length },
  }
}

/** All that is to be watched on one schedule; `all` are its mandate's schedules, itself among them. */
export function watchItems(schedule: Schedule, all: readonly Schedule[], c: Circumstances): WatchItem[] {
  const parts = unclearParts(schedule)
  const unreadable: WatchItem[] =
    parts.length > 0
      ? [{ kind: 'unreadable', date: schedule.nextCollectionDate, amount: schedule.amount, detail: { parts } }]
      : []
  if (schedule.status !== 'active') return unreadable
  const amountOn = (date: CalendarDate) =>
    sumPence(
      takes(schedule)
        .filter((row) => row.date === date)
        .map((row) => row.amount),
    )
  const flagged = flagsOf(schedule, c).flatMap((flag): WatchItem[] => {
    switch (flag.kind) {
      case 'short-gap':
        return [
          {
            kind: 'short-gap',
            date: flag.second,
            amount: amountOn(flag.second),
            detail: { from: flag.first, days: flag.days },
          },
        ]
      case 'not-a-banking-day':
        return [
          { kind: 'not-a-banking-day', date: flag.date, amount: amountOn(flag.date), detail: { from: flag.likely } },
        ]
      case 'overdue': {
        const passed = takes(schedule).filter(({ date }) => date < c.now.date)
        return [
          {
            kind: 'overdue',
            date: flag.date,
            amount: sumPence(passed.map((row) => row.amount)),
            detail: { count: passed.length },
          },
        ]
      }
      case 'ends-soon':
        return [
          {
            kind: 'ends-soon',
            date: flag.date,
            amount: sumPence(takes(schedule).map((row) => row.amount)),
            detail: {},
          },
        ]
      default:
        return []
    }
  })
  const others = [dormancyItem(schedule, all, c), doubleTake(schedule, all), planItem(schedule)]
  return [...unreadable, ...flagged, ...others.filter((item) => item !== null)]
}
