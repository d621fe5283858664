import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { type Problem, ProblemError } from '@/lib/problem'
import type { Log } from '@/lib/server/log'
import { type Address, addressOf, type Resource, WORDS } from './address'
import { type Breaker, createBreaker, type Permit } from './breaker'
import { ExchangeFailure, exchange as realExchange } from './exchange'
import { createLimiter, type Limiter, LineFull } from './limiter'
import { fixedToken, type TokenKeeper } from './token'
import { judge, type Verdict } from './verdict'

// The one road to SmarterPay. Hides the token, addresses, time limits, the line and the breaker; `read` tries again by
// itself, `send` never does and says plainly whether something may have been done.

const READ_ATTEMPTS = 3
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 2_000
const RENEWAL_PAUSE_MS = 250
const LIST_FACTOR = 2.5 // a page of 500 schedules takes longer than one schedule

/** `background`: nobody waits for it, so that it lets everybody else go first. */
export type ReadCall = Address & { signal?: AbortSignal | undefined; background?: boolean }
export type SendCall = {
  method: 'POST' | 'PUT' | 'DELETE'
  resource: Resource
  id?: string
  /** Serialised once by the caller, so that what is recorded is what is sent. */
  body?: string
  /** Idempotency-Key; SmarterPay knows none for DELETE. */
  key?: string
}

/** What became of a write. Only `unknown` leaves open whether SmarterPay did it. */
export type Sent =
  | { outcome: 'answered'; body: unknown; replayed: boolean }
  | { outcome: 'refused'; problem: Problem; replayed: boolean }
  /** Turned away for our token: nothing was done. Renew, then send under another key. */
  | { outcome: 'turned-away'; replayed: boolean }
  /** No byte of it left this machine. */
  | { outcome: 'not-sent'; problem: Problem }
  /** `why`: a code or word for the record. */
  | { outcome: 'unknown'; why: string; replayed: boolean }

export type Transport = {
  /**
   * JSON of an answer, or null for 204. Throws ProblemError: refused, not-found, unreachable, unreadable, misconfigured;
   * where `signal` aborts, its reason. Three attempts at most, all within the time limit of one read.
   */
  read(call: ReadCall): Promise<unknown>
  /** Sends once. Never throws for what SmarterPay or the network did. */
  send(call: SendCall): Promise<Sent>
  renewToken(): Promise<void>
}

export type TransportSettings = {
  /** Scheme, host and port. */
  origin: string
  token: string
  readTimeoutMs: number
  writeTimeoutMs: number
  log: Log
  /** Replaced in tests. */
  now?: () => number
  random?: () => number
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>
  exchange?: typeof realExchange
  limiter?: Limiter
  breaker?: Breaker
  keeper?: TokenKeeper
}

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1_000))
const unreachable = (retryAfterMs?: number): Problem =>
  retryAfterMs === undefined
    ? { kind: 'unreachable' }
    : { kind: 'unreachable', retryAfterSeconds: seconds(retryAfterMs) }

export function createTransport(settings: TransportSettings): Transport {
  const { origin, log, now = Date.now, random = Math.random, exchange = realExchange } = settings
  const sleep = settings.sleep ?? ((ms, signal) => pause(ms, undefined, signal ? { signal } : {}))
  const limiter = settings.limiter ?? createLimiter()
  const breaker = settings.breaker ?? createBreaker(now)
  const keeper = settings.keeper ?? fixedToken(settings.token, () => sleep(RENEWAL_PAUSE_MS))

  const headers = (more: Record<string, string | undefined> = {}) => {
    const sent = {
      Authorization: `Bearer ${keeper.current()}`,
      Accept: 'application/json',
      'Accept-Charset': 'utf-8',
      'Accept-Encoding': 'identity',
      'User-Agent': 'Quarterday',
      ...more,
    }
    return Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined))
  }

  const limitOf = ({ id }: ReadCall) => settings.readTimeoutMs * (id === undefined ? LIST_FACTOR : 1)

  /** One try of a read: its verdict, or the failure of the network. Throws ProblemError where it may not go out at all. */
  async function attempt(call: ReadCall, url: URL, deadline: number): Promise<Verdict | ExchangeFailure> {
    const leave = await limiter.enter(call.signal, { last: call.background }).catch((error: unknown) => {
      throw error instanceof LineFull ? new ProblemError(unreachable(1_000), { cause: error }) : error
    })
    const began = now()
    let permit: Permit | undefined
    try {
      const permission = breaker.enter('read')
      if ('retryAfterMs' in permission) throw new ProblemError(unreachable(permission.retryAfterMs))
      permit = permission
      // Who goes last may have stood in line for longer than a read may take.
      const timeoutMs = call.background ? limitOf(call) : Math.max(deadline - now(), 1)
      const incoming = await exchange({ url, method: 'GET', headers: headers(), timeoutMs, signal: call.signal })
      const verdict = judge(incoming, now())
      if (verdict.is === 'trouble') permit.bad()
      else permit.good()
      log('info', 'smarterpay.read', { ...named(call), status: incoming.status, is: verdict.is, ms: now() - began })
      return verdict
    } catch (error) {
      if (!(error instanceof ExchangeFailure)) throw error
      permit?.bad()
      log('warn', 'smarterpay.read', { ...named(call), code: error.code, ms: now() - began })
      return error
    } finally {
      leave()
    }
  }

  async function read(call: ReadCall): Promise<unknown> {
    const url = addressOf(origin, call)
    const deadline = now() + limitOf(call)
    let renewed = false
    for (let tries = 1; ; tries += 1) {
      const result = await attempt(call, url, deadline)
      if (!(result instanceof ExchangeFailure)) {
        if (result.is === 'answered') return result.body
        if (result.is === 'empty') return null
        if (result.is === 'token' && !renewed) {
          renewed = true
          tries -= 1
          await keeper.renew()
          continue
        }
      }
      const problem = problemOf(result, call)
      if (problem.kind !== 'unreachable' || tries >= READ_ATTEMPTS) throw new ProblemError(problem, causeOf(result))
      const told = result instanceof ExchangeFailure || !('retryAfterMs' in result) ? undefined : result.retryAfterMs
      const wait = told ?? random() * Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS)
      if (wait > LONGEST_PAUSE_MS || now() + wait >= deadline) throw new ProblemError(problem, causeOf(result))
      await sleep(wait, call.signal)
    }
  }

  async function send(call: SendCall): Promise<Sent> {
    const url = addressOf(origin, call)
    let leave: () => void
    try {
      leave = await limiter.enter()
    } catch {
      return { outcome: 'not-sent', problem: unreachable(1_000) }
    }
    const began = now()
    try {
      const permit = breaker.enter('write')
      if ('retryAfterMs' in permit) return { outcome: 'not-sent', problem: unreachable(permit.retryAfterMs) }
      const incoming = await exchange({
        url,
        method: call.method,
        headers: headers({
          'Content-Type': call.body === undefined ? undefined : 'application/json',
          'Idempotency-Key': call.key,
        }),
        ...(call.body !== undefined && { body: call.body }),
        timeoutMs: settings.writeTimeoutMs,
      }).catch((error: unknown) => {
        permit.bad()
        throw error
      })
      const verdict = judge(incoming, now())
      if (verdict.is === 'trouble') permit.bad()
      else permit.good()
      const { status, replayed } = incoming
      log('info', 'smarterpay.send', { ...named(call), status, is: verdict.is, replayed, ms: now() - began })
      return outcomeOf(verdict, status, replayed, call)
    } catch (error) {
      if (!(error instanceof ExchangeFailure)) throw error
      log('warn', 'smarterpay.send', { ...named(call), code: error.code, ms: now() - began })
      if (!error.mayHaveLeft) return { outcome: 'not-sent', problem: unreachable() }
      return { outcome: 'unknown', why: error.code, replayed: false }
    } finally {
      leave()
    }
  }

  return { read, send, renewToken: () => keeper.renew() }
}

const named = ({ resource, id, ...call }: ReadCall | SendCall) => ({
  resource,
  id,
  ...('method' in call && { method: call.method, key: call.key }),
})

const causeOf = (result: Verdict | ExchangeFailure) =>
  result instanceof ExchangeFailure ? { cause: result } : undefined

/** What an operator is told of a read that brought nothing. */
function problemOf(result: Verdict | ExchangeFailure, { resource }: ReadCall): Problem {
  if (result instanceof ExchangeFailure)
    return result.code === 'CUT' || result.code === 'TOO_LARGE' ? { kind: 'unreadable' } : unreachable()
  switch (result.is) {
    case 'refused':
      return { kind: 'refused', reason: result.reason }
    case 'not-found':
      return { kind: 'not-found', what: WORDS[resource] }
    case 'token':
    case 'misconfigured':
      return { kind: 'misconfigured' }
    case 'too-many':
    case 'trouble':
      return unreachable(result.retryAfterMs)
    default:
      return { kind: 'unreadable' }
  }
}

function outcomeOf(verdict: Verdict, status: number, replayed: boolean, { resource }: SendCall): Sent {
  switch (verdict.is) {
    case 'answered':
      return { outcome: 'answered', body: verdict.body, replayed }
    case 'refused':
      return { outcome: 'refused', problem: { kind: 'refused', reason: verdict.reason }, replayed }
    case 'not-found':
      return { outcome: 'refused', problem: { kind: 'not-found', what: WORDS[resource] }, replayed }
    case 'misconfigured':
      return { outcome: 'refused', problem: { kind: 'misconfigured' }, replayed }
    case 'too-many':
      return { outcome: 'refused', problem: unreachable(verdict.retryAfterMs), replayed }
    case 'token':
      return { outcome: 'turned-away', replayed }
    default:
      return { outcome: 'unknown', why: `${status} ${verdict.is}`, replayed }
  }
}
