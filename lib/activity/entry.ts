// One thing that was done, as people read it: the phases of one change stand together, with what came of it.
import type * as z from 'zod/mini'
import { formatDate, parseDate } from '../calendar-date'
import { formatPounds, isPence } from '../money'
import type { UpcomingPayment } from '../schedules/model'
import type * as schemas from './schemas'

export type ActivityGroup = z.infer<typeof schemas.activityGroup>
export type ActivityGroups = z.infer<typeof schemas.activityGroups>

/** What came of a change. `open`: nobody knows yet; `already`: it stood so, and nothing was sent; null: there is nothing to come, as with a sign-in. */
export type Outcome =
  | 'done'
  | 'already'
  | 'adjusted'
  | 'refused'
  | 'not-applied'
  | 'open'
  | 'needs-attention'
  | 'seen'
  | null

export type PartChange = { part: string; before: unknown; after: unknown }

export type ReadEntry = {
  /** The number that a link to the entry carries: of its first phase. */
  seq: number
  /** UTC instant of its first phase. */
  at: string
  outcome: Outcome
  action: string
  /** The lists before and after, where the entry is about payments and both are known. Pence, London days. */
  payments: { before: UpcomingPayment[]; after: UpcomingPayment[] } | null
  /** The other parts that changed, as they were and as they are or were wanted. */
  parts: PartChange[]
  /** SmarterPay's own words where it refused. */
  refusal: string | null
  /** UTC instants between which a change from outside happened. */
  between: { from: string; until: string } | null
  reason: string | null
  note: string | null
  /** Whether the payer was read the change and agreed; null where nobody was asked. */
  agreed: boolean | null
  /** Where a person said what came of it: who, when (UTC) and their note. */
  resolved: { by: string | null; at: string; note: string | null } | null
}

/** Nothing stood before. */
const CREATES: readonly string[] = ['create', 'created-outside']

type Values = Record<string, unknown>
const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}

/** The list that a record holds; null where it holds none, or one that is no list of payments. */
function paymentsIn({ upcoming }: Values): UpcomingPayment[] | null {
  if (!Array.isArray(upcoming)) return null
  const rows = upcoming.flatMap((row: unknown): UpcomingPayment[] => {
    const { date, amount } = valuesOf(row)
    const on = typeof date === 'string' ? parseDate(date) : null
    return on && typeof amount === 'number' && isPence(amount) ? [{ date: on, amount }] : []
  })
  return rows.length === upcoming.length ? rows : null
}

const OUTCOMES: Record<string, Outcome> = {
  applied: 'done',
  adjusted: 'adjusted',
  refused: 'refused',
  'not-applied': 'not-applied',
  'needs-attention': 'needs-attention',
  attempted: 'open',
  unknown: 'open',
}

/** A resolved or corrected phase tells its state as reason, or by what stands afterwards. */
function outcomeOf(group: ActivityGroup): Outcome {
  const last = group.phases.at(-1)
  if (last?.source === 'outside' || last?.source === 'smarterpay') return 'seen'
  if (!last?.phase) return null
  if (last.action === 'disable' && valuesOf(group.phases[0]?.before).status === 'inactive') return 'already'
  if (last.phase === 'resolved') return OUTCOMES[last.reason ?? ''] ?? 'open'
  if (last.phase === 'corrected') return last.after === null ? 'not-applied' : 'done'
  return OUTCOMES[last.phase] ?? 'open'
}

const textIn = (values: Values, name: string): string | null => {
  const value = values[name]
  return typeof value === 'string' ? value : null
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
/** Told elsewhere in an entry, or no part of a schedule at all. */
const APART = ['upcoming', 'seenAt', 'refusal', 'reason', 'note', 'agreed', 'evenIfAlike']

/** What SmarterPay works out of the list by itself is no news beside the list. */
const follows = (part: string, payments: ReadEntry['payments']) => part === 'nextCollectionDate' && payments !== null

/** Reads an entry of the log for people. What stood afterwards counts where it is known, else what was wanted. */
export function readEntry(group: ActivityGroup): ReadEntry {
  const [first] = group.phases
  if (!first) throw new Error('an entry has at least one phase')
  const outcome = outcomeOf(group)
  const applied = outcome === 'done' || outcome === 'adjusted'
  const ending = applied ? group.phases.findLast(({ before, after }) => before !== null && after !== null) : undefined
  const [before, after] = [valuesOf((ending ?? first).before), valuesOf((ending ?? first).after)]
  const [was, is] = [paymentsIn(before), paymentsIn(after)]
  const payments = was && is && !same(was, is) ? { before: was, after: is } : null
  const names = CREATES.includes(first.action)
    ? Object.keys(after)
    : Object.keys(after).filter((name) => name in before)
  const wanted = Object.keys(valuesOf(first.after))
  const parts = [...new Set([...wanted, ...names])]
    .filter((part) => !APART.includes(part) && !follows(part, payments) && !same(before[part], after[part]))
    .filter((part) => !CREATES.includes(first.action) || after[part] !== null)
    .map((part) => ({ part, before: before[part] ?? null, after: after[part] ?? null }))
  const refusals = group.phases.flatMap((phase) => textIn(valuesOf(phase.after), 'refusal') ?? [])
  const [from, until] = [textIn(before, 'seenAt'), textIn(after, 'seenAt')]
  const { agreed } = valuesOf(first.after)
  const resolved = group.phases.findLast(({ phase }) => phase === 'resolved')
  return {
    seq: first.seq,
    at: first.at,
    outcome,
    action: first.action,
    payments,
    parts,
    refusal: refusals.at(-1) ?? null,
    between: from && until ? { from, until } : null,
    reason: first.reason,
    note: first.note,
    agreed: typeof agreed === 'boolean' ? agreed : null,
    resolved: resolved ? { by: resolved.person, at: resolved.at, note: resolved.note } : null,
  }
}

/** The payments of an entry that can be put back: as they stood before it and, where it was done, after it. */
export function versionsOf(group: ActivityGroup): {
  before: UpcomingPayment[] | null
  after: UpcomingPayment[] | null
} {
  const [first] = group.phases
  if (!first || CREATES.includes(first.action)) return { before: null, after: null }
  const outcome = outcomeOf(group)
  const ending = group.phases.findLast(({ after }) => paymentsIn(valuesOf(after)) !== null)
  const before = paymentsIn(valuesOf(first.before))
  const done = outcome === 'done' || outcome === 'adjusted' || outcome === 'seen'
  const after = done && ending ? paymentsIn(valuesOf(ending.after)) : null
  return { before: before?.length ? before : null, after: after?.length && !same(before, after) ? after : null }
}

const MONEY = ['amount', 'firstCollectionAmount']

/** A part's value for people: pence as pounds, days with their weekday, "none" for nothing. */
export function valueText(part: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'number') return MONEY.includes(part) ? formatPounds(value) : String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'string') return JSON.stringify(value)
  if (part === 'collectionDay' && value === 'last') return 'last day'
  const date = parseDate(value)
  return date ? formatDate(date) : value
}
