import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as me } from '../../app/api/me/route'
import { runAuth } from './sign-in'
import { roleFromClaim } from './single-sign-on'
import { onEmbeddedStore } from './store/both'
import { setPerson } from './store/people'
import { ask, ORIGIN, stubSettings } from './visitors'

vi.mock(import('./log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

/** What the provider knows of each account. */
const ACCOUNTS: Record<string, Record<string, unknown>> = {
  lee: { email: 'Lee@Example.test', email_verified: true, name: 'Lee', role: 'lead' },
  listed: { email: 'listed@example.test', name: 'Listed', role: ['everyone', 'finance'] },
  roleless: { email: 'roleless@example.test', role: 'owner' },
  torn: { email: 'torn@example.test', role: ['agent', 'lead'] },
  unproven: { email: 'unproven@example.test', email_verified: false, role: 'lead' },
  nameless: { role: 'lead' },
}

let server: Server
let issuer: string
/** What the provider was asked with last. */
let asked: URLSearchParams

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'info').mockReturnValue()
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'quarterday', client_secret: 'sesame', redirect_uris: [`${ORIGIN}/api/auth/callback/sso`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'role'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['for tests alone'] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...ACCOUNTS[sub] }) }),
  })
  const ours = provider.callback()
  const answer: (...given: Parameters<typeof ours>) => Promise<void> = async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname === '/auth') asked = url.searchParams
    if (!url.pathname.startsWith('/interaction/')) return void ours(request, response)
    // Whoever comes has signed in there and agreed; the account is told by a header of this test.
    const { prompt, params, grantId } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login') {
      const login = { accountId: String(request.headers['x-account']) }
      return provider.interactionFinished(request, response, { login })
    }
    const grant =
      (grantId && (await provider.Grant.find(grantId))) ||
      new provider.Grant({ accountId: String(request.headers['x-account']), clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    return provider.interactionFinished(
      request,
      response,
      { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true },
    )
  }
  stubSettings({ LOCAL_ACCOUNTS: '', OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'quarterday', OIDC_CLIENT_SECRET: 'sesame' })
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  server.close()
})

class Jar {
  private readonly kept = new Map<string, string>()
  header = () => [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ')
  keep(lines: string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1)) this.kept.set(pair.slice(0, at), pair.slice(at + 1))
      else this.kept.delete(pair.slice(0, at))
    }
  }
}

type Turned = (back: URL, ours: Jar) => void
/** A browser's whole way: our sign-in, the provider, and back. Answers where it ended and the cookies of our origin. */
async function signIn(account: string, { turn = () => undefined }: { turn?: Turned } = {}) {
  const [ours, theirs] = [new Jar(), new Jar()]
  const call = async (
    method: 'GET' | 'POST',
    path: string[],
    query: Record<string, string>,
    body: Record<string, unknown>,
  ) => {
    const answer = await runAuth({ method, path, query, body, headers: new Headers({ cookie: ours.header() }) })
    ours.keep(answer.cookies)
    return answer
  }
  const { csrfToken } = (await call('GET', ['csrf'], {}, {})).body as { csrfToken: string }
  let next = (await call('POST', ['signin', 'sso'], {}, { csrfToken, callbackUrl: '/schedules' })).location ?? ''
  for (let hops = 0; hops < 10 && new URL(next, issuer).origin === issuer; hops++) {
    const headers = { cookie: theirs.header(), 'x-account': account }
    const response = await fetch(new URL(next, issuer), { redirect: 'manual', headers })
    theirs.keep(response.headers.getSetCookie())
    next = response.headers.get('location') ?? ''
  }
  const back = new URL(next)
  turn(back, ours)
  const end = await call('GET', ['callback', 'sso'], Object.fromEntries(back.searchParams), {})
  const answer = await me(ask('/api/me', { cookie: ours.header() }))
  return { to: end.location, me: answer.ok ? await answer.json() : null }
}

onEmbeddedStore('single sign-on', () => {
  it('asks with PKCE, state and nonce', async () => {
    await signIn('lee')
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20)
    expect(asked.get('response_type')).toBe('code')
  })

  it('lets in whom the claim gives one role, and leads back', async () => {
    const { to, me } = await signIn('lee')
    expect(to).toBe(`${ORIGIN}/schedules`)
    expect(me).toMatchObject({ email: 'lee@example.test', name: 'Lee', role: 'lead' })
    expect((await signIn('listed')).me).toMatchObject({ role: 'finance' })
  })

  it.each(['roleless', 'torn', 'unproven', 'nameless'])('has no access for %s', async (account) => {
    expect(await signIn(account)).toEqual({ to: expect.stringContaining('error=AccessDenied'), me: null })
  })

  it('has no access for whom we switched off ourselves', async () => {
    await signIn('lee')
    await setPerson('lee@example.test', 'off')
    expect((await signIn('lee')).me).toBeNull()
    await setPerson('lee@example.test', 'lead')
  })

  it.each<[string, Turned]>([
    ['a state of somebody else', (back) => back.searchParams.set('state', 'other')],
    ['no state', (back) => back.searchParams.delete('state')],
    ['a code that was made up', (back) => back.searchParams.set('code', 'other')],
    [
      'the cookies of another browser',
      (_, ours) => ours.keep(['next-auth.pkce.code_verifier=; Path=/', 'next-auth.state=; Path=/']),
    ],
    ['a nonce of another sign-in', (_, ours) => ours.keep(['next-auth.nonce=; Path=/'])],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.example')],
  ])('is refused with %s', async (_, turn) => {
    const { to, me } = await signIn('lee', { turn })
    expect(me).toBeNull()
    expect(to).toMatch(/error=/)
  })

  it('takes one role of the claim, or none', () => {
    expect(['agent', ['lead'], ['lead', 'x'], ['lead', 'lead']].map(roleFromClaim)).toEqual([
      'agent',
      'lead',
      'lead',
      'lead',
    ])
    for (const none of [undefined, null, '', 'Agent', 'agent lead', ['agent', 'lead'], { agent: true }, 1, []])
      expect(roleFromClaim(none)).toBeNull()
  })
})
