import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { scheduleAnswer, scheduleList } from '@/lib/schedules/schemas'
import { type Sandbox, startSandbox } from '@/sandbox/server'

// The routes as the browser meets them: a Request in, a Response out, and what reached SmarterPay in between.

const operator = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('@/lib/server/operator', () => ({ operatorOf: () => Promise.resolve(operator.current) }))

const AGENT = { email: 'agent@quarterday.test', name: 'Agent', role: 'agent', since: new Date(), ends: new Date() }
const ORIGIN = 'http://127.0.0.1:4300'
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ today: '2026-11-20', seed: { size: 60 } })
  for (const [name, value] of Object.entries({
    SMARTERPAY_TARGET: 'sandbox',
    SANDBOX_URL: sandbox.url,
    SMARTERPAY_TOKEN: 'sandbox',
    NEXTAUTH_URL: ORIGIN,
    NEXTAUTH_SECRET: 'x'.repeat(40),
  }))
    vi.stubEnv(name, value)
  operator.current = AGENT
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await sandbox.close()
})

type Get = (request: Request, context?: { params: Promise<{ id: string }> }) => Promise<Response>
const ROUTES: Record<string, () => Promise<{ GET: Get }>> = {
  '/api/schedules/{id}': () => import('./[id]/route'),
  '/api/schedules/{id}/payments': () => import('./[id]/payments/route'),
  '/api/mandates/{id}': () => import('../mandates/[id]/route'),
  '/api/mandates/{id}/customer': () => import('../mandates/[id]/customer/route'),
  '/api/mandates/{id}/bank-account': () => import('../mandates/[id]/bank-account/route'),
  '/api/mandates/{id}/schedules': () => import('../mandates/[id]/schedules/route'),
  '/api/cards/{id}': () => import('../cards/[id]/route'),
  '/api/cards/{id}/customer': () => import('../cards/[id]/customer/route'),
}

async function get(path: string, id?: string) {
  const { GET } = id === undefined ? await import('./route') : ((await ROUTES[path]?.()) ?? { GET: null })
  if (!GET) throw new Error(`no route ${path}`)
  const since = sandbox.book.log.entries.at(-1)?.seq ?? 0
  const url = `${ORIGIN}${path.replace('{id}', encodeURIComponent(id ?? ''))}`
  const response = await GET(new Request(url), id === undefined ? undefined : { params: Promise.resolve({ id }) })
  return {
    status: response.status,
    headers: response.headers,
    body: await response.json(),
    asked: sandbox.book.log.since(since),
  }
}

describe('GET /api/schedules', () => {
  it('answers with a page in the shape of the contract', async () => {
    const { status, headers, body } = await get('/api/schedules?size=10&sort=-next')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(scheduleList.parse(body)).toEqual(body)
    expect(body).toMatchObject({ page: 1, size: 10, total: null, more: true, source: 'smarterpay' })
    expect(body.rows).toHaveLength(10)
  })

  it.each([
    ['?evil=1', 'evil'],
    ['?page=0', 'page'],
    ['?page=1&page=2', 'page'],
    ['?size=501', 'size'],
    ['?status=paused', 'status'],
    ['?id=../x', 'id'],
    ['?mandate=%00', 'mandate'],
    ['?next=2026-13-01..', 'next'],
    ['?created=2026-12-31..2026-01-01', 'created'],
    ['?sort=description', 'sort'],
    ['?sort=amount', 'sort'],
    ['?amount=1..2', 'amount'],
    ['?q=', 'q'],
    ['?q=MEM&size=500&page=11', 'page'],
  ])('%s is bad input at %s, and nothing is asked', async (query, path) => {
    const { status, headers, body, asked } = await get(`/api/schedules${query}`)
    expect(status).toBe(422)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ kind: 'bad-input', fields: [{ path }] })
    expect(asked).toEqual([])
  })
})

describe('GET /api/schedules/{id}', () => {
  it('answers with the schedule, its basis and when it was read', async () => {
    const { status, body } = await get('/api/schedules/{id}', 'FTBRS00112373')
    expect(status).toBe(200)
    expect(scheduleAnswer.parse(body)).toEqual(body)
    expect(body.schedule).toMatchObject({ id: 'FTBRS00112373', amount: 2532, nextCollectionDate: '2022-06-20' })
  })

  it('tells SmarterPay’s trouble as a problem, and never its own body or our token', async () => {
    sandbox.book.faults = []
    await fetch(`${sandbox.url}/control/faults`, {
      method: 'POST',
      body: JSON.stringify({ faults: [{ match: { id: 'FTBRS00112373' }, fault: 'html-200' }] }),
    })
    const { status, body } = await get('/api/schedules/{id}', 'FTBRS00112373')
    expect([status, body.kind]).toEqual([502, 'unreadable'])
    expect(JSON.stringify(body)).not.toMatch(/<|sign in|sandbox/i)
    sandbox.book.faults = []
  })
})

describe('GET /api/mandates/{id}/schedules', () => {
  it('lists all on the mandate as SmarterPay has them, with one question', async () => {
    const { wire } = sandbox.book.schedules.get('FTBRS00112373') ?? {}
    const on = (id: string, mandate: string) => ({ ...wire, id, mandate })
    const schedules = [on('SIB1', 'M01SIB'), on('SIB2', 'M01SIB'), on('ALONE', 'M01ALONE')]
    await fetch(`${sandbox.url}/control/plant`, { method: 'POST', body: JSON.stringify({ schedules }) })
    const { status, body, asked } = await get('/api/mandates/{id}/schedules', 'M01SIB')
    expect(status).toBe(200)
    expect(scheduleList.parse(body)).toEqual(body)
    expect(body).toMatchObject({ source: 'smarterpay', more: false })
    expect(body.rows.map(({ id }: { id: string }) => id).sort()).toEqual(['SIB1', 'SIB2'])
    expect(asked).toHaveLength(1)
  })
})

describe.each(Object.keys(ROUTES))('GET %s', (path) => {
  it.each(['..', '%2e%2e', 'a/b', 'a b', '\u0001', 'x'.repeat(65)])(
    'with the id %j is not found, and nothing is asked',
    async (id) => {
      const { status, body, asked } = await get(path, id)
      expect([status, body.kind]).toEqual([404, 'not-found'])
      expect(asked).toEqual([])
    },
  )

  it('with an id that nobody has is not found or empty, never an error of ours', async () => {
    const { status, body } = await get(path, 'NOBODY0')
    expect(/(payments|schedules)$/.test(path) ? [200, undefined] : [404, 'not-found']).toEqual([status, body.kind])
  })

  it('without a sign-in answers nothing, and asks nothing', async () => {
    operator.current = null
    const { status, body, asked } = await get(path, 'FTBRS00112373')
    operator.current = AGENT
    expect([status, body.kind]).toEqual([401, 'not-signed-in'])
    expect(asked).toEqual([])
  })
})
