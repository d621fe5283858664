import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { onBothStores } from '../store/both'
import { changes } from '../store/changes-tables'
import { database } from '../store/store'
import { endInstance, instanceId } from './instances'
import { takeLease } from './leases'
import { findChange, startSending } from './ledger'

const sentAt = new Date('2026-11-20T10:00:00Z')

async function attempted(over: Partial<typeof changes.$inferInsert> = {}) {
  const id = randomUUID()
  const at = new Date()
  const [row] = await (await database())
    .insert(changes)
    .values({
      id,
      person: 'lead@test',
      role: 'lead',
      action: 'disable',
      schedule: id,
      leaseOn: `schedule:${id}`,
      bodyHash: '',
      wanted: { action: 'disable' },
      state: 'attempted',
      sent: true,
      upstreamKey: id,
      keyFrom: at,
      owner: await instanceId(),
      at,
      ...over,
    })
    .returning()
  if (!row) throw new Error('not kept')
  return row
}

onBothStores('the books of the write door', () => {
  afterAll(endInstance)

  it('let the owner of an attempted change send, and note when', async () => {
    const row = await attempted()
    expect(await startSending(row, sentAt)).toBe(true)
    expect((await findChange(row.id))?.sentAt).toEqual(sentAt)
  })

  it('let nothing leave for a change that another process has taken over meanwhile', async () => {
    const row = await attempted()
    await (await database()).update(changes).set({ owner: 'another' }).where(eq(changes.id, row.id))
    expect(await startSending(row, sentAt)).toBe(false)
    expect((await findChange(row.id))?.sentAt).toBeNull()
  })

  it('let nothing leave for a change that is being looked after already', async () => {
    const row = await attempted()
    await (await database()).update(changes).set({ state: 'unknown' }).where(eq(changes.id, row.id))
    expect(await startSending(row, sentAt)).toBe(false)
  })

  it('give one schedule to one change, and to the next when that is final', async () => {
    const row = await attempted()
    expect(await takeLease(row.leaseOn, row.id)).toMatchObject({ leaseOn: row.leaseOn })
    expect(await takeLease(row.leaseOn, randomUUID())).toEqual({ heldBy: row.id })
    await (await database()).update(changes).set({ state: 'refused' }).where(eq(changes.id, row.id))
    expect(await takeLease(row.leaseOn, randomUUID())).toMatchObject({ leaseOn: row.leaseOn })
  })
})
