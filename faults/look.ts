// A cell of the matrix that only looks: nothing untrue may be shown, and nothing written.
import type { Chance } from '@/sandbox/chance'
import type { Place, Verdict } from './cell'
import type { Way } from './matrix'
import type { Order } from './messages'
import { Ended } from './process'
import { control, faultEnds, newCase, tellsTheTruth, truthOf } from './world'

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
