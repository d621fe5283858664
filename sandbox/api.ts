// The API's door and its paths: token, path, method, Accept; then to the resource. Paths are the same in either case.
import { type Answer, noContent, Refused, refusal } from './answer'
import type { Book } from './book'
import { createSchedule } from './create'
import { disableSchedule } from './disable'
import type { Fault } from './faults'
import { once, remember } from './idempotency'
import { isPlural, isSingle, readList, readOne } from './lookups'
import { readPage, readSchedule } from './read'
import { updateSchedule } from './update'
import type { Wire } from './wire'

export type Request = {
  method: string
  /** Lower case, without the base path; empty outside it. */
  resource: string
  id: string | null
  query: URLSearchParams
  headers: { authorization: string | null; accept: string | null; contentType: string | null; key: string | null }
  body: string
}

type Route = { methods: string[]; answer: (book: Book, request: Request, fault: Fault | null) => Answer }

const RESOURCE = 'recurrenceschedule'

function routeOf({ resource, id }: Request): Route {
  if (resource === `${RESOURCE}s` && id === null) return { methods: ['GET'], answer: readPage }
  if (resource === RESOURCE && id === null) return { methods: ['POST'], answer: write }
  if (resource === RESOURCE && id !== null) return { methods: ['GET', 'PUT', 'DELETE'], answer: schedule }
  if (isSingle(resource) && id !== null) return { methods: ['GET'], answer: (book) => readOne(book, resource, id) }
  if (isPlural(resource) && id === null)
    return { methods: ['GET'], answer: (book, { query }) => readList(book, resource, query) }
  throw new Refused(404, 'No such resource')
}

function schedule(book: Book, request: Request): Answer {
  const id = request.id ?? ''
  if (request.method === 'GET') return readSchedule(book, id)
  if (request.method === 'DELETE') return disableSchedule(book, id)
  return write(book, request)
}

function write(book: Book, request: Request): Answer {
  const type = request.headers.contentType?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'application/vnd.api+json')
    throw new Refused(book.switches.contentType === 'unsupported' ? 415 : 400, 'Content-Type must be application/json')
  return once(book, request, () =>
    answered(book, () => {
      const body = wrapped(request.body)
      return request.method === 'POST' ? createSchedule(book, body) : updateSchedule(book, request.id ?? '', body)
    }),
  )
}

function wrapped(text: string): Wire {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refused(400, 'The body is not JSON')
  }
  const inner = typeof body === 'object' && body !== null ? (body as Wire).recurrence_schedule : null
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner))
    throw new Refused(400, 'recurrence_schedule is missing')
  return inner as Wire
}

/** Everything after `Bearer `; the comparison is the caller's. */
export function bearerOf(authorization: string | null): string | null {
  return /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1] ?? null
}

function takesJson(accept: string | null): boolean {
  if (!accept) return true
  return accept.split(',').some((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const none = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    return !none && ['*/*', 'application/*', 'application/json', 'application/vnd.api+json'].includes(type)
  })
}

/** The answer, or the refusal in the shape of the day. */
function answered(book: Book, work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.refusal.status === 204) return noContent()
    return refusal(error.refusal, book.switches.errorBody)
  }
}

/** The answer to a request that reached the API. */
export function handle(book: Book, token: string, request: Request, fault: Fault | null): Answer {
  return answered(book, () => {
    if (bearerOf(request.headers.authorization) !== token) return turnedAway(book, request)
    limitRate(book)
    const route = routeOf(request)
    if (!route.methods.includes(request.method))
      throw new Refused(405, 'The method is not supported for this resource', { allow: route.methods.join(', ') })
    if (!takesJson(request.headers.accept)) throw new Refused(406, 'Only application/json can be given')
    return route.answer(book, request, fault)
  })
}

function turnedAway(book: Book, request: Request): Answer {
  const answer = refusal({ status: 498, message: 'Invalid Token' }, book.switches.errorBody)
  if (book.switches.doorRefusalsKept === 'yes') remember(book, request, answer)
  return answer
}

function limitRate(book: Book): void {
  const most = book.switches.requestsPerSecond
  if (most === 0) return
  const second = new Date(Date.now() - 1000).toISOString()
  if (book.log.since(0).filter((entry) => entry.at > second).length > most)
    throw new Refused(429, 'Too many requests', { 'retry-after': '1' })
}
