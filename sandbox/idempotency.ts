// Idempotency-Key, as SmarterPay's public wiki has it: the first answer to a key is kept and given again, for POST and PUT.
import { type Answer, Refused } from './answer'
import type { Request } from './api'
import type { Book } from './book'

const HOUR = 3_600_000

function placeOf(request: Request): string | null {
  const { key } = request.headers
  if (!key || !['POST', 'PUT'].includes(request.method)) return null
  return `${request.method} ${request.resource}/${request.id ?? ''} ${key}`
}

/** Keeps the answer under the request's key; the first one stays, unless `instead`. */
export function remember(book: Book, request: Request, answer: Answer, instead = false): void {
  const place = placeOf(request)
  if (place === null || (book.answers.has(place) && !instead)) return
  book.answers.set(place, { answer: { ...answer, applied: false }, body: request.body, at: book.clock.now().getTime() })
}

/** Does the work once per key. What is turned away at the door never comes here, and so is not kept. */
export function once(book: Book, request: Request, work: () => Answer): Answer {
  const place = placeOf(request)
  if (place === null) return work()
  if ((request.headers.key ?? '').length > 255)
    throw new Refused(400, 'Idempotency-Key may have at most 255 characters')
  const kept = book.answers.get(place)
  if (kept && book.clock.now().getTime() - kept.at >= book.switches.replayHours * HOUR) book.answers.delete(place)
  else if (kept && (kept.body === request.body || book.switches.keyReused === 'replay'))
    return { ...kept.answer, headers: { ...kept.answer.headers, 'idempotency-replay': 'true' } }
  else if (kept && book.switches.keyReused === 'refuse')
    throw new Refused(422, 'This Idempotency-Key was used with another body')
  const answer = work()
  remember(book, request, answer, true)
  return answer
}
