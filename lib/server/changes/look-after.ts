import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Difference } from '@/lib/schedules/changes'
import { foreignDifferences, requestedDifferences } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { basisOf } from '../basis'
import { env } from '../env'
import { log } from '../log'
import { readSchedule } from '../reading/schedules'
import type { ChangeRow } from '../store/changes-tables'
import { comeSince } from './alike'
import { problemAnswer, successAnswer } from './answers'
import { findChange, laterChange, madeByOthers, noteOn, recordState } from './ledger'
import { inHand } from './running'

// The unknown: a write left, and no clear answer came. We only look, at growing intervals, until the record itself says
// what became of it. Nothing is ever sent from here.

/** Parts of RECONCILE_WINDOW_MS after the send: 1, 3, 10, 30 and 60 s of the standard minute. */
const LOOKS = [1 / 60, 3 / 60, 10 / 60, 30 / 60, 1]
/** Up to here (10 s of the standard minute) the person's own request waits. */
const IN_REQUEST = 3
/** After "not applied": one more look, at ten times the window. */
const LATE_LOOK = 10

type Finding =
  | { found: 'as-wanted'; schedule: Schedule; differences: Difference[] }
  | { found: 'as-before' }
  | { found: 'something-else'; schedule: Schedule | null; differences: Difference[] }
  | { found: 'nothing-readable' }

async function lookOnce(row: ChangeRow): Promise<Finding> {
  if (row.wanted.action === 'create' && row.schedule === null) {
    const known = [...(row.alike ?? []), ...(await madeByOthers(row))]
    const { alike, others } = await comeSince(row.wanted.schedule, known)
    const [only] = alike
    if (alike.length > 1 || (alike.length === 0 && others.length > 0))
      return { found: 'something-else', schedule: null, differences: [] }
    return only
      ? { found: 'as-wanted', schedule: only, differences: requestedDifferences(row.wanted, only) }
      : { found: 'as-before' }
  }
  const schedule = await readSchedule(row.schedule ?? '')
  const differences = requestedDifferences(row.wanted, schedule)
  if (differences.length === 0)
    return { found: 'as-wanted', schedule, differences: foreignDifferences(row.wanted, row.before, schedule) }
  if (row.before && basisOf(schedule) === basisOf(row.before)) return { found: 'as-before' }
  return { found: 'something-else', schedule, differences }
}

const look = (row: ChangeRow): Promise<Finding> =>
  lookOnce(row).catch((error: unknown) => {
    log('warn', 'change.look', { change: row.id }, error)
    return { found: 'nothing-readable' }
  })

/** Nothing but the write-only same-month flag was asked for, so a list that stands as before proves nothing. */
const provesNothing = (row: ChangeRow) =>
  row.wanted.action === 'amend' &&
  row.wanted.terms.firstTwoInSameMonth !== undefined &&
  Object.keys(row.wanted.terms).length === 1

/** Writes down what a look found; null where it decides nothing yet. The last look decides, unless nothing could be read. */
async function settle(row: ChangeRow, finding: Finding, last: boolean): Promise<ChangeRow | null> {
  const from = ['attempted', 'unknown'] as const
  if (finding.found === 'as-wanted' && !provesNothing(row)) {
    const { schedule, differences } = finding
    const named = { ...row, schedule: schedule.id, endedAt: new Date() }
    const state = differences.length === 0 ? ('applied' as const) : ('adjusted' as const)
    const answer = successAnswer({ ...named, state }, schedule, differences)
    return recordState(row, from, { state, after: schedule, differences, answer })
  }
  if (finding.found === 'as-before' && last && !row.proven) {
    const ended = { ...row, state: 'not-applied' as const, endedAt: new Date() }
    return recordState(row, from, { state: 'not-applied', answer: problemAnswer(ended, { kind: 'unreachable' }) })
  }
  const different = finding.found === 'something-else'
  const unclear = finding.found === 'as-before' || finding.found === 'as-wanted'
  if ((different && (last || row.looks >= IN_REQUEST)) || (unclear && last))
    return recordState(row, from, {
      state: 'needs-attention',
      ...('schedule' in finding && { after: finding.schedule }),
      ...('differences' in finding && { differences: finding.differences }),
    })
  return null
}

const dueAt = (row: ChangeRow, share: number) => (row.sentAt ?? row.at).getTime() + share * env().RECONCILE_WINDOW_MS

/** One look, when it is due; answers with the change as it stands then. */
async function nextLook(row: ChangeRow): Promise<ChangeRow> {
  const last = row.looks >= LOOKS.length - 1
  const share = LOOKS[row.looks] ?? row.looks + 2 - LOOKS.length
  await pause(Math.max(0, dueAt(row, share) - Date.now()))
  const fresh = (await findChange(row.id)) ?? row
  if (fresh.state !== 'attempted' && fresh.state !== 'unknown') return fresh
  const settled = await settle(fresh, await look(fresh), last)
  if (settled) return settled
  await noteOn(row.id, { looks: fresh.looks + 1 })
  return { ...fresh, looks: fresh.looks + 1 }
}

const isOpen = ({ state }: ChangeRow) => state === 'attempted' || state === 'unknown'

/** Looks while the person's request waits: until it is known, or 10 s (of the standard minute) after the send. */
export async function lookInRequest(row: ChangeRow): Promise<ChangeRow> {
  let now = row
  while (isOpen(now) && now.looks < IN_REQUEST) now = await nextLook(now)
  return now
}

/** Goes on looking in the background until the change is known; a second call for the same change does nothing. */
export function lookLater(row: ChangeRow): void {
  const { looking } = inHand()
  if (looking.has(row.id)) return
  looking.add(row.id)
  const goOn = async () => {
    let now = row
    while (isOpen(now)) now = await nextLook(now)
    if (now.state === 'not-applied') await lookLate(now)
  }
  goOn()
    .catch((error: unknown) => log('error', 'change.look-after', { change: row.id }, error))
    .finally(() => looking.delete(row.id))
}

/** What was sent before this (UTC) has had its late look. */
export const lateSince = (): Date => new Date(Date.now() - LATE_LOOK * env().RECONCILE_WINDOW_MS)

/** A change called not applied may still have been on its way: look once more, much later, and correct the record. */
async function lookLate(row: ChangeRow): Promise<void> {
  await pause(Math.max(0, dueAt(row, LATE_LOOK) - Date.now()), undefined, { ref: false })
  if (await laterChange(row)) return
  const finding = await look(row)
  if (finding.found !== 'as-wanted') return
  const { schedule, differences } = finding
  const state = differences.length === 0 ? ('applied' as const) : ('adjusted' as const)
  const corrected = { ...row, state, schedule: schedule.id, endedAt: new Date() }
  await recordState(row, ['not-applied'], {
    state,
    after: schedule,
    differences,
    answer: successAnswer(corrected, schedule, differences),
    note: 'Called not applied before; found applied later.',
  })
  log('error', 'change.applied-late', { change: row.id, schedule: schedule.id })
}
