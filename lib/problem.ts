// The one error of the house, from SmarterPay to the screen. Kinds are the contract; wording belongs to the screen.
import type * as z from 'zod/mini'
import type { aboutChange, problem } from './schemas'

export type Problem = z.infer<typeof problem>

export const statusOf = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'bad-input': 422,
  'too-large': 413,
  'too-many': 429,
  'not-found': 404,
  stale: 409,
  busy: 409,
  refused: 422,
  unreachable: 503,
  'not-recorded': 503,
  'outcome-unknown': 504,
  unreadable: 502,
  misconfigured: 502,
  unexpected: 500,
} satisfies Record<Problem['kind'], number>

/** A change as a problem names it: its id, and the state it is in. */
export type ProblemChange = z.infer<typeof aboutChange>['change']

const BRAND = Symbol.for('quarterday.problem')

/**
 * Thrown, never returned beside data. Pages and routes are bundled apart, each with a copy of this class, and share the
 * client and the store of one process: `instanceof` knows the problems of every copy.
 */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  /** The change that a write's problem is about, where one was recorded. */
  readonly change: ProblemChange | null
  readonly [BRAND] = true
  constructor(what: Problem, { change, ...options }: ErrorOptions & { change?: ProblemChange } = {}) {
    super(what.kind, options)
    this.problem = what
    this.change = change ?? null
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore-start lint/complexity/noThisInStatic: a kind of its own inherits this, and is then the class that is asked for
    const own = Function.prototype[Symbol.hasInstance].call(this, value)
    return own || (this === ProblemError && value instanceof Error && BRAND in value)
    // biome-ignore-end lint/complexity/noThisInStatic: as above
  }
}

/** The problem of one bad field. */
export function badInput(path: string, message: string): ProblemError {
  return new ProblemError({ kind: 'bad-input', fields: [{ path, message }] })
}
