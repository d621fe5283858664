import { EXPORT_COLUMNS, type ExportColumn } from '@/lib/schedules/export-rows'
import type { ColumnId } from './column-names'

/** What a column of the list is in a file; "Then" stands in the payments. */
const IN_A_FILE: Record<ColumnId, readonly ExportColumn[]> = {
  reference: ['id', 'reference'],
  payer: ['auddis', 'mandate', 'card'],
  method: ['method'],
  kind: ['kind', 'instalments'],
  amount: ['amount'],
  frequency: ['frequency'],
  next: ['next'],
  after: [],
  status: ['status'],
  flags: ['flags', 'unreadable'],
  auddis: ['auddis'],
  collectionDay: ['frequency'],
  instalmentsLeft: ['instalments'],
  upcomingTotal: ['upcomingTotal'],
  firstPayment: ['firstPayment'],
  ends: ['ends'],
  created: ['created'],
  description: ['description'],
}

/** The columns of a file that hold what the list shows, in the file's own order. The id is always there. */
export function columnsForExport(columns: readonly ColumnId[]): ExportColumn[] {
  const wanted = new Set<ExportColumn>(['id', ...columns.flatMap((column) => IN_A_FILE[column])])
  return EXPORT_COLUMNS.filter((column) => wanted.has(column))
}
