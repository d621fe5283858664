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

/** Throws 415 unless the body is JSON in UTF-8: forms of other sites cannot send that. */
export function checkJson(request: Request): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const charsets = parameters.map((part) => part.trim()).filter((part) => part !== '')
  const utf8 = charsets.every((part) => /^charset="?utf-8"?$/.test(part))
  if (type.trim() !== 'application/json' || !utf8) throw new RequestError(415, 'content-type', 'Send application/json.')
}
