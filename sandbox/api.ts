// The API's door and its paths: token, path, method, Accept; then to the resource. Paths are the same in either case.
import { type Answer, json, noContent, Refused, refusal } from './answer'
import type { Book } from './book'
import type { Fault } from './faults'
import { isPlural, isSingle, readList, readOne } from './lookups'
import { readPage, readSchedule } from './read'

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
  if (resource === RESOURCE && id !== null) return { methods: ['GET', 'PUT', 'DELETE'], answer: schedule }
  if (isSingle(resource) && id !== null) return { methods: ['GET'], answer: (book) => readOne(book, resource, id) }
  if (isPlural(resource) && id === null)
    return { methods: ['GET'], answer: (book, { query }) => readList(book, resource, query) }
  throw new Refused(404, 'No such resource')
}

function schedule(book: Book, request: Request): Answer {
  return readSchedule(book, request.id ?? '')
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

/** The answer to a request that got through; refusals in the shape of the day. */
export function handle(book: Book, token: string, request: Request, fault: Fault | null): Answer {
  const { switches } = book
  try {
    if (bearerOf(request.headers.authorization) !== token) throw new Refused(498, 'Invalid Token')
    const route = routeOf(request)
    if (!route.methods.includes(request.method))
      throw new Refused(405, 'The method is not supported for this resource', { allow: route.methods.join(', ') })
    if (!takesJson(request.headers.accept)) throw new Refused(406, 'Only application/json can be given')
    return route.answer(book, request, fault)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.refusal.status === 204) return noContent()
    return refusal(error.refusal, switches.errorBody)
  }
}

export { json }
