// Days of collections put together: into weeks and months, into the lines of a table, into the figures above it.
import { type BankingCalendar, bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, addMonths, type CalendarDate, dateIn, monthOf, weekday } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { Band, CollectionsRow } from './model'
import type { CollectionsQuery, Group } from './query'

/** The first day of the day, week (Monday) or month that a day is in. */
export function startOf(date: CalendarDate, group: Group): CalendarDate {
  if (group === 'week') return addDays(date, 1 - weekday(date))
  return group === 'month' ? dateIn(monthOf(date), 1) : date
}

/** The first day of the one after. */
function nextStart(start: CalendarDate, group: Group): CalendarDate {
  if (group === 'month') return dateIn(addMonths(monthOf(start), 1), 1)
  return addDays(start, group === 'week' ? 7 : 1)
}

type Span = { from: CalendarDate; to: CalendarDate }

/** The days of the range that a row of it stands for. */
export function spanOf(start: CalendarDate, { from, to, group }: CollectionsQuery): Span {
  const end = addDays(nextStart(start, group), -1)
  return { from: start < from ? from : start, to: end > to ? to : end }
}

export type Sums = Omit<CollectionsRow, 'date'>
const NAMES = [
  'count',
  'total',
  'directDebit',
  'card',
  'locked',
  'atRisk',
  'skipped',
  'projected',
  'projectedCount',
] as const

/** Rows added up, name by name. */
export function sumsOf(rows: readonly CollectionsRow[]): Sums {
  return Object.fromEntries(NAMES.map((name) => [name, sumPence(rows.map((row) => row[name]))])) as Sums
}

/** What is in SmarterPay's list, not locked and not at risk. */
export const scheduledOf = ({ total, locked, atRisk }: Sums): number => total - locked - atRisk

/** What those bands of the sums come to; the rows of nought come to nothing. */
export function partsOf(sums: Sums, parts: readonly (Band | 'skipped')[]): number {
  const pence: Record<Band | 'skipped', number> = {
    locked: sums.locked,
    scheduled: scheduledOf(sums),
    'at-risk': sums.atRisk,
    projected: sums.projected,
    skipped: 0,
  }
  return sumPence([...new Set(parts)].map((part) => pence[part]))
}

/** Rows of single days, in order, as rows of their weeks or months. */
export function grouped(days: readonly CollectionsRow[], group: Group): CollectionsRow[] {
  if (group === 'day') return [...days]
  const groups = new Map<CalendarDate, CollectionsRow[]>()
  for (const row of days) {
    const start = startOf(row.date, group)
    groups.set(start, [...(groups.get(start) ?? []), row])
  }
  return [...groups].map(([date, rows]) => ({ date, ...sumsOf(rows) }))
}

/** One place on the axis of a range, whether or not anything is collected then. */
export type Slot = { date: CalendarDate; span: Span; row: CollectionsRow | null; closed: string | null }

/** Why nothing is collected on a day: the holiday's name, "Saturday", or null on a banking day. */
const closedOn = (date: CalendarDate, calendar: BankingCalendar): string | null =>
  calendar.isBankingDay(date) ? null : (calendar.holidayName(date) ?? (weekday(date) === 6 ? 'Saturday' : 'Sunday'))

/** Every day, week or month of the range, in order. Only days can be closed. */
export function slotsOf(
  rows: readonly CollectionsRow[],
  query: CollectionsQuery,
  extraHolidays: readonly CalendarDate[],
): Slot[] {
  const calendar = bankingCalendar(extraHolidays)
  const byDate = new Map(rows.map((row) => [row.date, row]))
  const slots: Slot[] = []
  for (let date = startOf(query.from, query.group); date <= query.to; date = nextStart(date, query.group))
    slots.push({
      date,
      span: spanOf(date, query),
      row: byDate.get(date) ?? null,
      closed: query.group === 'day' ? closedOn(date, calendar) : null,
    })
  return slots
}

/** A line of the table: something collected, or a run of days with nothing in it. `running` is pence up to its end. */
export type Line =
  | { kind: 'row'; slot: Slot; row: CollectionsRow; running: number }
  | { kind: 'empty'; from: CalendarDate; to: CalendarDate; names: string[]; banking: boolean }

/** The lines of a table. Days without anything go together, closed ones apart from banking days. */
export function linesOf(slots: readonly Slot[]): Line[] {
  const lines: Line[] = []
  let running = 0
  for (const slot of slots) {
    if (slot.row) {
      running += slot.row.total
      lines.push({ kind: 'row', slot, row: slot.row, running })
      continue
    }
    const last = lines.at(-1)
    const banking = slot.closed === null
    const name = slot.closed === null || ['Saturday', 'Sunday'].includes(slot.closed) ? [] : [slot.closed]
    if (last?.kind === 'empty' && last.banking === banking)
      lines[lines.length - 1] = { ...last, to: slot.span.to, names: [...new Set([...last.names, ...name])] }
    else lines.push({ kind: 'empty', from: slot.span.from, to: slot.span.to, names: name, banking })
  }
  return lines
}

/** Holidays of the range that are weekdays, run by run, by their names: what the lane over the chart says. */
export function holidaysOf(slots: readonly Slot[]): { from: CalendarDate; to: CalendarDate; name: string }[] {
  const runs: { from: CalendarDate; to: CalendarDate; names: string[] }[] = []
  for (const { date, closed } of slots) {
    const last = runs.at(-1)
    if (closed === null) continue
    if (last && last.to === addDays(date, -1)) {
      last.to = date
      last.names.push(closed)
    } else runs.push({ from: date, to: date, names: [closed] })
  }
  return runs.flatMap(({ from, to, names }) => {
    const holidays = [...new Set(names.filter((name) => name !== 'Saturday' && name !== 'Sunday'))]
    const [first, ...more] = holidays
    if (first === undefined) return []
    return [{ from, to, name: more.length === 0 ? first : `${first} and ${more.length} more` }]
  })
}
