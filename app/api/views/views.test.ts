import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ROLES, type Role } from '@/lib/roles'
import { forgetRates } from '@/lib/server/rates'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { addPeople, ask, cookieOf, stubSettings } from '@/lib/server/visitors'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))
beforeAll(() => stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1' }))
afterAll(() => vi.unstubAllEnvs())
beforeEach(() => forgetRates())

const VIEW = { name: 'Cards', shared: false, opens: false, params: 'method=card&next=this-month', columns: null }

onEmbeddedStore('saved views', () => {
  const cookies = {} as Record<Role, string>
  beforeAll(async () => {
    await addPeople()
    for (const role of ROLES) cookies[role] = await cookieOf(role)
  })
  const list = async (role: Role) => {
    const { GET } = await import('./route')
    return (await (await GET(ask('/api/views', { cookie: cookies[role] }))).json()).views as {
      id: string
      name: string
    }[]
  }
  const save = async (role: Role, over: object = {}) => {
    const { POST } = await import('./route')
    const response = await POST(
      ask('/api/views', { method: 'POST', body: { ...VIEW, ...over }, cookie: cookies[role] }),
    )
    return { status: response.status, body: await response.json() }
  }
  const one = async (role: Role, method: 'PUT' | 'DELETE', id: string, over: object = {}) => {
    const route = await import('./[id]/route')
    const body = method === 'PUT' ? { ...VIEW, ...over } : {}
    const request = ask(`/api/views/${id}`, { method, body, cookie: cookies[role] })
    return (await route[method](request, { params: Promise.resolve({ id }) })).status
  }
  const records = async () => {
    const { GET } = await import('../activity/entries/route')
    const path = '/api/activity/entries?action=view-shared,view-withdrawn'
    const { rows } = await (await GET(ask(path, { cookie: cookies.admin }))).json()
    return rows.map(({ phases }: { phases: { action: string; after: { name: string } | null }[] }) => [
      phases[0]?.action,
      phases[0]?.after?.name ?? null,
    ])
  }

  it('are one’s own, and nobody else sees, changes or deletes them', async () => {
    const { status, body } = await save('agent')
    expect([status, body.view]).toMatchObject([200, { name: 'Cards', own: true, params: VIEW.params, density: null }])
    expect(await list('finance')).toEqual([])
    expect((await list('agent')).map(({ name }) => name)).toEqual(['Cards'])
    for (const method of ['PUT', 'DELETE'] as const) expect(await one('lead', method, body.view.id)).toBe(404)
    expect(
      await one('agent', 'PUT', body.view.id, {
        name: 'Card payers',
        columns: ['reference', 'next'],
        density: 'compact',
      }),
    ).toBe(200)
    expect(await list('agent')).toMatchObject([
      { name: 'Card payers', columns: ['reference', 'next'], density: 'compact' },
    ])
    expect(await one('agent', 'DELETE', body.view.id)).toBe(204)
    expect(await list('agent')).toEqual([])
  })

  it('are shared by team leads alone, and that is on record', async () => {
    expect((await save('agent', { shared: true })).status).toBe(403)
    const { body } = await save('lead', { shared: true, name: 'Everybody’s' })
    expect(await list('agent')).toMatchObject([{ name: 'Everybody’s', own: false, opens: false }])
    expect(await one('agent', 'DELETE', body.view.id)).toBe(404)
    expect(await one('lead', 'PUT', body.view.id, { shared: false })).toBe(200)
    expect(await list('agent')).toEqual([])
    expect(await records()).toEqual([
      ['view-withdrawn', null],
      ['view-shared', 'Everybody’s'],
    ])
  })

  it('are each of another name, and the list opens with one of them', async () => {
    await save('finance', { name: 'One', opens: true })
    await save('finance', { name: 'Two', opens: true })
    expect(await list('finance')).toMatchObject([
      { name: 'One', opens: false },
      { name: 'Two', opens: true },
    ])
    const again = await save('finance', { name: 'One' })
    expect([again.status, again.body.fields[0].path]).toEqual([422, 'name'])
  })

  it.each([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ params: 'a b\u0000' }, 'params'],
    [{ params: '<script>' }, 'params'],
    [{ columns: ['../x'] }, 'columns.0'],
    [{ more: 1 }, 'more'],
  ])('%j is bad input at %s', async (over, path) => {
    const { status, body } = await save('agent', over)
    expect([status, body.fields[0].path]).toEqual([422, path])
  })
})
