// What a payer will pay, by date: SmarterPay's own list, then what the rule would go on to. The two are kept apart in rows and
// in sums, so that nobody takes a forecast for what is set up.
import { type CalendarDate, day, monthsLater } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { listEndOf, type ShownPayment, shownPayments } from './shown-payments'

export const STATEMENT_PERIODS = ['year', 'tax-year', 'christmas', 'listed'] as const
/** The next twelve months, the rest of this tax year, until Christmas Day, or SmarterPay's list alone. */
export type StatementPeriod = (typeof STATEMENT_PERIODS)[number]

/** The last day of a period from today on, both London days; null: SmarterPay's list alone, however far it goes. */
export function periodEnd(period: StatementPeriod, today: CalendarDate): CalendarDate | null {
  const next = (monthAndDay: string) => {
    const own = day(`${today.slice(0, 4)}-${monthAndDay}`)
    return own >= today ? own : monthsLater(own, 12)
  }
  switch (period) {
    case 'year':
      return monthsLater(today, 12)
    case 'tax-year':
      return next('04-05')
    case 'christmas':
      return next('12-25')
    case 'listed':
      return null
  }
}

/** Reads the name `period` of the page's address; anything unknown is the standing one. */
export function readStatementPeriod(text: string | null): StatementPeriod {
  return STATEMENT_PERIODS.find((period) => period === text) ?? 'year'
}

/** Pence, and how many payments take money; `lowest` and `highest` differ only where a forecast is not known to the penny. */
export type StatementSum = { count: number; lowest: number; highest: number }
export type Statement = {
  /** In order of date: SmarterPay's rows, rows of nought among them, then the projected ones. */
  rows: ShownPayment[]
  listed: StatementSum
  projected: StatementSum
  /** Where SmarterPay's list ends and more is expected; null where it is all there will be. */
  listEnd: CalendarDate | null
  /** Rows that take money, are still listed, and whose day has passed: in no sum here. */
  passed: number
}

function sumOf(rows: readonly ShownPayment[]): StatementSum {
  return {
    count: rows.filter(({ highest }) => highest > 0).length,
    lowest: sumPence(rows.map(({ lowest }) => lowest)),
    highest: sumPence(rows.map(({ highest }) => highest)),
  }
}

/** What will be paid from today to the end of a period, that day included. No rows for an inactive schedule or an unreadable list. */
export function statementOf(schedule: Schedule, period: StatementPeriod, c: Circumstances): Statement {
  const until = periodEnd(period, c.now.date)
  const listEnd = listEndOf(schedule)
  const { date: today } = c.now
  const all = schedule.status === 'active' ? shownPayments(schedule, until ?? today, c) : []
  // Where the whole list has passed, SmarterPay has stopped going on with it: what the rule would give is no promise.
  const stalled = (schedule.upcoming?.at(-1)?.date ?? today) < today
  const rows = all.filter(
    ({ date, state }) =>
      date >= today && (until === null || date <= until) && (state !== 'projected' || (until !== null && !stalled)),
  )
  return {
    rows,
    listed: sumOf(rows.filter(({ state }) => state !== 'projected')),
    projected: sumOf(rows.filter(({ state }) => state === 'projected')),
    listEnd,
    passed: all.filter(({ date, state, highest }) => date < today && state !== 'projected' && highest > 0).length,
  }
}
