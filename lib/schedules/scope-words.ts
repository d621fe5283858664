// The one line under each choice of **Apply to**: what would then be so.
import { formatDate, formatSpokenDay } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { type Draft, rowOf, type Setting } from './draft'
import type { PaymentEdit, ScopeOption, ScopeRefusal } from './draft-scope'
import { ordinal } from './frequency-words'

const LATER_BY_RULE = '; rows that SmarterPay makes later still follow the rule'

function refusalWords(refused: ScopeRefusal): string {
  switch (refused) {
    case 'nothing-changed':
      return 'Nothing would change.'
    case 'too-late':
      return 'Too late to change.'
    case 'no-later-payment':
      return 'No later payment is listed that could change.'
    case 'rule-cannot-skip':
      return 'A rule cannot leave a payment out. To stop payments, edit the schedule’s end.'
    case 'rule-of-plan-amount':
      return 'The rule of a plan holds its total, not the amount of a payment.'
    case 'rule-of-weekday':
      return 'SmarterPay keeps the weekday of a weekly schedule.'
    case 'rule-of-that-day':
      return 'A rule can name the 1st to the 28th or the last day of the month.'
    case 'same-as-rule':
      return 'The rule is so already.'
  }
}

function placeWords(leaves: number): string {
  if (leaves === 0) return ''
  return leaves > 0 ? `. ${formatPounds(leaves)} is left to place` : `. ${formatPounds(-leaves)} is too much`
}

/** "moves to Fri 24 Jun 2022 and becomes £20.00"; for several "move", "become". */
function verbs({ to, amount }: PaymentEdit, several: boolean): string {
  const s = several ? '' : 's'
  const move = to === null ? [] : [several ? 'move' : `moves to ${formatDate(to)}`]
  const money =
    amount === null
      ? []
      : [amount === 0 ? (several ? 'are skipped' : 'is skipped') : `become${s} ${formatPounds(amount)}`]
  return [...move, ...money].join(' and ')
}

function ruleWords({ intent, keepsNext }: Extract<ScopeOption, { intent: unknown }>): string {
  const { amount, collectionDay, nextCollectionDate } = intent
  const said = ['Collect']
  if (amount !== undefined) said.push(formatPounds(amount))
  if (collectionDay !== undefined)
    said.push(collectionDay === 'last' ? 'on the last day of the month' : `on the ${ordinal(collectionDay)}`)
  const next =
    nextCollectionDate === undefined
      ? keepsNext === null
        ? ''
        : `; the next payment stays on ${formatDate(keepsNext)}`
      : `, the next payment on ${formatDate(nextCollectionDate)}`
  return `${said.join(' ')} from now on${next}.`
}

/** What would be so after a choice, in one sentence; the draft is as it stands before it. */
export function scopeWords(option: ScopeOption, edit: PaymentEdit, draft: Draft, { kind }: Setting): string {
  if ('refused' in option) return refusalWords(option.refused)
  if ('intent' in option) return ruleWords(option)
  const { scope, count, leaves } = option
  const row = rowOf(draft, edit.row)
  const date = edit.to !== null && row?.date === edit.to ? row.listed?.date : row?.date
  const day = date ? formatSpokenDay(date) : 'this payment'
  if (scope === 'this') return `Only ${day} ${verbs(edit, false)}${placeWords(leaves)}.`
  const which = count === 1 ? `The listed payment from ${day} on` : `All ${count} listed payments from ${day}`
  const later = kind === 'plan' ? '' : LATER_BY_RULE
  return `${which} ${verbs(edit, count > 1)}${placeWords(leaves)}${later}.`
}
