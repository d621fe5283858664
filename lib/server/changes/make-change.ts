import 'server-only'
import { createHash } from 'node:crypto'
import { badInput, type Problem, ProblemError } from '@/lib/problem'
import type { Why } from '@/lib/schedules/changes'
import { judge, type Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { basisOf } from '../basis'
import { instant } from '../clock'
import { log } from '../log'
import type { Operator } from '../operator'
import { readSchedule } from '../reading/schedules'
import { canonicalJson } from '../records'
import { smarterpay } from '../smarterpay/client'
import type { ChangeRow } from '../store/changes-tables'
import { alikeCreated } from './alike'
import { changeOf, problemAnswer, respond, successAnswer } from './answers'
import { checkWanted } from './checks'
import { maySend } from './instances'
import { findChange, freeLease, isFinal, type Lease, noteOn, recordAttempt, recordState, takeLease } from './ledger'
import { lookInRequest, lookLater } from './look-after'
import { inHand } from './running'
import { sendWanted } from './send'

// The only way to write. One change at a time for a schedule: know the key, take the lease, read, compare, check, record
// the attempt, send once, judge the answer, look after the unknown, record the ending. Way in: `makeChange`.

/** From reading the record to sending at most this long; else it is read again. */
const FRESH_MS = 2_000
const READ_AGAIN = 3
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

const bodyHashOf = ({ schedule, basis, wanted, why, again }: Intent) =>
  hash(again ? { again: again.id } : { schedule, basis, wanted, why })

/** What the lease is on. Two creates that look alike are one place. */
function leaseOnOf({ wanted, schedule }: Intent): string {
  if (wanted.action !== 'create') return `schedule:${schedule}`
  const { method, amount, startDate } = wanted.schedule
  const from = wanted.schedule.method === 'card' ? wanted.schedule.cardId : wanted.schedule.auddis
  return `create:${hash({ method, from, amount, startDate })}`
}

/** The answer that a known key already has: given again, busy while it runs. Throws bad-input for a key used otherwise. */
async function knownAnswer(intent: Intent): Promise<Response | null> {
  const row = await findChange(intent.key)
  if (!row) return null
  if (
    row.person !== intent.operator.email ||
    row.action !== intent.wanted.action ||
    row.bodyHash !== bodyHashOf(intent)
  )
    throw badInput('Idempotency-Key', 'This key was used for another change.')
  if (isFinal(row.state) && row.answer) return respond(row.answer, { replayed: true })
  return respond(problemAnswer(row, { kind: 'busy' }))
}

type Current = { schedule: Schedule | null; alike: string[]; readAt: number }

async function readCurrent(intent: Intent): Promise<Current> {
  if (intent.wanted.action === 'create') {
    const alike = await alikeCreated(intent.wanted.schedule)
    const since = instant().getTime() - 24 * 3_600_000
    const recent = alike.find(({ createdAt }) => createdAt === null || Date.parse(createdAt) > since)
    if (recent && !intent.evenIfAlike && !intent.again) throw new ProblemError({ kind: 'busy', alike: recent.id })
    return { schedule: null, alike: alike.map(({ id }) => id), readAt: performance.now() }
  }
  const schedule = await readSchedule(intent.schedule ?? '')
  return { schedule, alike: [], readAt: performance.now() }
}

const alreadySo = (intent: Intent, current: Schedule | null) =>
  intent.wanted.action === 'disable' && current?.status === 'inactive'

/** Step 4: reads, compares with what the person saw, and checks. */
async function readAndCompare(intent: Intent): Promise<Current> {
  const current = await readCurrent(intent)
  if (current.schedule && !alreadySo(intent, current.schedule)) {
    if (basisOf(current.schedule) !== intent.basis) throw new ProblemError({ kind: 'stale' })
    checkWanted(intent, current.schedule)
  } else if (intent.wanted.action === 'create') checkWanted(intent, null)
  return current
}

function newRow(intent: Intent, current: Current) {
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

async function alreadyDone(intent: Intent, current: Current, lease: Lease): Promise<Response> {
  const at = new Date()
  const schedule = current.schedule as Schedule
  const base = { ...newRow(intent, current), state: 'applied' as const, sent: false, endedAt: at, after: schedule }
  const shown = { ...base, owner: '', sentAt: null, refusal: null } as unknown as ChangeRow
  const answer = successAnswer(shown, schedule, [])
  await recordAttempt({ ...base, answer }, lease)
  return respond(answer)
}

const keyText = (row: ChangeRow) => `${row.upstreamKey}-${row.upstreamCount}`

/** Step 6. A 498 is turned away at the door: after one renewal it is sent again, under the next key. */
async function sendOnce(row: ChangeRow) {
  const sent = await sendWanted(row.wanted, row.schedule, keyText(row))
  if (sent.outcome !== 'turned-away') return sent
  await smarterpay().renewToken()
  const next = { ...row, upstreamCount: row.upstreamCount + 1 }
  await noteOn(row.id, { upstreamCount: next.upstreamCount })
  return sendWanted(next.wanted, next.schedule, keyText(next))
}

type Replied = Awaited<ReturnType<typeof sendOnce>>

/** A failure replayed for a key that was used before says nothing of this try: read once more, then one new key. */
async function spentKey(row: ChangeRow, reply: Replied): Promise<Replied> {
  const failed = reply.outcome === 'refused' || reply.outcome === 'unknown' || reply.outcome === 'turned-away'
  if (row.againOf === null || !failed || !reply.replayed) return reply
  const now = await readSchedule(row.schedule ?? '').catch(() => null)
  if (row.wanted.action !== 'create' && (now === null || basisOf(now) !== row.basis)) return reply
  await noteOn(row.id, { upstreamKey: row.id, upstreamCount: 1, keyFrom: new Date() })
  return sendOnce({ ...row, upstreamKey: row.id, upstreamCount: 1 })
}

async function refuse(row: ChangeRow, problem: Problem): Promise<Response> {
  const refusal = problem.kind === 'refused' ? problem.reason : null
  const ended = { ...row, state: 'refused' as const, refusal, endedAt: new Date() }
  const answer = problemAnswer(ended, problem)
  await recordState(row, ['attempted'], { state: 'refused', refusal, answer })
  return respond(answer)
}

async function notSent(row: ChangeRow, problem: Problem): Promise<Response> {
  const answer = problemAnswer({ ...row, state: 'not-applied', endedAt: new Date() }, problem)
  await recordState(row, ['attempted'], { state: 'not-applied', answer })
  return respond(answer)
}

/** Step 7, for an answer that can be read. What cannot be judged from it alone is looked after by reading. */
async function judged(row: ChangeRow, schedule: Schedule): Promise<Response> {
  const { verdict, differences } = judge(row.wanted, row.before, schedule)
  if (verdict === 'unproven') return lookAfter(row, { proven: true })
  const ended = { ...row, state: verdict, schedule: schedule.id, endedAt: new Date() }
  const answer = successAnswer(ended, schedule, differences)
  await recordState(row, ['attempted'], { state: verdict, after: schedule, differences, answer })
  return respond(answer)
}

/** Step 8. */
async function lookAfter(row: ChangeRow, { proven }: { proven: boolean }): Promise<Response> {
  if (proven) await noteOn(row.id, { proven })
  const unknown = proven ? row : ((await recordState(row, ['attempted'], { state: 'unknown' })) ?? row)
  const looked = await lookInRequest({ ...unknown, proven })
  if (isFinal(looked.state) && looked.answer) return respond(looked.answer)
  if (looked.state !== 'needs-attention') lookLater(looked)
  return respond(problemAnswer(looked, { kind: 'outcome-unknown' }))
}

/** Steps 6 to 9. From here on the change is recorded, and nothing of it may be lost. */
async function sendAndJudge(row: ChangeRow, readAt: number): Promise<Response> {
  if (performance.now() - readAt > FRESH_MS && row.before && row.schedule) {
    const now = await readSchedule(row.schedule).catch(() => null)
    if (now === null) return notSent(row, { kind: 'unreachable' })
    if (basisOf(now) !== row.basis) return notSent(row, { kind: 'stale' })
  }
  const sentAt = new Date()
  await noteOn(row.id, { sentAt }).catch((error: unknown) => log('warn', 'change.sent-at', { change: row.id }, error))
  const going = { ...row, sentAt }
  const reply = await spentKey(going, await sendOnce(going))
  log('info', 'change.reply', { change: row.id, action: row.action, outcome: reply.outcome })
  switch (reply.outcome) {
    case 'refused':
      return refuse(going, reply.problem)
    case 'turned-away':
      return refuse(going, { kind: 'misconfigured' })
    case 'not-sent':
      return notSent(going, reply.problem)
    case 'unknown':
      return lookAfter(going, { proven: false })
    default:
      // A disabled schedule's answer is shorter than the record, and a replayed answer is an old one: the record is read.
      if (row.action === 'disable' || reply.replayed)
        return lookAfter(going, { proven: row.action === 'disable' && reply.schedule.status === 'inactive' })
      return judged(going, reply.schedule)
  }
}

async function attempt(intent: Intent, lease: Lease): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const current = await readAndCompare(intent)
    if (alreadySo(intent, current.schedule)) return alreadyDone(intent, current, lease)
    if (!(await maySend())) throw new ProblemError({ kind: 'not-recorded' })
    if (performance.now() - current.readAt > FRESH_MS && tries < READ_AGAIN) continue
    const row = await recordAttempt({ ...newRow(intent, current), state: 'attempted', sent: true }, lease).catch(
      (cause: unknown) => {
        throw new ProblemError({ kind: 'not-recorded' }, { cause })
      },
    )
    return sendAndJudge(row, current.readAt).catch((error: unknown) => {
      log('error', 'change.left-open', { change: row.id }, error)
      lookLater(row)
      return respond(problemAnswer(row, { kind: 'outcome-unknown' }))
    })
  }
}

/**
 * Makes one change, or says plainly why not. Answers: 200 or 201 with the schedule as SmarterPay now holds it; else
 * problem+json with `change` where one was recorded. Throws ProblemError for what came before the record: bad-input,
 * stale, busy, not-found, unreachable, unreadable, misconfigured, not-recorded.
 */
export async function makeChange(intent: Intent): Promise<Response> {
  const known = await knownAnswer(intent).catch(recordsDown)
  if (known) return known
  const lease = await takeLease(leaseOnOf(intent), intent.key).catch(recordsDown)
  if ('heldBy' in lease) {
    const holder = await findChange(lease.heldBy).catch(recordsDown)
    return respond(
      holder
        ? { ...problemAnswer(holder, { kind: 'busy' }), body: { kind: 'busy', change: changeOf(holder) } }
        : { status: 409, body: { kind: 'busy' } },
    )
  }
  const { sending } = inHand()
  sending.add(intent.key)
  try {
    return await attempt(intent, lease)
  } finally {
    sending.delete(intent.key)
    await giveBack(intent.key, lease)
  }
}

function recordsDown(error: unknown): never {
  if (error instanceof ProblemError) throw error
  throw new ProblemError({ kind: 'not-recorded' }, { cause: error })
}

/** A lease without a recorded change protects nothing. */
async function giveBack(key: string, lease: Lease): Promise<void> {
  try {
    if (!(await findChange(key))) await freeLease(lease)
  } catch (error) {
    log('warn', 'change.lease-kept', { change: key }, error)
  }
}
