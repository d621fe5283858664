import 'server-only'
import { badInput, ProblemError } from '@/lib/problem'
import { may } from '@/lib/roles'
import type { Action, Change } from '@/lib/schedules/changes'
import type { Operator } from '../operator'
import { readSchedule } from '../reading/schedules'
import { changeOf, problemAnswer, respond, successAnswer } from './answers'
import { holdsLease } from './leases'
import { findChange, recordState } from './ledger'
import { makeChange } from './make-change'

// What a person may still do with a change: try one again that was not applied, decide one that needs attention.

const RIGHT = {
  'replace-upcoming': 'schedules:change',
  amend: 'schedules:change',
  disable: 'schedules:disable',
  create: 'schedules:create',
} as const satisfies Record<Action, string>

const NO_CHANGE = { kind: 'not-found', what: 'change' } as const

async function known(id: string) {
  const row = await findChange(id)
  if (!row) throw new ProblemError(NO_CHANGE)
  return row
}

/**
 * The change as it stands. Throws not-found: nothing was sent under that key; or busy: it is being got ready, and may be
 * sent at any moment.
 */
export async function changeById(
  id: string,
): Promise<{ change: Change; answer: unknown; before: unknown; after: unknown }> {
  // In this order: what is recorded in between is found.
  const ready = await holdsLease(id)
  const row = await findChange(id)
  if (!row) throw new ProblemError(ready ? { kind: 'busy' } : NO_CHANGE)
  return { change: changeOf(row), answer: row.answer?.body ?? null, before: row.before, after: row.after }
}

/** A second try, as a change of its own under a new key. Throws bad-input unless the first ended as not applied. */
export async function tryAgain(id: string, key: string, operator: Operator): Promise<Response> {
  const row = await known(id)
  const right = RIGHT[row.action]
  if (!may(operator.role, right))
    throw new ProblemError({ kind: 'not-allowed', needs: 'somebody who may make this change' })
  if (row.state !== 'not-applied') throw badInput('', 'Only a change that was not applied can be tried again.')
  const why = row.reason && { reason: row.reason, note: row.note ?? undefined, agreed: row.agreed ?? undefined }
  return makeChange({
    key,
    operator,
    schedule: row.wanted.action === 'create' ? null : row.schedule,
    basis: row.basis,
    wanted: row.wanted,
    why: why || null,
    again: row,
  })
}

/**
 * A person's word on a change that needs attention: applied or not applied, with a note. Agents decide their own alone.
 * Throws not-allowed, or bad-input where the change does not wait for a decision.
 */
export async function resolveChange(
  id: string,
  { outcome, note }: { outcome: 'applied' | 'not-applied'; note: string },
  operator: Operator,
): Promise<Response> {
  const row = await known(id)
  if (operator.role === 'agent' && row.person !== operator.email)
    throw new ProblemError({ kind: 'not-allowed', needs: 'Team lead, or the person who made the change' })
  if (row.state !== 'needs-attention') throw badInput('outcome', 'This change does not wait for a decision.')
  const current = row.schedule === null ? null : await readSchedule(row.schedule)
  const ended = { ...row, state: outcome, endedAt: new Date() }
  const answer =
    outcome === 'applied' && current
      ? successAnswer(ended, current, row.differences ?? [])
      : problemAnswer(ended, { kind: 'unreachable' })
  const person = { email: operator.email, role: operator.role }
  const moved = await recordState(row, ['needs-attention'], {
    state: outcome,
    answer,
    note,
    // Looked at by a person: no later look of ours speaks against it.
    differences: row.differences ?? [],
    person,
    ...(current && { after: current }),
  })
  if (!moved) throw badInput('outcome', 'This change does not wait for a decision.')
  return respond({ status: 200, body: { change: changeOf(moved) } })
}
