import 'server-only'
import { ProblemError } from '@/lib/problem'
import { RequestError } from './problem-response'

// Writes come from our own pages only: a browser says so itself, and without its word the origin must be ours.

/** Throws not-allowed unless the request comes from `own` (the dashboard's origin). Absent and `null` origins are foreign. */
export function checkSameOrigin(request: Request, own: string): void {
  const site = request.headers.get('sec-fetch-site')
  const allowed = site === null ? request.headers.get('origin') === own : site === 'same-origin'
  if (!allowed) throw new ProblemError({ kind: 'not-allowed', needs: 'a page of this dashboard' })
}

/** Throws 415 unless the body is JSON in UTF-8: forms of other sites cannot send that, nor a DELETE, which may go without one. */
export function checkJson(request: Request): void {
  if (request.method === 'DELETE' && request.body === null && !request.headers.has('content-type')) return
  if (typeOf(request) !== 'application/json') throw new RequestError(415, 'content-type', 'Send application/json.')
}

/** Throws 415 unless the body is a plain form or JSON, in UTF-8. */
export function checkForm(request: Request): void {
  if (!['application/x-www-form-urlencoded', 'application/json'].includes(typeOf(request)))
    throw new RequestError(415, 'content-type', 'Send application/x-www-form-urlencoded or application/json.')
}

/** The media type of the body; '' where its text is not UTF-8. */
function typeOf(request: Request): string {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const given = parameters.map((part) => part.trim()).filter((part) => part !== '')
  return given.every((part) => /^charset="?utf-8"?$/.test(part)) ? type.trim() : ''
}
