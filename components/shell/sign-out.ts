import * as z from 'zod/mini'
import { bff } from '@/lib/queries/bff'

const csrf = z.object({ csrfToken: z.string() })

/** Ends the session by a full page load, so that nothing of this person stays in the page. Throws ProblemError where the server cannot be asked. */
export async function signOut(): Promise<void> {
  const { csrfToken } = await bff(csrf, '/api/auth/csrf')
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/api/auth/signout'
  for (const [name, value] of [
    ['csrfToken', csrfToken],
    ['callbackUrl', '/sign-in'],
  ] as const) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
