// What a command did, for the live region **Calendar messages** and for naming what undo takes back.
import { formatDate, formatLongDate, formatSpokenDay } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { type Draft, type DraftRow, rowOf } from '@/lib/schedules/draft'
import type { Command } from '@/lib/schedules/draft-commands'
import { leftToPlace } from '@/lib/schedules/draft-spread'
import { finishOf } from '@/lib/schedules/plan-finish'

const count = (rows: readonly string[]) => `${rows.length} payments`
const dayOf = (row: DraftRow | undefined) => (row?.date ? formatSpokenDay(row.date) : 'a new day')
const payment = (row: DraftRow | undefined) => `payment on ${dayOf(row)}`

function several(rows: readonly string[], before: Draft): string {
  return rows.length === 1 ? payment(rowOf(before, rows[0] ?? '')) : count(rows)
}

function changePhrase({ row, later, to, amount }: Extract<Command, { kind: 'change' }>, before: Draft): string {
  const act = amount === 0 ? 'skip' : amount === null ? 'move' : to === null ? 'change amount of' : 'move and change'
  const which = payment(rowOf(before, row))
  return `${act} ${which}${later ? ' and later payments' : ''}`
}

/** The act as a phrase: "skip payment on 20 June", from the draft before it. */
export function commandPhrase(command: Command, before: Draft): string {
  switch (command.kind) {
    case 'type-date':
    case 'move':
      return `move ${payment(rowOf(before, command.row))}`
    case 'move-by':
    case 'move-to-day':
      return `move ${several(command.rows, before)}`
    case 'change':
      return changePhrase(command, before)
    case 'type-amount':
      return `change amount of ${payment(rowOf(before, command.row))}`
    case 'set-amount':
      return `change amount of ${several(command.rows, before)}`
    case 'skip':
      return `skip ${several(command.rows, before)}`
    case 'restore':
      return `restore ${several(command.rows, before)}`
    case 'reset':
      return `put back ${several(command.rows, before)}`
    case 'to-rule':
      return `reset ${several(command.rows, before)} to the rule`
    case 'pin':
      return `${command.pinned ? 'pin' : 'unpin'} ${several(command.rows, before)}`
    case 'add':
      return `add payment on ${formatSpokenDay(command.date)}`
    case 'split':
      return `split ${payment(rowOf(before, command.row))}`
    case 'remove':
      return `remove ${several(command.rows, before)}`
    case 'spread':
      return 'place what was left'
    case 'copy-down':
      return `copy amount down from ${dayOf(rowOf(before, command.row))}`
    case 'paste':
      return 'paste'
    case 'discard':
      return 'discard changes'
  }
}

function rowText(before: DraftRow | undefined, after: DraftRow | undefined): string {
  if (!after) return 'Payment removed.'
  if (after.unreadDate !== null) return `“${after.unreadDate}” is not a date.`
  if (after.unreadAmount !== null) return `“${after.unreadAmount}” is not an amount.`
  if (before?.date && after.date && before.date !== after.date)
    return `Payment moved from ${formatLongDate(before.date)} to ${formatLongDate(after.date)}.`
  if (after.amount === 0) return `Payment on ${dayOf(after)} skipped.`
  return `Payment on ${dayOf(after)} is now ${formatPounds(after.amount ?? 0)}.`
}

/** What is now true after a command, in a sentence. */
export function commandSentence(command: Command, before: Draft, after: Draft): string {
  const only = 'row' in command ? command.row : 'rows' in command && command.rows.length === 1 ? command.rows[0] : null
  switch (command.kind) {
    case 'type-date':
    case 'type-amount':
    case 'move':
    case 'move-by':
    case 'move-to-day':
    case 'change':
    case 'set-amount':
    case 'skip':
    case 'restore':
    case 'reset':
    case 'to-rule':
      if (only && !('later' in command && command.later)) return rowText(rowOf(before, only), rowOf(after, only))
      break
    case 'add':
      return `Payment of ${formatPounds(command.amount)} on ${formatLongDate(command.date)} added.`
    case 'pin':
      return command.pinned ? 'Amount pinned: spreading leaves it alone.' : 'Amount no longer pinned.'
    case 'discard':
      return 'Changes discarded. Undo brings them back.'
    default:
      break
  }
  const phrase = commandPhrase(command, before)
  return `Done: ${phrase}.`
}

/** What a command did to a plan: what is left to place, and the finish where it moved. Empty where neither changed. */
export function planSentence(before: Draft, after: Draft): string {
  const [was, left] = [leftToPlace(before), leftToPlace(after)]
  const [finished, finishes] = [finishOf(before.rows), finishOf(after.rows)]
  const said: string[] = []
  if (left !== was)
    said.push(
      left > 0
        ? `Left to place ${formatPounds(left)}.`
        : left < 0
          ? `${formatPounds(-left)} too much.`
          : 'All is placed.',
    )
  if (finishes && finishes !== finished) said.push(`The finish moves to ${formatDate(finishes)}.`)
  return said.join(' ')
}
