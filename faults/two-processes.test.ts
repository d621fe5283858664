// Two processes of the dashboard on one PostgreSQL and one SmarterPay.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onPostgres } from '@/lib/server/store/both'
import { Chance } from '@/sandbox/chance'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import type { Order, Row, Told } from './messages'
import { Ended, startWorker, type Worker } from './process'
import { type Case, control, newCase, truthOf } from './world'

onPostgres('two processes', (_, url) => {
  let sandbox: Sandbox
  let one: Worker
  let other: Worker
  const store = () => ({ DATABASE_URL: url() ?? '' })
  beforeAll(async () => {
    sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
    one = await startWorker(sandbox.url, store())
    other = await startWorker(sandbox.url, store())
  }, 120_000)
  afterAll(async () => {
    await one?.end()
    await other?.end()
    await sandbox?.close()
  })

  const basisOf = (given: Case) => one.tell<string>({ do: 'see', schedule: given.marker })
  const change = (given: Case, key: string, basis: string, more: Pick<Extract<Order, { do: 'change' }>, 'kill'> = {}) =>
    ({ do: 'change', key, schedule: given.schedule, basis, wanted: given.wanted, ...more }) as const
  const saidBy = async (worker: Worker, order: Order) => {
    const reply = await worker.ask<Told>(order)
    return 'problem' in reply ? reply.problem : reply.value.status
  }

  it('let one change of a schedule through at a time', async () => {
    for (let n = 0; n < 8; n++) {
      const given = await newCase(sandbox, 'replace-upcoming', new Chance(n))
      const basis = await basisOf(given)
      const said = await Promise.all([one, other].map((worker) => saidBy(worker, change(given, randomUUID(), basis))))
      expect(said).toContain(200)
      expect([409, 'stale']).toContain(said.find((answer) => answer !== 200))
      expect(truthOf(sandbox, given)).toMatchObject({ reached: 1, effects: 1, asWanted: true })
    }
  })

  it('send one key once, whichever of them it comes to', async () => {
    for (let n = 0; n < 8; n++) {
      const given = await newCase(sandbox, 'create', new Chance(n))
      const key = randomUUID()
      const order: Order = { ...change(given, key, ''), basis: null }
      await Promise.all([saidBy(one, order), saidBy(other, order)])
      expect(truthOf(sandbox, given)).toMatchObject({ reached: 1, effects: 1 })
      expect(await saidBy(other, order)).toBe(201)
    }
  })

  it('leave a change alone that the other has in hand, and finish it when the other is gone', async () => {
    const given = await newCase(sandbox, 'replace-upcoming', new Chance(1))
    const basis = await basisOf(given)
    const key = randomUUID()
    const slow = { match: { method: 'PUT', id: given.marker }, fault: 'applied-silence', times: 1 }
    await control(sandbox, 'faults', { faults: [slow] })
    const killed = one.ask<Told>(change(given, key, basis, { kill: { afterSendMs: 250 } }))
    await expect.poll(() => truthOf(sandbox, given).reached).toBe(1)
    const meanwhile = await saidBy(other, change(given, randomUUID(), basis))
    expect([409, 'stale']).toContain(meanwhile)
    await expect(killed).rejects.toThrow(Ended)
    expect(await saidBy(other, change(given, randomUUID(), basis))).toBe(409)
    await other.tell({ do: 'recover' })
    await expect
      .poll(async () => (await other.tell<Row>({ do: 'row', key }))?.state, { timeout: 10_000 })
      .toBe('applied')
    expect(truthOf(sandbox, given)).toMatchObject({ reached: 1, effects: 1, asWanted: true })
  })
})
