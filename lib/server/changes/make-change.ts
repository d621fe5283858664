import 'server-only'
import { badInput, ProblemError } from '@/lib/problem'
import type { Schedule } from '@/lib/schedules/model'
import { basisOf } from '../basis'
import { instant } from '../clock'
import { log } from '../log'
import { readSchedule } from '../reading/schedules'
import type { ChangeRow } from '../store/changes-tables'
import { beforeCreate } from './alike'
import { changeOf, problemAnswer, respond, successAnswer } from './answers'
import { checkWanted } from './checks'
import { maySend } from './instances'
import { bodyHashOf, type Current, type Intent, leaseOnOf, newRow } from './intent'
import { freeLease, takeLease } from './leases'
import { findChange, isFinal, type Lease, recordAttempt } from './ledger'
import { lookLater } from './look-after'
import { inHand } from './running'
import { FRESH_MS, sendAndJudge } from './sending'

// The only way to write. One change at a time for a schedule: know the key, take the lease, read, compare, check, record
// the attempt, send once, judge the answer, look after the unknown, record the ending. Way in: `makeChange`.

/** How often a record that went stale while we were busy is read anew before sending all the same. */
const READ_AGAIN = 3

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

async function readCurrent(intent: Intent): Promise<Current> {
  if (intent.wanted.action === 'create') {
    const { alike, known } = await beforeCreate(intent.wanted.schedule)
    if (intent.again) return beforeTheFirstTry(alike, intent.again)
    const since = instant().getTime() - 24 * 3_600_000
    const recent = alike.find(({ createdAt }) => createdAt === null || Date.parse(createdAt) > since)
    if (recent && !intent.evenIfAlike) throw new ProblemError({ kind: 'busy', alike: recent.id })
    return { schedule: null, alike: known, readAt: performance.now() }
  }
  const schedule = await readSchedule(intent.schedule ?? '')
  return { schedule, alike: [], readAt: performance.now() }
}

/** A second try of a create: what has come since the first is probably its work, so that nothing more is made. */
function beforeTheFirstTry(alike: readonly Schedule[], first: ChangeRow): Current {
  const known = first.alike ?? []
  const come = alike.find(({ id }) => !known.includes(id))
  if (come) throw new ProblemError({ kind: 'busy', alike: come.id })
  return { schedule: null, alike: known, readAt: performance.now() }
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

async function alreadyDone(intent: Intent, current: Current, lease: Lease): Promise<Response> {
  const at = new Date()
  const schedule = current.schedule as Schedule
  const base = { ...newRow(intent, current), state: 'applied' as const, sent: false, endedAt: at, after: schedule }
  const shown = { ...base, owner: '', sentAt: null, refusal: null } as unknown as ChangeRow
  const answer = successAnswer(shown, schedule, [])
  const recorded = await recordAttempt({ ...base, answer }, lease).catch((cause: unknown) => ({ cause }))
  return 'cause' in recorded ? unrecorded(intent, recorded.cause) : respond(answer)
}

/** Another request under the same key, about another schedule, may have come first: then that is what is said. */
async function unrecorded(intent: Intent, cause: unknown): Promise<Response> {
  const known = await knownAnswer(intent).catch(recordsDown)
  if (known) return known
  throw new ProblemError({ kind: 'not-recorded' }, { cause })
}

async function attempt(intent: Intent, lease: Lease): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const current = await readAndCompare(intent)
    if (alreadySo(intent, current.schedule)) return alreadyDone(intent, current, lease)
    if (!(await maySend())) throw new ProblemError({ kind: 'not-recorded' })
    if (performance.now() - current.readAt > FRESH_MS && tries < READ_AGAIN) continue
    const row = await recordAttempt({ ...newRow(intent, current), state: 'attempted', sent: true }, lease).catch(
      (cause: unknown) => ({ cause }),
    )
    if ('cause' in row) return unrecorded(intent, row.cause)
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
    const change = await findChange(key)
    if (change?.leaseOn !== lease.leaseOn) await freeLease(lease)
  } catch (error) {
    log('warn', 'change.lease-kept', { change: key }, error)
  }
}
