import 'server-only'
import type { Problem } from '@/lib/problem'
import { statusOf } from '@/lib/problem'
import type { Change, ChangeAnswer, Difference } from '@/lib/schedules/changes'
import type { Schedule } from '@/lib/schedules/model'
import { basisOf } from '../basis'
import { problemResponse } from '../problem-response'
import type { ChangeRow } from '../store/changes-tables'

// What the browser is told of a change, now and whenever the same key asks again.

const iso = (at: Date | null) => at?.toISOString() ?? null

/** A change as anybody may see it who may see its schedule. */
export function changeOf(row: ChangeRow): Change {
  return {
    id: row.id,
    state: row.state,
    action: row.action,
    schedule: row.schedule,
    person: row.person,
    sent: row.sent,
    at: row.at.toISOString(),
    sentAt: iso(row.sentAt),
    endedAt: iso(row.endedAt),
    reason: row.refusal,
  }
}

export type Answer = { status: number; body: unknown }

/** Success: applied, or adjusted with its differences. 201 for a create. */
export function successAnswer(row: ChangeRow, schedule: Schedule, differences: Difference[]): Answer {
  const body: ChangeAnswer = { change: changeOf(row), schedule, basis: basisOf(schedule), differences }
  return { status: row.action === 'create' ? 201 : 200, body }
}

/** A problem that names the change it is about. */
export function problemAnswer(row: ChangeRow, problem: Problem): Answer {
  return {
    status: statusOf[problem.kind],
    body: { ...problem, change: changeOf(row) },
  }
}

/** An answer as it leaves. `replayed`: the key had its answer before, and nothing was done now. */
export function respond({ status, body }: Answer, { replayed = false } = {}): Response {
  const headers: Record<string, string> = replayed ? { 'Idempotency-Replayed': 'true' } : {}
  if (status < 400)
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    })
  const { change, ...problem } = body as Problem & { change?: Change }
  return problemResponse(problem as Problem, { status, headers, extra: change ? { change } : {} })
}
