import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { badInput, ProblemError } from '@/lib/problem'
import { ROLES } from '@/lib/roles'
import { readBody } from './body'
import { handler } from './handler'
import { cookies, onHandler, told } from './handler-scene'
import { closedHeaders } from './headers'
import type { Operator } from './operator'
import { setPerson } from './store/people'
import { ask, cookieOf } from './visitors'

const logged = vi.hoisted(() => vi.fn())
vi.mock(import('./log'), async (actual) => ({ ...(await actual()), log: logged }))

onHandler(() => {
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
