import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { addressOf } from './connection'
import { type Environment, env } from './env'
import { SignInPaused, signInLocally } from './local-sign-in'
import { log } from './log'
import { recordQuietly } from './records'
import { returnPath } from './return-path'
import { cookieNames, isSecure, readCookies, sessionIdOf } from './session-cookie'
import { personOf, singleSignOn } from './single-sign-on'
import { findPerson } from './store/people'
import { ABSOLUTE_MS, endSession, findSession, startSession } from './store/sessions'

// next-auth, set up for one request and driven without the framework around it: plain values in, plain values out.

export type AuthCall = {
  method: 'GET' | 'POST'
  /** The path behind /api/auth/: `['callback', 'credentials']`. */
  path: string[]
  query: Record<string, string>
  body: Record<string, unknown>
  headers: Headers
}

/** What next-auth has to say. `location` of a redirect; `cookies` are whole Set-Cookie lines. */
export type AuthAnswer = { status: number; location: string | null; body: unknown; cookies: string[] }

type Driver = (request: object, response: object, options: NextAuthOptions) => Promise<unknown>

/** Runs one request of signing in or out. */
export async function runAuth(call: AuthCall): Promise<AuthAnswer> {
  const settings = env()
  const names = cookieNames(settings)
  const cookies = Object.fromEntries(readCookies(call.headers.get('cookie')))
  const tidy = (given: Record<string, unknown>): Record<string, unknown> =>
    'callbackUrl' in given ? { ...given, callbackUrl: ownAddress(given.callbackUrl, settings) } : given
  const answer: AuthAnswer = { status: 200, location: null, body: undefined, cookies: [] }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name === 'Set-Cookie') answer.cookies = [value].flat()
      if (name === 'Location') answer.location = String(value)
      return response
    },
    json: (body: unknown) => {
      answer.body = body
    },
    send: (body: unknown) => {
      answer.body = body
    },
    end: () => undefined,
  }
  const request = {
    method: call.method,
    query: { ...tidy(call.query), nextauth: call.path },
    body: tidy(call.body),
    cookies: {
      ...cookies,
      ...(cookies[names.callbackUrl] !== undefined && {
        [names.callbackUrl]: ownAddress(cookies[names.callbackUrl], settings),
      }),
    },
    headers: {},
  }
  const drive: Driver = NextAuth as unknown as Driver
  await drive(request, response, optionsFor(call, settings))
  return answer
}

const ownAddress = (text: unknown, settings: Environment) =>
  `${settings.NEXTAUTH_URL}${returnPath(typeof text === 'string' ? text : null, settings.NEXTAUTH_URL)}`

function optionsFor(call: AuthCall, settings: Environment): NextAuthOptions {
  const sso = singleSignOn(settings)
  return {
    secret: settings.NEXTAUTH_SECRET,
    useSecureCookies: isSecure(settings),
    cookies: cookieOptions(settings),
    session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [...(settings.LOCAL_ACCOUNTS === 'demo' ? [localProvider(call, settings)] : []), ...(sso ? [sso] : [])],
    logger: {
      error: (code) => log('warn', 'sign-in error', { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      redirect: ({ url }) =>
        call.path[0] === 'signout' ? `${settings.NEXTAUTH_URL}/sign-in` : ownAddress(url, settings),
      async signIn({ account, profile }) {
        if (account?.provider !== 'sso') return true
        return (await personOf({ ...profile }, settings)) !== null
      },
      // Called at sign-in alone: the session is a row, and the cookie its id.
      async jwt({ user, account }) {
        const person = user?.email ? await findPerson(user.email) : null
        if (!person?.enabled || !account) throw new Error('Nobody to sign in.')
        const before = await sessionIdOf(readCookies(call.headers.get('cookie')), settings)
        if (before) await endSession(before)
        const door = account.provider === 'sso' ? 'sso' : 'local'
        log('info', 'signed in', { door, role: person.role })
        recordQuietly({ ...byPerson(person), action: 'sign-in', after: { door } })
        return { sid: await startSession(person.email, person.version, door, new Date()) }
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid !== 'string') return
        const session = await findSession(token.sid, new Date(), false)
        await endSession(token.sid)
        if (session) recordQuietly({ ...byPerson(session), action: 'sign-out' })
      },
    },
  }
}

const byPerson = ({ email, role }: { email: string; role: string }) =>
  ({ at: new Date(), person: email, role, source: 'person' }) as const

function localProvider(call: AuthCall, settings: Environment) {
  return credentials({
    name: 'Email and password',
    credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
    async authorize(given) {
      const address = addressOf(call.headers, settings.TRUSTED_PROXIES ?? [])
      const { email, password } = { ...given }
      if (typeof email !== 'string' || typeof password !== 'string') return null
      const person = await signInLocally({ email, password, address }).catch((error: unknown) => {
        // next-auth hands the message on to the sign-in page.
        throw error instanceof SignInPaused ? new Error('Paused') : error
      })
      return person && { id: person.email, email: person.email, name: person.name }
    },
  })
}

function cookieOptions(settings: Environment): NonNullable<NextAuthOptions['cookies']> {
  const names = cookieNames(settings)
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings) } as const
  const passing = { ...options, maxAge: 15 * 60 }
  return {
    sessionToken: { name: names.sessionToken, options },
    callbackUrl: { name: names.callbackUrl, options },
    csrfToken: { name: names.csrfToken, options },
    pkceCodeVerifier: { name: names.pkceCodeVerifier, options: passing },
    state: { name: names.state, options: passing },
    nonce: { name: names.nonce, options: passing },
  }
}
