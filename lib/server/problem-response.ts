import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Problem, ProblemError, statusOf } from '@/lib/problem'
import { closedHeaders } from './headers'

// The one shape of every error that leaves the API: RFC 9457, with the members of our own problem beside.

const TITLES: Record<Problem['kind'], string> = {
  'not-signed-in': 'You are not signed in.',
  'not-allowed': 'You may not do this.',
  'bad-input': 'Something in the request is not right.',
  'too-large': 'The request is too large.',
  'too-many': 'Too many requests.',
  'not-found': 'This does not exist, or you may not see it.',
  stale: 'The record has changed since it was read.',
  busy: 'Another change is not finished.',
  refused: 'SmarterPay refused this.',
  unreachable: 'SmarterPay could not be reached.',
  'not-recorded': 'No record could be made, so nothing was done.',
  'outcome-unknown': 'It is not known yet whether this was done.',
  unreadable: 'The answer of SmarterPay could not be read.',
  misconfigured: 'The connection to SmarterPay needs an administrator.',
  unexpected: 'Something went wrong on our side.',
}

/** A request that HTTP itself finds at fault (400, 405, 408, 415): bad-input under that status. */
export class RequestError extends ProblemError {
  readonly status: 400 | 405 | 408 | 415
  constructor(status: RequestError['status'], path: string, message: string) {
    super({ kind: 'bad-input', fields: [{ path, message }] })
    this.status = status
  }
}

export const newRef = (): string => randomUUID()

/** The answer that tells a problem; `extra` members stand beside it. */
export function problemResponse(
  problem: Problem,
  {
    ref = newRef(),
    status = statusOf[problem.kind],
    extra = {},
    headers = {},
  }: {
    ref?: string
    status?: number
    extra?: Record<string, unknown>
    headers?: Record<string, string>
  } = {},
): Response {
  const retryAfter = 'retryAfterSeconds' in problem ? problem.retryAfterSeconds : undefined
  const body = {
    type: `/problems/${problem.kind}`,
    title: TITLES[problem.kind],
    status,
    instance: ref,
    ...problem,
    ...extra,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...closedHeaders,
      'Content-Type': 'application/problem+json; charset=utf-8',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...headers,
    },
  })
}
