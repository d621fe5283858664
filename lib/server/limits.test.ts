import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/roles'
import { handler } from './handler'
import { forgetRates } from './rates'
import { onEmbeddedStore } from './store/both'
import { addPeople, ask, cookieOf, stubSettings } from './visitors'

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())
beforeEach(() => forgetRates())

onEmbeddedStore('a route behind the handler', () => {
  const cookies = {} as Record<Role, string>
  beforeAll(async () => {
    await addPeople()
    cookies.agent = await cookieOf('agent')
    cookies.lead = await cookieOf('lead')
  })

  const told = async (response: Response) => {
    const body = await response.json()
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ type: `/problems/${body.kind}`, status: response.status, title: expect.any(String) })
    expect(body.instance).toMatch(/^[0-9a-f-]{36}$/)
    return body
  }

  describe('what is asked', () => {
    const route = handler<{ id: string }>('schedules:read', ({ params }) => params)
    const read = (id: string) => route(ask('/api/x', { cookie: cookies.agent }), { params: Promise.resolve({ id }) })

    it.each(['', '..', '.', '%2e%2e', 'a/b', 'a b', 'a\u0000', 'ä', 'A'.repeat(65), '../mandate', 'a?b', '１'])(
      'under the id %j does not exist',
      async (id) => expect(await told(await read(id))).toMatchObject({ kind: 'not-found', status: 404 }),
    )

    it('is handed over under a plain id', async () => {
      for (const id of ['FTBRS00112373', 'a-b_c', 'A'.repeat(64)]) expect(await (await read(id)).json()).toEqual({ id })
    })

    it('is too large with an address of more than 4,096 characters', async () => {
      const long = (length: number) => route(ask(`/api/x?q=${'a'.repeat(length - 9)}`, { cookie: cookies.agent }))
      expect((await long(4_096)).status).toBe(200)
      expect(await told(await long(4_097))).toMatchObject({ kind: 'too-large', status: 413 })
    })
  })

  describe('how often', () => {
    const count = async (route: (request: Request) => Promise<Response>, times: number, method: string) => {
      const request = () => ask('/api/x', { method, cookie: cookies.lead, ...(method === 'POST' && { body: {} }) })
      const statuses = new Map<number, number>()
      for (let n = 0; n < times; n++) {
        const { status } = await route(request())
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      return Object.fromEntries(statuses)
    }

    it('is 30 changes, 120 pieces of typed work and 1,200 reads a minute, and 6 exports an hour', async () => {
      expect(
        await count(
          handler('schedules:change', () => 1),
          32,
          'POST',
        ),
      ).toEqual({ 200: 30, 429: 2 })
      expect(
        await count(
          handler('drafts:keep', () => 1),
          122,
          'POST',
        ),
      ).toEqual({ 200: 120, 429: 2 })
      expect(
        await count(
          handler('exports:make', () => 1),
          8,
          'POST',
        ),
      ).toEqual({ 200: 6, 429: 2 })
      expect(
        await count(
          handler('schedules:read', () => 1),
          1_202,
          'GET',
        ),
      ).toEqual({ 200: 1_200, 429: 2 })
    })

    it('is each person’s own affair, and tells when to come again', async () => {
      const route = handler('schedules:change', () => 1)
      await count(route, 30, 'POST')
      const refused = await route(ask('/api/x', { method: 'POST', body: {}, cookie: cookies.lead }))
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await told(refused)).toMatchObject({ kind: 'too-many', retryAfterSeconds: expect.any(Number) })
      expect((await route(ask('/api/x', { method: 'POST', body: {}, cookie: cookies.agent }))).status).toBe(200)
    })
  })
})
