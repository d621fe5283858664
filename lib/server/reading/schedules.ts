import 'server-only'
import { badInput, ProblemError } from '@/lib/problem'
import {
  INDEX_FILTERS,
  LIVE_SORTS,
  type ListQuery,
  MAX_SIZE,
  type ReadSchedules,
  readListQuery,
  type ScheduleAnswer,
} from '@/lib/schedules/contract'
import { SCHEDULE_ID, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { basisOf } from '@/lib/server/basis'
import { smarterpay } from '@/lib/server/smarterpay/client'
import { keeps, wireQuery } from '@/lib/server/smarterpay/list-query'
import { scheduleIn, schedulesIn } from '@/lib/server/smarterpay/schedules'
import type { Transport } from '@/lib/server/smarterpay/transport'
import { search } from './search'

// What stands behind the reading routes of schedules. A page may call the same functions for its first answer.

/** `from`: another transport than the process's own. `signal`: stops reading when nobody waits any more. */
export type Reading = { from?: Transport; signal?: AbortSignal | undefined }

/** The query in a route's address. Throws bad-input for names that are unknown, repeated or cannot be read. */
export function strictListQuery(params: URLSearchParams): ListQuery {
  const { query, faults } = readListQuery(params)
  if (faults.length > 0) throw new ProblemError({ kind: 'bad-input', fields: faults })
  return query
}

/** One page of records as SmarterPay sends them. Throws what the transport throws, and unreadable. */
async function readPage(query: ListQuery, { from = smarterpay(), signal }: Reading): Promise<ScheduleRow[]> {
  const body = await from.read({ resource: 'recurrenceschedules', query: wireQuery(query), signal })
  const rows = schedulesIn(body)
  if (rows === null) throw new ProblemError({ kind: 'unreadable' })
  return rows
}

function onePerId(rows: ScheduleRow[]): ScheduleRow[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => {
    if (id === undefined) return true
    const fresh = !seen.has(id)
    seen.add(id)
    return fresh
  })
}

const BEYOND_WORDS: Record<(typeof INDEX_FILTERS)[number], string> = {
  amount: 'amounts',
  frequency: 'a frequency',
  day: 'a collection day',
  ends: 'an end',
  starts: 'a first payment',
  differs: 'payments that differ from the rule',
  skipped: 'skipped payments',
  risk: 'a risk',
}

/**
 * One page of the list, read from SmarterPay now. No total, since SmarterPay tells none; `more` is judged on the rows
 * that it sent, before ours were taken out. A record that cannot be read is a marked row.
 * Throws bad-input at `sort` or a filter for what only the index could answer, refused, unreachable, unreadable, misconfigured.
 */
export async function listSchedules(query: ListQuery, reading: Reading = {}): Promise<ReadSchedules> {
  const beyond = INDEX_FILTERS.find((name) => query[name] !== undefined)
  if (beyond) throw badInput(beyond, `SmarterPay cannot look for ${BEYOND_WORDS[beyond]}.`)
  if (!LIVE_SORTS.some((field) => field === query.sort.field))
    throw badInput('sort', 'SmarterPay cannot sort by amounts.')
  const page = Math.max(Math.trunc(query.page), 1)
  const size = Math.min(Math.max(Math.trunc(query.size), 1), MAX_SIZE)
  const about = { page, size, total: null, source: 'smarterpay' as const, asOf: new Date().toISOString() }
  const { q, ...rest } = { ...query, page, size }

  if (q !== undefined) return { ...(await search(q, rest, (asked) => readPage(asked, reading))), ...about }
  const sent = await readPage(rest, reading)
  const rows = onePerId(sent).filter((row) => keeps(row, rest))
  return { rows, more: sent.length >= size, ...about }
}

/**
 * One schedule as SmarterPay holds it now. An id that cannot be one is not-found and is never sent.
 * Throws not-found, refused, unreachable, misconfigured; unreadable where the answer is about another record.
 */
export async function readSchedule(id: string, { from = smarterpay(), signal }: Reading = {}): Promise<Schedule> {
  if (!SCHEDULE_ID.test(id)) throw new ProblemError({ kind: 'not-found', what: 'schedule' })
  const schedule = scheduleIn(await from.read({ resource: 'recurrenceschedule', id, signal }), id)
  if (schedule === null) throw new ProblemError({ kind: 'unreadable' })
  return schedule
}

/** The answer about one schedule: itself, the basis that a write must carry, and when it was asked for (UTC). Throws as readSchedule. */
export async function answerSchedule(id: string, reading: Reading = {}): Promise<ScheduleAnswer> {
  const asOf = new Date().toISOString()
  const schedule = await readSchedule(id, reading)
  return { schedule, basis: basisOf(schedule), asOf }
}
