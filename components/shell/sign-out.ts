import { csrfToken } from '@/lib/queries/sign-in'
import { clearWaiting } from '@/lib/queries/waiting-work'
import { tellSession } from './session-news'

/** Ends the session by a full page load, so that nothing of this person stays in the page. Throws ProblemError where the server cannot be asked. */
export async function signOut(): Promise<void> {
  const token = await csrfToken()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/api/auth/signout'
  for (const [name, value] of [
    ['csrfToken', token],
    ['callbackUrl', '/sign-in'],
  ] as const) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  clearWaiting()
  tellSession('signed-out')
  form.submit()
}
