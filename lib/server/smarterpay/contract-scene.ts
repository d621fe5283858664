import 'server-only'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { ProblemError } from '@/lib/problem'
import { DEFAULT_QUERY, type ListQuery } from '@/lib/schedules/contract'
import { isUnreadable, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { listSchedules } from '@/lib/server/reading/schedules'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { createTransport, type Transport } from './transport'

// For tests alone: the real client speaks HTTP to a sandbox of 400 schedules. What the sandbox holds is looked up in its book,
// so that neither side can agree with itself.

export const DOCUMENTED = 'FTBRS00112373'
export let sandbox: Sandbox
/** The road to it, new for each test. */
export let from: Transport

/** Starts and ends the sandbox around the tests of a file, and puts its switches back after each. */
export function withSandbox(): void {
  beforeAll(async () => {
    sandbox = await startSandbox({ today: '2026-11-20', seed: { size: 400 } })
  })
  afterAll(() => sandbox.close())
  const clean = () => {
    from = createTransport({
      origin: sandbox.url,
      token: 'sandbox',
      readTimeoutMs: 600,
      writeTimeoutMs: 600,
      log: () => undefined,
      random: () => 0.1,
    })
    sandbox.book.faults = []
    sandbox.book.switches = {
      ...sandbox.book.switches,
      rangeEnds: 'exclusive',
      rangeZone: 'utc',
      pastTheEnd: 'empty-list',
      legacyIds: 'as-asked',
      unknownId: 'not-found',
    }
  }
  beforeAll(clean)
  afterEach(clean)
}

export const ask = (query: Partial<ListQuery> = {}) =>
  listSchedules({ ...DEFAULT_QUERY, size: 500, ...query }, { from })
export const idsOf = (rows: ScheduleRow[]) => rows.map(({ id }) => id)
export const read = (row: ScheduleRow | undefined): Schedule => {
  if (!row || isUnreadable(row)) throw new Error('unreadable')
  return row
}
export const stored = () => [...sandbox.book.schedules.values()]
export const wires = () => stored().map(({ wire }) => wire)

export const fault = (name: string, more: Record<string, unknown> = {}) =>
  fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults: [{ match: {}, fault: name, ...more }] }),
  }).then((response) => expect(response.status).toBe(200))

/** What came of an act, and all that the sandbox was asked meanwhile. */
export const calls = async (act: () => Promise<unknown>) => {
  const since = sandbox.book.log.entries.at(-1)?.seq ?? 0
  const result: { value?: unknown; problem?: unknown } = await act().then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: error instanceof ProblemError ? error.problem : error }),
  )
  return { ...result, asked: sandbox.book.log.since(since) }
}
