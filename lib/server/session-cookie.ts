import 'server-only'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import type { Environment } from './env'

// Names and contents of the cookies of signing in. The session's cookie holds only the id of a session; what it is worth
// stands in the store.

type Settings = Pick<Environment, 'NEXTAUTH_URL' | 'NEXTAUTH_SECRET'>

export const isSecure = (settings: Settings): boolean => settings.NEXTAUTH_URL.startsWith('https://')

/** On https every name is `__Host-`, which only this host, over TLS, for all paths can set. */
export function cookieNames(settings: Settings) {
  const prefix = `${isSecure(settings) ? '__Host-' : ''}next-auth`
  return {
    sessionToken: `${prefix}.session-token`,
    callbackUrl: `${prefix}.callback-url`,
    csrfToken: `${prefix}.csrf-token`,
    pkceCodeVerifier: `${prefix}.pkce.code_verifier`,
    state: `${prefix}.state`,
    nonce: `${prefix}.nonce`,
  } as const
}

/** Cookies of a request by name; of repeated names the first, as browsers send the narrowest path first. */
export function readCookies(header: string | null): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && !found.has(name)) found.set(name, decoded(part.slice(at + 1).trim()))
  }
  return found
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The session's id in the cookie, or null where it is not of our making or its time is over. Says nothing of the session. */
export async function sessionIdOf(cookies: ReadonlyMap<string, string>, settings: Settings): Promise<string | null> {
  const token = cookies.get(cookieNames(settings).sessionToken)
  if (!token) return null
  try {
    const claims = await decode({ token, secret: settings.NEXTAUTH_SECRET })
    return typeof claims?.sid === 'string' ? claims.sid : null
  } catch {
    return null
  }
}

/**
 * The token that a form of ours must bear, made as next-auth makes its own, so that the sign-in form works before any
 * script has run. `cookie` is given where the browser has none yet and must be set.
 */
export function formToken(
  cookies: ReadonlyMap<string, string>,
  settings: Settings,
): { token: string; cookie?: string } {
  const hashed = (token: string) => createHash('sha256').update(`${token}${settings.NEXTAUTH_SECRET}`).digest('hex')
  const [token = '', hash = ''] = (cookies.get(cookieNames(settings).csrfToken) ?? '').split('|')
  const expected = hashed(token)
  if (hash.length === expected.length && timingSafeEqual(Buffer.from(hash), Buffer.from(expected))) return { token }
  const fresh = randomBytes(32).toString('hex')
  return { token: fresh, cookie: `${fresh}|${hashed(fresh)}` }
}
