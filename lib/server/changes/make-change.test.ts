import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Why } from '@/lib/schedules/changes'
import { payment } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import type { UpcomingPayment } from '@/lib/schedules/model'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { basisOf } from '../basis'
import type { Operator } from '../operator'
import { readSchedule } from '../reading/schedules'
import { verifyRecords } from '../records'
import { auditLog } from '../store/records-tables'
import { closeStore, database, openStore, putStore } from '../store/store'
import { endInstance } from './instances'
import { makeChange } from './make-change'
import { tryAgain } from './second-thoughts'

const folder = mkdtempSync(join(tmpdir(), 'changes-'))
let sandbox: Sandbox

const WINDOW_MS = 1_200
const lead: Operator = { email: 'lead@test', name: 'Team lead', role: 'lead', since: new Date(), ends: new Date() }
const agent: Operator = { ...lead, email: 'agent@test', name: 'Agent', role: 'agent' }
const why: Why = { reason: 'customer-asked' }

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
  putStore(await openStore({ folder }))
})

afterAll(async () => {
  await endInstance()
  await closeStore()
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

async function control(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.json()
}

const rows = [payment('2026-12-15', '25.00'), payment('2027-01-15', '25.00'), payment('2027-02-15', '25.00')]
const wireRows = (list: readonly UpcomingPayment[]) =>
  JSON.stringify(list.map(({ date, amount }) => ({ collection_date: date, amount: String(amount) })))

let count = 0
/** Plants an ongoing Direct Debit of £25.00 on the 15th and answers with its id. */
async function planted(over: Record<string, unknown> = {}): Promise<string> {
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

async function change(id: string, wanted: Wanted, over: Partial<Parameters<typeof makeChange>[0]> = {}) {
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

const skipJanuary: Wanted = {
  action: 'replace-upcoming',
  payments: rows.map((row, n) => (n === 1 ? { ...row, amount: payment('2027-01-15', '0.00').amount } : row)),
}

type LogRow = { method: string; path: string; body: string; idempotencyKey: string | null }
async function writesTo(id: string): Promise<LogRow[]> {
  const { entries } = (await (await fetch(`${sandbox.url}/control/log`)).json()) as { entries: LogRow[] }
  return entries.filter(({ method, path }) => method !== 'GET' && path.includes(id))
}

const phases = async (key: string) =>
  (
    await (
      await database()
    )
      .select({ phase: auditLog.phase })
      .from(auditLog)
      .where(eq(auditLog.change, key))
      .orderBy(auditLog.seq)
  ).map(({ phase }) => phase)

const fault = (id: string, name: string, over: Record<string, unknown> = {}) =>
  control('faults', { faults: [{ match: { method: 'PUT', id }, fault: name, times: 1, ...over }] })

describe('a change through the write door', () => {
  beforeEach(async () => {
    await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' })
  })

  it('sends the whole list alone, once, under its key, and answers with what SmarterPay holds then', async () => {
    const id = await planted()
    const { key, status, body } = await change(id, skipJanuary)
    expect({ status, state: body.change.state, differences: body.differences }).toEqual({
      status: 200,
      state: 'applied',
      differences: [],
    })
    expect(body.schedule.upcoming[1]).toEqual({ date: '2027-01-15', amount: 0 })
    const [sent, ...more] = await writesTo(id)
    expect(more).toEqual([])
    expect(sent?.method).toBe('PUT')
    expect(sent?.idempotencyKey).toBe(`${key}-1`)
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      recurrence_schedule: {
        upcoming_payments: wireRows(rows).replace('"2027-01-15","amount":"2500"', '"2027-01-15","amount":"0"'),
      },
    })
    expect(await phases(key)).toEqual(['attempted', 'applied'])
  })

  it('gives the same answer to the same key again, and sends nothing', async () => {
    const id = await planted()
    const basis = basisOf(await readSchedule(id))
    const first = await change(id, skipJanuary, { basis })
    const again = await change(id, skipJanuary, { basis, key: first.key })
    expect(again).toMatchObject({ status: 200, replayed: 'true', body: first.body })
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('refuses a key that was used for another body or by another person', async () => {
    const id = await planted()
    const { key } = await change(id, skipJanuary)
    const other = { action: 'replace-upcoming', payments: rows } as const
    await expect(change(id, other, { key })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
    await expect(change(id, skipJanuary, { key, operator: agent })).rejects.toMatchObject({
      problem: { kind: 'bad-input' },
    })
  })

  it('lets one of two operators through who saw the same record, and tells the other', async () => {
    const id = await planted()
    const basis = basisOf(await readSchedule(id))
    const both = await Promise.allSettled([
      change(id, skipJanuary, { basis }),
      change(id, skipJanuary, { basis, operator: agent }),
    ])
    const told = both.map((one) => (one.status === 'fulfilled' ? one.value.status : one.reason.problem.kind)).sort()
    expect(told).toHaveLength(2)
    expect(told[0]).toBe(200)
    expect([409, 'stale']).toContain(told[1])
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('sends nothing for a record that moved since it was seen', async () => {
    const id = await planted()
    await expect(change(id, skipJanuary, { basis: 'A'.repeat(43) })).rejects.toMatchObject({
      problem: { kind: 'stale' },
    })
    expect(await writesTo(id)).toEqual([])
  })

  it('names the row that is wrong, and sends nothing', async () => {
    const id = await planted()
    const saturday: Wanted = {
      action: 'replace-upcoming',
      payments: [rows[0], payment('2027-01-16', '25.00'), rows[2]].flatMap((row) => row ?? []),
    }
    await expect(change(id, saturday)).rejects.toMatchObject({
      problem: { kind: 'bad-input', fields: [{ path: 'payments.1.date' }] },
    })
    expect(await writesTo(id)).toEqual([])
  })

  it.each([
    ['500', true, 'applied', 200],
    ['applied-reset', true, 'applied', 200],
    ['applied-silence', true, 'applied', 200],
    ['html-200', true, 'applied', 200],
    ['204', true, 'applied', 200],
    ['cut-json', true, 'applied', 200],
    ['other-record', true, 'applied', 200],
    ['html-200', false, 'not-applied', 504],
    ['500', false, 'not-applied', 504],
    ['gateway-html', false, 'not-applied', 504],
    ['redirect', false, 'not-applied', 504],
    ['silence', false, 'not-applied', 504],
    ['reset', false, 'not-applied', 504],
  ])('finds out by reading what became of %s (applied: %s): %s', async (name, applied, ending, status) => {
    const id = await planted()
    await fault(id, name, { params: { applied, to: 'http://127.0.0.1:9/' } })
    const result = await change(id, skipJanuary)
    expect(result.status).toBe(status)
    await vi.waitFor(async () => expect((await phases(result.key)).at(-1)).toBe(ending), {
      timeout: 3 * WINDOW_MS,
      interval: 50,
    })
    expect(await phases(result.key)).toEqual(['attempted', 'unknown', ending])
    expect(await writesTo(id)).toHaveLength(1)
    const stands = await readSchedule(id)
    expect(stands.upcoming?.[1]?.amount).toBe(ending === 'applied' ? 0 : 2500)
  })

  it('tries a change that was not applied again when a person asks, and has one effect', async () => {
    const id = await planted()
    await fault(id, '500')
    const first = await change(id, skipJanuary)
    await vi.waitFor(async () => expect((await phases(first.key)).at(-1)).toBe('not-applied'), {
      timeout: 3 * WINDOW_MS,
    })
    const second = await tryAgain(first.key, randomUUID(), lead)
    expect(second.status).toBe(200)
    expect((await readSchedule(id)).upcoming?.[1]?.amount).toBe(0)
  })

  it('passes on SmarterPay’s refusal in its own words, and nothing has changed', async () => {
    const id = await planted()
    await fault(id, 'status', { params: { status: 400, message: 'Not on a Tuesday' } })
    const { status, body, key } = await change(id, skipJanuary)
    expect({ status, kind: body.kind, state: body.change.state }).toEqual({
      status: 422,
      kind: 'refused',
      state: 'refused',
    })
    expect(await phases(key)).toEqual(['attempted', 'refused'])
  })

  it('renews once on a 498 and sends again under the next key', async () => {
    const id = await planted()
    await fault(id, '498')
    const { key, status } = await change(id, skipJanuary)
    expect(status).toBe(200)
    expect((await writesTo(id)).map(({ idempotencyKey }) => idempotencyKey)).toEqual([`${key}-1`, `${key}-2`])
  })

  it('calls an answer with other values adjusted, and names each difference', async () => {
    const id = await planted()
    await fault(id, 'stored-differently')
    const { status, body } = await change(id, skipJanuary)
    expect(status).toBe(200)
    expect(body.change.state).toBe('adjusted')
    expect(body.differences.length).toBeGreaterThan(0)
  })

  it('disables once, and says of an inactive schedule that it is so already', async () => {
    const id = await planted()
    const { body, status } = await change(id, { action: 'disable' })
    expect({ status, state: body.change.state, stands: body.schedule.status }).toEqual({
      status: 200,
      state: 'applied',
      stands: 'inactive',
    })
    expect(body.schedule.mandateId).toBe('M01741EJ519Y51P3XGL')
    const twice = await change(id, { action: 'disable' })
    expect(twice.body.change).toMatchObject({ state: 'applied', sent: false })
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('sends nothing without a record', async () => {
    const id = await planted()
    const db = await database()
    await db.execute(sql`alter table audit_log rename to audit_log_away`)
    try {
      await expect(change(id, skipJanuary)).rejects.toMatchObject({ problem: { kind: 'not-recorded' } })
    } finally {
      await db.execute(sql`alter table audit_log_away rename to audit_log`)
    }
    expect(await writesTo(id)).toEqual([])
    expect((await change(id, skipJanuary)).status).toBe(200)
  })

  it('keeps its records in one unbroken chain that nobody can edit', async () => {
    const db = await database()
    await expect(db.execute(sql`update audit_log set person = 'somebody'`)).rejects.toThrow()
    await expect(db.execute(sql`delete from audit_log`)).rejects.toThrow()
    await expect(db.execute(sql`truncate audit_log`)).rejects.toThrow()
    expect(await verifyRecords()).toMatchObject({ firstBad: null })
  })
})
