import type { APIResponse } from '@playwright/test'
import { expect, test } from './fixtures'
import { sendRaw } from './raw'
import { aSchedule } from './records'

// Whatever nonsense comes in gets the right status and the right words, and nothing of it goes on to SmarterPay.

async function expectProblem(answer: APIResponse, status: number, kind: string): Promise<Record<string, unknown>> {
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  const problem = await answer.json()
  expect([answer.status(), problem.kind, problem.status]).toEqual([status, kind, status])
  expect(problem.type).toBe(`/problems/${kind}`)
  expect(problem.title, 'a sentence for people').toBeTruthy()
  expect(problem.instance, 'a reference for whoever asks').toBeTruthy()
  expect(JSON.stringify(problem)).not.toMatch(/ at .*\.(js|ts|mjs):\d+|node_modules/)
  return problem
}

const ODD_IDS: [string, string][] = [
  ['two dots, hidden', '%2e%2e'],
  ['a slash, hidden', '..%2fmandate%2fM01'],
  ['a backslash', '%5c'],
  ['a control character', 'FTBRS%0000112373'],
  ['a line end', 'FTBRS00112373%0d%0aX:%201'],
  ['65 characters', 'A'.repeat(65)],
  ['a space', 'FTBRS%2000112373'],
  ['a question mark, hidden', 'FTBRS00112373%3flimit=1'],
  ['a hash, hidden', 'FTBRS00112373%23'],
  ['letters of another script', '%D0%90%D0%91%D0%92'],
  ['half a character', '%E0%A4'],
  ['a percent sign', '%25'],
]

test('an odd id is no schedule, and nobody asks SmarterPay', async ({ context, house, signIn, upstream }) => {
  await signIn()
  const since = await upstream()
  for (const [what, id] of ODD_IDS) {
    for (const path of [
      `/api/schedules/${id}`,
      `/api/schedules/${id}/payments`,
      `/api/mandates/${id}`,
      `/api/cards/${id}`,
    ]) {
      const answer = await sendRaw(context, house.url, path)
      const told = `${what}: ${path}`
      expect.soft(answer.status, told).toBe(404)
      expect.soft(answer.headers['content-type'], told).toContain('application/problem+json')
      expect.soft(answer.body, told).toContain('"kind":"not-found"')
    }
  }
  expect(await since()).toEqual([])
})

test('an id that nobody has is no schedule, and SmarterPay was asked once', async ({ agent, upstream }) => {
  const { id } = aSchedule()
  const since = await upstream()
  await expectProblem(await agent.request.get(`/api/schedules/${id}`), 404, 'not-found')
  expect(await since(id)).toHaveLength(1)
})

const NONSENSE: [string, string][] = [
  ['an unknown name', 'colour=red'],
  ['a name twice', 'status=active&status=inactive'],
  ['a status that does not exist', 'status=paused'],
  ['a page before the first', 'page=0'],
  ['a page that is no number', 'page=two'],
  ['too many rows', 'size=501'],
  ['a range with its ends changed over', 'next=2025-07-01..2025-06-01'],
  ['a day that does not exist', 'next=2025-02-30..'],
  ['a sort field that does not exist', 'sort=colour'],
  ['a sort that SmarterPay cannot do', 'sort=amount'],
  ['a filter that SmarterPay cannot do', 'amount=100..200'],
  ['a mandate with a slash', 'mandate=M01%2f..'],
  ['a control character', 'reference=a%00b'],
  ['a reference of 51 characters', `reference=${'a'.repeat(51)}`],
]

test('a list asked with nonsense is refused by name, and nobody asks SmarterPay', async ({ agent, upstream }) => {
  const since = await upstream()
  for (const [what, query] of NONSENSE) {
    await test.step(what, async () => {
      const problem = await expectProblem(await agent.request.get(`/api/schedules?${query}`), 422, 'bad-input')
      const [name] = query.split('=')
      expect(problem.fields).toContainEqual({ path: name, message: expect.stringMatching(/\S/) })
    })
  }
  expect(await since()).toEqual([])
})

test('an address of 20,000 characters is too large', async ({ agent, upstream }) => {
  const since = await upstream()
  const answer = await agent.request.get(`/api/schedules?q=${'a'.repeat(20_000)}`)
  expect([413, 414, 431]).toContain(answer.status())
  expect(await since()).toEqual([])
})

test('without a sign-in nothing is told and nothing is asked', async ({ page, upstream }) => {
  const { id } = aSchedule()
  const since = await upstream()
  for (const path of ['/api/me', '/api/schedules', `/api/schedules/${id}`, '/api/mandates/M01', '/api/cards/CD01']) {
    await expectProblem(await page.request.get(path), 401, 'not-signed-in')
  }
  expect(await since()).toEqual([])
})

test('a cookie that somebody made up is no sign-in', async ({ page, upstream, context, house }) => {
  const since = await upstream()
  for (const value of ['x', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z', '%00']) {
    await context.addCookies([{ name: 'next-auth.session-token', value, url: house.url }])
    await expectProblem(await page.request.get('/api/schedules'), 401, 'not-signed-in')
  }
  expect(await since()).toEqual([])
})

test('each role is told who it is and what it may', async ({ signIn, page }) => {
  for (const role of ['agent', 'finance', 'lead', 'admin'] as const) {
    await signIn(role)
    const me = await (await page.request.get('/api/me')).json()
    expect(me).toMatchObject({ email: `${role}@quarterday.test`, role })
    expect(me.can).toContain('schedules:read')
  }
})

test('a path that does not exist, and a method that a path does not have, are told as such', async ({
  agent,
  house,
}) => {
  await expectProblem(await agent.request.get('/api/nothing-here'), 404, 'not-found')
  const answer = await agent.request.delete('/api/me', { headers: { origin: house.url } })
  expect(answer.status()).toBe(405)
  expect(answer.headers().allow).toContain('GET')
})

const DISGUISES: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
  ['nowhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['our name on another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
]

test('a write from another site is turned away, however it is dressed up', async ({ agent, upstream }) => {
  const since = await upstream()
  for (const [what, headers] of DISGUISES) {
    const answer = await agent.request.post('/api/schedules', { headers, data: {} })
    expect([403, 405], what).toContain(answer.status())
  }
  expect(await since()).toEqual([])
})

test('a request that bears what only the framework may say to itself is turned away', async ({ page }) => {
  for (const header of ['x-middleware-subrequest', 'x-middleware-rewrite', 'next-action', 'next-resume']) {
    for (const path of ['/schedules', '/api/schedules', '/sign-in']) {
      const answer = await page.request.get(path, { headers: { [header]: '1' }, maxRedirects: 0 })
      expect([header, path, answer.status()]).toEqual([header, path, 400])
    }
  }
})
