import 'server-only'
import type * as z from 'zod'
import { readActivityQuery } from '@/lib/activity'
import { ACTIVITY_COLUMNS, csvHead, csvLines } from '@/lib/activity/csv'
import type { newExport } from '@/lib/activity/schemas'
import { ProblemError } from '@/lib/problem'
import { may } from '@/lib/roles'
import { UTF8_MARK } from '@/lib/spreadsheet'
import { activityInLots, withinRights } from '../activity'
import { circumstances } from '../clock'
import type { Operator } from '../operator'
import { asFile, type MadeFile } from './file'
import { recordExport } from './record'

// Data that leaves as a file: as much of it as the person may see, and no file without its record.

type NewExport = z.infer<typeof newExport>

const MOST_ROWS = 100_000
/** What an agent may take out at once. */
const AGENT_ROWS = 500
const LOT = 2_000

/**
 * The log as a CSV file, newest first. Throws bad-input at names of `filter` that are not those of the page, not-allowed,
 * too-large beyond what the person may take at once, not-recorded where the export cannot be put on record.
 */
export async function makeActivityFile(
  { what, format, filter, columns }: NewExport,
  operator: Operator,
): Promise<MadeFile> {
  const { query, faults } = readActivityQuery(new URLSearchParams(filter))
  const strange = faults.map(({ path, message }) => ({ path: `filter.${path}`, message }))
  if (strange.length > 0) throw new ProblemError({ kind: 'bad-input', fields: strange })
  const most = may(operator.role, 'activity:read-all') ? MOST_ROWS : AGENT_ROWS
  const chosen = columns ?? ACTIVITY_COLUMNS
  const parts = [UTF8_MARK, csvHead(chosen)]
  let rows = 0
  for await (const lot of activityInLots(query, operator, Math.min(LOT, most + 1))) {
    rows += lot.length
    if (rows > most) throw new ProblemError({ kind: 'too-large' })
    parts.push(csvLines(lot, chosen))
  }
  const { page: _page, size: _size, ...asked } = withinRights(query, operator)
  await recordExport(operator, { what, format, filter: asked, columns: chosen, rows })
  return asFile('activity', circumstances().now.date, format, [new TextEncoder().encode(parts.join(''))])
}
