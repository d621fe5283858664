// What the book will collect beyond what SmarterPay tells: the payments that rules go on to, and the listed ones that may not
// arrive. Worked out for a mandate's schedules together, since one keeps the mandate of the others alive.
import { addDays, type CalendarDate, daysBetween, monthsLater } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { ROLLING_ALLOWANCE } from '@/lib/schedules/gaps'
import type { Schedule, UpcomingPayment } from '@/lib/schedules/model'
import { projectBeyond } from '@/lib/schedules/project'
import type { Risk } from './model'

export type Forecast = {
  /** After SmarterPay's list, up to the day asked for. */
  projected: UpcomingPayment[]
  /** Places in the list (from 0) of payments that may not arrive. Days that have passed are overdue by themselves and not told here. */
  atRisk: { row: number; risk: Exclude<Risk, 'overdue'> }[]
}

const NOTHING: Forecast = { projected: [], atRisk: [] }

/**
 * The payments that a schedule's rule goes on to after SmarterPay's list, up to `until`, that day included. Only from today on,
 * and none where the whole list has passed: SmarterPay has stopped going on with it, and so do we.
 */
export function projectedPayments(schedule: Schedule, until: CalendarDate, c: Circumstances): UpcomingPayment[] {
  const last = schedule.upcoming?.at(-1)
  if (last === undefined || last.date < c.now.date) return []
  return projectBeyond(schedule, until, c).flatMap(({ date, lowest }) =>
    lowest > 0 && date > c.now.date ? [{ date, amount: lowest }] : [],
  )
}

/** The days on which a mandate is used, in order, each once. */
function usesOf(schedules: readonly Schedule[], c: Circumstances): CalendarDate[] {
  const lists = schedules.flatMap(({ upcoming }) => upcoming ?? [])
  const horizon = lists.reduce((last, { date }) => (date > last ? date : last), c.now.date)
  const days = schedules.flatMap((schedule) => [
    ...(schedule.upcoming ?? []).filter(({ amount }) => amount > 0).map(({ date }) => date),
    ...projectedPayments(schedule, horizon, c).map(({ date }) => date),
  ])
  return [...new Set(days)].filter((date) => date >= c.now.date).sort()
}

/** A time without any payment for so long that the mandate may lapse; `to` is null where no payment follows that anybody knows of. */
export type Dormancy = { from: CalendarDate; to: CalendarDate | null }

/** Any number of months is at least so many days each. */
const SHORTEST_MONTH = 28

/** Plainly no stretch without a payment that is longer than `months`: what nearly every schedule says by its list alone. */
function isSteady({ upcoming }: Schedule, months: number, today: CalendarDate): boolean {
  let from = today
  for (const { date, amount } of upcoming ?? []) {
    if (amount === 0 || daysBetween(from, date) > months * SHORTEST_MONTH) return false
    if (date > from) from = date
  }
  return true
}

const sharesMandate = ({ method, status }: Schedule) => method === 'direct-debit' && status === 'active'

/**
 * The first stretch between uses of a mandate that is longer than `months` and a week (rolling alone makes yearly gaps a few
 * days longer), all its schedules taken together. Today stands in for the last payment, which nobody has told. Null too where
 * a list could not be read: what it holds might bridge the gap.
 */
export function dormancyOf(schedules: readonly Schedule[], months: number, c: Circumstances): Dormancy | null {
  const live = schedules.filter(sharesMandate)
  const [only, another] = live
  if (only === undefined || live.some(({ upcoming }) => upcoming === null)) return null
  if (another === undefined && isSteady(only, months, c.now.date)) return null
  const uses = usesOf(live, c)
  const limit = (from: CalendarDate) => addDays(monthsLater(from, months), ROLLING_ALLOWANCE)
  let from = c.now.date
  for (const to of uses) {
    if (to > limit(from)) return { from, to }
    from = to
  }
  // Rows of nought after the last payment show that nothing comes until then.
  const shown = live
    .flatMap(({ upcoming }) => upcoming?.at(-1)?.date ?? [])
    .sort()
    .at(-1)
  return shown !== undefined && shown > limit(from) ? { from, to: null } : null
}

function risksOf(schedule: Schedule, dormancy: Dormancy | null): Forecast['atRisk'] {
  return (schedule.upcoming ?? []).flatMap(({ date, amount }, row): Forecast['atRisk'] => {
    if (amount === 0) return []
    if (dormancy?.to && date >= dormancy.to && sharesMandate(schedule)) return [{ row, risk: 'dormancy' }]
    const ends = schedule.kind === 'ongoing' ? schedule.endDate : null
    return ends !== null && date > ends ? [{ row, risk: 'after-the-end' }] : []
  })
}

/**
 * The forecast of each of a mandate's schedules, by id, up to `until`; for a schedule without a mandate, of it alone. Inactive
 * ones contribute nothing.
 */
export function forecastOf(
  schedules: readonly Schedule[],
  until: CalendarDate,
  c: Circumstances,
): Map<string, Forecast> {
  const dormancy = dormancyOf(schedules, c.dormancyRedMonths, c)
  return new Map(
    schedules.map((schedule) => [
      schedule.id,
      schedule.status === 'active'
        ? { projected: projectedPayments(schedule, until, c), atRisk: risksOf(schedule, dormancy) }
        : NOTHING,
    ]),
  )
}
