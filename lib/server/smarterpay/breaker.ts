import 'server-only'

// Stops asking a SmarterPay that is down: opens when half of at least 20 calls in 30 s failed, then lets one call
// through every 5 s, and closes again after three good ones in a row.

export type Permit = { good(): void; bad(): void }
export type Breaker = {
  /** Leave to call, or the milliseconds after which asking makes sense again. A write is never used to try the way. */
  enter(use: 'read' | 'write'): Permit | { retryAfterMs: number }
}

const CALLS = 20
const WINDOW_MS = 30_000
const PROBE_EVERY_MS = 5_000
const GOOD_TO_CLOSE = 3

/** `now` in milliseconds. A permit that is neither good nor bad (the caller went away) says nothing. */
export function createBreaker(now: () => number): Breaker {
  let calls: { at: number; failed: boolean }[] = []
  let open: { nextProbeAt: number; good: number } | undefined

  const note = (failed: boolean) => {
    if (open) return
    const since = now() - WINDOW_MS
    calls.push({ at: now(), failed })
    while (calls[0] && calls[0].at < since) calls.shift()
    const failures = calls.filter((call) => call.failed).length
    if (calls.length >= CALLS && failures * 2 >= calls.length) open = { nextProbeAt: now() + PROBE_EVERY_MS, good: 0 }
  }

  const probe = (opened: NonNullable<typeof open>): Permit => ({
    good() {
      opened.good += 1
      if (open !== opened || opened.good < GOOD_TO_CLOSE) return
      open = undefined
      calls = []
    },
    bad() {
      opened.good = 0
    },
  })

  return {
    enter(use) {
      if (!open) return { good: () => note(false), bad: () => note(true) }
      const retryAfterMs = Math.max(open.nextProbeAt - now(), 0)
      if (use === 'write' || retryAfterMs > 0) return { retryAfterMs: retryAfterMs || PROBE_EVERY_MS }
      open.nextProbeAt = now() + PROBE_EVERY_MS
      return probe(open)
    },
  }
}
