import 'server-only'
import type { Role } from '@/lib/roles'
import { env } from './env'
import { readCookies, sessionIdOf } from './session-cookie'
import { findSession } from './store/sessions'

// Who asks: looked up in the store at every request, never taken from the cookie's word.

export type Operator = {
  email: string
  name: string
  role: Role
  /** UTC instants: signed in at, and signed out at if nothing more is asked. */
  since: Date
  ends: Date
}

/**
 * The person behind a Cookie header, or null. `touch`: the person is doing something, so the idle time starts anew;
 * asking how long a session still lasts does not touch it.
 */
export async function operatorOf(cookie: string | null, { touch }: { touch: boolean }): Promise<Operator | null> {
  const settings = env()
  const id = await sessionIdOf(readCookies(cookie), settings)
  const session = id && (await findSession(id, new Date(), touch))
  if (!session || !doorStands(session.door, settings)) return null
  const { email, name, role, created, ends } = session
  return { email, name, role, since: created, ends }
}

/** A session that came by a door since closed by a setting has ended with it. */
function doorStands(door: 'local' | 'sso', settings: ReturnType<typeof env>): boolean {
  return door === 'local' ? settings.LOCAL_ACCOUNTS === 'demo' : settings.OIDC_ISSUER !== undefined
}
