// What an edit of one payment is meant for: that payment, the later ones too, or the rule. The first two are a command on the
// draft, the last an intention for the form of the rule: SmarterPay takes rows or terms in one request, never both (N2).
import { type CalendarDate, dayOfMonth, daysInMonth, monthOf } from '@/lib/calendar-date'
import type { Pence } from '@/lib/money'
import { type Draft, type DraftRow, isFixed, rowOf, type Setting } from './draft'
import { applyCommand, type Command } from './draft-commands'
import { rowsFrom, takesAmount } from './draft-later'
import { leftToPlace } from './draft-spread'
import type { CollectionDay, Schedule } from './model'

export const SCOPES = ['this', 'later', 'rule'] as const
export type Scope = (typeof SCOPES)[number]

/** What a person did to one payment. Null: left as it was; an amount of nought skips it. */
export type PaymentEdit = { row: string; to: CalendarDate | null; amount: Pence | null }

/** What the form of the rule is to open with. Pence, London days. */
export type RuleIntent = {
  collectionDay?: CollectionDay
  nextCollectionDate?: CalendarDate
  amount?: Pence
  instalments?: number
}

export type ScopeRefusal =
  | 'nothing-changed'
  | 'too-late'
  | 'no-later-payment'
  | 'rule-cannot-skip'
  | 'rule-of-plan-amount'
  | 'rule-of-weekday'
  | 'rule-of-that-day'
  | 'same-as-rule'

/** `leaves`: pence that a plan has left to place afterwards, below nought for too much. `count`: payments that would change. */
export type ScopeOption =
  | { scope: 'this' | 'later'; command: Command; count: number; leaves: number }
  /** `keepsNext`: the next payment's day, where a new collection day leaves it alone. */
  | { scope: 'rule'; intent: RuleIntent; keepsNext: CalendarDate | null }
  | { scope: Scope; refused: ScopeRefusal }

function onRows(scope: 'this' | 'later', edit: PaymentEdit, draft: Draft, setting: Setting): ScopeOption {
  const command: Command = { kind: 'change', later: scope === 'later', ...edit }
  const after = applyCommand(draft, command, setting)
  if (after === draft) return { scope, refused: 'nothing-changed' }
  const count = after.rows.filter((row, n) => row.id === edit.row || row !== draft.rows[n]).length
  return { scope, command, count, leaves: setting.kind === 'plan' ? leftToPlace(after) : 0 }
}

function laterOnes(edit: PaymentEdit, draft: Draft, setting: Setting): ScopeOption {
  const ids = new Set(rowsFrom(draft, edit.row, edit.to))
  const follows = draft.rows.some(
    (row) => row.id !== edit.row && ids.has(row.id) && !isFixed(row, setting) && (edit.to !== null || takesAmount(row)),
  )
  return follows ? onRows('later', edit, draft, setting) : { scope: 'later', refused: 'no-later-payment' }
}

/** A day that a rule can name: 1 to 28, or the last of its month. */
function ruleDay(date: CalendarDate): CollectionDay | null {
  const day = dayOfMonth(date)
  return day <= 28 ? day : day === daysInMonth(monthOf(date)) ? 'last' : null
}

function movedRule(
  edit: PaymentEdit & { to: CalendarDate },
  draft: Draft,
  schedule: Schedule,
): RuleIntent | ScopeRefusal {
  if (schedule.collectionPeriod !== 'monthly') return 'rule-of-weekday'
  const day = ruleDay(edit.to)
  if (day === null) return 'rule-of-that-day'
  if (day === schedule.collectionDay) return 'same-as-rule'
  // Another collection day leaves the next payment where it is, so that one is moved too.
  const isNext = rowOf(draft, edit.row)?.listed === draft.listed[0]
  return { collectionDay: day, ...(isNext && { nextCollectionDate: edit.to }) }
}

function onRule(edit: PaymentEdit, draft: Draft, schedule: Schedule): ScopeOption {
  const refuse = (refused: ScopeRefusal): ScopeOption => ({ scope: 'rule', refused })
  if (edit.amount === 0) return refuse('rule-cannot-skip')
  if (edit.amount !== null && schedule.kind === 'plan') return refuse('rule-of-plan-amount')
  const moved = edit.to === null ? {} : movedRule({ ...edit, to: edit.to }, draft, schedule)
  const money = edit.amount !== null && edit.amount !== schedule.amount ? { amount: edit.amount } : {}
  if (typeof moved === 'string' && (moved !== 'same-as-rule' || money.amount === undefined)) return refuse(moved)
  const intent: RuleIntent = { ...(typeof moved === 'string' ? {} : moved), ...money }
  if (Object.keys(intent).length === 0) return refuse('same-as-rule')
  const next = draft.listed[0]?.date ?? null
  const keepsNext = intent.collectionDay !== undefined && intent.nextCollectionDate === undefined ? next : null
  return { scope: 'rule', intent, keepsNext }
}

/** What was done to one of SmarterPay's rows already, as an edit whose meaning can still be widened. */
export function editOf({ id, listed, date, amount }: DraftRow): PaymentEdit {
  return { row: id, to: date === listed?.date ? null : date, amount: amount === listed?.amount ? null : amount }
}

/** The three meanings of an edit, narrowest first; the draft is as it stood before the edit, or holds it already. */
export function compileScope(edit: PaymentEdit, draft: Draft, schedule: Schedule, setting: Setting): ScopeOption[] {
  const row = rowOf(draft, edit.row)
  const changes = edit.to !== null || edit.amount !== null
  if (!row || !changes) return SCOPES.map((scope) => ({ scope, refused: 'nothing-changed' }))
  if (isFixed(row, setting)) return SCOPES.map((scope) => ({ scope, refused: 'too-late' }))
  return [onRows('this', edit, draft, setting), laterOnes(edit, draft, setting), onRule(edit, draft, schedule)]
}
