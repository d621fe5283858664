import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newSchedule } from '@/lib/schedules/change-schemas'
import type { NewSchedule } from '@/lib/schedules/changes'
import { smarterpay } from '../smarterpay/client'
import { onBothStores } from '../store/both'
import { createIntent } from './create-intent'
import { endInstance } from './instances'
import { findChange } from './ledger'
import { lineageOf } from './lineage'
import { makeChange } from './make-change'
import { recover } from './recover'
import { inHand } from './running'
import { change, control, lead, noFaults, phases, planted, untilPhase, WINDOW_MS, why, withSandbox } from './scene'
import { tryAgain } from './second-thoughts'

withSandbox()

const never = () =>
  vi.spyOn(smarterpay(), 'send').mockResolvedValueOnce({ outcome: 'not-sent', problem: { kind: 'unreachable' } })

/** Recovers, and waits until every late look that it began is over. */
async function lateLooks(): Promise<void> {
  await recover()
  await vi.waitFor(() => expect(inHand().looking.size).toBe(0), { timeout: 14 * WINDOW_MS, interval: 50 })
}

let count = 0
async function mandate(): Promise<string> {
  count += 1
  const auddis = `LATE${count}`
  await control('plant', {
    mandates: [
      {
        id: `M0LATE${count}`,
        auddis,
        reference: auddis,
        dd_status: 'ongoing collection',
        status: 'ongoing collection',
      },
    ],
  })
  return auddis
}
const wanted = (auddis: string): NewSchedule =>
  newSchedule.parse({
    kind: 'ongoing',
    method: 'direct-debit',
    auddis,
    amount: 2500,
    firstCollectionAmount: 2500,
    collectionPeriod: 'monthly',
    collectionDay: 15,
    collectionStretch: 1,
    startDate: '2027-01-15',
    description: 'Membership',
    ...why,
  })

onBothStores('the late look', () => {
  afterAll(endInstance)
  afterEach(() => vi.restoreAllMocks())
  beforeEach(async () => {
    await noFaults()
  })

  it('says nothing of what never left', async () => {
    const id = await planted()
    never()
    const { key } = await change(id, { action: 'amend', terms: { firstTwoInSameMonth: true } })
    expect((await findChange(key))?.state).toBe('not-applied')
    await lateLooks()
    expect(await phases(key)).toEqual(['attempted', 'not-applied'])
    expect((await findChange(key))?.sentAt).toBeNull()
  }, 30_000)

  it('takes the schedule that a second try made for no work of the first', async () => {
    const auddis = await mandate()
    const first = randomUUID()
    await control('faults', {
      faults: [{ match: { method: 'POST' }, fault: '500', times: 1, params: { applied: false } }],
    })
    await makeChange({ key: first, operator: lead, ...createIntent(wanted(auddis)) })
    await untilPhase(first, 'not-applied')
    const again = await tryAgain(first, randomUUID(), lead)
    expect(again.status, await again.clone().text()).toBe(201)
    const { schedule } = await again.json()
    await lateLooks()
    expect((await findChange(first))?.state).toBe('not-applied')
    expect((await lineageOf(schedule.id)).savedAfterAll).toEqual([])
  }, 30_000)
})
