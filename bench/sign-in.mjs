// Somebody who signed in, for programs that ask.
import { DEMO_PASSWORD } from '../scripts/demo-people.mjs'

/** Cookies of somebody who signed in, as a browser and as a header take them. */
export async function signIn(url, role) {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = await csrf.json()
  const pairs = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: pairs(csrf).join('; ') },
    body: new URLSearchParams({ csrfToken, email: `${role}@quarterday.test`, password: DEMO_PASSWORD }),
  })
  const all = [...pairs(csrf), ...pairs(answer)]
  const forBrowser = all.map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
  return { role, header: all.join('; '), forBrowser }
}
