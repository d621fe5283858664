// A list beside the one that comes after it, period by period: months, or weeks counted from the first listed row.
import { type CalendarDate, daysBetween, monthOf } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import type { ProjectedRow } from './project'
import type { Rule } from './rule'
import { nextTurn, pairWithRule } from './rule-turns'

/** Periods are compared by their month, or by whole weeks from the first listed one. */
function periodIn({ cadence }: Rule, start: CalendarDate): (nominal: CalendarDate) => number {
  if (cadence.every === 'week') return (nominal) => Math.floor(daysBetween(start, nominal) / 7)
  return (nominal) => {
    const { year, month } = monthOf(nominal)
    return year * 12 + month
  }
}

export type Pair = { before: UpcomingPayment | null; after: ProjectedRow | null }

/** Every row of both lists, once: the listed ones in their order, then what has no listed row. Null where there is nothing to compare. The next collection stands beside the one that is next now. */
export function paired(schedule: Schedule, rule: Rule, rows: readonly ProjectedRow[], c: Circumstances): Pair[] | null {
  const listed = schedule.upcoming ?? []
  const start = nextTurn(schedule, rule, c)
  const pairing = pairWithRule(schedule, rule, c)
  if (start === null || pairing === null) return null
  const period = periodIn(rule, start)
  const waiting = new Map<number, ProjectedRow>()
  for (const [index, row] of rows.entries()) {
    const key = index === 0 ? period(start) : period(row.nominal)
    if (!waiting.has(key)) waiting.set(key, row)
  }
  const taken = new Set<ProjectedRow>()
  const take = (row: ProjectedRow | undefined) => {
    if (!row || taken.has(row)) return null
    taken.add(row)
    return row
  }
  const pairs = listed.map((before, index): Pair => {
    const turn = pairing.turnOf[index] ?? null
    const nominal = index === 0 ? start : turn === null ? undefined : pairing.turns[turn]?.nominal
    return { before, after: nominal === undefined ? null : take(waiting.get(period(nominal))) }
  })
  return [...pairs, ...rows.filter((row) => !taken.has(row)).map((after) => ({ before: null, after }))]
}
