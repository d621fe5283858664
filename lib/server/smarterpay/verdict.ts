import 'server-only'
import { errorText } from './error-text'
import type { Incoming } from './exchange'

// What one answer of SmarterPay's means, by its status and form alone. The same table for reads and writes; what
// follows from a verdict differs, and stands in transport.ts.

export type Verdict =
  /** 2xx with JSON in it. */
  | { is: 'answered'; body: unknown }
  /** 204: success, and nothing said. */
  | { is: 'empty' }
  /** Understood, and no: nothing was done. */
  | { is: 'refused'; reason: string }
  | { is: 'not-found'; reason: string }
  /** Turned away at the door: 498 and its documented relatives. */
  | { is: 'token' }
  /** Our address is plain HTTP. */
  | { is: 'misconfigured' }
  /** Not now; nothing was done. */
  | { is: 'too-many'; retryAfterMs: number | undefined }
  /** Trouble over there: whether anything was done is not known. */
  | { is: 'trouble'; retryAfterMs: number | undefined }
  /** Success by its status, and no sense in it. */
  | { is: 'unreadable' }

const REFUSALS = new Set([400, 405, 406, 413, 415, 422])
const DOOR = new Set([401, 403, 498])
const JSON_TYPE = /^(application|text)\/([a-z0-9.-]+\+)?json$/
const LONGEST_WAIT_MS = 3_600_000

/** Milliseconds of a Retry-After header (seconds or an HTTP date); undefined where absent or without sense. */
export function retryAfterMs(sent: string | undefined, now: number): number | undefined {
  if (sent === undefined) return undefined
  const wait = /^\d{1,6}$/.test(sent.trim()) ? Number(sent) * 1_000 : Date.parse(sent) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : undefined
}

/** `now` in milliseconds, for dates in Retry-After. */
export function judge(incoming: Incoming, now: number): Verdict {
  const { status, contentType, text } = incoming
  if (status === 204) return { is: 'empty' }
  if (status >= 200 && status < 300) {
    if (!JSON_TYPE.test(contentType)) return { is: 'unreadable' }
    try {
      return { is: 'answered', body: JSON.parse(text) }
    } catch {
      return { is: 'unreadable' }
    }
  }
  if (/TLS_Required/i.test(text.slice(0, 2_000))) return { is: 'misconfigured' }
  if (REFUSALS.has(status)) return { is: 'refused', reason: errorText(text) }
  if (status === 404) return { is: 'not-found', reason: errorText(text) }
  if (DOOR.has(status)) return { is: 'token' }
  const wait = retryAfterMs(incoming.retryAfter, now)
  return status === 429 ? { is: 'too-many', retryAfterMs: wait } : { is: 'trouble', retryAfterMs: wait }
}
