// The log as a file: one line for each record, text that no spreadsheet takes for a formula.
import type { ActivityEntry } from '../activity'
import { formatInstant } from '../calendar-date'
import { csvLine } from '../spreadsheet'

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

export const csvHead = (columns: readonly ActivityColumn[]): string => csvLine(columns)

/** Lines of the file, each with its end. Amounts inside `before` and `after` are pence, days ISO. */
export function csvLines(entries: readonly ActivityEntry[], columns: readonly ActivityColumn[]): string {
  return entries.map((entry) => csvLine(columns.map((column) => fieldOf(entry, column)))).join('')
}
