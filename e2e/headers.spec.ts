import type { APIResponse } from '@playwright/test'
import { expect, test } from './fixtures'
import { aSchedule } from './records'

// The headers that keep a browser safe, on every kind of answer, errors and redirects included.

const EVERYWHERE = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

function expectEverywhere(answer: APIResponse, what: string): void {
  const headers = answer.headers()
  const found = Object.fromEntries(Object.keys(EVERYWHERE).map((name) => [name, headers[name]]))
  expect(found, what).toEqual(EVERYWHERE)
  expect(headers['x-powered-by'], what).toBeUndefined()
  expect(headers['access-control-allow-origin'], what).toBeUndefined()
}

const nonceOf = (answer: APIResponse) =>
  /script-src [^;]*'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]

test('pages, found or not, carry a strict policy with a nonce of their own', async ({ agent }) => {
  const nonces = new Set<string | undefined>()
  const paths = [
    '/sign-in',
    '/schedules',
    `/schedules/${aSchedule().id}`,
    '/nothing-here',
    `/schedules/${'A'.repeat(65)}`,
  ]
  for (const path of paths) {
    const answer = await agent.request.get(path, { maxRedirects: 0 })
    const what = `${path} (${answer.status()})`
    expectEverywhere(answer, what)
    const policy = answer.headers()['content-security-policy'] ?? ''
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
      expect(policy, what).toContain(part)
    expect(policy, what).toContain("frame-ancestors 'none'")
    expect(policy, what).toMatch(/script-src 'self' 'nonce-[^']{16,}' 'strict-dynamic'(;|$)/)
    expect(answer.headers()['cache-control'], what).toContain('no-store')
    expect(answer.headers()['permissions-policy'], what).toContain('payment=()')
    nonces.add(nonceOf(answer))
  }
  expect(nonces.size).toBe(paths.length)
  expect(nonces).not.toContain(undefined)
})

test('a nonce that comes in with the request is not the one that goes out', async ({ agent }) => {
  const answer = await agent.request.get('/schedules', { headers: { 'x-nonce': 'mine-mine-mine-mine' } })
  expect(nonceOf(answer)).not.toBe('mine-mine-mine-mine')
  expect(await answer.text()).not.toContain('mine-mine-mine-mine')
})

test('answers of the interface, good and bad, carry the policy of data', async ({ agent, house }) => {
  const origin = { origin: house.url }
  const answers = {
    good: await agent.request.get('/api/schedules?size=1'),
    refused: await agent.request.get('/api/schedules?colour=red'),
    'not found': await agent.request.get(`/api/schedules/${'A'.repeat(65)}`),
    'nothing at all': await agent.request.get('/api'),
    'no such path': await agent.request.get('/api/nothing-here'),
    'no such method': await agent.request.delete('/api/me', { headers: origin }),
    health: await agent.request.get('/api/health'),
    session: await agent.request.get('/api/auth/session'),
  }
  for (const [what, answer] of Object.entries(answers)) {
    expectEverywhere(answer, `${what} (${answer.status()})`)
    expect(answer.headers()['content-security-policy'], what).toBe(API_POLICY)
    expect(answer.headers()['cache-control'], what).toContain('no-store')
    expect(answer.headers()['content-type'], what).toMatch(/^application\/(problem\+)?json/)
  }
})

test('a stranger is sent to sign in, with all headers on the way', async ({ page }) => {
  const answer = await page.request.get('/schedules?status=active', { maxRedirects: 0 })
  expect([302, 303, 307]).toContain(answer.status())
  expectEverywhere(answer, 'redirect')
  expect(answer.headers()['cache-control']).toContain('no-store')
  const to = new URL(answer.headers().location ?? '', 'http://here')
  expect(to.pathname).toBe('/sign-in')
  expect(to.searchParams.get('callbackUrl')).toContain('/schedules?status=active')
})

test('static files are kept by browsers for good, and only those whose name changes with them', async ({ agent }) => {
  const html = await (await agent.request.get('/sign-in')).text()
  const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0]
  expect(script).toBeTruthy()
  const answer = await agent.request.get(script ?? '')
  expectEverywhere(answer, script ?? '')
  expect(answer.headers()['cache-control']).toContain('immutable')
  const written = await agent.request.post(script ?? '', { data: {} })
  expect(written.status()).toBe(405)
  expectEverywhere(written, 'a write to a static file')
  expect(written.headers()['cache-control'] ?? '').not.toContain('immutable')
  const missing = await agent.request.get('/_next/static/chunks/not-there.js')
  expect(missing.status()).toBe(404)
  expectEverywhere(missing, 'a static file that is not there')
  expect(missing.headers()['cache-control'] ?? '').not.toContain('immutable')
})

test('the token is in no page and no answer', async ({ agent, house }) => {
  const bodies = await Promise.all(
    ['/sign-in', '/schedules', '/api/me', '/api/schedules', '/api/auth/session', '/api/auth/providers'].map(
      async (path) => (await agent.request.get(path)).text(),
    ),
  )
  for (const body of bodies) expect(body).not.toMatch(/Bearer |thirty-two bytes or more/)
  expect(house.log()).not.toMatch(/Bearer |thirty-two bytes or more/)
})
