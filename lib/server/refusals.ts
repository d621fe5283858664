import 'server-only'
import type { Operator } from './operator'
import { recordQuietly } from './records'

// Who asked for what is not theirs: a record for each, save repeats within a minute, which a loop could make by the thousand.

const MINUTE_MS = 60_000
const MOST_KEPT = 5_000
const lately = new Map<string, number>()

/** Records that somebody was refused. `needs`: who may do it. Never waited for. */
export function recordRefusal(operator: Operator, request: Request, needs: string): void {
  const asked = `${request.method} ${new URL(request.url).pathname}`.slice(0, 200)
  const key = `${operator.email} ${asked}`
  const now = Date.now()
  if (now - (lately.get(key) ?? 0) < MINUTE_MS) return
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(key, now)
  const schedule = /^\/api\/schedules\/([A-Za-z0-9_-]{1,64})(?:\/|$)/.exec(new URL(request.url).pathname)?.[1]
  recordQuietly({
    at: new Date(now),
    person: operator.email,
    role: operator.role,
    source: 'person',
    action: 'not-allowed',
    schedule: schedule ?? null,
    after: { asked, needs },
  })
}
