import 'server-only'
import { badInput, ProblemError } from '@/lib/problem'
import { asPersonHeader, may, PERSON_HEADER, type Right, whoMay } from '@/lib/roles'
import { env } from './env'
import { closedHeaders } from './headers'
import { log } from './log'
import { type Operator, operatorOf } from './operator'
import { checkForm, checkJson, checkSameOrigin } from './origin'
import { newRef, problemResponse, RequestError } from './problem-response'
import { countRequest, type Rate } from './rates'
import { recordRefusal } from './refusals'
import type { RouteRight } from './rights'

// Every route of the BFF stands behind this: who asks, may they, own pages only, bounded sizes, one error shape, the
// headers. What is left to the route is a paragraph.

type Names = Record<string, string | string[]>
/** What a route is handed. `operator` is null on public routes alone. */
export type Asked<R extends RouteRight, P extends Names> = {
  request: Request
  url: URL
  params: P
  operator: R extends 'public' ? null : Operator
  /** The Idempotency-Key, a UUID in lower case. Reading it throws bad-input where it is missing: ask for it where it is needed. */
  readonly key: string
}

type Context<P extends Names> = { params: Promise<P> }
export type Handler<R extends RouteRight, P extends Names> = ((
  request: Request,
  context?: Context<P>,
) => Promise<Response>) & { right: R }

const MAX_ADDRESS = 4_096
/** Said to nobody; the status that proxies write down for a browser that left. */
const GONE = 499
const ID = /^[A-Za-z0-9_-]{1,64}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/**
 * A route's exported function. `act` returns a value (200, as JSON), nothing (204) or a Response of its own; what it
 * throws becomes problem+json, and whatever is no ProblemError becomes `unexpected` with a ref that the log knows.
 * `forms`: HTML forms are taken too (signing in works before any script has run). `names`: what the parts of the address that
 * vary may be; anything else is not-found.
 */
export function handler<P extends Names = Names, R extends RouteRight = Right>(
  right: R,
  act: (asked: Asked<R, P>) => unknown,
  { forms = false, names = ID }: { forms?: boolean; names?: RegExp } = {},
): Handler<R, P> {
  const answer = async (request: Request, context?: Context<P>): Promise<Response> => {
    const url = new URL(request.url)
    const params = ((await context?.params) ?? {}) as P
    checkAddress(url)
    if (!reads(request)) {
      checkSameOrigin(request, env().NEXTAUTH_URL)
      if (forms) checkForm(request)
      else checkJson(request)
    }
    const operator = right === 'public' ? null : await admit(request, right)
    if (
      !Object.values(params)
        .flat()
        .every((part) => names.test(part))
    )
      throw new ProblemError({ kind: 'not-found', what: 'id' })
    const asked = { request, url, params, operator: operator as Asked<R, P>['operator'] }
    const value = await refusalsRecorded(operator, request, () =>
      act(Object.defineProperty(asked, 'key', { get: () => keyOf(request) }) as Asked<R, P>),
    )
    return value instanceof Response ? value : asResponse(value)
  }
  const guarded = async (request: Request, context?: Context<P>): Promise<Response> => {
    const response = await answer(request, context).catch((error: unknown) => asProblem(error, request, right))
    return finish(response, request.method === 'HEAD')
  }
  return Object.assign(guarded, { right })
}

/** Does what a route does; limits behind its right that refuse it are put on record as the right itself is. */
async function refusalsRecorded(operator: Operator | null, request: Request, act: () => unknown): Promise<unknown> {
  try {
    return await act()
  } catch (error) {
    if (operator && error instanceof ProblemError && error.problem.kind === 'not-allowed')
      recordRefusal(operator, request, error.problem.needs)
    throw error
  }
}

const reads = ({ method }: Request) => method === 'GET' || method === 'HEAD'

function checkAddress(url: URL): void {
  if (url.pathname.length + url.search.length > MAX_ADDRESS) throw new ProblemError({ kind: 'too-large' })
}

/**
 * The person who asks, if they may. Throws not-signed-in (for a page that was drawn for somebody else too), too-many or
 * not-allowed.
 */
async function admit(request: Request, right: Right | 'signed-in'): Promise<Operator> {
  const operator = await operatorOf(request.headers.get('cookie'), { touch: true })
  const drawnFor = request.headers.get(PERSON_HEADER)
  if (!operator || (drawnFor !== null && drawnFor !== asPersonHeader(operator.email)))
    throw new ProblemError({ kind: 'not-signed-in' })
  countRequest(operator.email, rateOf(request, right), Date.now())
  if (right !== 'signed-in' && !may(operator.role, right)) {
    recordRefusal(operator, request, whoMay(right))
    throw new ProblemError({ kind: 'not-allowed', needs: whoMay(right) })
  }
  return operator
}

function rateOf(request: Request, right: Right | 'signed-in'): Rate {
  if (reads(request)) return 'reads'
  if (right === 'exports:make') return 'exports'
  return right === 'drafts:keep' ? 'typed' : 'changes'
}

function keyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')
  if (key === null) throw badInput('Idempotency-Key', 'This is missing.')
  if (!UUID.test(key)) throw badInput('Idempotency-Key', 'This must be a UUID.')
  return key.toLowerCase()
}

function asResponse(value: unknown): Response {
  if (value === undefined) return new Response(null, { status: 204 })
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}

/** The browser went on before the answer was there: nobody's mistake, and nobody is left to be told. */
const isAbort = (error: unknown, signal: AbortSignal) =>
  error === signal.reason || (error instanceof Error && error.name === 'AbortError')

function asProblem(error: unknown, request: Request, right: RouteRight): Response {
  if (reads(request) && request.signal.aborted && isAbort(error, request.signal))
    return new Response(null, { status: GONE })
  const ref = newRef()
  if (error instanceof RequestError) return problemResponse(error.problem, { ref, status: error.status })
  if (error instanceof ProblemError && error.problem.kind !== 'unexpected')
    return problemResponse(error.problem, { ref })
  log('error', 'request failed', { ref, method: request.method, right }, error)
  return problemResponse({ kind: 'unexpected', ref }, { ref })
}

/** Our headers stand on every answer, over what a route set itself, save its type and what it hands out as a file. */
function finish(response: Response, headOnly: boolean): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(closedHeaders)) headers.set(name, value)
  return new Response(headOnly ? null : response.body, { status: response.status, headers })
}
