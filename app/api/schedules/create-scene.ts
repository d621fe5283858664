import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { Role } from '@/lib/roles'
import { forgetRates } from '@/lib/server/rates'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'
import { type Sandbox, startSandbox } from '@/sandbox/server'

// For tests alone: POST /api/schedules from a request of our own page to the log of the sandbox, on Friday 20 November 2026.

const WINDOW_MS = 1_200
export const CARD = 'CD01TESTCARD00000001'
let sandbox: Sandbox
export const cookies: Partial<Record<Role, string>> = {}

const control = async (path: string, body: unknown) => {
  const answer = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.ok, await answer.clone().text()).toBe(true)
}
export const fault = (name: string, params = {}) =>
  control('faults', { faults: [{ match: { method: 'POST' }, fault: name, times: 1, params }] })

let count = 0
/** A mandate of this test's own, so that nothing looks alike by chance; answers its reference. */
async function mandate(): Promise<string> {
  count += 1
  const auddis = `TEST${String(count).padStart(5, '0')}`
  const record = { id: `M01TEST${String(count).padStart(12, '0')}`, auddis, dd_status: 'ongoing collection' }
  await control('plant', { mandates: [{ ...record, customer_account: 'CA01X', bank_account: 'BA01X' }] })
  return auddis
}

const EVERY = { collectionPeriod: 'monthly', collectionDay: 15, collectionStretch: 1, description: 'Membership' }
export const directDebit = async (over: object = {}) => ({
  ...EVERY,
  kind: 'ongoing',
  method: 'direct-debit',
  auddis: await mandate(),
  amount: 2500,
  firstCollectionAmount: 1000,
  startDate: '2026-12-15',
  ...over,
})

export async function post(body: unknown, { role = 'agent' as Role, key = randomUUID() as string } = {}) {
  const { POST } = await import('./route')
  const since = sandbox.book.log.entries.at(-1)?.seq ?? 0
  const request = ask('/api/schedules', {
    method: 'POST',
    body,
    cookie: cookies[role],
    headers: { 'idempotency-key': key },
  })
  const answer = await POST(request)
  const writes = () => sandbox.book.log.since(since).filter(({ method }) => method !== 'GET')
  return {
    key,
    status: answer.status,
    replayed: answer.headers.get('idempotency-replayed'),
    body: await answer.json(),
    writes,
  }
}

export const stateOf = async (key: string) => {
  const { GET } = await import('../changes/[id]/route')
  const answer = await GET(ask(`/api/changes/${key}`, { cookie: cookies.agent }), {
    params: Promise.resolve({ id: key }),
  })
  return (await answer.json()).change?.state
}
export const ended = (key: string) =>
  vi.waitFor(async () => expect(['applied', 'not-applied', 'needs-attention']).toContain(await stateOf(key)), {
    timeout: 4 * WINDOW_MS,
    interval: 50,
  })
export const madeFor = (auddis: string) =>
  [...sandbox.book.schedules.values()].filter(({ wire }) => wire.auddis === auddis).length

/** Runs `tests` with a sandbox, a store and people of each role who are signed in; each test begins without faults. */
export function onCreating(tests: () => void): void {
  beforeAll(async () => {
    sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
    stubSettings({
      SANDBOX_URL: sandbox.url,
      TODAY: '2026-11-20T10:00',
      RECONCILE_WINDOW_MS: String(WINDOW_MS),
      SMARTERPAY_WRITE_TIMEOUT_MS: '300',
      AGENT_LIMIT_PENCE: '50000',
    })
    await control('plant', {
      cards: [{ ID: CARD, card_number_ending: '4242', customer_id: 'CA01X', status: 'active' }],
    })
  })
  afterAll(async () => {
    const { endInstance } = await import('@/lib/server/changes/instances')
    await endInstance()
    vi.unstubAllEnvs()
    await sandbox.close()
  })

  onEmbeddedStore('POST /api/schedules', () => {
    beforeAll(async () => {
      await addPeople()
      for (const role of ['agent', 'lead', 'finance', 'admin'] as const) cookies[role] = await cookieOf(role)
    })
    beforeEach(async () => {
      forgetRates()
      await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' })
    })
    tests()
  })
}
