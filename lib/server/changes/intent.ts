import 'server-only'
import { createHash } from 'node:crypto'
import type { Why } from '@/lib/schedules/changes'
import type { Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import type { Operator } from '../operator'
import { canonicalJson } from '../records'
import type { ChangeRow } from '../store/changes-tables'

// What a person confirmed, and the row it becomes.

/** SmarterPay forgets a key after a day; ours is used again for this long at most. */
const KEY_LIVES_MS = 20 * 3_600_000

export type Intent = {
  /** The change's id and Idempotency-Key: a UUID. */
  key: string
  operator: Operator
  /** Null for a create. */
  schedule: string | null
  /** What the person saw; null for a create. */
  basis: string | null
  wanted: Wanted
  why: Why | null
  /** The person saw what looks alike, and wants this one too. */
  evenIfAlike?: boolean
  /** A person's second try of a change that was not applied. */
  again?: ChangeRow
}

const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('base64url')

/** Tells one body from another under the same key. */
export const bodyHashOf = ({ schedule, basis, wanted, why, again }: Intent) =>
  hash(again ? { again: again.id } : { schedule, basis, wanted, why })

/** What the lease is on. Two creates that look alike are one place. */
export function leaseOnOf({ wanted, schedule }: Intent): string {
  if (wanted.action !== 'create') return `schedule:${schedule}`
  const { method, amount, startDate } = wanted.schedule
  const from = wanted.schedule.method === 'card' ? wanted.schedule.cardId : wanted.schedule.auddis
  return `create:${hash({ method, from, amount, startDate })}`
}

/** The record as read just before the attempt; `readAt` on the process's own clock. Null for a create, with the ids of what stood on its mandate or card. */
export type Current = { schedule: Schedule | null; alike: string[]; readAt: number }

/** The row of a new change, before its state. A second try keeps the upstream key of the first while SmarterPay still knows it. */
export function newRow(intent: Intent, current: Current) {
  const { again, key } = intent
  const at = new Date()
  const keyLives = again && at.getTime() - again.keyFrom.getTime() < KEY_LIVES_MS
  return {
    id: key,
    person: intent.operator.email,
    role: intent.operator.role,
    action: intent.wanted.action,
    schedule: intent.schedule,
    leaseOn: leaseOnOf(intent),
    bodyHash: bodyHashOf(intent),
    wanted: intent.wanted,
    basis: intent.basis,
    before: current.schedule,
    alike: current.alike,
    upstreamKey: keyLives ? again.upstreamKey : key,
    upstreamCount: keyLives ? again.upstreamCount : 1,
    keyFrom: keyLives ? again.keyFrom : at,
    at,
    reason: intent.why?.reason ?? null,
    note: intent.why?.note ?? null,
    agreed: intent.why?.agreed ?? null,
    againOf: again?.id ?? null,
  }
}
