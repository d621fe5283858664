// What deserves a second look on one schedule, worst first. Kinds and facts; the wording is the screen's.
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from './circumstances'
import { dormantGap, type ShortGap, shortGaps } from './gaps'
import type { Schedule } from './model'
import { noticeClass } from './notice'
import { offBankingDays, type RuleDifference, ruleDifferences } from './rule-differences'
import { standingOf } from './standing'

export type Flag =
  /** Names of parts that are unrecognised or could not be read. */
  | { kind: 'unrecognised'; parts: string[] }
  /** No payment for so long that the mandate may lapse. */
  | { kind: 'dormancy-risk'; from: CalendarDate; to: CalendarDate }
  | ({ kind: 'short-gap' } & ShortGap)
  /** Listed on a day on which nothing can be collected, perhaps proclaimed since. */
  | { kind: 'not-a-banking-day'; date: CalendarDate; likely: CalendarDate }
  /** SmarterPay still lists a payment whose day has passed. */
  | { kind: 'overdue'; date: CalendarDate }
  /** Too late to change the next payment. */
  | { kind: 'locked-next'; date: CalendarDate }
  /** So many rows, or days without a row, differ from the rule. */
  | { kind: 'differs-from-rule'; count: number }
  | { kind: 'skipped-next'; date: CalendarDate }
  /** The last payment is within 30 days, or only one is left. */
  | { kind: 'ends-soon'; date: CalendarDate }

const SOON_DAYS = 30

const WORDS = ['status', 'kind', 'method', 'collectionPeriod'] as const

/** Names of the parts that we could not make sense of, each once: unknown words and unreadable values. */
export function unclearParts(schedule: Schedule): string[] {
  return [...new Set([...WORDS.filter((part) => schedule[part] === 'unrecognised'), ...schedule.unreadable])]
}

/** The last day on which money is taken, where it is near or the only one left, and the list shows that it is the last. */
function lastPayment({ kind, endDate, upcoming }: Schedule, today: CalendarDate): CalendarDate | null {
  const soon = addDays(today, SOON_DAYS)
  const dates = (upcoming ?? []).filter((row) => row.amount > 0).map((row) => row.date)
  const last = dates.at(-1)
  if (last === undefined) return null
  if (kind === 'plan') return dates.length === 1 || last <= soon ? last : null
  return endDate !== null && endDate <= soon ? last : null
}

/**
 * The first gap worth a word. Two payments in one month or week that the rule itself brings about, by rolling off a weekend
 * at a month's end, are ordinary; the calendar shows them.
 */
function surprisingGap(schedule: Schedule, differences: readonly RuleDifference[]): ShortGap | undefined {
  const rows = schedule.upcoming ?? []
  const byHand = new Set(differences.flatMap((one) => ('row' in one ? [rows[one.row]?.date] : [])))
  return shortGaps(schedule).find(
    ({ why, first, second }) => why === 'closer' || byHand.has(first) || byHand.has(second),
  )
}

/** Worst first. An inactive schedule has no flags save what could not be read: nothing of it is due. */
export function flagsOf(schedule: Schedule, c: Circumstances): Flag[] {
  const flags: Flag[] = []
  const parts = unclearParts(schedule)
  if (parts.length > 0) flags.push({ kind: 'unrecognised', parts })
  const standing = standingOf(schedule)
  if (standing.kind !== 'running') return flags

  const overdue = standing.next && standing.next.date < c.now.date ? standing.next.date : null
  if (overdue) flags.push({ kind: 'overdue', date: overdue })
  const dormant = dormantGap(schedule, c)
  if (dormant) flags.push({ kind: 'dormancy-risk', ...dormant })
  const differences = ruleDifferences(schedule, c)
  const gap = surprisingGap(schedule, differences)
  if (gap) flags.push({ kind: 'short-gap', ...gap })
  const [off] = offBankingDays(schedule, c)
  if (off) flags.push({ kind: 'not-a-banking-day', date: off.date, likely: off.likely })
  if (overdue === null && standing.next && noticeClass(standing.next.date, schedule.method, c) === 'locked')
    flags.push({ kind: 'locked-next', date: standing.next.date })
  if (differences.length > 0) {
    const rows = new Set(differences.map((difference) => ('row' in difference ? difference.row : difference.expected)))
    flags.push({ kind: 'differs-from-rule', count: rows.size })
  }
  const [skipped] = standing.skipped
  if (skipped) flags.push({ kind: 'skipped-next', date: skipped.date })
  const last = lastPayment(schedule, c.now.date)
  if (last) flags.push({ kind: 'ends-soon', date: last })
  return flags
}
