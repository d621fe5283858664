import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { env } from '@/lib/server/env'
import { addDemoPeople } from '@/lib/server/local-sign-in'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { setPerson } from '@/lib/server/store/people'
import { throttle } from '@/lib/server/store/people-tables'
import { ask, ORIGIN, stubSettings } from '@/lib/server/visitors'
import { GET as me } from '../../me/route'
import { Browser, contextOf } from './browser-scene'
import { GET, POST } from './route'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())

onEmbeddedStore('signing in and out', (store) => {
  beforeAll(() => addDemoPeople())
  beforeEach(async () => {
    await store().db.delete(throttle)
  })

  it('goes as a program does it: token, credentials, cookies', async () => {
    const browser = new Browser()
    expect(await browser.who()).toBeNull()
    const response = await browser.signIn()
    expect([response.status, response.headers.get('location')]).toEqual([303, `${ORIGIN}/`])
    expect(await browser.who()).toBe('agent@quarterday.test')
    expect(await (await browser.get('session')).json()).toEqual({
      user: { name: 'Agent', email: 'agent@quarterday.test', role: 'agent' },
      expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
  })

  it('sets cookies that no script can read and no other site makes send, and that hold no more than a reference', async () => {
    const lines = (await new Browser().signIn()).headers.getSetCookie()
    const session = lines.find((line) => line.startsWith('next-auth.session-token=')) ?? ''
    expect(session).toMatch(/; Path=\/;/)
    expect(session).toMatch(/; HttpOnly/)
    expect(session).toMatch(/; SameSite=Lax/)
    expect(session).not.toMatch(/Domain|Secure/)
    expect(session.length).toBeLessThan(600)
  })

  it('answers wrong passwords and unknown people alike, in status, body and cookies', async () => {
    const tell = async (fields: Record<string, string>) => {
      const browser = new Browser()
      const response = await browser.signIn(fields)
      const names = response.headers.getSetCookie().map((line) => line.split('=')[0])
      return { status: response.status, to: response.headers.get('location'), body: await response.text(), names }
    }
    for (const json of ['true', 'false']) {
      const known = await tell({ password: 'wrong', json })
      expect(await tell({ email: 'nobody@example.test', json })).toEqual(known)
      expect(await tell({ email: '', json })).toEqual(known)
      expect(known.status).toBe(json === 'true' ? 401 : 303)
    }
  })

  it('is paused after ten failures, and says so to known and unknown people alike', async () => {
    const tries = async (email: string) => {
      const browser = new Browser()
      for (let n = 0; n < 10; n++)
        await store()
          .db.insert(throttle)
          .values({ key: `account:${email}`, failures: 10, last: new Date() })
          .onConflictDoNothing()
      const response = await browser.signIn({ email, json: 'true' })
      return [response.status, (await response.json()).url]
    }
    const paused = [401, expect.stringContaining('error=Paused')]
    expect(await tries('agent@quarterday.test')).toEqual(paused)
    expect(await tries('nobody@example.test')).toEqual(paused)
  })

  it('makes a new session each time, and ends the one before', async () => {
    const browser = new Browser()
    await browser.signIn()
    const before = browser.header()
    await browser.signIn({ email: 'lead@quarterday.test' })
    expect(await browser.who()).toBe('lead@quarterday.test')
    const old = await me(ask('/api/me', { cookie: before }))
    expect(old.status).toBe(401)
  })

  it('takes no session from outside', async () => {
    const browser = new Browser()
    browser.cookies.set('next-auth.session-token', 'planted')
    await browser.signIn()
    expect(browser.cookies.get('next-auth.session-token')).not.toBe('planted')
    expect(await browser.who()).toBe('agent@quarterday.test')
  })

  it('ends at sign-out, for every copy of the cookie, and empties what the browser kept', async () => {
    const browser = new Browser()
    await browser.signIn()
    const copy = browser.header()
    const response = await browser.post('signout', { csrfToken: await browser.token(), callbackUrl: '/schedules' })
    expect([response.status, response.headers.get('location')]).toEqual([303, `${ORIGIN}/sign-in`])
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.cookies.has('next-auth.session-token')).toBe(false)
    expect((await me(ask('/api/me', { cookie: copy }))).status).toBe(401)
    expect(await (await GET(ask('/api/auth/session', { cookie: copy }), contextOf('session'))).json()).toEqual({})
  })

  it('is not ended by another site, nor without the token', async () => {
    const browser = new Browser()
    await browser.signIn()
    const csrfToken = await browser.token()
    expect((await browser.post('signout', { csrfToken }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const without = await browser.post('signout', {})
    expect(without.headers.get('clear-site-data')).toBeNull()
    expect(await browser.who()).toBe('agent@quarterday.test')
  })

  it('is not begun by another site, nor without the token', async () => {
    const foreign: Record<string, string | null>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': null, origin: 'https://evil.example' },
      { 'sec-fetch-site': null, origin: null },
    ]
    for (const headers of foreign) {
      const browser = new Browser()
      const fields = { csrfToken: await browser.token(), email: 'agent@quarterday.test', password: 'quarterday' }
      expect((await browser.post('callback/credentials', fields, headers)).status).toBe(403)
    }
    const browser = new Browser()
    await browser.signIn({ csrfToken: 'made-up' })
    expect(await browser.who()).toBeNull()
  })

  it('ends with a changed role, and with no access', async () => {
    const browser = new Browser()
    await browser.signIn({ email: 'finance@quarterday.test' })
    await setPerson('finance@quarterday.test', 'agent')
    expect(await browser.who()).toBeNull()
    await browser.signIn({ email: 'finance@quarterday.test' })
    await setPerson('finance@quarterday.test', 'off')
    expect(await browser.who()).toBeNull()
    await browser.signIn({ email: 'finance@quarterday.test' })
    expect(await browser.who()).toBeNull()
  })

  describe('leads back', () => {
    it.each([
      ['/schedules?status=active', '/schedules?status=active'],
      [`${ORIGIN}/schedules`, '/schedules'],
      ['https://evil.example/', '/'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['http://', '/'],
      ['/api/auth/signout', '/'],
    ])('from %s to %s', async (callbackUrl, to) => {
      const response = await new Browser().signIn({ callbackUrl })
      expect(response.headers.get('location')).toBe(`${ORIGIN}${to}`)
    })

    it('to a page of ours though a cookie or the address says otherwise', async () => {
      const browser = new Browser()
      browser.cookies.set('next-auth.callback-url', encodeURIComponent('https://evil.example/'))
      const fields = { csrfToken: await browser.token(), email: 'agent@quarterday.test', password: 'quarterday' }
      const path = 'callback/credentials?callbackUrl=https%3A%2F%2Fevil.example'
      const request = ask(`/api/auth/${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        cookie: browser.header(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect((await POST(request, contextOf(path))).headers.get('location')).toBe(`${ORIGIN}/`)
    })

    it('to the sign-in page after a failure, with the place to go kept', async () => {
      const browser = new Browser()
      const failed = await browser.signIn({ password: 'wrong', callbackUrl: '/schedules' })
      const error = new URL(failed.headers.get('location') ?? '')
      const next = await browser.get(`error${error.search}`)
      const signIn = await browser.get(`signin${new URL(next.headers.get('location') ?? '', ORIGIN).search}`)
      const page = new URL(signIn.headers.get('location') ?? '', ORIGIN)
      expect([page.pathname, page.searchParams.get('error')]).toEqual(['/sign-in', 'CredentialsSignin'])
      expect(page.searchParams.get('callbackUrl')).toBe(`${ORIGIN}/schedules`)
    })
  })

  it('opens no other address of the library', async () => {
    for (const path of ['_log', 'verify-request', 'callback/other', 'signin/other', 'callback/credentials', 'x'])
      expect([path, (await new Browser().get(path)).status]).toEqual([path, 404])
    for (const path of ['_log', 'session', 'signin/credentials', 'csrf'])
      expect([path, (await new Browser().post(path, {})).status]).toEqual([path, 404])
  })

  it('takes forms and JSON, and nothing of 64 KB or more', async () => {
    const browser = new Browser()
    expect((await browser.signIn({ password: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await browser.post('signout', {}, { 'content-type': 'text/plain' })).status).toBe(415)
    const csrfToken = await browser.token()
    const request = ask('/api/auth/callback/credentials', {
      method: 'POST',
      body: { csrfToken, email: 'agent@quarterday.test', password: 'quarterday', json: true },
      cookie: browser.header(),
    })
    expect(await (await POST(request, contextOf('callback/credentials'))).json()).toEqual({ url: `${ORIGIN}/` })
  })

  it('is over for local accounts once they are switched off', async () => {
    const browser = new Browser()
    await browser.signIn()
    const settings = env()
    const before = settings.LOCAL_ACCOUNTS
    settings.LOCAL_ACCOUNTS = 'off'
    try {
      expect(await browser.who()).toBeNull()
      expect(Object.keys(await (await browser.get('providers')).json())).toEqual([])
    } finally {
      settings.LOCAL_ACCOUNTS = before
    }
  })
})
