import { beforeEach, describe, expect, it, vi } from 'vitest'
import { handler } from './handler'
import { cookies, onHandler, told } from './handler-scene'
import { ask, ORIGIN } from './visitors'

vi.mock(import('./log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

onHandler(() => {
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
})
