import 'server-only'
import { may } from '@/lib/roles'
import type { Cell } from '@/lib/schedules/export-fields'
import { csvLine, UTF8_MARK } from '@/lib/spreadsheet'
import type { Operator } from '../operator'
import type { FileFormat } from './file'
import { startWorkbook } from './xlsx'

// Rows of cells as a file of either format, and how many of them a person may take out at once.

const MOST_ROWS = 250_000
const AGENT_ROWS = 500
/** Rows between two looks at whether anybody else waits for this process. */
export const AT_ONCE = 100

/** Rows of one file; an agent takes fewer. */
export const mostRows = ({ role }: Operator): number => (may(role, 'exports:large') ? MOST_ROWS : AGENT_ROWS)

const csvValue = (cell: Cell): string | number | null => {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'whole' ? cell.value : (cell.pence / 100).toFixed(2)
}

export type Writer = {
  rows: (rows: Cell[][]) => void
  /** `about` stands on a workbook's second sheet; a CSV file has no room for it. */
  end: (about: [string, string][]) => Uint8Array<ArrayBuffer>[]
}

function csvWriter(heads: string[]): Writer {
  const bytes = new TextEncoder()
  const parts = [bytes.encode(UTF8_MARK + csvLine(heads))]
  return {
    rows: (rows) => void parts.push(bytes.encode(rows.map((cells) => csvLine(cells.map(csvValue))).join(''))),
    end: () => parts,
  }
}

/** A file under way; `sheet` is the name of a workbook's sheet with the rows. */
export const startFile = (format: FileFormat, sheet: string, heads: string[]): Writer =>
  format === 'csv' ? csvWriter(heads) : startWorkbook(sheet, heads)
