import 'server-only'
import { ProblemError } from '@/lib/problem'

// How often one person may ask, counted in this process: a brake on loops and scripts, not a matter of record.

const MINUTE_MS = 60_000
const LIMITS = {
  reads: { most: 1_200, perMs: MINUTE_MS },
  changes: { most: 30, perMs: MINUTE_MS },
  /** Typed work is kept while typing. */
  typed: { most: 120, perMs: MINUTE_MS },
  exports: { most: 6, perMs: 60 * MINUTE_MS },
} as const
export type Rate = keyof typeof LIMITS

type Held = typeof globalThis & { quarterdayRates?: Map<string, { since: number; count: number }> }
const held: Held = globalThis

/** Counts one more of a person; throws too-many beyond the limit, with the seconds until the window opens again. */
export function countRequest(person: string, rate: Rate, nowMs: number): void {
  held.quarterdayRates ??= new Map()
  const counts = held.quarterdayRates
  const { most, perMs } = LIMITS[rate]
  const key = `${rate} ${person}`
  const found = counts.get(key)
  if (!found || nowMs - found.since >= perMs || nowMs < found.since) {
    if (counts.size > 10_000) counts.clear()
    counts.set(key, { since: nowMs, count: 1 })
    return
  }
  found.count += 1
  if (found.count > most)
    throw new ProblemError({ kind: 'too-many', retryAfterSeconds: Math.ceil((found.since + perMs - nowMs) / 1000) })
}

/** Forgets all counts (tests). */
export function forgetRates(): void {
  held.quarterdayRates = new Map()
}
