import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ROLES, type Role } from '@/lib/roles'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { foundAlone } from '@/lib/server/book/findable'
import { takeSights } from '@/lib/server/book/take'
import { forgetRates } from '@/lib/server/rates'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))
beforeAll(() => stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1', TODAY: '2026-12-01T10:00' }))
afterAll(() => vi.unstubAllEnvs())
beforeEach(() => forgetRates())

const RANGE = 'from=2026-12-01&to=2026-12-31'

onEmbeddedStore('snapshots and what moved', (store) => {
  const cookies = {} as Record<Role, string>
  beforeAll(async () => {
    await addPeople()
    for (const role of ROLES) cookies[role] = await cookieOf(role)
  })
  const see = (pounds: string, at: string) =>
    takeSights([
      {
        found: foundAlone(aSchedule({ upcoming: payments(['2026-12-21'], pounds) })),
        seenAt: new Date(at),
      },
    ])
  const take = async (role: Role) => {
    const { POST } = await import('./route')
    const answer = await POST(ask('/api/collections/snapshots', { method: 'POST', body: {}, cookie: cookies[role] }))
    return { status: answer.status, body: await answer.json() }
  }
  const get = async (path: string, role: Role) => {
    const name = path.split('?')[0]
    const { GET } =
      name === 'snapshots'
        ? await import('./route')
        : name === 'moved'
          ? await import('../moved/route')
          : await import('../moved/payments/route')
    const answer = await GET(ask(`/api/collections/${path}`, { cookie: cookies[role] }))
    return { status: answer.status, body: await answer.json() }
  }

  it('can be taken by finance and team leads once the whole book has been read', async () => {
    const early = await take('finance')
    expect([early.status, early.body.kind]).toEqual([422, 'bad-input'])
    await store().db.execute(
      sql`insert into sync_state (name, complete_began) values ('book', '2026-12-01T09:00:00Z')
          on conflict (name) do update set complete_began = excluded.complete_began`,
    )
    await see('25.00', '2026-12-01T09:00:00Z')
    for (const role of ['agent', 'admin'] as const) expect((await take(role)).status).toBe(403)
    const taken = await take('finance')
    expect([taken.status, taken.body]).toEqual([200, { id: expect.any(Number) }])
    expect((await take('lead')).body).toEqual(taken.body)
  })

  it('are read by everybody, with who took them and what they held', async () => {
    for (const role of ROLES) {
      const { status, body } = await get(`snapshots?${RANGE}&method=direct-debit`, role)
      expect([status, body]).toMatchObject([
        200,
        {
          snapshots: [{ night: null, by: 'Finance', total: 2500, projected: expect.any(Number) }],
          usual: expect.any(Number),
        },
      ])
    }
    expect((await get(`snapshots?${RANGE}&method=card`, 'agent')).body.snapshots).toMatchObject([{ total: 0 }])
  })

  it('tell what moved, and of each step who moved what', async () => {
    const since = (await get(`snapshots?${RANGE}`, 'agent')).body.usual
    await see('20.00', '2026-12-01T09:30:00Z')
    const bridge = await get(`moved?${RANGE}&since=${since}`, 'agent')
    expect([bridge.status, bridge.body]).toMatchObject([
      200,
      {
        snapshot: { id: since },
        opening: 2500,
        closing: 2000,
        steps: [{ step: 'amounts', count: 1, amount: -500 }],
        excluded: 0,
        excludedThen: 0,
      },
    ])
    const { body } = await get(`moved/payments?${RANGE}&since=${since}&step=amounts`, 'agent')
    expect(body).toMatchObject({
      rows: [{ schedule: 'FTBRS00112373', effect: -500, mover: { who: 'outside', name: null } }],
      more: false,
    })
  })

  it.each([
    [`moved?${RANGE}`, 422, 'since'],
    [`moved?${RANGE}&since=x`, 422, 'since'],
    [`moved?from=2026-12-31&to=2026-12-01&since=1`, 422, 'to'],
    [`moved/payments?${RANGE}&since=1&step=all`, 422, 'step'],
    [`snapshots?${RANGE}&since=1`, 422, 'since'],
  ])('%s is bad input at the fault', async (path, status, fault) => {
    const answer = await get(path, 'finance')
    expect([answer.status, answer.body.fields?.[0].path]).toEqual([status, fault])
  })

  it('are not found where they are no longer kept', async () => {
    const answer = await get(`moved?${RANGE}&since=999`, 'finance')
    expect([answer.status, answer.body]).toMatchObject([404, { kind: 'not-found' }])
  })
})
