import { badInput, ProblemError } from '@/lib/problem'
import { readText } from '@/lib/server/body'
import { handler } from '@/lib/server/handler'
import { operatorOf } from '@/lib/server/operator'
import { type AuthAnswer, runAuth } from '@/lib/server/sign-in'

// Signing in and out at next-auth's addresses, of which only those we use are open, and how long the session lasts.

const OPEN = {
  GET: /^(?:csrf|providers|signin|signin\/sso|signout|error|callback\/sso)$/,
  POST: /^(?:signin\/sso|signout|callback\/credentials)$/,
}

type Path = { path: string[] }

export const GET = handler<Path, 'public'>('public', async ({ request, url, params: { path } }) => {
  if (path.join('/') === 'session') return sessionOf(request)
  checkOpen('GET', path)
  const query = Object.fromEntries(url.searchParams)
  return respond(await runAuth({ method: 'GET', path, query, body: {}, headers: request.headers }))
})

export const POST = handler<Path, 'public'>(
  'public',
  async ({ request, url, params: { path } }) => {
    checkOpen('POST', path)
    const query = Object.fromEntries(url.searchParams)
    const body = await readForm(request)
    const answer = await runAuth({ method: 'POST', path, query, body, headers: request.headers })
    return respond(answer, path[0] === 'signout')
  },
  { forms: true },
)

function checkOpen(method: keyof typeof OPEN, path: string[]): void {
  if (!OPEN[method].test(path.join('/'))) throw new ProblemError({ kind: 'not-found', what: 'address' })
}

/** `{ user, expires }`, or `{}` when signed out. Asking does not make the session last longer. */
async function sessionOf(request: Request) {
  const operator = await operatorOf(request.headers.get('cookie'), { touch: false })
  if (!operator) return {}
  const { name, email, role, ends } = operator
  return { user: { name, email, role }, expires: ends.toISOString() }
}

/** Text fields of a form, or of JSON that says the same. */
async function readForm(request: Request): Promise<Record<string, string>> {
  const text = await readText(request)
  const isJson = request.headers.get('content-type')?.toLowerCase().startsWith('application/json')
  const given = isJson ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  const fields = Object.entries(given).map(([name, value]) => [name, value === true ? 'true' : value])
  return Object.fromEntries(fields.filter(([, value]) => typeof value === 'string'))
}

function parseJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // told below
  }
  throw badInput('', 'The body is not a JSON object.')
}

function respond({ status, location, body, cookies }: AuthAnswer, signsOut = false): Response {
  const headers = new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]))
  const told = typeof body === 'object' && body !== null ? body : null
  const turnedBack = JSON.stringify([location, told]).includes('csrf=true')
  if (signsOut && !turnedBack) headers.set('Clear-Site-Data', '"cache", "storage"')
  if (location !== null) {
    headers.set('Location', location)
    return new Response(null, { status: 303, headers })
  }
  if (!told) throw badInput('', 'This is no step of signing in.')
  headers.set('Content-Type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(told), { status, headers })
}
