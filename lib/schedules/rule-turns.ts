// Listed payments beside the turns of their rule: which row stands for which turn. Rows are matched in order, and the turns
// are read from the list itself, since edits at SmarterPay shift them and are not told.
import { type BankingCalendar, bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, dateIn, daysBetween, monthOf } from '@/lib/calendar-date'
import { alike } from './alike'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import {
  END_OF_TIME,
  firstTaken,
  nominalIn,
  nominalsAfter,
  nominalsFromFirst,
  phaseOf,
  type Rule,
  turnInDays,
} from './rule'

/** A turn of the rule: its day, and that day moved off non-banking days. */
export type Turn = { nominal: CalendarDate; date: CalendarDate }
export type Pairing = { turns: Turn[]; turnOf: (number | null)[]; drifts: boolean }

export const fits = (row: UpcomingPayment, turn: Turn) => row.date === turn.date || row.date === turn.nominal

/** The nominal days that a listed day can stand for: itself, and the non-banking days just before it. */
function sourcesOf(date: CalendarDate, calendar: BankingCalendar): CalendarDate[] {
  const sources = [date]
  if (!calendar.isBankingDay(date)) return sources
  for (let at = addDays(date, -1); !calendar.isBankingDay(at); at = addDays(at, -1)) sources.push(at)
  return sources
}

/** The phase that most rows agree with; between equals the first collection's, then the one that moves fewest days. */
function agreedPhase(rule: Rule, rows: readonly UpcomingPayment[], calendar: BankingCalendar): number {
  const own = phaseOf(rule, rule.first)
  const votes = new Map<number, number>([[own, 0.75]])
  for (const row of rows) {
    for (const nominal of sourcesOf(row.date, calendar)) {
      if (rule.cadence.every === 'month' && nominalIn(monthOf(nominal), rule.cadence.day) !== nominal) continue
      const phase = phaseOf(rule, nominal)
      votes.set(phase, (votes.get(phase) ?? 0) + (nominal === row.date ? 1.001 : 1))
    }
  }
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0]
}

function turnsAround(
  rule: Rule,
  schedule: Schedule,
  rows: readonly UpcomingPayment[],
  calendar: BankingCalendar,
): Turn[] {
  const turn = turnInDays(rule)
  const [from, to] = [rows[0], rows.at(-1)]
  if (!from || !to) return []
  const horizon = addDays(to.date, turn)
  const end = rule.amounts.kind === 'ongoing' ? rule.amounts.end : null
  const within = (days: Iterable<CalendarDate>) => {
    const turns: Turn[] = []
    for (const nominal of days) {
      if (nominal > horizon || (end !== null && nominal > end)) break
      turns.push({ nominal, date: calendar.roll(nominal) })
    }
    return turns
  }
  if (firstTaken(schedule, calendar)) {
    const start = addDays(from.date, -turn - 7)
    return within(nominalsAfter(rule, agreedPhase(rule, rows, calendar), start > rule.first ? start : rule.first))
  }
  // SmarterPay never tells whether the first two may share a month: only a row on that very day shows it.
  const sharing = within(nominalsFromFirst({ ...rule, firstTwoInSameMonth: true }))
  const [first, second] = sharing
  const alsoTheFirst = second?.date === first?.date ? 1 : 0
  const shares = second !== undefined && rows.filter((row) => fits(row, second)).length > alsoTheFirst
  return shares ? sharing : within(nominalsFromFirst({ ...rule, firstTwoInSameMonth: false }))
}

/**
 * Weekly dates may follow a date that a holiday moved ("drift"): each is then a turn on from the row before. Null where they do
 * not.
 */
function driftingTurns(rule: Rule, rows: readonly UpcomingPayment[], calendar: BankingCalendar): Turn[] | null {
  const turns: Turn[] = []
  for (const row of rows) {
    const before = turns.at(-1)
    const nominal = before ? addDays(before.date, turnInDays(rule)) : row.date
    const turn = { nominal, date: calendar.roll(nominal) }
    if (!fits(row, turn)) return null
    turns.push(turn)
  }
  return turns
}

/** Rows between two rows that fit, paired in order with the turns between them, moving as few days as may be. */
function pairGap(
  rows: readonly UpcomingPayment[],
  turns: readonly Turn[],
  cost: (row: UpcomingPayment, turn: Turn) => number,
  alone: number,
): (number | null)[] {
  const width = turns.length + 1
  const total = new Float64Array((rows.length + 1) * width)
  const at = (row: number, turn: number) => total[row * width + turn] ?? 0
  const paired = (row: number, turn: number) => {
    const [left, right] = [rows[row - 1], turns[turn - 1]]
    return left && right ? at(row - 1, turn - 1) + cost(left, right) : Number.POSITIVE_INFINITY
  }
  for (let row = 1; row <= rows.length; row += 1) {
    total[row * width] = row * alone
    for (let turn = 1; turn < width; turn += 1)
      total[row * width + turn] = Math.min(paired(row, turn), at(row, turn - 1), at(row - 1, turn) + alone)
  }
  const result: (number | null)[] = rows.map(() => null)
  for (let row = rows.length, turn = turns.length; row > 0; ) {
    if (turn > 0 && at(row, turn) === at(row, turn - 1)) turn -= 1
    else if (turn > 0 && at(row, turn) === paired(row, turn)) {
      result[row - 1] = turn - 1
      row -= 1
      turn -= 1
    } else row -= 1
  }
  return result
}

/** The first of the turns from `next` on that a row fits. They are in order: past its own day there is none to come. */
function turnOfRow(row: UpcomingPayment, turns: readonly Turn[], next: number): number | null {
  for (let at = next; at < turns.length; at += 1) {
    const turn = turns[at]
    if (turn === undefined || turn.nominal > row.date) return null
    if (fits(row, turn)) return at
  }
  return null
}

function pair(rule: Rule, rows: readonly UpcomingPayment[], turns: Turn[], today: CalendarDate): Pairing {
  const turnOf: (number | null)[] = rows.map(() => null)
  const anchors: [row: number, turn: number][] = []
  let next = 0
  for (const [index, row] of rows.entries()) {
    const found = turnOfRow(row, turns, next)
    if (found === null) continue
    turnOf[index] = found
    anchors.push([index, found])
    next = found + 1
  }
  const turn = turnInDays(rule)
  const bounds: [number, number][] = [[-1, -1], ...anchors, [rows.length, turns.length]]
  for (const [gap, [row, at]] of bounds.slice(0, -1).entries()) {
    const [rowEnd, turnEnd] = bounds[gap + 1] ?? [0, 0]
    const edge = gap === 0 || gap === bounds.length - 2
    // At the ends of the list a far-off turn may have been taken already, or not be listed yet: only a near one is meant.
    const cost = (from: UpcomingPayment, to: Turn) => {
      const days = Math.abs(daysBetween(from.date, to.date))
      return edge && days > turn / 2 && !(gap === 0 && to.date > today) ? Number.POSITIVE_INFINITY : days
    }
    for (const [index, found] of pairGap(
      rows.slice(row + 1, rowEnd),
      turns.slice(at + 1, turnEnd),
      cost,
      turn,
    ).entries())
      if (found !== null) turnOf[row + 1 + index] = at + 1 + found
  }
  return { turns, turnOf, drifts: false }
}

const lastOf = new WeakMap<Schedule, { rule: Rule; c: Circumstances; pairing: Pairing | null }>()

/**
 * Listed rows beside the rule's turns, or null where there is nothing to compare. A screen asks of one schedule what differs,
 * what is usual and what is projected: the pairing is kept for the next question.
 */
export function pairWithRule(schedule: Schedule, rule: Rule, c: Circumstances): Pairing | null {
  const last = lastOf.get(schedule)
  if (last && last.c === c && alike(last.rule, rule)) return last.pairing
  const pairing = paired(schedule, rule, c)
  lastOf.set(schedule, { rule, c, pairing })
  return pairing
}

function paired(schedule: Schedule, rule: Rule, c: Circumstances): Pairing | null {
  const rows = schedule.upcoming
  const last = rows?.at(-1)
  if (rows === null || last === undefined || last.date >= END_OF_TIME) return null
  const calendar = bankingCalendar(c.extraHolidays)
  const anchored = pair(rule, rows, turnsAround(rule, schedule, rows, calendar), c.now.date)
  if (rule.cadence.every === 'month') return anchored
  const misfits = anchored.turnOf.some((turn, index) => {
    const [row, at] = [rows[index], turn === null ? undefined : anchored.turns[turn]]
    return !row || !at || !fits(row, at)
  })
  const drifting = misfits ? driftingTurns(rule, rows, calendar) : null
  return drifting === null ? anchored : { turns: drifting, turnOf: rows.map((_, index) => index), drifts: true }
}

/** The nominal day of the turn that the first listed row stands for, wherever the row was moved to; null without a list. */
export function nextTurn(schedule: Schedule, rule: Rule, c: Circumstances): CalendarDate | null {
  const [first] = schedule.upcoming ?? []
  const pairing = pairWithRule(schedule, rule, c)
  if (!first || !pairing) return null
  const at = pairing.turnOf[0] ?? null
  return (at === null ? undefined : pairing.turns[at]?.nominal) ?? first.date
}

/**
 * The rule's nominal days after the last listed row, without end, and without the turn that this row stands for; and
 * whether a listed date was moved, so that later weekly ones may follow it. Null where there is no list to go on from.
 */
export function beyondTheList(
  schedule: Schedule,
  rule: Rule,
  c: Circumstances,
): { nominals: Iterable<CalendarDate>; moved: boolean } | null {
  const pairing = pairWithRule(schedule, rule, c)
  const rows = schedule.upcoming
  const last = rows?.at(-1)
  if (pairing === null || rows === null || last === undefined) return null
  const calendar = bankingCalendar(c.extraHolidays)
  const at = pairing.turnOf.at(-1) ?? null
  const stands = at === null ? undefined : pairing.turns[at]?.nominal
  // After the first collection the rule goes on in a later month.
  const first = stands === rule.first && rule.cadence.every === 'month'
  const after = first ? dateIn(monthOf(rule.first), 31) : (stands ?? last.date)
  const phase = pairing.drifts ? phaseOf(rule, last.date) : agreedPhase(rule, rows, calendar)
  const later = function* () {
    for (const nominal of nominalsAfter(rule, phase, after)) if (calendar.roll(nominal) > last.date) yield nominal
  }
  return {
    nominals: later(),
    moved: pairing.turns.some((turn) => turn.date !== turn.nominal && turn.date <= last.date),
  }
}
