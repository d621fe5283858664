// The browser's side of signing in: next-auth's form posts, which speak no JSON of ours.
import { ProblemError } from '@/lib/problem'
import { bff, shapesOf } from './bff'

const shapes = () => import('./sign-in-schemas')
const shape = shapesOf(shapes)

/** The token that next-auth wants with each of its forms. Throws ProblemError where the server cannot be asked. */
export const csrfToken = async (): Promise<string> => (await bff(shape('csrf'), '/api/auth/csrf')).csrfToken

/** `wrong`: e-mail or password; `paused`: too many failures, for a quarter of an hour. */
export type SignInOutcome = { done: true; to: string } | { done: false; why: 'wrong' | 'paused' }

/** Signs in by password; `to` is where to go by a full page load. Throws ProblemError where no answer can be had. */
export async function signIn(given: { email: string; password: string; callbackUrl: string }): Promise<SignInOutcome> {
  const url = await post('/api/auth/callback/credentials', given)
  const error = new URL(url, location.origin).searchParams.get('error')
  if (error === null) return { done: true, to: url }
  return { done: false, why: error === 'Paused' ? 'paused' : 'wrong' }
}

/** The address at the provider of single sign-on to go to. Throws ProblemError where it cannot be had. */
export function startSingleSignOn(callbackUrl: string): Promise<string> {
  return post('/api/auth/signin/sso', { callbackUrl })
}

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const token = await csrfToken()
  const { whereTo } = await shapes()
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken: token, json: 'true' }),
      cache: 'no-store',
    })
  } catch (cause) {
    throw new ProblemError({ kind: 'unreachable', offline: true }, { cause })
  }
  const told = whereTo.safeParse(await response.json().catch(() => undefined))
  if (!told.success) throw new ProblemError({ kind: 'unreadable' })
  return told.data.url
}

/** When the session ends if nothing more is asked, as an instant in ms; null: it has ended. Asking does not put it off. */
export async function sessionEnds(): Promise<number | null> {
  const { expires } = await bff(shape('session'), '/api/auth/session')
  return expires === undefined ? null : Date.parse(expires)
}

/** Puts the end of the session off, as any request of a person does. Throws ProblemError. */
export async function stayAwake(): Promise<void> {
  await bff(shape('me'), '/api/me')
}

/** The e-mail of who is signed in by now, as the server knows it. Throws ProblemError, `not-signed-in` where nobody is. */
export const whoIsSignedIn = async (): Promise<string> => (await bff(shape('me'), '/api/me')).email
