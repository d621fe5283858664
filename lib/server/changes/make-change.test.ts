import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { payment } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import { basisOf } from '../basis'
import { readSchedule } from '../reading/schedules'
import { verifyRecords } from '../records'
import { onBothStores } from '../store/both'
import { auditLog } from '../store/records-tables'
import { database } from '../store/store'
import { endInstance } from './instances'
import {
  agent,
  change,
  fault,
  noFaults,
  phases,
  planted,
  rows,
  skipJanuary,
  wireRows,
  withSandbox,
  writesTo,
} from './scene'

withSandbox()

onBothStores('a change through the write door', () => {
  afterAll(endInstance)
  beforeEach(async () => {
    await noFaults()
  })

  it('sends the whole list alone, once, under its key, and answers with what SmarterPay holds then', async () => {
    const id = await planted()
    const { key, status, body } = await change(id, skipJanuary)
    expect({ status, state: body.change.state, differences: body.differences }).toEqual({
      status: 200,
      state: 'applied',
      differences: [],
    })
    expect(body.schedule.upcoming[1]).toEqual({ date: '2027-01-15', amount: 0 })
    const [sent, ...more] = await writesTo(id)
    expect(more).toEqual([])
    expect(sent?.method).toBe('PUT')
    expect(sent?.idempotencyKey).toBe(`${key}-1`)
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      recurrence_schedule: {
        upcoming_payments: wireRows(rows).replace('"2027-01-15","amount":"2500"', '"2027-01-15","amount":"0"'),
      },
    })
    expect(await phases(key)).toEqual(['attempted', 'applied'])
  })

  it('gives the same answer to the same key again, and sends nothing', async () => {
    const id = await planted()
    const basis = basisOf(await readSchedule(id))
    const first = await change(id, skipJanuary, { basis })
    const again = await change(id, skipJanuary, { basis, key: first.key })
    expect(again).toMatchObject({ status: 200, replayed: 'true', body: first.body })
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('refuses a key that was used for another body or by another person', async () => {
    const id = await planted()
    const { key } = await change(id, skipJanuary)
    const other = { action: 'replace-upcoming', payments: rows } as const
    await expect(change(id, other, { key })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
    await expect(change(id, skipJanuary, { key, operator: agent })).rejects.toMatchObject({
      problem: { kind: 'bad-input' },
    })
  })

  it('takes a key for one schedule alone when it comes for two at once, and leaves the other free', async () => {
    const [one, other] = [await planted(), await planted()]
    const key = randomUUID()
    const both = await Promise.allSettled([change(one, skipJanuary, { key }), change(other, skipJanuary, { key })])
    const told = both.map((each) => (each.status === 'fulfilled' ? each.value.status : each.reason.problem.kind))
    expect(told.filter((each) => each === 'bad-input')).toHaveLength(1)
    const [sent, ...more] = [...(await writesTo(one)), ...(await writesTo(other))]
    expect(more).toEqual([])
    const free = sent?.path.endsWith(one) ? other : one
    expect((await change(free, skipJanuary)).body.kind).not.toBe('busy')
  })

  it('lets one of two operators through who saw the same record, and tells the other', async () => {
    const id = await planted()
    const basis = basisOf(await readSchedule(id))
    const both = await Promise.allSettled([
      change(id, skipJanuary, { basis }),
      change(id, skipJanuary, { basis, operator: agent }),
    ])
    const told = both.map((one) => (one.status === 'fulfilled' ? one.value.status : one.reason.problem.kind)).sort()
    expect(told).toHaveLength(2)
    expect(told[0]).toBe(200)
    expect([409, 'stale']).toContain(told[1])
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('sends nothing for a record that moved since it was seen (E64)', async () => {
    const id = await planted()
    await expect(change(id, skipJanuary, { basis: 'A'.repeat(43) })).rejects.toMatchObject({
      problem: { kind: 'stale' },
    })
    expect(await writesTo(id)).toEqual([])
  })

  it('names the row that is wrong, and sends nothing', async () => {
    const id = await planted()
    const saturday: Wanted = {
      action: 'replace-upcoming',
      payments: [rows[0], payment('2027-01-16', '25.00'), rows[2]].flatMap((row) => row ?? []),
    }
    await expect(change(id, saturday)).rejects.toMatchObject({
      problem: { kind: 'bad-input', fields: [{ path: 'payments.1.date' }] },
    })
    expect(await writesTo(id)).toEqual([])
  })

  it('passes on SmarterPay’s refusal in its own words, and nothing has changed', async () => {
    const id = await planted()
    await fault(id, 'status', { params: { status: 400, message: 'Not on a Tuesday' } })
    const { status, body, key } = await change(id, skipJanuary)
    expect({ status, kind: body.kind, state: body.change.state }).toEqual({
      status: 422,
      kind: 'refused',
      state: 'refused',
    })
    expect(await phases(key)).toEqual(['attempted', 'refused'])
  })

  it('renews once on a 498 and sends again under the next key', async () => {
    const id = await planted()
    await fault(id, '498')
    const { key, status } = await change(id, skipJanuary)
    expect(status).toBe(200)
    expect((await writesTo(id)).map(({ idempotencyKey }) => idempotencyKey)).toEqual([`${key}-1`, `${key}-2`])
  })

  it('calls an answer with other values adjusted, and names each difference (E65)', async () => {
    const id = await planted()
    await fault(id, 'stored-differently')
    const { status, body } = await change(id, skipJanuary)
    expect(status).toBe(200)
    expect(body.change.state).toBe('adjusted')
    expect(body.differences.length).toBeGreaterThan(0)
  })

  it('disables once, and says of an inactive schedule that it is so already', async () => {
    const id = await planted()
    const { body, status } = await change(id, { action: 'disable' })
    expect({ status, state: body.change.state, stands: body.schedule.status }).toEqual({
      status: 200,
      state: 'applied',
      stands: 'inactive',
    })
    expect(body.schedule.mandateId).toBe('M01741EJ519Y51P3XGL')
    const twice = await change(id, { action: 'disable' })
    expect(twice.body.change).toMatchObject({ state: 'applied', sent: false })
    expect(await writesTo(id)).toHaveLength(1)
  })

  it('records whether the change was read to the payer, who agreed', async () => {
    for (const agreed of [true, false]) {
      const { key } = await change(await planted(), skipJanuary, { why: { reason: 'customer-asked', agreed } })
      const [first] = await (await database())
        .select()
        .from(auditLog)
        .where(eq(auditLog.change, key))
        .orderBy(auditLog.seq)
      expect(first).toMatchObject({ phase: 'attempted', after: { agreed } })
    }
  })

  it('sends nothing without a record', async () => {
    const id = await planted()
    const db = await database()
    await db.execute(sql`alter table audit_log rename to audit_log_away`)
    try {
      await expect(change(id, skipJanuary)).rejects.toMatchObject({ problem: { kind: 'not-recorded' } })
    } finally {
      await db.execute(sql`alter table audit_log_away rename to audit_log`)
    }
    expect(await writesTo(id)).toEqual([])
    expect((await change(id, skipJanuary)).status).toBe(200)
  })

  it('keeps its records in one unbroken chain that nobody can edit', async () => {
    const db = await database()
    await expect(db.execute(sql`update audit_log set person = 'somebody'`)).rejects.toThrow()
    await expect(db.execute(sql`delete from audit_log`)).rejects.toThrow()
    await expect(db.execute(sql`truncate audit_log`)).rejects.toThrow()
    expect(await verifyRecords()).toMatchObject({ firstBad: null })
  })
})
