import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { badInput, ProblemError } from '@/lib/problem'
import { ROLES, type Role } from '@/lib/roles'
import { readBody } from './body'
import { handler } from './handler'
import { closedHeaders } from './headers'
import type { Operator } from './operator'
import { onEmbeddedStore } from './store/both'
import { setPerson } from './store/people'
import { addPeople, ask, cookieOf, ORIGIN, stubSettings } from './visitors'

const logged = vi.hoisted(() => vi.fn())
vi.mock(import('./log'), async (actual) => ({ ...(await actual()), log: logged }))

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())

onEmbeddedStore('a route behind the handler', () => {
  const cookies = {} as Record<Role, string>
  beforeAll(async () => {
    await addPeople()
    for (const role of ROLES) cookies[role] = await cookieOf(role)
  })

  const told = async (response: Response) => {
    const body = await response.json()
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ type: `/problems/${body.kind}`, status: response.status, title: expect.any(String) })
    expect(body.instance).toMatch(/^[0-9a-f-]{36}$/)
    return body
  }

  describe('who asks', () => {
    const seen = vi.fn(({ operator }: { operator: Operator }) => ({ email: operator.email }))
    const route = handler('schedules:disable', seen)
    beforeEach(() => void seen.mockClear())

    it('is told in by their role, and turned away with the words of who may', async () => {
      const answers = await Promise.all(ROLES.map((role) => route(ask('/api/x', { cookie: cookies[role] }))))
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 403])
      expect(await answers[2]?.json()).toEqual({ email: 'lead@quarterday.test' })
      expect(await told(await route(ask('/api/x', { cookie: cookies.agent })))).toMatchObject({
        kind: 'not-allowed',
        needs: 'Team lead',
      })
      expect(seen).toHaveBeenCalledTimes(1)
    })

    it.each([
      undefined,
      'next-auth.session-token=made-up',
      '__Host-next-auth.session-token=x',
      'next-auth.session-token=',
    ])('is nobody with the cookie %s', async (cookie) => {
      expect(await told(await route(ask('/api/x', { cookie })))).toMatchObject({ kind: 'not-signed-in', status: 401 })
      expect(seen).not.toHaveBeenCalled()
    })

    it('is nobody with a token in an Authorization header, which a page of another site could not send either', async () => {
      const [, token] = cookies.lead.split('=')
      const response = await route(ask('/api/x', { headers: { authorization: `Bearer ${token}` } }))
      expect(response.status).toBe(401)
    })

    it('is nobody on a page that was drawn for somebody else', async () => {
      const of = (email: string) => ask('/api/x', { cookie: cookies.lead, headers: { 'Quarterday-Person': email } })
      expect((await route(of('lead%40quarterday.test'))).status).toBe(200)
      expect((await route(of('agent%40quarterday.test'))).status).toBe(401)
      expect((await route(of(''))).status).toBe(401)
      expect(seen).toHaveBeenCalledTimes(1)
    })

    it('meets a changed role at the next request', async () => {
      const cookie = await cookieOf('lead')
      expect((await route(ask('/api/x', { cookie }))).status).toBe(200)
      await setPerson('lead@quarterday.test', 'agent')
      expect((await route(ask('/api/x', { cookie }))).status).toBe(401)
      await setPerson('lead@quarterday.test', 'lead')
      cookies.lead = await cookieOf('lead')
    })

    it('is nobody on public routes, whatever cookie comes', async () => {
      const open = handler('public', ({ operator }) => ({ operator }))
      expect(await (await open(ask('/api/x', { cookie: cookies.lead }))).json()).toEqual({ operator: null })
    })
  })

  describe('a write', () => {
    const act = vi.fn(() => ({ done: true }))
    const route = handler('schedules:change', act)
    const write = (headers: Record<string, string | null>) =>
      route(ask('/api/x', { method: 'POST', body: {}, cookie: cookies.agent, headers }))
    beforeEach(() => void act.mockClear())

    it('from our own page is done', async () => {
      expect((await write({})).status).toBe(200)
      expect((await write({ origin: null })).status).toBe(200)
      expect((await write({ 'sec-fetch-site': null })).status).toBe(200)
    })

    it.each<[string, Record<string, string | null>]>([
      ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
      ['another site that sends our origin', { 'sec-fetch-site': 'cross-site' }],
      ['a sister site', { 'sec-fetch-site': 'same-site' }],
      ['the address bar', { 'sec-fetch-site': 'none' }],
      ['nowhere', { 'sec-fetch-site': null, origin: null }],
      ['an origin that hides', { 'sec-fetch-site': null, origin: 'null' }],
      ['another port', { 'sec-fetch-site': null, origin: 'http://127.0.0.1:3001' }],
      ['another scheme', { 'sec-fetch-site': null, origin: 'https://127.0.0.1:3000' }],
      ['our name inside another', { 'sec-fetch-site': null, origin: `${ORIGIN}.evil.example` }],
      ['our name in another spelling', { 'sec-fetch-site': null, origin: `${ORIGIN}/` }],
      ['two origins', { 'sec-fetch-site': null, origin: `${ORIGIN}, https://evil.example` }],
      ['a referer alone', { 'sec-fetch-site': null, origin: null, referer: `${ORIGIN}/schedules` }],
      ['an empty word of the browser', { 'sec-fetch-site': '' }],
    ])('from %s is turned away', async (_, headers) => {
      expect(await told(await write(headers))).toMatchObject({ kind: 'not-allowed', status: 403 })
      expect(act).not.toHaveBeenCalled()
    })

    it.each([
      null,
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'text/plain; application/json',
      'application/jsonp',
    ])('with the content type %s is turned away', async (type) => {
      // Without a type of ours fetch adds text/plain by itself.
      expect(await told(await write({ 'content-type': type }))).toMatchObject({ kind: 'bad-input', status: 415 })
      expect(act).not.toHaveBeenCalled()
    })

    it('that forgets something needs no type, since it has no body', async () => {
      const forget = (headers: Record<string, string | null>) =>
        route(ask('/api/x', { method: 'DELETE', cookie: cookies.agent, headers: { 'content-type': null, ...headers } }))
      expect((await forget({})).status).toBe(200)
      expect((await forget({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    })

    it('is no read for saying so in a header', async () => {
      const disguised = { 'x-http-method-override': 'GET', 'x-method-override': 'GET', 'sec-fetch-site': 'cross-site' }
      expect((await write(disguised)).status).toBe(403)
      const read = ask('/api/x', {
        cookie: cookies.agent,
        headers: { 'x-http-method-override': 'POST', 'sec-fetch-site': 'cross-site' },
      })
      expect((await route(read)).status).toBe(200)
    })

    it('is turned away before anybody looks who asks', async () => {
      const stranger = ask('/api/x', { method: 'POST', body: {}, headers: { 'sec-fetch-site': 'cross-site' } })
      expect((await route(stranger)).status).toBe(403)
    })

    it('brings its key where the route asks for one', async () => {
      const keyed = handler('schedules:change', ({ key }) => ({ key }))
      const send = (key: string | null) =>
        keyed(ask('/api/x', { method: 'POST', body: {}, cookie: cookies.agent, headers: { 'idempotency-key': key } }))
      expect(await (await send(KEY.toUpperCase())).json()).toEqual({ key: KEY })
      for (const bad of [null, '', 'x', KEY.slice(1), `${KEY}0`, `{${KEY}}`, `${KEY}, ${KEY}`])
        expect(await told(await send(bad))).toMatchObject({ kind: 'bad-input', fields: [{ path: 'Idempotency-Key' }] })
    })
  })

  describe('the answer', () => {
    const answer = (act: () => unknown, method = 'GET') => handler('public', act)(ask('/api/x', { method }))

    it('is JSON of what the route returns, nothing where it returns nothing, its own Response otherwise', async () => {
      const json = await answer(() => ({ pence: 1 }))
      expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
      expect((await answer(() => undefined)).status).toBe(204)
      expect((await answer(() => Response.json({}, { status: 201 }))).status).toBe(201)
    })

    it('to HEAD has no body', async () => {
      const response = await answer(() => ({ pence: 1 }), 'HEAD')
      expect([response.status, await response.text()]).toEqual([200, ''])
    })

    it('tells a problem that was thrown', async () => {
      const found = await answer(() => {
        throw badInput('rows.3.pounds', 'Not money.')
      })
      expect(await told(found)).toMatchObject({ kind: 'bad-input', fields: [{ path: 'rows.3.pounds' }] })
    })

    it('gives nothing away of a mistake of ours but a reference', async () => {
      const response = await answer(() => {
        throw new Error('select * from people; secret 42')
      })
      const body = await told(response)
      expect(body).toMatchObject({ kind: 'unexpected', status: 500, ref: body.instance })
      expect(JSON.stringify(body)).not.toMatch(/secret|select|handler/)
    })

    it('bears our headers whatever it is, over what a route says', async () => {
      const answers = [
        await answer(() => 1),
        await answer(() => undefined),
        await answer(() =>
          Response.json({}, { headers: { 'Cache-Control': 'public', 'Content-Security-Policy': 'x' } }),
        ),
        await answer(() => Promise.reject(new ProblemError({ kind: 'stale' }))),
        await answer(() => Promise.reject(new Error('x'))),
        await handler('schedules:read', () => 1)(ask('/api/x')),
      ]
      for (const { headers } of answers) {
        const found = Object.fromEntries(Object.keys(closedHeaders).map((name) => [name, headers.get(name)]))
        expect(found).toEqual(closedHeaders)
      }
    })
  })

  it('reads a body behind all that', async () => {
    const route = handler('schedules:change', async ({ request }) =>
      readBody(request, z.strictObject({ note: z.string() })),
    )
    const send = (body: unknown) => route(ask('/api/x', { method: 'POST', body, cookie: cookies.agent }))
    expect(await (await send({ note: 'Cafe\u0301' })).json()).toEqual({ note: 'Café' })
    expect(await told(await send({ note: 'a', agreed: true }))).toMatchObject({
      kind: 'bad-input',
      fields: [{ path: 'agreed' }],
    })
  })

  describe('a browser that goes on before the answer', () => {
    const leaving = (method: string, what: (signal: AbortSignal) => unknown) => {
      const gone = new AbortController()
      const route = handler('public', ({ request }) => {
        gone.abort(new Error('ResponseAborted'))
        throw what(request.signal)
      })
      const asked = ask('/api/x', { method, ...(method === 'PUT' && { body: {} }) })
      return route(new Request(asked, { signal: gone.signal }))
    }
    beforeEach(() => void logged.mockClear())

    it.each([
      ['its own reason', (signal: AbortSignal) => signal.reason],
      ['an abort', () => new DOMException('The operation was aborted', 'AbortError')],
    ])('leaves no error in the log when the read ends with %s', async (_, what) => {
      expect((await leaving('GET', what)).status).toBe(499)
      expect(logged).not.toHaveBeenCalled()
    })

    it('leaves every other fault there, and all of a write', async () => {
      expect((await leaving('GET', () => new TypeError('x is not a function'))).status).toBe(500)
      expect((await leaving('PUT', (signal) => signal.reason)).status).toBe(500)
      expect(logged).toHaveBeenCalledTimes(2)
    })
  })
})
