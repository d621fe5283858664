import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { ProblemError } from '@/lib/problem'
import type { Role } from '@/lib/roles'
import type { ListQuery } from '@/lib/schedules/contract'
import { aSchedule } from '@/lib/schedules/examples'
import type { Schedule, ScheduleRow } from '@/lib/schedules/model'
import { forgetRates } from '@/lib/server/rates'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { stubSettings } from '@/lib/server/visitors'
import { asking, linesOf, signInEachRole } from './files-scene'

// For tests alone: schedules as files, opened and parsed back; a workbook by unzipping it.

/** What is there to be exported, in place of SmarterPay and its list. */
export const book = {
  rows: [] as unknown[],
  /** Those that are there when asked for alone. */
  alone: [] as { id: string }[],
  asked: [] as object[],
  waits: null as Promise<void> | null,
}

/** Reads of that book, for the file of reads from SmarterPay. */
export const reads = {
  readSchedule: async (id: string) => {
    const found = book.alone.find((one) => one.id === id)
    if (!found) throw new ProblemError({ kind: 'not-found', what: 'schedule' })
    return found as Schedule
  },
  listSchedules: async (query: ListQuery) => {
    book.asked.push(query)
    if (book.waits) await book.waits
    const { page, size } = query
    const rows = (book.rows as ScheduleRow[]).slice((page - 1) * size, page * size)
    const more = page * size < book.rows.length
    return { rows, more, page, size, total: null, source: 'smarterpay' as const, asOf: '2025-06-05T13:32:00.000Z' }
  },
}

export const post = asking('schedules', {})
export const csv = async (role: Role, body: object) => linesOf(await post(role, body))
export const xlsx = async (role: Role, body: object) => {
  const response = await post(role, { format: 'xlsx', ...body })
  expect(response.status).toBe(200)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** Runs `tests` with a store and people of each role who are signed in; each test begins with a book of one schedule. */
export function onExports(tests: () => void): void {
  beforeAll(() => stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1', TODAY: '2022-06-01T09:00' }))
  afterAll(() => vi.unstubAllEnvs())
  beforeEach(() => {
    forgetRates()
    book.rows = [aSchedule()]
    book.asked = []
    book.waits = null
  })

  onEmbeddedStore('schedules as files', () => {
    beforeAll(signInEachRole)
    tests()
  })
}
