import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { Why } from '@/lib/schedules/changes'
import { payment } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { basisOf } from '../basis'
import type { Operator } from '../operator'
import { readSchedule } from '../reading/schedules'
import { auditLog } from '../store/records-tables'
import { database } from '../store/store'
import { endInstance } from './instances'
import { makeChange } from './make-change'

// For tests alone: schedules planted in a sandbox, changes made to them through the door, and what reached the sandbox.
// The day is Friday 20 November 2026, ten in the morning.

export const WINDOW_MS = 600
export const lead: Operator = {
  email: 'lead@test',
  name: 'Team lead',
  role: 'lead',
  since: new Date(),
  ends: new Date(),
}
export const agent: Operator = { ...lead, email: 'agent@test', name: 'Agent', role: 'agent' }
export const why: Why = { reason: 'customer-asked' }

let sandbox: Sandbox

/** Starts and ends the sandbox around the tests of a file. */
export function withSandbox(): void {
  beforeAll(async () => {
    sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
    for (const [name, value] of Object.entries({
      SMARTERPAY_TARGET: 'sandbox',
      SANDBOX_URL: sandbox.url,
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      NEXTAUTH_SECRET: 'x'.repeat(32),
      TODAY: '2026-11-20T10:00',
      RECONCILE_WINDOW_MS: String(WINDOW_MS),
      SMARTERPAY_READ_TIMEOUT_MS: '800',
      SMARTERPAY_WRITE_TIMEOUT_MS: '300',
    }))
      vi.stubEnv(name, value)
  })
  afterAll(async () => {
    await endInstance()
    vi.unstubAllEnvs()
    await sandbox.close()
  })
}

/** Asks the sandbox's control address. */
export async function control(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.json()
}

export const rows = [payment('2026-12-15', '25.00'), payment('2027-01-15', '25.00'), payment('2027-02-15', '25.00')]
export const wireRows = (list: readonly UpcomingPayment[]) =>
  JSON.stringify(list.map(({ date, amount }) => ({ collection_date: date, amount: String(amount) })))

/** The record of a schedule as the sandbox holds it, in SmarterPay's spelling. */
export function wireOf(id: string): Record<string, unknown> {
  const found = sandbox.book.schedules.get(id)
  if (!found) throw new Error(`no schedule ${id}`)
  return { ...found.wire }
}

let count = 0
/** Plants an ongoing Direct Debit of £25.00 on the 15th and answers with its id. */
export async function planted(over: Record<string, unknown> = {}): Promise<string> {
  count += 1
  const id = `TEST${String(count).padStart(6, '0')}`
  await control('plant', {
    schedules: [
      {
        amount: '2500',
        auddis: 'REFP01006',
        card_id: '',
        collection_day: '15',
        collection_period: 'monthly',
        collection_stretch: '1',
        created_at: '2026-10-01T09:00:00Z',
        custom_reference: '',
        description: '',
        end_date: '',
        firstCollectionInSameMonthAsNextCollection: false,
        first_collection_amount: '2500',
        first_collection_date: '2026-10-15',
        id,
        installments: '',
        mandate: 'M01741EJ519Y51P3XGL',
        next_collection_date: '2026-12-15',
        payment_type: 'directdebit',
        start_date: '2026-10-15',
        status: 'active',
        metadata: '',
        type: 'DDOngoingPayment',
        upcoming_payments: wireRows(rows),
        ...over,
      },
    ],
  })
  return id
}

export async function change(id: string, wanted: Wanted, over: Partial<Parameters<typeof makeChange>[0]> = {}) {
  const basis = over.basis ?? basisOf(await readSchedule(id))
  const key = over.key ?? randomUUID()
  const response = await makeChange({ key, operator: lead, schedule: id, wanted, why, ...over, basis })
  return {
    key,
    status: response.status,
    replayed: response.headers.get('idempotency-replayed'),
    body: await response.json(),
  }
}

export const skipJanuary: Wanted = {
  action: 'replace-upcoming',
  payments: rows.map((row, n) => (n === 1 ? { ...row, amount: payment('2027-01-15', '0.00').amount } : row)),
}

type LogRow = { method: string; path: string; body: string; idempotencyKey: string | null }
export async function writesTo(id: string): Promise<LogRow[]> {
  const { entries } = (await (await fetch(`${sandbox.url}/control/log`)).json()) as { entries: LogRow[] }
  return entries.filter(({ method, path }) => method !== 'GET' && path.includes(id))
}

export const phases = async (key: string) =>
  (
    await (
      await database()
    )
      .select({ phase: auditLog.phase })
      .from(auditLog)
      .where(eq(auditLog.change, key))
      .orderBy(auditLog.seq)
  ).map(({ phase }) => phase)

export const fault = (id: string, name: string, over: Record<string, unknown> = {}) =>
  control('faults', { faults: [{ match: { method: 'PUT', id }, fault: name, times: 1, ...over }] })

/** Faults of an earlier test are none of the next one's. */
export const noFaults = () => fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' })

/** Waits until the change's newest record is of that phase. */
export const untilPhase = (key: string, phase: string) =>
  vi.waitFor(async () => expect((await phases(key)).at(-1)).toBe(phase), { timeout: 8 * WINDOW_MS, interval: 30 })
