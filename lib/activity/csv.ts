// The log as a file: one line for each record, text that no spreadsheet takes for a formula.
import type { ActivityEntry } from '../activity'
import { formatInstant } from '../calendar-date'

export const ACTIVITY_COLUMNS = [
  'seq',
  'at',
  'at_london',
  'person',
  'role',
  'source',
  'action',
  'schedule',
  'change',
  'phase',
  'reason',
  'note',
  'before',
  'after',
] as const
export type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number]

const LINE = '\r\n'
/** Programs read a leading sign, tab or line break as the start of a formula, in wide forms and after spaces too. */
const FORMULA = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/

/** A field of a CSV file: in quotes where needed, and never a formula. Numbers stay as they are. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

function fieldOf(entry: ActivityEntry, column: ActivityColumn): string | number | null {
  switch (column) {
    case 'at_london':
      return formatInstant(new Date(entry.at))
    case 'before':
    case 'after':
      return entry[column] === null ? null : JSON.stringify(entry[column])
    default:
      return entry[column]
  }
}

export const csvHead = (columns: readonly ActivityColumn[]): string => columns.join(',') + LINE

/** Lines of the file, each with its end. Amounts inside `before` and `after` are pence, days ISO. */
export function csvLines(entries: readonly ActivityEntry[], columns: readonly ActivityColumn[]): string {
  return entries.map((entry) => columns.map((column) => csvField(fieldOf(entry, column))).join(',') + LINE).join('')
}
