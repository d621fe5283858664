import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/roles'
import { forgetRates } from '@/lib/server/rates'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'
import { type Sandbox, startSandbox } from '@/sandbox/server'

// POST /api/schedules from a request of our own page to the log of the sandbox, on Friday 20 November 2026.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

const WINDOW_MS = 1_200
const CARD = 'CD01TESTCARD00000001'
let sandbox: Sandbox
const cookies: Partial<Record<Role, string>> = {}

const control = async (path: string, body: unknown) => {
  const answer = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.ok, await answer.clone().text()).toBe(true)
}
const fault = (name: string, params = {}) =>
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
const directDebit = async (over: object = {}) => ({
  ...EVERY,
  kind: 'ongoing',
  method: 'direct-debit',
  auddis: await mandate(),
  amount: 2500,
  firstCollectionAmount: 1000,
  startDate: '2026-12-15',
  ...over,
})

async function post(body: unknown, { role = 'agent' as Role, key = randomUUID() as string } = {}) {
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

const stateOf = async (key: string) => {
  const { GET } = await import('../changes/[id]/route')
  const answer = await GET(ask(`/api/changes/${key}`, { cookie: cookies.agent }), {
    params: Promise.resolve({ id: key }),
  })
  return (await answer.json()).change?.state
}
const ended = (key: string) =>
  vi.waitFor(async () => expect(['applied', 'not-applied', 'needs-attention']).toContain(await stateOf(key)), {
    timeout: 4 * WINDOW_MS,
    interval: 50,
  })
const madeFor = (auddis: string) =>
  [...sandbox.book.schedules.values()].filter(({ wire }) => wire.auddis === auddis).length

beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
  stubSettings({
    SANDBOX_URL: sandbox.url,
    TODAY: '2026-11-20T10:00',
    RECONCILE_WINDOW_MS: String(WINDOW_MS),
    SMARTERPAY_WRITE_TIMEOUT_MS: '300',
    AGENT_LIMIT_PENCE: '50000',
  })
  await control('plant', { cards: [{ ID: CARD, card_number_ending: '4242', customer_id: 'CA01X', status: 'active' }] })
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

  describe('makes each of the four kinds with the documented body', () => {
    it.each([
      [
        'DDOngoingPayment',
        {
          firstCollectionDate: '2026-12-14',
          startDate: '2026-12-10',
          firstTwoInSameMonth: true,
          customReference: 'R 1',
        },
        {
          payment_type: 'directdebit',
          first_collection_amount: '1000',
          first_collection_date: '2026-12-14',
          start_date: '2026-12-10',
          firstCollectionInSameMonthAsNextCollection: true,
          custom_reference: 'R 1',
        },
      ],
      [
        'DDPaymentPlan',
        { kind: 'plan', instalments: 3, firstCollectionAmount: undefined },
        { payment_type: 'directdebit', installments: '3', start_date: '2026-12-15' },
      ],
      [
        'OngoingPayment',
        { method: 'card', cardId: CARD, auddis: undefined, endDate: '2027-12-15', metadata: 'a=1' },
        {
          payment_type: 'cardpayment',
          card_id: CARD,
          first_collection_amount: '1000',
          start_date: '2026-12-15',
          end_date: '2027-12-15',
          metadata: 'a=1',
        },
      ],
      [
        'PaymentPlan',
        {
          method: 'card',
          cardId: CARD,
          auddis: undefined,
          kind: 'plan',
          instalments: 4,
          firstCollectionAmount: undefined,
        },
        { payment_type: 'cardpayment', card_id: CARD, installments: '4', start_date: '2026-12-15' },
      ],
    ])('%s', async (type, over, expected) => {
      const wanted = await directDebit(over)
      const { status, body, writes, key } = await post(wanted)
      expect([status, body.change?.state, body.differences]).toEqual([201, 'applied', []])
      expect(body.schedule.upcoming.length).toBeGreaterThan(2)
      const [sent, ...more] = writes()
      expect(more).toEqual([])
      expect([sent?.method, sent?.path.toLowerCase(), sent?.idempotencyKey]).toEqual([
        'POST',
        '/service.svc/recurrenceschedule',
        `${key}-1`,
      ])
      expect(JSON.parse(sent?.body ?? '')).toEqual({
        recurrence_schedule: {
          amount: '2500',
          collection_day: '15',
          collection_period: 'monthly',
          collection_stretch: '1',
          description: 'Membership',
          type,
          ...(wanted.auddis !== undefined && { auddis: wanted.auddis }),
          ...expected,
        },
      })
    })
  })

  it('makes one schedule of a double click, and gives both the same answer', async () => {
    const wanted = await directDebit()
    const key = randomUUID()
    const both = await Promise.all([post(wanted, { key }), post(wanted, { key })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(madeFor(wanted.auddis)).toBe(1)
    const later = await post(wanted, { key })
    expect([later.status, later.replayed, later.writes()]).toEqual([201, 'true', []])
  })

  it('asks for a second yes where a schedule of the last day looks alike, and makes it then', async () => {
    const wanted = await directDebit()
    const { body: first } = await post(wanted)
    const again = await post(wanted)
    expect([again.status, again.body.kind, again.body.alike]).toEqual([409, 'busy', first.schedule.id])
    expect(again.writes()).toEqual([])
    const yes = await post({ ...wanted, evenIfAlike: true })
    expect(yes.status).toBe(201)
    expect(madeFor(wanted.auddis)).toBe(2)
    expect((await post({ ...wanted, amount: 2600 })).status, 'another amount is another schedule').toBe(201)
  })

  it.each([
    ['500', true],
    ['applied-reset', true],
    ['applied-silence', true],
    ['html-200', true],
    ['204', true],
    ['cut-json', true],
  ])('finds what it made in the list after %s, and makes it once', async (name) => {
    const wanted = await directDebit()
    await fault(name, { applied: true })
    const { status, body } = await post(wanted)
    expect([status, body.change.state, body.schedule?.auddis]).toEqual([201, 'applied', wanted.auddis])
    expect(madeFor(wanted.auddis)).toBe(1)
  })

  it.each(['500', 'reset', 'silence', 'gateway-html'])(
    'says not applied after %s that made nothing, and a second try makes one',
    async (name) => {
      const wanted = await directDebit()
      await fault(name, { applied: false })
      const { key, status, body } = await post(wanted)
      expect([status, body.kind]).toEqual([504, 'outcome-unknown'])
      await ended(key)
      expect(await stateOf(key)).toBe('not-applied')
      const { tryAgain } = await import('@/lib/server/changes/second-thoughts')
      const { operatorOf } = await import('@/lib/server/operator')
      const operator = await operatorOf(cookies.agent ?? '', { touch: false })
      if (!operator) throw new Error('nobody is signed in')
      expect((await tryAgain(key, randomUUID(), operator)).status).toBe(201)
      expect(madeFor(wanted.auddis)).toBe(1)
    },
  )

  it('does not make it again on a second try where the first came to light meanwhile', async () => {
    const wanted = await directDebit()
    await fault('500', { applied: false })
    const { key } = await post(wanted)
    await ended(key)
    await post({ ...wanted, evenIfAlike: true })
    const { tryAgain } = await import('@/lib/server/changes/second-thoughts')
    const { operatorOf } = await import('@/lib/server/operator')
    const operator = await operatorOf(cookies.agent ?? '', { touch: false })
    if (!operator) throw new Error('nobody is signed in')
    await expect(tryAgain(key, randomUUID(), operator)).rejects.toMatchObject({ problem: { kind: 'busy' } })
    const { POST: again } = await import('../changes/[id]/again/route')
    const headers = { 'idempotency-key': randomUUID() }
    const more = ask(`/api/changes/${key}/again`, {
      method: 'POST',
      body: { amount: 1 },
      headers,
      cookie: cookies.agent,
    })
    const answer = await again(more, { params: Promise.resolve({ id: key }) })
    expect(await answer.json(), 'a second try says nothing of its own').toMatchObject({
      kind: 'bad-input',
      fields: [{ path: 'amount' }],
    })
    expect(madeFor(wanted.auddis)).toBe(1)
  })

  it('passes on a refusal in SmarterPay’s words', async () => {
    const { status, body } = await post(await directDebit({ auddis: 'NOBODY' }))
    expect([status, body.kind, body.reason, body.change.state]).toEqual([
      422,
      'refused',
      'auddis is not the reference of a mandate',
      'refused',
    ])
  })

  it.each([
    ['startDate', { startDate: '2026-12-25' }],
    ['startDate', { startDate: '2026-11-23' }],
    ['endDate', { endDate: '2026-12-01' }],
    ['instalments', { kind: 'plan', amount: 2, instalments: 3, firstCollectionAmount: undefined }],
    ['description', { description: 'x'.repeat(45) }],
    ['description', { description: 'Paid by 4111 1111 1111 1111' }],
    ['customReference', { customReference: 'line\nbreak' }],
    ['collectionDay', { collectionDay: 29 }],
    ['next_collection_date', { next_collection_date: '2026-12-15' }],
    ['instalments', { instalments: 3 }],
    ['kind', { kind: undefined }],
    ['method', { method: 'cash' }],
  ])('names %s where it is wrong, and sends nothing', async (path, over) => {
    const { status, body, writes } = await post(await directDebit(over))
    expect([status, body.kind]).toEqual([422, 'bad-input'])
    expect(body.fields.map((field: { path: string }) => field.path)).toContain(path)
    expect(JSON.stringify(body.fields)).not.toMatch(/Invalid|discriminator/)
    expect(writes()).toEqual([])
  })

  it('asks an agent inside the notice period for a reason and the payer’s agreement, a lead for a reason', async () => {
    const soon = await directDebit({ startDate: '2026-11-24' })
    const why = { reason: 'customer-asked' }
    expect((await post(soon)).body.fields[0].path).toBe('agreed')
    expect((await post({ ...soon, agreed: true, ...why })).status).toBe(201)
    const other = await directDebit({ startDate: '2026-11-24' })
    expect((await post(other, { role: 'lead' })).body.fields[0].path).toBe('reason')
    expect((await post({ ...other, ...why }, { role: 'lead' })).status).toBe(201)
  })

  it('keeps agents within their limit for one payment, and the rest out', async () => {
    const large = await directDebit({ amount: 50_001 })
    expect(await post(large)).toMatchObject({ status: 403, body: { kind: 'not-allowed' } })
    expect((await post(large, { role: 'lead' })).status).toBe(201)
    const plan = { kind: 'plan', amount: 120_000, instalments: 3, firstCollectionAmount: undefined }
    expect((await post(await directDebit(plan))).status, 'three of £400').toBe(201)
    for (const role of ['finance', 'admin'] as const) {
      const refused = await post(await directDebit(), { role })
      expect([refused.status, refused.writes()]).toEqual([403, []])
    }
  })

  it('keeps what a schedule was made in place of, who ended that one, and how it stood', async () => {
    const { lineageOf, snapshotOf } = await import('@/lib/server/changes/lineage')
    const wanted = await directDebit()
    const { body: made } = await post(wanted)
    const id = made.schedule.id as string
    const { POST } = await import('./[id]/disable/route')
    const disabling = ask(`/api/schedules/${id}/disable`, {
      method: 'POST',
      cookie: cookies.lead,
      headers: { 'idempotency-key': randomUUID() },
      body: { basis: made.basis, reason: 'error-correction' },
    })
    expect((await POST(disabling, { params: Promise.resolve({ id }) })).status).toBe(200)
    expect((await snapshotOf(id))?.upcoming).toEqual(made.schedule.upcoming)

    const { body: anew, writes } = await post({ ...wanted, evenIfAlike: true, recreates: id })
    expect(writes()[0]?.body).not.toContain(id)
    expect(await lineageOf(anew.schedule.id)).toEqual({
      disabled: null,
      recreates: id,
      recreatedAs: [],
      savedAfterAll: [],
      open: [],
    })
    expect(await lineageOf(id)).toEqual({
      disabled: { change: expect.any(String), person: 'lead@quarterday.test', at: expect.any(String) },
      recreates: null,
      recreatedAs: [anew.schedule.id],
      savedAfterAll: [],
      open: [],
    })
  })
})
