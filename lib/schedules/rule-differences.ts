// Which listed rows differ from what the rule would give: moved, other amounts, skipped, added, left out.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import { type Pence, sumPence, toPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Schedule } from './model'
import { type PenceRange, splitRange } from './plan'
import { type Rule, ruleOf } from './rule'
import { fits, pairWithRule } from './rule-turns'

/** `row` counts from 0 in the listed payments. */
export type RuleDifference =
  | { kind: 'moved'; row: number; expected: CalendarDate }
  | ({ kind: 'amount'; row: number } & PenceRange)
  | ({ kind: 'skipped'; row: number } & PenceRange)
  | { kind: 'extra'; row: number }
  | { kind: 'missing'; expected: CalendarDate }

/** What an untouched row would hold. A plan's shares are read from the whole plan and from what is left: either may be SmarterPay's split. */
function usualAmount(schedule: Schedule, rule: Rule, isFirst: boolean): PenceRange {
  const { amounts } = rule
  if (amounts.kind === 'ongoing') {
    const amount = isFirst ? amounts.first : amounts.each
    return { lowest: amount, highest: amount }
  }
  const rows = schedule.upcoming ?? []
  const whole = splitRange(amounts.total, amounts.instalments)
  const left = splitRange(toPence(sumPence(rows.map((row) => row.amount))), rows.length)
  const ends: Pence[] = [whole.lowest, whole.highest, left.lowest, left.highest]
  return { lowest: toPence(Math.min(...ends)), highest: toPence(Math.max(...ends)) }
}

/**
 * The listed rows that differ from the rule, in row order, then the rule's days that have no row. Nothing is said of an
 * inactive schedule, or of one whose rule or list could not be read. A row on the rule's own day that later became a holiday
 * does not differ: see `offBankingDays`.
 */
export function ruleDifferences(schedule: Schedule, c: Circumstances): RuleDifference[] {
  const rule = ruleOf(schedule)
  const rows = schedule.upcoming
  if (schedule.status !== 'active' || rule === null || rows === null) return []
  const pairing = pairWithRule(schedule, rule, c)
  if (pairing === null) return []
  const share = usualAmount(schedule, rule, false)
  const first = usualAmount(schedule, rule, true)
  const found: RuleDifference[] = []
  for (const [row, payment] of rows.entries()) {
    const at = pairing.turnOf[row] ?? null
    const turn = at === null ? undefined : pairing.turns[at]
    if (turn === undefined) found.push({ kind: 'extra', row })
    else if (!fits(payment, turn)) found.push({ kind: 'moved', row, expected: turn.date })
    if (turn === undefined) continue
    const usual = turn.nominal === rule.first ? first : share
    if (payment.amount === 0 && usual.highest > 0) found.push({ kind: 'skipped', row, ...usual })
    else if (payment.amount < usual.lowest || payment.amount > usual.highest)
      found.push({ kind: 'amount', row, ...usual })
  }
  const taken = pairing.turnOf.filter((turn) => turn !== null)
  const standing = new Set(taken)
  for (let turn = (taken[0] ?? 0) + 1; turn < (taken.at(-1) ?? 0); turn += 1) {
    const expected = pairing.turns[turn]?.date
    if (expected !== undefined && !standing.has(turn)) found.push({ kind: 'missing', expected })
  }
  return found
}

/** What the rule would give in the place of a listed row: its day before and after it is moved off non-banking days, and pence. */
export type RulePayment = { nominal: CalendarDate; date: CalendarDate; amount: Pence }

/**
 * For each listed row what the rule would give in its place, null for a row that stands for no turn of it. A plan's
 * share is known within a range: an amount that can be right stands, else one that another row has. None where nobody can tell.
 */
export function rulePayments(schedule: Schedule, c: Circumstances): (RulePayment | null)[] {
  const rule = ruleOf(schedule)
  const rows = schedule.upcoming
  if (schedule.status !== 'active' || rule === null || rows === null) return []
  const pairing = pairWithRule(schedule, rule, c)
  if (pairing === null) return []
  const share = usualAmount(schedule, rule, false)
  const first = usualAmount(schedule, rule, true)
  const sharedBy = new Map([share, first].map((usual) => [usual, rows.find(({ amount }) => within(amount, usual))]))
  return rows.map(({ amount }, row) => {
    const at = pairing.turnOf[row] ?? null
    const turn = at === null ? undefined : pairing.turns[at]
    if (turn === undefined) return null
    const usual = turn.nominal === rule.first ? first : share
    const right = within(amount, usual) ? amount : sharedBy.get(usual)?.amount
    return { ...turn, amount: right ?? plainShare(rule) ?? usual.lowest }
  })
}

const within = (amount: Pence, { lowest, highest }: PenceRange) => amount >= lowest && amount <= highest

const plainShare = ({ amounts }: Rule): Pence | null =>
  amounts.kind === 'plan' ? splitRange(amounts.total, amounts.instalments).lowest : null

/** Listed rows that fall on a non-banking day, for instance one proclaimed since, with the day that is likely instead. */
export function offBankingDays(
  schedule: Schedule,
  c: Circumstances,
): { row: number; date: CalendarDate; likely: CalendarDate }[] {
  const calendar = bankingCalendar(c.extraHolidays)
  return (schedule.upcoming ?? []).flatMap(({ date }, row) =>
    calendar.isBankingDay(date) ? [] : [{ row, date, likely: calendar.roll(date) }],
  )
}
