import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { pounds } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import { basisOf } from '../basis'
import { readSchedule } from '../reading/schedules'
import { onBothStores } from '../store/both'
import { changes, leases } from '../store/changes-tables'
import { database } from '../store/store'
import { endInstance } from './instances'
import { findChange, openChanges } from './ledger'
import { lineageOf } from './lineage'
import { recover } from './recover'
import {
  agent,
  change,
  control,
  fault,
  lead,
  noFaults,
  phases,
  planted,
  rows,
  skipJanuary,
  untilPhase,
  WINDOW_MS,
  wireOf,
  withSandbox,
  writesTo,
} from './scene'
import { resolveChange, tryAgain } from './second-thoughts'

withSandbox()

onBothStores('what became of a change', () => {
  afterAll(endInstance)
  beforeEach(async () => {
    await noFaults()
  })

  it.each([
    ['500', true, 'applied', 200],
    ['applied-reset', true, 'applied', 200],
    ['applied-silence', true, 'applied', 200],
    ['html-200', true, 'applied', 200],
    ['204', true, 'applied', 200],
    ['cut-json', true, 'applied', 200],
    ['other-record', true, 'applied', 200],
    ['html-200', false, 'not-applied', 504],
    ['500', false, 'not-applied', 504],
    ['gateway-html', false, 'not-applied', 504],
    ['redirect', false, 'not-applied', 504],
    ['silence', false, 'not-applied', 504],
    ['reset', false, 'not-applied', 504],
  ])('finds out by reading what became of %s (applied: %s): %s', async (name, applied, ending, status) => {
    const id = await planted()
    await fault(id, name, { params: { applied, to: 'http://127.0.0.1:9/' } })
    const result = await change(id, skipJanuary)
    expect(result.status).toBe(status)
    await untilPhase(result.key, ending)
    expect(await phases(result.key)).toEqual(['attempted', 'unknown', ending])
    expect(await writesTo(id)).toHaveLength(1)
    const stands = await readSchedule(id)
    expect(stands.upcoming?.[1]?.amount).toBe(ending === 'applied' ? 0 : 2500)
  })

  const amount: Wanted = { action: 'amend', terms: { amount: pounds('30.00') } }
  it.each([
    ['its id and status alone', skipJanuary, {}],
    ['nothing that was asked for', amount, { without: ['amount'] }],
    ['no mandate, as the answer to a DELETE', amount, { without: ['mandate', 'metadata'] }],
  ])('reads the record where the answer holds %s', async (_, wanted, params) => {
    const id = await planted()
    await fault(id, 'parts', { params })
    const { key, status, body } = await change(id, wanted)
    expect({ status, state: body.change.state, differences: body.differences }).toEqual({
      status: 200,
      state: 'applied',
      differences: [],
    })
    const stands = await readSchedule(id)
    expect(body.schedule).toEqual(stands)
    expect(body.basis).toBe(basisOf(stands))
    expect(await phases(key)).toEqual(['attempted', 'applied'])
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('tries a change that was not applied again when a person asks, and has one effect', async () => {
    const id = await planted()
    await fault(id, '500')
    const first = await change(id, skipJanuary)
    await untilPhase(first.key, 'not-applied')
    const second = await tryAgain(first.key, randomUUID(), lead)
    expect(second.status).toBe(200)
    expect((await readSchedule(id)).upcoming?.[1]?.amount).toBe(0)
  })

  it('hands a record that is neither as before nor as wanted to a person, who decides', async () => {
    const id = await planted()
    await fault(id, '500', { params: { applied: false } })
    const elsewhere = { ...wireOf(id), amount: '9900' }
    const basis = basisOf(await readSchedule(id))
    const going = change(id, skipJanuary, { basis })
    await vi.waitFor(async () => expect(await writesTo(id)).toHaveLength(1), { interval: 5 })
    await control('plant', { schedules: [elsewhere] })
    const { key, status, body } = await going
    expect({ status, kind: body.kind }).toEqual({ status: 504, kind: 'outcome-unknown' })
    await untilPhase(key, 'needs-attention')
    const blocked = await change(id, skipJanuary)
    expect({ status: blocked.status, held: blocked.body.change.id }).toEqual({ status: 409, held: key })
    await expect(resolveChange(key, { outcome: 'not-applied', note: 'Seen' }, agent)).rejects.toMatchObject({
      problem: { kind: 'not-allowed' },
    })
    const decided = await resolveChange(key, { outcome: 'not-applied', note: 'Looked at it with the payer' }, lead)
    expect(await decided.json()).toMatchObject({ change: { state: 'not-applied' } })
    expect(await phases(key)).toEqual(['attempted', 'unknown', 'needs-attention', 'resolved'])
    expect((await change(id, skipJanuary)).status).toBe(200)
  })

  it('takes up what a dead process left open, and sends nothing', async () => {
    const id = await planted()
    await fault(id, '500', { params: { applied: true } })
    const { key } = await change(id, skipJanuary)
    const db = await database()
    const gone = randomUUID()
    await db.update(changes).set({ state: 'attempted', owner: gone, looks: 0, answer: null }).where(eq(changes.id, key))
    await db.insert(leases).values({ leaseOn: `schedule:${id}`, change: key, owner: gone, at: new Date() })
    expect((await openChanges()).map(({ id: open }) => open)).toContain(key)
    expect((await change(id, { action: 'replace-upcoming', payments: rows })).status).toBe(409)
    expect((await lineageOf(id)).open, 'told to whoever opens the schedule').toEqual([
      { change: key, action: 'replace-upcoming', person: lead.email, sentAt: expect.any(String), state: 'attempted' },
    ])
    await recover()
    await untilPhase(key, 'applied')
    expect((await lineageOf(id)).open).toEqual([])
    expect((await findChange(key))?.state).toBe('applied')
    expect(await writesTo(id)).toHaveLength(1)
    expect((await change(id, { action: 'replace-upcoming', payments: rows })).status).toBe(200)
  })

  it('corrects what was called not applied and proves otherwise, also after the process that called it so has ended', async () => {
    const id = await planted()
    const { key } = await change(id, skipJanuary)
    const sentAt = new Date(Date.now() - 9 * WINDOW_MS)
    const called = { state: 'not-applied', owner: randomUUID(), answer: null, after: null, differences: null } as const
    await (await database())
      .update(changes)
      .set({ ...called, sentAt })
      .where(eq(changes.id, key))
    await recover()
    await untilPhase(key, 'corrected')
    expect((await findChange(key))?.state).toBe('applied')
    expect(await writesTo(id)).toHaveLength(1)
    expect((await lineageOf(id)).savedAfterAll).toEqual([
      {
        change: key,
        action: 'replace-upcoming',
        person: lead.email,
        sentAt: sentAt.toISOString(),
        foundAt: expect.any(String),
      },
    ])
  })

  it('knows no change by text that is no UUID', async () => {
    expect(await findChange('nonsense')).toBeNull()
    expect(await findChange(randomUUID())).toBeNull()
  })
})
