// A person's draft of the upcoming payments: rows that know where they come from, with what was typed, and the commands
// that change them. List, calendar and year stand on this one draft; draft-history.ts undoes, draft-check.ts judges.
import type { CalendarDate } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import type { Method, Schedule, UpcomingPayment } from './model'
import { noticeClass } from './notice'
import { type RulePayment, rulePayments } from './rule-differences'
import { byDate, compareUpcoming, sortedPayments } from './upcoming'

export type DraftRow = {
  /** Stays the row's own through every change of date and amount. */
  id: string
  /** As SmarterPay holds it; null for a row that was added here. */
  listed: UpcomingPayment | null
  /** London day and pence; the last that could be read. Null in a new row that has none yet. */
  date: CalendarDate | null
  amount: Pence | null
  /** What was typed, as long as it cannot be read. */
  unreadDate: string | null
  unreadAmount: string | null
  /** What a skipped row was before, for restoring it. */
  remembered: Pence | null
  /** Spreading leaves this row alone. */
  pinned: boolean
  /** The amount is a person's choice; spreading leaves it alone. */
  chosen: boolean
}

export type Draft = {
  /** SmarterPay's list as it was read; the basis that goes back with the change belongs to it. */
  listed: readonly UpcomingPayment[]
  /** In the order on screen: changing a date does not make a row jump. */
  rows: readonly DraftRow[]
  nextId: number
}

/** What commands rest on besides the draft. */
export type Setting = {
  kind: Schedule['kind']
  method: Method
  /** Pence of an ordinary payment, for restoring a row that SmarterPay already holds as skipped; null where nobody knows. */
  usual: Pence | null
  period: Schedule['collectionPeriod']
  /** What the rule would give in the place of SmarterPay's rows, in their order; none where nobody can tell. */
  rule: readonly (RulePayment | null)[]
  c: Circumstances
}

/** Whether SmarterPay's list of a schedule can be changed by people at all: active, readable, recognised, not empty. */
export function isEditable({ status, kind, method, upcoming }: Schedule): boolean {
  return (
    status === 'active' && kind !== 'unrecognised' && method !== 'unrecognised' && !!upcoming && upcoming.length > 0
  )
}

/** Ids of SmarterPay's rows: this, and the row's place in its list. */
const ROW = 'row-'
const fresh = { unreadDate: null, unreadAmount: null, remembered: null, pinned: false, chosen: false }

/** Written out: hundreds of them are made before the editor stands. */
const plainRow = (listed: UpcomingPayment, place: number): DraftRow => ({
  id: ROW + place,
  listed,
  date: listed.date,
  amount: listed.amount,
  unreadDate: null,
  unreadAmount: null,
  remembered: null,
  pinned: false,
  chosen: false,
})

/**
 * A draft on SmarterPay's list; with `proposed`, the draft that holds those payments already (an earlier list, a merge).
 * Rows are paired as everywhere: equal ones, then those of one day, then in order.
 */
export function draftOf(listed: readonly UpcomingPayment[], proposed: readonly UpcomingPayment[] = listed): Draft {
  const base = sortedPayments(listed)
  if (proposed === listed) return { listed: base, rows: base.map(plainRow), nextId: base.length }
  const rows = compareUpcoming(base, sortedPayments(proposed)).flatMap((change): DraftRow[] => {
    if (change.kind === 'removed') return []
    const { date, amount } = change.after
    if (change.kind === 'added')
      return [{ ...fresh, id: `new-${change.row}`, listed: null, date, amount, chosen: true }]
    const skipped = amount === 0 && change.before.amount > 0
    return [
      {
        ...fresh,
        id: `${ROW}${change.from}`,
        listed: change.before,
        date,
        amount,
        remembered: skipped ? change.before.amount : null,
        chosen: amount !== change.before.amount,
      },
    ]
  })
  return { listed: base, rows, nextId: proposed.length }
}

/** The commonest amount above nought; of equally common ones the first. Null where every row is skipped. */
function commonestAmount(payments: readonly UpcomingPayment[]): Pence | null {
  const counts = new Map<Pence, number>()
  for (const { amount } of payments) if (amount > 0) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** What an ordinary payment of this schedule is: the rule's amount, or what most rows of a plan hold. */
export function usualAmount(schedule: Schedule): Pence | null {
  return schedule.kind === 'ongoing' && schedule.amount ? schedule.amount : commonestAmount(schedule.upcoming ?? [])
}

/** `schedule`: with the list of its draft, in order of date. */
export function settingOf(schedule: Schedule, c: Circumstances): Setting {
  const { kind, method, collectionPeriod: period } = schedule
  return { kind, method, period, usual: usualAmount(schedule), rule: rulePayments(schedule, c), c }
}

/** A schedule with the list on which a draft was begun. */
export const onBasisOf = (schedule: Schedule, listed: readonly UpcomingPayment[]): Schedule => ({
  ...schedule,
  upcoming: [...listed],
})

/** What the rule would give in the place of a row; null for added rows, for rows of no turn, and where nobody can tell. */
export function ruleFor({ id, listed }: DraftRow, { rule }: Setting): RulePayment | null {
  return listed === null ? null : (rule[Number(id.slice(ROW.length))] ?? null)
}

/** Whether the rule would give something else than the row holds now. */
export function differsFromRule(row: DraftRow, setting: Setting): boolean {
  const given = ruleFor(row, setting)
  return given !== null && (row.date !== given.date || row.amount !== given.amount)
}

/** Too late to change: SmarterPay's row is on a Locked day, or on today's or an earlier one. */
export function isFixed(row: DraftRow, { method, c }: Setting): boolean {
  return row.listed !== null && noticeClass(row.listed.date, method, c) === 'locked'
}

/** Differs from what SmarterPay holds, in what was typed at least. */
export function isTouched(row: DraftRow): boolean {
  if (row.listed === null || row.unreadDate !== null || row.unreadAmount !== null) return true
  return row.date !== row.listed.date || row.amount !== row.listed.amount
}

export const rowOf = (draft: Draft, id: string): DraftRow | undefined => draft.rows.find((row) => row.id === id)

/** A payment amount that a skipped row gets back; null where nothing is known of it. */
export function restoredAmount(row: DraftRow, { usual }: Setting): Pence | null {
  return row.remembered ?? (row.listed && row.listed.amount > 0 ? row.listed.amount : usual)
}

export type FieldError = { row: string; part: 'date' | 'amount'; problem: 'empty' | 'not-readable' }

const errorOf = (row: string, part: FieldError['part'], unread: string | null, value: unknown): FieldError[] => {
  if (unread === null && value !== null) return []
  return [{ row, part, problem: unread === null || unread.trim() === '' ? 'empty' : 'not-readable' }]
}

/** The fields that hold no value yet, in order of the rows. */
export function fieldErrors(draft: Draft): FieldError[] {
  return draft.rows.flatMap((row) => [
    ...errorOf(row.id, 'date', row.unreadDate, row.date),
    ...errorOf(row.id, 'amount', row.unreadAmount, row.amount),
  ])
}

/**
 * The payments of a draft in the order in which they are sent, with the row that each comes from. Where a field cannot be
 * read its last good value stands in, so that the rest can be judged: ask `fieldErrors` before sending.
 */
export function draftPayments(draft: Draft): { payments: UpcomingPayment[]; rowIds: string[] } {
  const readable: { id: string; touched: boolean; payment: UpcomingPayment }[] = []
  for (const row of draft.rows) {
    const { id, date, amount } = row
    if (date !== null && amount !== null) readable.push({ id, touched: isTouched(row), payment: { date, amount } })
  }
  // Of equal payments the untouched one first: the comparison pairs it with its own row, and blames the other.
  const inOrder = readable.sort((a, b) => byDate(a.payment, b.payment) || Number(a.touched) - Number(b.touched))
  return { payments: inOrder.map(({ payment }) => payment), rowIds: inOrder.map(({ id }) => id) }
}
