import 'server-only'
import { encode } from 'next-auth/jwt'
import { vi } from 'vitest'
import { ROLES, type Role } from '@/lib/roles'
import { addLocalPeople, findPerson } from './store/people'
import { startSession } from './store/sessions'

// For tests alone: settings, and people of each role who are signed in, for routes called with a Request.

export const ORIGIN = 'http://127.0.0.1:3000'
const SECRET = 'for tests alone: thirty-two bytes or more'

/** Settings of a sandbox with the demo's people. Call it before anything asks for the settings: they are read once. */
export function stubSettings(more: Record<string, string> = {}): void {
  const settings = {
    SMARTERPAY_TARGET: 'sandbox',
    NEXTAUTH_URL: ORIGIN,
    NEXTAUTH_SECRET: SECRET,
    LOCAL_ACCOUNTS: 'demo',
    ...more,
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
}

/** The people of each role, without passwords; needs a store in place. */
export function addPeople(): Promise<void> {
  return addLocalPeople(ROLES.map((role) => ({ role, email: `${role}@quarterday.test`, passwordHash: '' })))
}

/** The Cookie header of somebody of that role who has just signed in. */
export async function cookieOf(role: Role): Promise<string> {
  const person = await findPerson(`${role}@quarterday.test`)
  if (!person) throw new Error('Add the people first.')
  const sid = await startSession(person.email, person.version, 'local', new Date())
  return `next-auth.session-token=${await encode({ token: { sid }, secret: SECRET })}`
}

type Ask = { method?: string; body?: unknown; headers?: Record<string, string | null>; cookie?: string | undefined }

/** A request as one of our own pages sends it; a header given as null is left out. */
export function ask(path: string, { method = 'GET', body, headers = {}, cookie }: Ask = {}): Request {
  const writes = !['GET', 'HEAD'].includes(method)
  const all = {
    ...(cookie && { cookie }),
    ...(writes && { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: ORIGIN }),
    ...headers,
  }
  const sent = Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body)
  return new Request(`${ORIGIN}${path}`, { method, headers: sent, ...(text !== undefined && { body: text }) })
}
