import 'server-only'
import { ProblemError } from '@/lib/problem'
import type { Circumstances } from '@/lib/schedules/circumstances'
import {
  DEFAULT_QUERY,
  INDEX_FILTERS,
  type ListQuery,
  MAX_SIZE,
  type ReadSchedules,
  type ScheduleList,
} from '@/lib/schedules/contract'
import { flagsOf } from '@/lib/schedules/flags'
import { isUnreadable, SCHEDULE_ID } from '@/lib/schedules/model'
import { foundAlone } from '../book/findable'
import { indexState } from '../book/state'
import { circumstances } from '../clock'
import { noteSeen } from '../copy'
import { idsFromIndex, listFromIndex, recordsOf } from './from-index'
import { listSchedules, type Reading, readSchedule } from './schedules'

// The list: out of the index once that has met the whole book, else from SmarterPay with what SmarterPay can do.

/** Whose a schedule is stands in no record: only SmarterPay can look for it. */
const needsSmarterPay = ({ customer, sort }: ListQuery) => customer !== undefined || sort.field === 'customer'

function withoutIndexFilters(query: ListQuery): void {
  const beyond = INDEX_FILTERS.find((name) => query[name] !== undefined)
  if (!beyond) return
  const message = 'This does not go with a customer: SmarterPay alone knows customers, and cannot look for this.'
  throw new ProblemError({ kind: 'bad-input', fields: [{ path: beyond, message }] })
}

/**
 * One page of schedules. `source` says where it is from and `asOf` (UTC) since when it is known to be so: for the index, when
 * the last pass over the whole book began. Throws as listSchedules; the index alone throws what the store throws.
 */
export async function readList(query: ListQuery, reading: Reading = {}): Promise<ReadSchedules> {
  const state = await indexState()
  if (state?.completeBegan && !needsSmarterPay(query)) {
    const { page, size } = query
    return { ...(await listFromIndex(query)), page, size, source: 'index', asOf: state.completeBegan.toISOString() }
  }
  if (state?.completeBegan) withoutIndexFilters(query)
  const list = await listSchedules(query, reading)
  if (!state) return list
  if (!state.completeBegan) return { ...list, indexing: { read: state.passRead } }
  noteRows(list)
  return list
}

function noteRows({ rows, asOf }: ReadSchedules): void {
  const seenAt = new Date(asOf)
  const seen = rows.flatMap((row) => (isUnreadable(row) ? [] : [{ found: foundAlone(row), seenAt }]))
  noteSeen(seen, { knownOnly: true })
}

/** Rows of a list that is read from its beginning to its end, some at a time. */
export type Lot = Pick<ReadSchedules, 'rows' | 'source' | 'asOf'>

async function* lotsOf(ids: readonly string[], asOf: Date): AsyncGenerator<Lot> {
  for (let at = 0; at < Math.max(ids.length, 1); at += MAX_SIZE)
    yield { rows: await recordsOf(ids.slice(at, at + MAX_SIZE)), source: 'index', asOf: asOf.toISOString() }
}

/**
 * All that fits, whatever page the query names, each schedule once. Out of the index, which schedules they are is of one
 * moment, so that none is left out or comes twice while the index moves; `most` of them at most. Read from SmarterPay it is page after page, and only
 * SmarterPay knows what moved meanwhile. Throws as readList.
 */
export async function* readWholeList(query: ListQuery, most: number): AsyncGenerator<Lot> {
  const state = await indexState()
  if (state?.completeBegan && !needsSmarterPay(query)) {
    yield* lotsOf(await idsFromIndex(query, most), state.completeBegan)
    return
  }
  const seen = new Set<string>()
  for (let page = 1; ; page += 1) {
    const { rows, more, source, asOf } = await readList({ ...query, page, size: MAX_SIZE })
    const fresh = rows.filter(({ id }) => id === undefined || !seen.has(id))
    for (const { id } of fresh) if (id !== undefined) seen.add(id)
    yield { rows: fresh, source, asOf }
    if (!more) return
  }
}

/** These schedules in this order, without those that are gone: out of the index, or each read from SmarterPay. Throws as readSchedule. */
export async function* readThese(ids: readonly string[]): AsyncGenerator<Lot> {
  const state = await indexState()
  if (state?.completeBegan) {
    yield* lotsOf(ids, state.completeBegan)
    return
  }
  for (const id of ids) {
    const asOf = new Date().toISOString()
    const found = await readSchedule(id).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.kind === 'not-found') return null
      throw error
    })
    yield { rows: found ? [found] : [], source: 'smarterpay', asOf }
  }
}

/** The page with what deserves a second look on each row, as of London's day in `c`: screens then need none of the rules behind it. */
export const withFlags = (list: ReadSchedules, c: Circumstances): ScheduleList => ({
  ...list,
  rows: list.rows.map((row) => (isUnreadable(row) ? row : { ...row, flags: flagsOf(row, c) })),
})

/** As readList, each row with its flags. Throws as readList. */
export const listForScreen = async (query: ListQuery, reading: Reading = {}): Promise<ScheduleList> =>
  withFlags(await readList(query, reading), circumstances())

/**
 * The schedules on a mandate, as SmarterPay lists them now, whatever the index holds: what somebody disables or makes depends
 * on it, and the index may not have met the newest. A row of another mandate is left out, should SmarterPay send one; `more`:
 * there may be others beyond the first 500. Throws not-found for what can be no mandate, else as listSchedules.
 */
export async function schedulesOnMandate(mandate: string, reading: Reading = {}): Promise<ScheduleList> {
  if (!SCHEDULE_ID.test(mandate)) throw new ProblemError({ kind: 'not-found', what: 'mandate' })
  const list = await listSchedules({ ...DEFAULT_QUERY, mandate, size: MAX_SIZE }, reading)
  if ((await indexState())?.completeBegan) noteRows(list)
  const rows = list.rows.filter(
    (row) => isUnreadable(row) || row.mandateId === mandate || row.unreadable.includes('mandateId'),
  )
  return withFlags({ ...list, rows }, circumstances())
}
