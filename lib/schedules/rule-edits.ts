// Rows that differ from the rule, and a change of the rule that would reset them: what would be lost, and the list that
// puts it back (product rule N3). The second list is always built on rows just read.
import { type CalendarDate, daysBetween } from '@/lib/calendar-date'
import { type Pence, sumPence, toPence } from '@/lib/money'
import type { Terms } from './changes'
import { checkUpcoming, type Finding } from './check'
import type { Circumstances } from './circumstances'
import type { Schedule, UpcomingPayment } from './model'
import type { Pair } from './period-pairs'
import { spreadEvenly } from './plan'
import { ruleDifferences } from './rule-differences'
import { sortedPayments } from './upcoming'

export type EditKind = 'moved' | 'amount' | 'skipped' | 'extra' | 'missing'

export type RuleEdit = {
  /** The worst of what differs: names the edit on screen. */
  kind: EditKind
  /** The listed row; for a day without a row, the day that the rule gives. */
  listed: UpcomingPayment
  /** The day that the regenerated list has for the same period; null where it has none. */
  at: CalendarDate | null
  /** What is to stand there again; null: as regenerated. */
  date: CalendarDate | null
  amount: Pence | null
}

/** Why an edit cannot stand in the new list. */
export type LostWhy = 'no-period' | 'too-late' | 'not-a-banking-day' | 'same-day' | 'plan'
export type PutBack = {
  /** The whole list with the edits, in order of date. */
  payments: UpcomingPayment[]
  kept: RuleEdit[]
  lost: { edit: RuleEdit; why: LostWhy }[]
}

const WORST: readonly EditKind[] = ['skipped', 'moved', 'amount', 'extra']

/** The rows that differ from the rule now, and would not after the change. */
export function resetsOf(schedule: Schedule, terms: Terms, pairs: readonly Pair[], c: Circumstances): RuleEdit[] {
  const listed = schedule.upcoming ?? []
  const differences = ruleDifferences(schedule, c)
  const edits = listed.flatMap((row, index): RuleEdit[] => {
    const kinds = differences.flatMap((one) => ('row' in one && one.row === index ? [one.kind] : []))
    const after = pairs[index]?.after ?? null
    const kind = WORST.find((one) => kinds.some((own) => own === one))
    if (kind === undefined) return []
    if (kind === 'extra')
      return pairs.some((pair) => pair.after?.date === row.date)
        ? []
        : [{ kind, listed: row, at: null, date: row.date, amount: row.amount }]
    const meantToMove = index === 0 && terms.nextCollectionDate !== undefined
    const moved = kinds.includes('moved') && !meantToMove && after?.date !== row.date
    const other = kinds.some((one) => one === 'amount' || one === 'skipped')
    const edited = other && (after === null || row.amount < after.lowest || row.amount > after.highest)
    if (!moved && !edited) return []
    const at = after?.date ?? null
    return [
      {
        kind: edited && kind !== 'moved' ? kind : moved ? 'moved' : 'amount',
        listed: row,
        at,
        date: moved ? row.date : null,
        amount: edited ? row.amount : null,
      },
    ]
  })
  const missing = differences.flatMap((one): RuleEdit[] => {
    if (one.kind !== 'missing') return []
    const back = pairs.find(({ before, after }) => before === null && after?.date === one.expected)?.after
    const nought = toPence(0)
    return back
      ? [{ kind: 'missing', listed: { date: one.expected, amount: nought }, at: back.date, date: null, amount: nought }]
      : []
  })
  return [...edits, ...missing]
}

/** Half a month and half a week: no further away is the same period. */
const NEAR = { monthly: 15, weekly: 3, unrecognised: 0 } as const

const WHOLE: readonly Finding['kind'][] = [
  'nothing-changed',
  'nothing-left',
  'plan-total-differs',
  'plan-count-differs',
]

function whyNot(schedule: Schedule, list: readonly UpcomingPayment[], wish: UpcomingPayment[], c: Circumstances) {
  const stopping = checkUpcoming({ ...schedule, upcoming: [...list] }, wish, c).find(
    (finding) => finding.stops && !WHOLE.includes(finding.kind),
  )
  if (!stopping) return null
  if (stopping.kind === 'not-a-banking-day' || stopping.kind === 'same-day') return stopping.kind
  return 'too-late'
}

/** The row of the same period: the nearest one that no other edit has taken. */
function nearestRow(list: readonly UpcomingPayment[], at: CalendarDate, taken: ReadonlySet<number>, within: number) {
  let best: { row: number; days: number } | null = null
  for (const [row, { date }] of list.entries()) {
    const days = Math.abs(daysBetween(at, date))
    if (!taken.has(row) && days <= within && (best === null || days < best.days)) best = { row, days }
  }
  return best?.row ?? null
}

/** What is left of a plan goes evenly over the rows that no edit holds. Null where it cannot be placed. */
function balanced(rows: UpcomingPayment[], held: ReadonlySet<number>, total: number): UpcomingPayment[] | null {
  const free = rows.flatMap((_, row) => (held.has(row) ? [] : [row]))
  const left = total - sumPence([...held].map((row) => rows[row]?.amount ?? 0))
  if (left < 0 || (free.length === 0 && left !== 0)) return null
  const shares = spreadEvenly(toPence(left), free.length)
  return rows.map((row, index) => ({ ...row, amount: shares[free.indexOf(index)] ?? row.amount }))
}

/**
 * `list`, which SmarterPay regenerated (or probably will), with the edits on it again, each in its own period. A plan keeps
 * its sum and its number of rows. What cannot stand is told with its reason and left as regenerated.
 */
export function putBack(
  schedule: Schedule,
  list: readonly UpcomingPayment[],
  edits: readonly RuleEdit[],
  c: Circumstances,
): PutBack {
  const within = NEAR[schedule.collectionPeriod]
  const plan = schedule.kind === 'plan'
  const [kept, lost]: [RuleEdit[], PutBack['lost']] = [[], []]
  const [taken, held] = [new Set<number>(), new Set<number>()]
  let rows = [...list]
  for (const edit of edits) {
    const extra = edit.kind === 'extra'
    const row = edit.at === null ? null : nearestRow(list, edit.at, taken, within)
    if (extra && plan) lost.push({ edit, why: 'plan' })
    else if (!extra && row === null) lost.push({ edit, why: 'no-period' })
    else {
      const wish = extra
        ? [...rows, edit.listed]
        : rows.map((one, index) =>
            index === row ? { date: edit.date ?? one.date, amount: edit.amount ?? one.amount } : one,
          )
      const why = whyNot(schedule, list, wish, c)
      if (why !== null) lost.push({ edit, why })
      else {
        rows = wish
        kept.push(edit)
        if (row !== null) {
          taken.add(row)
          if (edit.amount !== null) held.add(row)
        }
      }
    }
  }
  if (plan && held.size > 0) {
    const whole = balanced(rows, held, sumPence(list.map(({ amount }) => amount)))
    if (whole === null) {
      const amounts = kept.filter((edit) => edit.amount !== null)
      const rest = kept.filter((edit) => edit.amount === null)
      const without = putBack(schedule, list, rest, c)
      return {
        ...without,
        lost: [...lost, ...without.lost, ...amounts.map((edit) => ({ edit, why: 'plan' as const }))],
      }
    }
    rows = whole
  }
  return { payments: sortedPayments(rows), kept, lost }
}

/** Whether the list about to be sent holds each kept edit as it was confirmed. Other rows may differ: SmarterPay made them. */
export function holdsAsShown(shown: PutBack, now: PutBack): boolean {
  const held = ({ payments, kept }: PutBack, edit: RuleEdit) => {
    if (!kept.some(({ listed, kind }) => kind === edit.kind && listed.date === edit.listed.date)) return null
    const date = edit.date ?? (edit.kind === 'extra' ? edit.listed.date : edit.at)
    const amount = edit.amount ?? (edit.kind === 'extra' ? edit.listed.amount : null)
    return payments.some((row) => row.date === date && (amount === null || row.amount === amount))
  }
  return shown.kept.length === now.kept.length && shown.kept.every((edit) => held(now, edit) === true)
}
