// What the faults do to an answer and to its delivery.
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays } from '@/lib/calendar-date'
import { type Answer, HTML_TYPE, html, JSON_TYPE, json, noContent, refusal } from './answer'
import type { Request } from './api'
import { roll } from './banking'
import type { Book } from './book'
import { respelled } from './drift'
import { type Fault, numberParam } from './faults'
import { remember } from './idempotency'
import { shown } from './read'
import { rowsOf, rowsText, type Wire } from './wire'

let turn = 0

/** The answer as the fault turns it; `answer` is null where the request was not handled. */
export function spoiled(book: Book, fault: Fault, request: Request, answer: Answer | null): Answer {
  const { params } = fault
  const applied = answer?.applied ?? false
  const words = typeof params.message === 'string' ? params.message : 'The service is not available'
  const retryAfter = numberParam(fault, 'retryAfter', 1)
  const status = (code: number, headers: Record<string, string> = {}): Answer => ({
    ...refusal({ status: code, message: words, headers }, book.switches.errorBody),
    applied,
  })
  switch (fault.fault) {
    case 'status':
      return status(numberParam(fault, 'status', 500))
    case '500':
    case 'failure-stored':
      return status(numberParam(fault, 'status', 500))
    case '429':
    case '503':
      return status(Number(fault.fault), { 'retry-after': String(retryAfter) })
    case '498':
      return { ...refusal({ status: 498, message: 'Invalid Token' }, book.switches.errorBody), applied }
    case 'gateway-html':
      return { ...html(502, '502 Bad Gateway'), applied }
    case 'html-200':
      return {
        ...html(200, 'Please sign in'),
        type: typeof params.type === 'string' ? params.type : HTML_TYPE,
        applied,
      }
    case '204':
      return { ...noContent(), applied }
    case 'redirect':
      return {
        status: numberParam(fault, 'status', 307),
        headers: { location: String(params.to) },
        text: '',
        type: '',
        applied,
      }
    case 'other-record':
      return { ...otherRecord(book, fault, request), applied }
    case 'parts':
      return answer ? { ...answer, text: JSON.stringify(partsOf(fault, JSON.parse(answer.text))) } : status(500)
    case 'drift':
      return answer ? drifted(answer) : status(500)
    default:
      return answer ?? status(500)
  }
}

/** Whether the key of the request gets the fault's answer kept: a 500 after the fact, a failure to be replayed. */
export function keepsAnswer({ fault, params }: Fault, handled: boolean, book: Book): boolean {
  if (fault === '498' || fault === '429') return book.switches.doorRefusalsKept === 'yes'
  return fault === 'failure-stored' || (fault === '500' && (params.stored ?? handled) === true)
}

/** Lets the request be handled; where the fault says so, reads do not see it yet, or the record is not what was asked for. */
export function handledUnder(fault: Fault, book: Book, request: Request, handle: () => Answer): Answer {
  const before = request.id === null ? null : (book.scheduleBy(request.id)?.wire ?? null)
  const was = before && { ...before }
  const answer = handle()
  if (!answer.applied) return answer
  const id = request.id ?? String(JSON.parse(answer.text).recurrence_schedule?.id)
  const stored = book.scheduleBy(id)
  if (!stored) return answer
  if (fault.fault === 'reads-behind') {
    const ms = numberParam(fault, 'ms', 0)
    stored.behind = { wire: was, reads: numberParam(fault, 'reads', ms > 0 ? 0 : 2), until: Date.now() + ms }
  }
  if (fault.fault !== 'stored-differently') return answer
  const changed = {
    ...answer,
    text: JSON.stringify({ recurrence_schedule: shown(book, tampered(book, fault, stored.wire)) }),
  }
  remember(book, request, changed, true)
  return changed
}

/** Rows `params.days` later (rolled) and `params.pence` higher, a day later if neither is said; `params.set` as it stands. */
function tampered(book: Book, fault: Fault, wire: Wire): Wire {
  const pence = numberParam(fault, 'pence', 0)
  const days = numberParam(fault, 'days', pence === 0 && !fault.params.set ? 1 : 0)
  const rows = (rowsOf(wire.upcoming_payments) ?? []).map(({ date, amount }) => ({
    date: days === 0 ? date : roll(addDays(date, days), book.switches),
    amount: amount + pence,
  }))
  wire.upcoming_payments = rowsText(rows)
  if (rows[0]) wire.next_collection_date = rows[0].date
  return Object.assign(wire, fault.params.set)
}

function otherRecord(book: Book, fault: Fault, request: Request): Answer {
  const wanted = typeof fault.params.id === 'string' ? book.schedules.get(fault.params.id) : undefined
  const other = wanted ?? [...book.schedules.values()].find(({ wire }) => wire.id !== request.id)
  return json({ recurrence_schedule: other ? shown(book, other.wire) : {} })
}

/** Of the record in an answer only the properties `params.keep`, or all but `params.without`. */
function partsOf({ params }: Fault, body: { recurrence_schedule?: Wire }) {
  const named = (given: unknown, name: string) => Array.isArray(given) && given.includes(name)
  const kept = Object.entries(body.recurrence_schedule ?? {}).filter(([name]) =>
    params.without ? !named(params.without, name) : named(params.keep ?? ['id', 'status'], name),
  )
  return { recurrence_schedule: Object.fromEntries(kept) }
}

function drifted(answer: Answer): Answer {
  if (answer.type !== JSON_TYPE) return answer
  const body: Record<string, unknown> = JSON.parse(answer.text)
  turn += 1
  for (const [wrapper, value] of Object.entries(body)) {
    if (Array.isArray(value)) body[wrapper] = value.map((wire: Wire, index) => respelled(wire, turn + index))
    else if (wrapper === 'recurrence_schedule') body[wrapper] = respelled(value as Wire, turn)
  }
  return { ...answer, text: JSON.stringify(body) }
}

function head(res: ServerResponse, answer: Answer, length: number | null): void {
  const type = answer.type ? { 'content-type': answer.type } : {}
  const size = length === null || answer.status === 204 ? {} : { 'content-length': String(length) }
  res.writeHead(answer.status, { ...type, ...size, 'cache-control': 'no-store', ...answer.headers })
}

/** Puts the answer on the wire: whole, cut, one byte at a time, or under a mountain of blanks. */
export async function deliver(res: ServerResponse, answer: Answer, fault: Fault | null): Promise<void> {
  const bytes = Buffer.from(answer.text)
  if (fault?.fault === 'cut-json') {
    const half = bytes.subarray(0, Math.floor(bytes.length / 2))
    if (fault.params.clean !== false) {
      head(res, answer, half.length)
      res.end(half)
    } else {
      head(res, answer, bytes.length)
      res.write(half, () => res.destroy())
    }
  } else if (fault?.fault === 'slow') {
    head(res, answer, bytes.length)
    for (let at = 0; at < bytes.length && !res.destroyed; at++) {
      res.write(bytes.subarray(at, at + 1))
      await wait(numberParam(fault, 'ms', 1000))
    }
    res.end()
  } else if (fault?.fault === 'huge') {
    head(res, answer, null)
    const blanks = Buffer.alloc(65_536, ' ')
    for (let left = numberParam(fault, 'bytes', 50_000_000); left > 0 && !res.destroyed; left -= blanks.length) {
      if (!res.write(blanks.subarray(0, Math.min(left, blanks.length)))) await drained(res)
    }
    res.end(bytes)
  } else {
    head(res, answer, bytes.length)
    res.end(bytes)
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done).off('close', done)
      resolve()
    }
    res.on('drain', done).on('close', done)
  })
}
