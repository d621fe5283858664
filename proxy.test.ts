import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { REFUSED_HEADER } from '@/lib/server/connection'
import { closedHeaders } from '@/lib/server/headers'
import { ask, stubSettings } from '@/lib/server/visitors'
import { proxy } from './proxy'

const SECRET = 'for tests alone: thirty-two bytes or more'
let cookie: string

beforeAll(async () => {
  stubSettings()
  cookie = `next-auth.session-token=${await encode({ token: { sid: 'some session' }, secret: SECRET })}`
})
afterAll(() => vi.unstubAllEnvs())

const send = (path: string, asking: Parameters<typeof ask>[1] = {}) => proxy(new NextRequest(ask(path, asking)))
/** What the page behind the proxy is told in a header of its request. */
const toldPage = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`)
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

describe('a page', () => {
  it('is not for strangers, who come back to it after signing in', async () => {
    const response = await send('/schedules?status=active&_rsc=1x2')
    const to = new URL(response.headers.get('location') ?? '')
    expect([response.status, to.pathname, to.searchParams.get('callbackUrl')]).toEqual([
      307,
      '/sign-in',
      '/schedules?status=active',
    ])
  })

  it.each(['next-auth.session-token=planted', 'next-auth.session-token=', 'x=y'])(
    'is not for the cookie %s',
    async (other) => {
      expect((await send('/schedules', { cookie: other })).status).toBe(307)
    },
  )

  it('has a policy with a nonce of its own, told to the page and to nobody before', async () => {
    const planted = { 'x-nonce': 'planted', 'content-security-policy': "script-src 'nonce-planted'" }
    const [one, two] = [await send('/schedules', { cookie, headers: planted }), await send('/schedules', { cookie })]
    const nonce = toldPage(one, 'x-nonce')
    expect(nonce).toMatch(/^[\w+/=]{32,}$/)
    expect(nonce).not.toBe(toldPage(two, 'x-nonce'))
    expect(policyOf(one)).toContain(
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; `,
    )
    expect(policyOf(one)).not.toMatch(/planted|unsafe-eval|https?:/)
    expect(toldPage(one, 'content-security-policy')).toBe(policyOf(one))
  })

  it.each(['/schedules/%ZZ', '/schedules/%e0%a4%a?tab=payments', '/%'])(
    'whose address %s has half a character in it is asked for by a readable one',
    async (odd) => {
      const response = await send(odd, { cookie })
      const to = new URL(response.headers.get('location') ?? '')
      expect([response.status, `${decodeURIComponent(to.pathname)}${to.search}`]).toEqual([307, odd])
    },
  )

  it('bears every other header of ours', async () => {
    const { headers } = await send('/schedules', { cookie })
    for (const [name, value] of Object.entries(closedHeaders))
      if (name !== 'Content-Security-Policy') expect([name, headers.get(name)]).toEqual([name, value])
  })

  it('is told its own address, whatever a client claims', async () => {
    const response = await send('/schedules?page=2&_rsc=1x2', { cookie, headers: { 'x-page-address': '/elsewhere' } })
    expect(toldPage(response, 'x-page-address')).toBe('/schedules?page=2')
  })

  it('is only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await send('/schedules', { cookie, method })
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
    }
  })
})

describe('the sign-in page', () => {
  it('is for strangers, with a token for its form and the cookie that goes with it', async () => {
    const response = await send('/sign-in', { headers: { 'x-form-token': 'planted' } })
    const token = toldPage(response, 'x-form-token')
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(response.headers.get('set-cookie')).toMatch(
      new RegExp(`^next-auth.csrf-token=${token}%7C[0-9a-f]{64}; Path=/; HttpOnly; SameSite=lax$`, 'i'),
    )
  })

  it('keeps the token that the browser has, if it is one of ours', async () => {
    const first = await send('/sign-in')
    const [kept = ''] = (first.headers.get('set-cookie') ?? '').split(';')
    const second = await send('/sign-in', { cookie: kept })
    expect(toldPage(second, 'x-form-token')).toBe(toldPage(first, 'x-form-token'))
    expect(second.headers.get('set-cookie')).toBeNull()
    const forged = await send('/sign-in', { cookie: `next-auth.csrf-token=${'a'.repeat(64)}%7C${'b'.repeat(64)}` })
    expect(toldPage(forged, 'x-form-token')).not.toBe('a'.repeat(64))
  })

  it('is the only page that is handed one', async () => {
    const response = await send('/schedules', { cookie, headers: { 'x-form-token': 'planted' } })
    expect(toldPage(response, 'x-form-token')).toBeNull()
    expect(response.headers.get('x-middleware-override-headers')).not.toContain('x-form-token')
  })
})

describe('the API', () => {
  const problemOf = async (response: Response) => ({ ...(await response.json()), allow: response.headers.get('allow') })

  it('is passed on where the method is known, and is 405 with a problem where it is not', async () => {
    expect((await send('/api/me')).headers.get('x-middleware-next')).toBe('1')
    expect((await send('/api/me', { method: 'HEAD' })).headers.get('x-middleware-next')).toBe('1')
    for (const method of ['DELETE', 'OPTIONS', 'PUT'])
      expect(await problemOf(await send('/api/me', { method }))).toMatchObject({
        status: 405,
        kind: 'bad-input',
        allow: 'GET, HEAD',
      })
  })

  it('does not exist under half a character', async () => {
    expect(await problemOf(await send('/api/schedules/%E0%A4%A'))).toMatchObject({ status: 404, kind: 'not-found' })
  })
})

it.each(['/schedules', '/sign-in', '/api/me', '/icon.svg'])(
  'what only the framework may say to itself is refused on %s',
  async (path) => {
    const response = await send(path, { cookie, headers: { [REFUSED_HEADER]: 'next-action' } })
    expect(response.status).toBe(400)
    for (const [name, value] of Object.entries(closedHeaders)) expect(response.headers.get(name)).toBe(value)
  },
)
