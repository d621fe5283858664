// One cell of the matrix: a write or a read meets a fault, ends, and is held against the truth. Counts what was lost,
// what was done twice, and what was wrongly reported.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '@/sandbox/chance'
import type { Sandbox } from '@/sandbox/server'
import type { Way } from './matrix'
import type { Kill, Order, Road, Row, Told } from './messages'
import { Ended, type Worker } from './process'
import { type Case, control, faultEnds, newCase, tellsTheTruth, truthOf, type Write } from './world'

/** From the end of a fault to an ending of the change, at most (the standing limit is two minutes). */
const LIMIT_MS = 30_000
const POLL_MS = 60
const FINAL = ['applied', 'adjusted', 'refused', 'not-applied']

export type Verdict = {
  ending: string
  lost: string[]
  doubled: string[]
  wrong: string[]
  /** From the answer or the fault's end to the ending. Milliseconds. */
  tookMs: number
  steps: string[]
}

/** Where a cell runs: the worker may be another one after it was killed. */
export type Place = {
  sandbox: Sandbox
  worker: () => Worker
  /** Starts the next worker on the same store, after this one has ended. */
  restart: () => Promise<void>
  ports: Record<Road, number>
}

type Answered = { told: Told } | { problem: string; steps: string[] } | { ended: true }

async function faulted(place: Place, given: Case, way: Way): Promise<void> {
  if (!way.sandbox) return
  const { fault, params = {}, times = 1 } = way.sandbox
  const match =
    given.write === 'create'
      ? { method: 'POST', body: given.marker }
      : { method: given.write === 'disable' ? 'DELETE' : 'PUT', id: given.marker }
  await control(place.sandbox, 'faults', { faults: [{ match, fault, params, times }], add: true })
}

async function send(
  place: Place,
  given: Case,
  order: Pick<Extract<Order, { do: 'change' }>, 'key' | 'basis' | 'kill' | 'again'>,
  way: Way,
): Promise<Answered> {
  const { road, storeDown } = way
  try {
    const reply = await place.worker().ask<Told>({
      do: 'change',
      schedule: given.schedule,
      wanted: given.wanted,
      ...order,
      ...(road && { road: { is: road, port: place.ports[road] } }),
      ...(storeDown && { storeDown }),
    })
    return 'value' in reply ? { told: reply.value } : reply
  } catch (error) {
    if (error instanceof Ended) return { ended: true }
    throw error
  }
}

/** Waits until the change is final, waits for a person, or does not exist; what it is by the limit is its ending. */
async function endingOf(place: Place, key: string, fits: (row: Row) => Promise<boolean>): Promise<Row> {
  const until = Date.now() + LIMIT_MS
  for (;;) {
    const row = await place.worker().tell<Row>({ do: 'row', key })
    if (await fits(row)) return row
    if (Date.now() > until) return row
    await pause(POLL_MS)
  }
}

const isEnded = (row: Row) => row === null || FINAL.includes(row.state) || row.state === 'needs-attention'
const isDone = (state: string | undefined) => state === 'applied' || state === 'adjusted'

/** What may be said of a change whose truth is known. */
async function judged(
  place: Place,
  given: Case,
  row: Row,
  answer: Answered,
): Promise<Omit<Verdict, 'tookMs' | 'steps'>> {
  const truth = truthOf(place.sandbox, given)
  const [record] = truth.records
  const state = row?.state ?? 'nothing recorded'
  const lost: string[] = []
  const wrong: string[] = []
  const doubled = truth.effects > 1 || truth.records.length > 1 ? [`took effect ${truth.effects} times`] : []
  if (truth.reached > 0 && row === null) lost.push('a write without its record')
  if (!isEnded(row)) lost.push(`still ${state} at the limit`)
  if (row && row.phases[0] !== 'attempted') lost.push('its records do not begin with the attempt')
  if (row && row.phases.at(-1) !== state && row.phases.at(-1) !== 'corrected')
    lost.push('its ending is not in the records')

  if (isDone(state)) {
    if (truth.effects === 0) wrong.push(`${state}, and it has no effect`)
    if (record && !(row?.after && tellsTheTruth(row.after, record))) wrong.push(`${state}, and it stands otherwise`)
    if (state === 'applied' && !truth.asWanted) wrong.push('applied, and it does not stand as wanted')
    if (state === 'adjusted' && row?.differences.length === 0) wrong.push('adjusted, and no difference is named')
  } else if (state !== 'needs-attention' && !truth.asBefore) wrong.push(`${state}, and SmarterPay has changed it`)

  if ('told' in answer) {
    const { status, body } = answer.told
    const told = (body.change as { state?: string } | undefined)?.state
    if (status < 400 !== isDone(told)) wrong.push(`status ${status} with ${told}`)
    if (told !== undefined && FINAL.includes(told) && told !== state && row?.phases.at(-1) !== 'corrected')
      wrong.push(`told ${told}, ended ${state}`)
    if (status < 400 && record && !tellsTheTruth(body.schedule as object, record))
      wrong.push('an answer that is not so')
  } else if ('problem' in answer && truth.reached > 0 && answer.problem !== 'outcome-unknown')
    wrong.push(`${answer.problem} without a change, and it was sent`)
  return { ending: state, lost, doubled, wrong }
}

/** One write under one fault. `kill`: the process ends there, and another one takes over. */
export async function writeCell(place: Place, write: Write, way: Way, chance: Chance, kill?: Kill): Promise<Verdict> {
  const given = await newCase(place.sandbox, write, chance)
  const basis = given.schedule ? await place.worker().tell<string>({ do: 'see', schedule: given.schedule }) : null
  const key = randomUUID()
  await faulted(place, given, way)
  let answer = await send(place, given, { key, basis, ...(kill && { kill }) }, way)
  const from = Date.now()
  if (kill && !('ended' in answer)) await endedLater(place, key)
  if (kill) await place.restart()
  if (way.storeDown) {
    await place.worker().tell({ do: 'mend-store' })
    await place.worker().tell({ do: 'recover' })
  }
  const late = way.sandbox?.fault === 'applied-late'
  const row = await endingOf(place, key, async (one) => {
    if (!isEnded(one)) return false
    if (!late) return true
    const truth = truthOf(place.sandbox, given)
    return truth.effects > 0 && isDone(one?.state)
  })
  const tookMs = Date.now() - from
  const steps = 'told' in answer ? answer.told.steps : 'problem' in answer ? answer.steps : []
  const verdict = await judged(place, given, row, answer)
  // The browser asks again with the same key, as after a refresh: at most one effect, whatever it was.
  faultEnds(place.sandbox, given)
  answer = await send(place, given, { key, basis }, {})
  const after = await endingOf(place, key, async (one) => isEnded(one))
  const second = await judged(
    place,
    given,
    after,
    'told' in answer && answer.told.body.kind === 'busy' ? { ended: true } : answer,
  )
  const third = await triedAgain(place, given, key, basis, after)
  return {
    ending: verdict.ending,
    lost: [...verdict.lost, ...second.lost.map((one) => `same key: ${one}`), ...third.lost],
    doubled: [...verdict.doubled, ...second.doubled.map((one) => `same key: ${one}`), ...third.doubled],
    wrong: [...verdict.wrong, ...second.wrong.map((one) => `same key: ${one}`), ...third.wrong],
    tookMs,
    steps,
  }
}

/** A change that was killed in the background, after its answer. */
async function endedLater(place: Place, key: string): Promise<void> {
  const until = Date.now() + LIMIT_MS
  while (Date.now() < until) {
    try {
      const row = await place.worker().tell<Row>({ do: 'row', key })
      if (isEnded(row)) return
    } catch (error) {
      if (error instanceof Ended) return
      throw error
    }
    await pause(POLL_MS)
  }
}

/** A person tries a change again that was called not applied: afterwards there is one effect, and no more. */
async function triedAgain(place: Place, given: Case, first: string, basis: string | null, row: Row) {
  const none = { lost: [] as string[], doubled: [] as string[], wrong: [] as string[] }
  if (row?.state !== 'not-applied') return none
  const key = randomUUID()
  const answer = await send(place, given, { key, basis, again: first }, {})
  const again = await endingOf(place, key, async (one) => isEnded(one))
  const found = await judged(place, given, again, answer)
  const said = (list: string[]) => list.map((one) => `tried again: ${one}`)
  if (found.ending === 'not-applied' || found.ending === 'refused') found.lost.push(`a second try was ${found.ending}`)
  return { lost: said(found.lost), doubled: said(found.doubled), wrong: said(found.wrong) }
}

/** One look at a schedule under one fault: the truth or a problem, and the truth once the fault is over. */
export async function readCell(place: Place, way: Way, chance: Chance): Promise<Verdict> {
  const given = await newCase(place.sandbox, 'amend', chance)
  const wrong: string[] = []
  if (way.sandbox) {
    const { fault, params = {}, times = 1 } = way.sandbox
    const match = { method: 'GET', id: given.marker }
    await control(place.sandbox, 'faults', { faults: [{ match, fault, params, times }], add: true })
  }
  const { road, storeDown } = way
  const order: Order = {
    do: 'look',
    schedule: given.marker,
    ...(road && { road: { is: road, port: place.ports[road] } }),
    ...(storeDown === 'from-the-start' && { storeDown }),
  }
  const from = Date.now()
  const seen = await place
    .worker()
    .ask<Record<string, unknown>>(order)
    .catch((error: unknown) => {
      if (error instanceof Ended) return { problem: 'ended', steps: [] }
      throw error
    })
  const tookMs = Date.now() - from
  if (storeDown) await place.worker().tell({ do: 'mend-store' })
  const check = async (shown: object) => {
    const [record] = truthOf(place.sandbox, given).records
    if (!record || !tellsTheTruth(shown, record)) wrong.push('showed what is not so')
  }
  if ('value' in seen) await check(seen.value)
  else if (!['unreachable', 'unreadable', 'misconfigured'].includes(seen.problem)) wrong.push(`said ${seen.problem}`)
  if (storeDown && 'problem' in seen) wrong.push('reading stopped with the store')
  faultEnds(place.sandbox, given)
  await check(await place.worker().tell<object>({ do: 'look', schedule: given.marker }))
  if (truthOf(place.sandbox, given).reached > 0) wrong.push('a look that wrote')
  return { ending: 'value' in seen ? 'shown' : seen.problem, lost: [], doubled: [], wrong, tookMs, steps: [] }
}
