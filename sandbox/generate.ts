// The list of upcoming payments as SmarterPay would make it: its dates, and what is taken on each.
import { addDays, addMonths, type CalendarDate, dateIn, daysBetween, monthOf } from '@/lib/calendar-date'
import { roll } from './banking'
import type { CollectionDay, Rule } from './rule'
import type { Switches } from './switches'

/** `nominal` is the day that the rule names, `date` the one after rolling. */
export type Turn = { nominal: CalendarDate; date: CalendarDate }

export type Generation = {
  rule: Rule
  switches: Switches
  /** The collection that stays where it is, and the day that the rule meant for it; null: from the first one. */
  kept: Turn | null
  sameMonth: boolean
  /** No date that is made is earlier. */
  floor: CalendarDate
}

const nominalIn = (month: ReturnType<typeof monthOf>, day: CollectionDay) =>
  dateIn(month, day === 'last day' ? 31 : day)

/** The date on which a nominal day is collected; whether cards move is a switch. */
export function settle(nominal: CalendarDate, card: boolean, switches: Switches): CalendarDate {
  return card && switches.cardsOnNonBankingDays === 'keep' ? nominal : roll(nominal, switches)
}

/** The day that the rule meant for a collection that stands on `date`: itself, if it was moved by hand. */
export function nominalOf(date: CalendarDate, rule: Rule, switches: Switches): CalendarDate {
  if (rule.period === 'weekly') return weeklyNominalOf(date, rule, switches)
  const month = monthOf(date)
  const candidates = [month, addMonths(month, -1)].map((candidate) => nominalIn(candidate, rule.day))
  return candidates.find((nominal) => settle(nominal, rule.card, switches) === date) ?? date
}

function weeklyNominalOf(date: CalendarDate, rule: Rule, switches: Switches): CalendarDate {
  const step = 7 * rule.stretch
  const turns = Math.floor(daysBetween(rule.firstDate, date) / step)
  const around = [turns, turns - 1, turns + 1].map((turn) => addDays(rule.firstDate, turn * step))
  const exact = around.find((nominal) => settle(nominal, rule.card, switches) === date)
  const away = (nominal: CalendarDate) => Math.abs(daysBetween(nominal, date))
  return exact ?? around.reduce((nearest, nominal) => (away(nominal) < away(nearest) ? nominal : nearest))
}

function* monthlyTurns({ rule, switches, kept, sameMonth }: Generation): Generator<Turn> {
  const opening = kept ?? { nominal: rule.firstDate, date: settle(rule.firstDate, rule.card, switches) }
  yield opening
  const first = kept?.date ?? rule.firstDate
  const allowed = sameMonth && (rule.stretch === 1 || switches.sameMonthWithStretch === 'honoured')
  const shares =
    (allowed || (kept && switches.secondAfterEdit === 'same-month')) && first < nominalIn(monthOf(first), rule.day)
  let month = shares ? monthOf(first) : addMonths(monthOf(opening.nominal), rule.stretch)
  for (;;) {
    const nominal = nominalIn(month, rule.day)
    yield { nominal, date: settle(nominal, rule.card, switches) }
    month = addMonths(month, rule.stretch)
  }
}

function* weeklyTurns({ rule, switches, kept }: Generation): Generator<Turn> {
  let turn = kept ?? { nominal: rule.firstDate, date: settle(rule.firstDate, rule.card, switches) }
  for (;;) {
    yield turn
    const nominal = addDays(switches.weeklyAfterHoliday === 'drift' ? turn.date : turn.nominal, 7 * rule.stretch)
    turn = { nominal, date: settle(nominal, rule.card, switches) }
  }
}

/** The dates of the collections, one after another, none after the rule's end. Without an end they never cease. */
export function* collections(generation: Generation): Generator<CalendarDate> {
  const { rule, switches, kept, floor } = generation
  let stays = kept !== null
  for (const { nominal, date } of rule.period === 'weekly' ? weeklyTurns(generation) : monthlyTurns(generation)) {
    if (rule.endDate && !rule.plan && (switches.endDateCompare === 'nominal' ? nominal : date) > rule.endDate) return
    yield stays || date >= floor ? date : floor
    stays = false
  }
}

/** The dates of the next collections, at most `count`. */
export function datesOf(generation: Generation, count: number): CalendarDate[] {
  const dates: CalendarDate[] = []
  for (const date of collections(generation)) {
    if (dates.length >= count) break
    dates.push(date)
  }
  return dates
}

/** `total` pence over `count` rows; where the odd pennies go is a switch. */
export function split(total: number, count: number, remainder: Switches['planRemainder']): number[] {
  const each = Math.floor(total / count)
  const odd = total - each * count
  return Array.from({ length: count }, (_, index) => {
    if (remainder === 'earliest') return each + (index < odd ? 1 : 0)
    return each + (index === (remainder === 'first' ? 0 : count - 1) ? odd : 0)
  })
}

/** Whether the first collection has been taken, as far as the record shows. */
export function firstTaken(rule: Rule, switches: Switches): boolean {
  return rule.nextDate !== null && rule.nextDate > settle(rule.firstDate, rule.card, switches)
}
