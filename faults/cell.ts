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
const NOTHING = 'nothing recorded'
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
  reachedBefore = 0,
): Promise<Omit<Verdict, 'tookMs' | 'steps'>> {
  const truth = truthOf(place.sandbox, given)
  const reached = truth.reached - reachedBefore
  const [record] = truth.records
  const state = row?.state ?? NOTHING
  const lost: string[] = []
  const wrong: string[] = []
  const doubled = truth.effects > 1 || truth.records.length > 1 ? [`took effect ${truth.effects} times`] : []
  if (reached > 0 && row === null) lost.push('a write without its record')
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
  } else if ('problem' in answer && reached > 0 && answer.problem !== 'outcome-unknown')
    wrong.push(`${answer.problem} without a change, and it was sent`)
  return { ending: state, lost, doubled, wrong }
}

/** One write under one fault. `kill`: the process ends there, and another one takes over. */
export async function writeCell(place: Place, write: Write, way: Way, chance: Chance, kill?: Kill): Promise<Verdict> {
  const given = await newCase(place.sandbox, write, chance)
  const basis = given.schedule ? await seen(place, given.schedule) : null
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

/** The basis that the person saw. A machine that is short of breath may need a second look. */
async function seen(place: Place, schedule: string): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await place.worker().tell<string>({ do: 'see', schedule })
    } catch (error) {
      if (error instanceof Ended || tries === TRIES) throw error
    }
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

/** How often a person tries; on a machine that is short of breath a try may itself not reach SmarterPay. */
const TRIES = 3

/** A person tries a change again that was called not applied: afterwards there is one effect, and no more. */
async function triedAgain(place: Place, given: Case, first: string, basis: string | null, row: Row) {
  const all = { lost: [] as string[], doubled: [] as string[], wrong: [] as string[] }
  let before = first
  if (row?.state !== 'not-applied') return all
  let state: string = row.state
  for (let tries = 0; state === 'not-applied' && tries < TRIES; tries++) {
    const key = randomUUID()
    const { reached } = truthOf(place.sandbox, given)
    const answer = await send(place, given, { key, basis, again: before }, {})
    const found = await judged(place, given, await endingOf(place, key, async (one) => isEnded(one)), answer, reached)
    for (const list of ['lost', 'doubled', 'wrong'] as const)
      all[list].push(...found[list].map((one) => `tried again: ${one}`))
    // Not so much as recorded: the same one is tried again.
    if (found.ending === NOTHING) continue
    before = key
    state = found.ending
  }
  if (state === 'not-applied' || state === 'refused') all.lost.push(`tried again, and still ${state}`)
  return all
}
