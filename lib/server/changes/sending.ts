import 'server-only'
import type { Problem } from '@/lib/problem'
import { judge, tellsTooLittle } from '@/lib/schedules/judge'
import { basisOf } from '../basis'
import { log } from '../log'
import { readSchedule } from '../reading/schedules'
import { smarterpay } from '../smarterpay/client'
import type { ChangeRow } from '../store/changes-tables'
import { canBeNew, comeSince } from './alike'
import { problemAnswer, respond, successAnswer } from './answers'
import { maySend } from './instances'
import { findChange, isFinal, noteOn, recordState, startSending } from './ledger'
import { lookInRequest, lookLater } from './look-after'
import { type Reply, sendWanted } from './send'

// Steps 6 to 9 of the write door, for a change whose attempt is recorded: send once, judge, look after, record the ending.

/** From reading the record to sending at most this long; else it is read again. Milliseconds. */
export const FRESH_MS = 2_000

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
type Answered = Extract<Reply, { outcome: 'answered' }>

async function standsAsBefore(row: ChangeRow): Promise<boolean> {
  if (row.wanted.action !== 'create') return basisOf(await readSchedule(row.schedule ?? '')) === row.basis
  const { alike, others } = await comeSince(row.wanted.schedule, row.alike ?? [])
  return alike.length + others.length === 0
}

/** A failure replayed for a key that was used before says nothing of this try: read once more, then one new key. */
async function spentKey(row: ChangeRow, reply: Replied): Promise<Replied> {
  const failed = reply.outcome === 'refused' || reply.outcome === 'unknown' || reply.outcome === 'turned-away'
  if (row.againOf === null || !failed || !reply.replayed) return reply
  if (!(await standsAsBefore(row).catch(() => false))) return reply
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
  const answer = problemAnswer({ ...row, state: 'not-applied', sentAt: null, endedAt: new Date() }, problem)
  await recordState(row, ['attempted'], { state: 'not-applied', answer, sentAt: null })
  return respond(answer)
}

/** Step 7, for an answer that can be read. What cannot be judged from it alone is looked after by reading. */
async function judged(row: ChangeRow, { schedule, leftOut }: Answered): Promise<Response> {
  const { wanted } = row
  // SmarterPay said yes, and showed another record: something was made, and its list must tell what.
  if (wanted.action === 'create' && !canBeNew(wanted.schedule, schedule, row.alike ?? []))
    return lookAfter(row, { proven: true })
  if (tellsTooLittle(wanted, row.before, leftOut)) return lookAfter(row, { proven: true })
  const { verdict, differences } = judge(wanted, row.before, schedule)
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
export async function sendAndJudge(row: ChangeRow, readAt: number): Promise<Response> {
  if (performance.now() - readAt > FRESH_MS && row.before && row.schedule) {
    const now = await readSchedule(row.schedule).catch(() => null)
    if (now === null) return notSent(row, { kind: 'unreachable' })
    if (basisOf(now) !== row.basis) return notSent(row, { kind: 'stale' })
  }
  const sentAt = new Date()
  // Taken over, or no longer to be seen as alive: whoever looks after the change must be able to count on nothing more leaving.
  if (!(await maySend())) return notSent(row, { kind: 'not-recorded' })
  if (!(await startSending(row, sentAt)))
    return respond(problemAnswer((await findChange(row.id)) ?? row, { kind: 'outcome-unknown' }))
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
      return judged(going, reply)
  }
}
