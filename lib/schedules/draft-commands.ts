// Everything a person can do to a draft, as data: so that it can be undone, named, and done alike from list and calendar.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import type { CalendarDate } from '@/lib/calendar-date'
import { type Pence, parsePounds, toPence } from '@/lib/money'
import { type Draft, type DraftRow, draftOf, isFixed, restoredAmount, rowOf, ruleFor, type Setting } from './draft'
import { dayInItsMonth, laterDates, rowsFrom, takesAmount } from './draft-later'
import { type Destination, spread } from './draft-spread'
import type { CollectionDay } from './model'
import { pastedLines, readTypedDate } from './typed'

/** `row` and `rows` are ids. Dates are London days, amounts pence, texts as typed. */
export type Command =
  | { kind: 'type-date'; row: string; text: string }
  | { kind: 'type-amount'; row: string; text: string }
  | { kind: 'move'; row: string; to: CalendarDate }
  | { kind: 'move-by'; rows: readonly string[]; bankingDays: number }
  /** Each into its own month, on that day; onto the next banking day where it is none. */
  | { kind: 'move-to-day'; rows: readonly string[]; day: CollectionDay }
  /** One payment, or it and all later ones, in one act. Null leaves the date or the amount as it is; nought skips. */
  | { kind: 'change'; row: string; later: boolean; to: CalendarDate | null; amount: Pence | null }
  | { kind: 'set-amount'; rows: readonly string[]; amount: Pence }
  | { kind: 'skip'; rows: readonly string[] }
  | { kind: 'restore'; rows: readonly string[] }
  /** As SmarterPay holds it. */
  | { kind: 'reset'; rows: readonly string[] }
  /** As the rule would have it. */
  | { kind: 'to-rule'; rows: readonly string[] }
  | { kind: 'pin'; rows: readonly string[]; pinned: boolean }
  | { kind: 'add'; date: CalendarDate; amount: Pence }
  | { kind: 'split'; row: string; first: Pence; secondOn: CalendarDate }
  | { kind: 'remove'; rows: readonly string[] }
  | { kind: 'spread'; to: Destination; after: string | null }
  | { kind: 'copy-down'; row: string }
  | { kind: 'paste'; row: string; column: 'date' | 'amount'; text: string }
  /** All of it as SmarterPay holds it. */
  | { kind: 'discard' }

const withDate = (row: DraftRow, date: CalendarDate): DraftRow => ({ ...row, date, unreadDate: null })

function withAmount(row: DraftRow, amount: Pence): DraftRow {
  const remembered = amount > 0 ? null : row.amount ? row.amount : row.remembered
  const chosen = row.listed === null || amount !== row.listed.amount
  return { ...row, amount, unreadAmount: null, remembered, chosen }
}

function typeDate(row: DraftRow, text: string, { c }: Setting): DraftRow {
  const date = readTypedDate(text, row.date, c)
  return date === null ? { ...row, unreadDate: text } : withDate(row, date)
}

function typeAmount(row: DraftRow, text: string): DraftRow {
  const amount = parsePounds(text)
  return amount === null ? { ...row, unreadAmount: text } : withAmount(row, amount)
}

const skipRow = (row: DraftRow): DraftRow => (row.amount === 0 ? row : withAmount(row, toPence(0)))

function restoreRow(row: DraftRow, setting: Setting): DraftRow {
  const amount = restoredAmount(row, setting)
  return row.amount === 0 && amount !== null ? withAmount(row, amount) : row
}

const resetRow = (row: DraftRow): DraftRow =>
  row.listed === null
    ? row
    : {
        ...row,
        ...row.listed,
        unreadDate: null,
        unreadAmount: null,
        remembered: null,
        chosen: false,
      }

function toRule(row: DraftRow, setting: Setting): DraftRow {
  const given = ruleFor(row, setting)
  return given === null ? row : withAmount(withDate(row, given.date), given.amount)
}

function changeOne(row: DraftRow, to: CalendarDate | null, amount: Pence | null): DraftRow {
  const moved = to === null ? row : withDate(row, to)
  return amount === null ? moved : withAmount(moved, amount)
}

function changeFrom(draft: Draft, command: Extract<Command, { kind: 'change' }>, setting: Setting): Draft {
  const { row: id, later, to, amount } = command
  const first = rowOf(draft, id)
  if (!first || !later) return change(draft, [id], setting, (row) => changeOne(row, to, amount))
  const follow = to === null ? () => null : laterDates(first, to, setting)
  return change(draft, rowsFrom(draft, id, to), setting, (row) =>
    row.id === id ? changeOne(row, to, amount) : changeOne(row, follow(row), takesAmount(row) ? amount : null),
  )
}

const same = (one: DraftRow, other: DraftRow) =>
  (Object.keys(one) as (keyof DraftRow)[]).every((name) => one[name] === other[name])

/** Changes the named rows that may be changed; rows that stay as they are keep their identity, so that nothing redraws for them. */
function change(
  draft: Draft,
  ids: readonly string[],
  setting: Setting,
  to: (row: DraftRow, place: number) => DraftRow,
): Draft {
  const wanted = new Set(ids)
  let place = 0
  const rows = draft.rows.map((row) => {
    if (!wanted.has(row.id) || isFixed(row, setting)) return row
    const next = to(row, place++)
    return same(row, next) ? row : next
  })
  return rows.every((row, n) => row === draft.rows[n]) ? draft : { ...draft, rows }
}

function insert(draft: Draft, date: CalendarDate, amount: Pence): Draft {
  const row: DraftRow = {
    id: `new-${draft.nextId}`,
    listed: null,
    date,
    amount,
    unreadDate: null,
    unreadAmount: null,
    remembered: null,
    pinned: false,
    chosen: true,
  }
  const before = draft.rows.findIndex((other) => other.date !== null && other.date > date)
  const at = before < 0 ? draft.rows.length : before
  return { ...draft, rows: [...draft.rows.slice(0, at), row, ...draft.rows.slice(at)], nextId: draft.nextId + 1 }
}

/** Rows can be added where SmarterPay's list need not keep their number. */
export const canAdd = ({ kind }: Setting): boolean => kind === 'ongoing'

function split(draft: Draft, { row: id, first, secondOn }: Extract<Command, { kind: 'split' }>, setting: Setting) {
  const row = rowOf(draft, id)
  const second = (row?.amount ?? 0) - first
  if (!row || second <= 0 || first <= 0 || isFixed(row, setting) || !canAdd(setting)) return draft
  return insert(
    change(draft, [id], setting, (one) => withAmount(one, first)),
    secondOn,
    toPence(second),
  )
}

function remove(draft: Draft, ids: readonly string[]): Draft {
  const rows = draft.rows.filter((row) => row.listed !== null || !ids.includes(row.id))
  return rows.length === draft.rows.length ? draft : { ...draft, rows }
}

const idsFrom = (draft: Draft, id: string): string[] => {
  const at = draft.rows.findIndex((row) => row.id === id)
  return at < 0 ? [] : draft.rows.slice(at).map((row) => row.id)
}

function copyDown(draft: Draft, id: string, setting: Setting): Draft {
  const amount = rowOf(draft, id)?.amount ?? null
  if (amount === null) return draft
  const later = idsFrom(draft, id).slice(1)
  return change(draft, later, setting, (row) => (takesAmount(row) ? withAmount(row, amount) : row))
}

function paste(draft: Draft, { row: id, column, text }: Extract<Command, { kind: 'paste' }>, setting: Setting) {
  const lines = pastedLines(text, column)
  return change(draft, idsFrom(draft, id).slice(0, lines.length), setting, (row, place) => {
    const line = lines[place]
    const dated = line?.date == null ? row : typeDate(row, line.date, setting)
    return line?.amount == null ? dated : typeAmount(dated, line.amount)
  })
}

function discard(draft: Draft): Draft {
  const now = new Map(draft.rows.map((row) => [row.id, row]))
  const rows = draftOf(draft.listed).rows.map((plain) => {
    const row = now.get(plain.id)
    return row && same(row, plain) ? row : plain
  })
  const unchanged = rows.length === draft.rows.length && rows.every((row, n) => row === draft.rows[n])
  return unchanged ? draft : { ...draft, rows }
}

/** How many lines of a pasted block find no row from `id` down. */
export function linesWithoutRow(draft: Draft, id: string, column: 'date' | 'amount', text: string): number {
  return Math.max(0, pastedLines(text, column).length - idsFrom(draft, id).length)
}

/**
 * The draft after a command; the very same draft where the command changes nothing: on rows too late to change, on ids that
 * are not there, adding to a plan. Copying down leaves pinned and skipped rows alone; removing takes added rows only.
 */
export function applyCommand(draft: Draft, command: Command, setting: Setting): Draft {
  switch (command.kind) {
    case 'type-date':
      return change(draft, [command.row], setting, (row) => typeDate(row, command.text, setting))
    case 'type-amount':
      return change(draft, [command.row], setting, (row) => typeAmount(row, command.text))
    case 'move':
      return change(draft, [command.row], setting, (row) => withDate(row, command.to))
    case 'move-by': {
      const { addBankingDays } = bankingCalendar(setting.c.extraHolidays)
      return change(draft, command.rows, setting, (row) =>
        row.date === null ? row : withDate(row, addBankingDays(row.date, command.bankingDays)),
      )
    }
    case 'move-to-day':
      return change(draft, command.rows, setting, (row) =>
        row.date === null ? row : withDate(row, dayInItsMonth(row, row.date, command.day, setting)),
      )
    case 'change':
      return changeFrom(draft, command, setting)
    case 'set-amount':
      return change(draft, command.rows, setting, (row) => withAmount(row, command.amount))
    case 'skip':
      return change(draft, command.rows, setting, skipRow)
    case 'restore':
      return change(draft, command.rows, setting, (row) => restoreRow(row, setting))
    case 'reset':
      return change(draft, command.rows, setting, resetRow)
    case 'to-rule':
      return change(draft, command.rows, setting, (row) => toRule(row, setting))
    case 'pin':
      return change(draft, command.rows, setting, (row) => ({ ...row, pinned: command.pinned }))
    case 'add':
      return canAdd(setting) ? insert(draft, command.date, command.amount) : draft
    case 'split':
      return split(draft, command, setting)
    case 'remove':
      return remove(draft, command.rows)
    case 'spread':
      return spread(draft, command.to, command.after, setting)
    case 'copy-down':
      return copyDown(draft, command.row, setting)
    case 'paste':
      return paste(draft, command, setting)
    case 'discard':
      return discard(draft)
  }
}
