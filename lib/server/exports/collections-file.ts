import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { formatInstant } from '@/lib/calendar-date'
import {
  dayCells,
  type ExportDay,
  type ExportEach,
  exportHead,
  type NewCollectionsExport,
  paymentCells,
} from '@/lib/collections/export-rows'
import type { CollectionPayment, Collections } from '@/lib/collections/model'
import { type PaymentsQuery, paymentsParams, readPaymentsQuery } from '@/lib/collections/payments-query'
import { readCollectionsQuery } from '@/lib/collections/query'
import { sumPence } from '@/lib/money'
import { ProblemError } from '@/lib/problem'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Cell } from '@/lib/schedules/export-fields'
import { circumstances } from '../clock'
import { paymentsInLots } from '../collection-payments'
import { ageOfCopy, bandsOf, type DayTotals, excludedFrom, type Filters, totalsByDay } from '../collections'
import type { Operator } from '../operator'
import { type Database, database } from '../store/store'
import { asFile, type MadeFile } from './file'
import { recordExport } from './record'
import { AT_ONCE, mostRows, startFile } from './writing'

// Upcoming collections as a file, from the copy: a row for each day and source, or for each payment. All of it is of one moment.

type Wanted = Omit<PaymentsQuery, 'sort' | 'page' | 'size'>

/** The filter as a query. Throws bad-input at names and values that the page's own address would not have. */
function queryOf(filter: Record<string, string>, each: ExportEach, c: Circumstances): Wanted {
  const params = new URLSearchParams(filter)
  const { query, faults } =
    each === 'day' ? readCollectionsQuery(params, c.now.date) : readPaymentsQuery(params, c.now.date)
  // A file is whole and in order of date.
  const whole = ['page', 'size', 'sort'].filter((name) => each === 'payment' && params.has(name))
  const strange = [...faults, ...whole.map((path) => ({ path, message: 'This name is not known here.' }))]
  if (strange.length > 0)
    throw new ProblemError({
      kind: 'bad-input',
      fields: strange.map(({ path, message }) => ({ path: `filter.${path}`, message })),
    })
  const { from, to, method, kind, source } = query
  const band = 'band' in query ? query.band : undefined
  return {
    from,
    to,
    ...(method && { method }),
    ...(kind && { kind }),
    ...(source && { source }),
    ...(band && { band }),
  }
}

/** A day's totals by method as a row for what SmarterPay lists and one for what is projected; neither where there is nothing. */
function daysOf(found: readonly DayTotals[], c: Circumstances): ExportDay[] {
  const days = new Map<string, ExportDay>()
  const add = (one: DayTotals, source: ExportDay['source'], count: number, amount: number) => {
    const skipped = source === 'smarterpay' ? one.skipped : 0
    if (count + skipped === 0) return
    const before = days.get(`${one.due} ${source}`)
    const bands = source === 'smarterpay' ? bandsOf(one, c) : { locked: 0, atRisk: 0 }
    days.set(`${one.due} ${source}`, {
      date: one.due,
      source,
      count: count + (before?.count ?? 0),
      amount: amount + (before?.amount ?? 0),
      directDebit: (one.method === 'direct-debit' ? amount : 0) + (before?.directDebit ?? 0),
      card: (one.method === 'card' ? amount : 0) + (before?.card ?? 0),
      locked: bands.locked + (before?.locked ?? 0),
      atRisk: bands.atRisk + (before?.atRisk ?? 0),
      skipped: skipped + (before?.skipped ?? 0),
    })
  }
  for (const one of found) {
    add(one, 'smarterpay', one.count, Number(one.total))
    add(one, 'projected', one.projected_count, Number(one.projected))
  }
  // "projected" before "smarterpay" in the alphabet; in the file what is sure stands first.
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date) || b.source.localeCompare(a.source))
}

type Row = { source: ExportDay['source']; amount: number; date: ExportDay['date']; cells: () => Cell[] }
type Read = { rows: Row[]; excluded: number } & Pick<Collections, 'asOf' | 'readSoFar'>

async function readDays(tx: Database, query: Filters, c: Circumstances): Promise<Row[]> {
  return daysOf(await totalsByDay(tx, query), c).map((day) => ({ ...day, cells: () => dayCells(day, c) }))
}

async function readSingly(
  tx: Database,
  query: Wanted,
  c: Circumstances,
  most: number,
  onRead: (read: number) => void,
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const lot of paymentsInLots(tx, query, c)) {
    rows.push(...lot.map((payment: CollectionPayment) => ({ ...payment, cells: () => paymentCells(payment, c) })))
    onRead(rows.length)
    if (rows.length > most) throw new ProblemError({ kind: 'too-large' })
  }
  return rows
}

/**
 * Makes the file and puts it on record; `onRead` is told how many payments were read so far. Throws bad-input, too-large
 * beyond what the person may take at once, not-recorded.
 */
export async function makeCollectionsFile(
  { what, format, filter, rows: each = 'day' }: NewCollectionsExport,
  operator: Operator,
  onRead: (read: number) => void = () => undefined,
): Promise<MadeFile> {
  const c = circumstances()
  const query = queryOf(filter, each, c)
  const most = mostRows(operator)
  const db = await database()
  const read = await db.transaction(
    async (tx): Promise<Read> => {
      const rows = await (each === 'day' ? readDays(tx, query, c) : readSingly(tx, query, c, most, onRead))
      return { rows, excluded: (await excludedFrom(tx)).count, ...(await ageOfCopy(tx)) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  const { rows, readSoFar } = read
  if (rows.length > most) throw new ProblemError({ kind: 'too-large' })
  const heads = exportHead(each)
  const writer = startFile(format, each === 'day' ? 'By day' : 'Payments', heads)
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    writer.rows(rows.slice(at, at + AT_ONCE).map(({ cells }) => cells()))
    await setImmediate()
  }
  const asked = Object.fromEntries(paymentsParams({ ...query, sort: 'date', page: 1, size: 50 }))
  await recordExport(operator, { what, format, filter: asked, columns: heads, rows: rows.length })
  // A sum over half a book must not pass for one over all of it: a CSV file can say so by its name alone.
  const name = readSoFar === null ? what : `${what}-incomplete`
  return asFile(name, c.now.date, format, writer.end(aboutOf(asked, each, read, operator)))
}

/** What the second sheet says of the rows. */
function aboutOf(
  asked: Record<string, string>,
  each: ExportEach,
  { rows, excluded, asOf, readSoFar }: Read,
  { email }: Operator,
): [string, string][] {
  const sum = (source: ExportDay['source']) =>
    (sumPence(rows.filter((row) => row.source === source).map(({ amount }) => amount)) / 100).toFixed(2)
  return [
    [
      'What',
      each === 'day'
        ? 'Upcoming collections, one row for each day and source'
        : 'Upcoming collections, one payment each',
    ],
    ...Object.entries(asked).map(([name, value]): [string, string] => [`Filter: ${name}`, value]),
    ['Data as at', `${formatInstant(new Date(asOf))}, London`],
    ['Data as at (UTC)', asOf],
    ['Source', 'The copy that this dashboard keeps'],
    ...(readSoFar === null
      ? []
      : [
          ['Incomplete', `The book is being read for the first time: ${readSoFar} schedules so far`] as [
            string,
            string,
          ],
        ]),
    ['Source smarterpay', 'What SmarterPay lists'],
    ['Source projected', 'Our projection beyond those lists'],
    ['Projected from', rows.find(({ source }) => source === 'projected')?.date ?? 'nothing here is projected'],
    ['Class of notice', 'Of Direct Debits that SmarterPay lists, at the time of this file'],
    ['Total of smarterpay, pounds', sum('smarterpay')],
    ['Total of projected, pounds', sum('projected')],
    ['Rows', String(rows.length)],
    ['Schedules that could not be read and are in no row', String(excluded)],
    ['Made for', email],
  ]
}
