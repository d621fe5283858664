import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { formatInstant } from '@/lib/calendar-date'
import { ProblemError } from '@/lib/problem'
import { type ListQuery, type ReadSchedules, readListQuery } from '@/lib/schedules/contract'
import type { NewScheduleExport } from '@/lib/schedules/export-contract'
import { EXPORT_COLUMNS, exportHead, exportRows } from '@/lib/schedules/export-rows'
import { isUnreadable, type ScheduleRow } from '@/lib/schedules/model'
import { circumstances } from '../clock'
import type { Operator } from '../operator'
import { readList, readThese, readWholeList } from '../reading/list'
import { asFile, type MadeFile } from './file'
import { recordExport } from './record'
import { AT_ONCE, mostRows, startFile } from './writing'

// Schedules, or the payments that SmarterPay lists of them, as a file: what the list's own filter holds, as much of it as the
// person may take at once. It is whole or it is not made.

type Asked = { query: ListQuery; onePage: boolean }

/** The filter as a query of the list. Throws bad-input at names and values that the list's own address would not have. */
function queryOf(filter: Record<string, string>): Asked {
  const { query, faults } = readListQuery(new URLSearchParams(filter))
  const fields = faults.map(({ path, message }) => ({ path: `filter.${path}`, message }))
  if (fields.length > 0) throw new ProblemError({ kind: 'bad-input', fields })
  return { query, onePage: 'page' in filter }
}

/** What the file is of: the schedules that were selected, the one page that the filter names, or all that matches. */
async function* lotsOf({ query, onePage }: Asked, selected: readonly string[] | undefined, most: number) {
  if (selected) yield* readThese(selected)
  else if (onePage) yield await readList(query)
  else yield* readWholeList(query, most)
}

/**
 * Makes the file and puts it on record; `onRead` is told how many schedules were read so far. Throws bad-input, too-large
 * beyond what the person may take at once, not-recorded, and what reading the list throws.
 */
export async function makeScheduleFile(
  { what, format, filter, columns = EXPORT_COLUMNS, selected }: NewScheduleExport,
  operator: Operator,
  onRead: (read: number) => void = () => undefined,
): Promise<MadeFile> {
  const asked = queryOf(filter)
  const c = circumstances()
  const most = mostRows(operator)
  const heads = exportHead(what, columns)
  const writer = startFile(format, what === 'payments' ? 'Payments' : 'Schedules', heads)
  let [read, written, unreadable] = [0, 0, 0]
  let from: Pick<ReadSchedules, 'source' | 'asOf'> | undefined
  const write = (rows: readonly ScheduleRow[]) => {
    const cells = rows.flatMap((row) => exportRows(what, columns, row, c))
    written += cells.length
    if (written > most) throw new ProblemError({ kind: 'too-large' })
    writer.rows(cells)
  }
  // One more than may leave shows that there are too many; of payments nobody can tell by the schedules.
  const enough = what === 'schedules' ? most + 1 : Number.MAX_SAFE_INTEGER
  for await (const { rows, source, asOf } of lotsOf(asked, selected, enough)) {
    from ??= { source, asOf }
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      write(rows.slice(at, at + AT_ONCE))
      await setImmediate()
    }
    read += rows.length
    unreadable += rows.filter(isUnreadable).length
    onRead(read)
  }
  await recordExport(operator, { what, format, filter, columns, ...(selected && { selected }), rows: written })
  const about: [string, string][] = [
    ['What', what === 'payments' ? 'Payments that SmarterPay lists, one row each' : 'Schedules, one row each'],
    ...(selected ? [['Selected by hand', String(selected.length)] as [string, string]] : []),
    ...Object.entries(filter).map(([name, value]): [string, string] => [`Filter: ${name}`, value]),
    ...(Object.keys(filter).length === 0 ? [['Filter', 'none'] as [string, string]] : []),
    ['Data as at', from ? `${formatInstant(new Date(from.asOf))}, London` : ''],
    ['Data as at (UTC)', from?.asOf ?? ''],
    ['Source', from?.source === 'index' ? 'The copy that this dashboard keeps' : 'SmarterPay, read for this file'],
    ['Schedules', String(read)],
    ['Rows', String(written)],
    ['Records that could not be read', String(unreadable)],
    ['Made for', operator.email],
  ]
  return asFile(what, c.now.date, format, writer.end(about))
}
