import 'server-only'
import type { CalendarDate } from '@/lib/calendar-date'

/** A file as it leaves: as an attachment under that name. */
export type MadeFile = { name: string; type: string; parts: Uint8Array<ArrayBuffer>[] }
export type FileFormat = 'csv' | 'xlsx'

const TYPES: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** "schedules-2026-11-29.csv". */
export const asFile = (
  what: string,
  date: CalendarDate,
  format: FileFormat,
  parts: Uint8Array<ArrayBuffer>[],
): MadeFile => ({ name: `${what}-${date}.${format}`, type: TYPES[format], parts })

export function fileResponse({ name, type, parts }: MadeFile): Response {
  const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }
  return new Response(new Blob(parts), { headers })
}
