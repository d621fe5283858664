import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { basisOf } from '../basis'
import { readSchedule } from '../reading/schedules'
import { onBothStores } from '../store/both'
import { leases } from '../store/changes-tables'
import { database } from '../store/store'
import { endInstance } from './instances'
import { change, fault, noFaults, planted, skipJanuary, withSandbox, writesTo } from './scene'
import { changeById } from './second-thoughts'

withSandbox()

onBothStores('asked what became of a key', () => {
  afterAll(endInstance)
  beforeEach(async () => {
    await noFaults()
  })

  it('does not say that there is no such change while it is being got ready', async () => {
    const id = await planted()
    const key = randomUUID()
    await expect(changeById(key)).rejects.toMatchObject({ problem: { kind: 'not-found' } })
    const basis = basisOf(await readSchedule(id))
    await fault(id, 'delay', { match: { method: 'GET', id }, params: { ms: 400 } })
    const going = change(id, skipJanuary, { key, basis })
    await vi.waitFor(async () => expect(await (await database()).select().from(leases)).toHaveLength(1), {
      interval: 5,
    })
    expect(await writesTo(id)).toEqual([])
    await expect(changeById(key)).rejects.toMatchObject({ problem: { kind: 'busy' } })
    expect((await going).status).toBe(200)
    expect((await changeById(key)).change.state).toBe('applied')
  })

  it('knows nothing of text that is no key', async () => {
    await expect(changeById('new')).rejects.toMatchObject({ problem: { kind: 'not-found' } })
  })
})
