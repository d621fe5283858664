import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Transport } from '../smarterpay/transport'
import { auditLog } from '../store/records-tables'
import { waitingIndexes } from '../store/schedules-tables'
import { database } from '../store/store'
import { PUT_OFF } from './first-fill'
import { guardedBy, LeaseLost, takeLease } from './lease'
import { runPass } from './pass'
import { expectTheBook, from, ids, inTheList, noFaults, onPasses, PAGE, pass, plant, SIZE, sandbox } from './pass-scene'
import { readState } from './state'

onPasses(() => {
  it('meets the whole book, and says when it began', async () => {
    const before = new Date()
    expect(await pass()).toEqual({ end: 'complete', read: SIZE })
    await expectTheBook()
    const state = await readState()
    expect(state?.completeBegan?.getTime()).toBeGreaterThanOrEqual(before.getTime())
    expect(state).toMatchObject({ completeRows: SIZE, completePasses: 1 })
  })

  it('fills an empty store without the indexes that filling does not need, and has all of them once it met the book', async () => {
    const waiting = () => database().then((db) => db.$count(waitingIndexes))
    expect(await pass(2), 'a pass that breaks off').toMatchObject({ end: 'too-many-pages' })
    expect(await waiting()).toBe(PUT_OFF.length)
    expect(await pass()).toMatchObject({ end: 'complete' })
    expect(await waiting()).toBe(0)
    await pass(2)
    expect(await waiting(), 'a later pass leaves them alone').toBe(0)
  })

  describe.each([
    ['page-ignored', {}, 'no-new-rows'],
    ['page-repeats', {}, 'no-new-rows'],
    ['vanishing-row', {}, 'complete'],
    ['endless', {}, 'never-there'],
    ['empty-page', { params: { page: 2 } }, 'rows-after-the-end'],
    ['empty-page', {}, 'complete'],
    ['drift', {}, 'complete'],
  ] as const)('where the list has the fault %s (case %#)', (fault, over, end) => {
    it('nothing is emptied meanwhile, and two quiet passes later the index is the book', async () => {
      await pass()
      const whole = await ids()
      inTheList(fault, over)
      for (let n = 0; n < 2; n += 1) {
        // Endless pages are stopped by asking for one of their schedules, before the bound of pages.
        expect(await pass()).toMatchObject({ end })
        expect(await ids(), 'none is lost, none is invented').toEqual(whole)
      }
      noFaults()
      for (let n = 0; n < 2; n += 1) expect(await pass()).toMatchObject({ end: 'complete' })
      await expectTheBook()
    })
  })

  it('takes what changed meanwhile into account once the list is well again', async () => {
    await pass()
    inTheList('page-ignored')
    const [one, other] = [...sandbox.book.schedules.values()].filter(
      ({ standsStill, wire }) => !standsStill && wire.status === 'active',
    )
    if (!one || !other) throw new Error('the book has too few schedules')
    one.wire.amount = '4321'
    const made = { ...other.wire, id: 'FTBRS99999999', created_at: '2026-11-20T09:59:00Z' }
    plant(made)
    await pass()
    noFaults()
    await pass()
    await expectTheBook()
    const entries = await (await database())
      .select()
      .from(auditLog)
      .where(sql`schedule in (${String(one.wire.id)}, 'FTBRS99999999')`)
    expect(entries.map(({ source, action }) => `${source} ${action}`).sort()).toEqual(
      expect.arrayContaining(['outside changed-outside']),
    )
  })

  it('takes a schedule away only after two complete passes and an answer that it is not there', async () => {
    await pass()
    const id = [...sandbox.book.schedules.keys()].at(70) ?? ''
    sandbox.book.schedules.delete(id)
    await pass()
    expect((await ids()).has(id), 'after one pass').toBe(true)
    inTheList('endless')
    await pass()
    expect((await ids()).has(id), 'a pass that was not complete does not count').toBe(true)
    noFaults()
    inTheList('500', {}, { path: 'recurrenceschedule', id })
    await pass()
    expect((await ids()).has(id), 'nobody says that it is not there').toBe(true)
    noFaults()
    await pass()
    expect((await ids()).has(id)).toBe(false)
    await expectTheBook()
    const entries = await (await database())
      .select()
      .from(auditLog)
      .where(sql`action = 'gone-outside' and schedule = ${id}`)
    expect(entries).toHaveLength(1)
  })

  it('keeps records that cannot be read as rows of their own', async () => {
    const [some] = [...sandbox.book.schedules.values()]
    const broken = [
      { ...some?.wire, id: 'no id at all' },
      { ...some?.wire, id: 'FTBRS77777777', amount: '22.50', upcoming_payments: 'not json' },
    ]
    for (const wire of broken) plant(wire)
    for (let n = 0; n < 3; n += 1) expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
    expect((await readState())?.completeRows).toBe(SIZE + 2)
  })

  it('knows a schedule by its legacy and by its newer id, whichever the list tells', async () => {
    await pass()
    for (const legacyIds of ['new-with-legacy', 'as-asked', 'new-only', 'new-only', 'as-asked'] as const) {
      sandbox.book.switches.legacyIds = legacyIds
      await pass()
    }
    await pass()
    await expectTheBook()
  })

  it('leaves the copy alone when SmarterPay turns us away, and goes on when it no longer does', async () => {
    await pass()
    const { completeBegan } = (await readState()) ?? {}
    inTheList('498')
    await expect(pass()).rejects.toMatchObject({ problem: { kind: 'misconfigured' } })
    expect((await ids()).size).toBe(SIZE)
    expect((await readState())?.completeBegan).toEqual(completeBegan)
    noFaults()
    expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
  })

  it('ends at the bound of pages without calling that the whole', async () => {
    expect(await pass(2)).toMatchObject({ end: 'too-many-pages' })
    expect((await readState())?.completeBegan).toBeNull()
    expect(await pass()).toMatchObject({ end: 'complete' })
    await expectTheBook()
  })

  it('writes nothing more once another holds the lease', async () => {
    const fence = (await takeLease()) ?? 0
    const guard = guardedBy(fence)
    let asked = 0
    const slow: Transport = {
      ...from,
      read: async (call) => {
        asked += 1
        if (asked === 3) await (await database()).execute(sql`update sync_state set fence = fence + 1`)
        return from.read(call)
      },
    }
    await expect(runPass({ from: slow, guard, pageSize: PAGE })).rejects.toBeInstanceOf(LeaseLost)
    expect((await readState())?.completeBegan).toBeNull()
    const before = (await ids()).size
    await expect(runPass({ from, guard, pageSize: PAGE })).rejects.toBeInstanceOf(LeaseLost)
    expect((await ids()).size).toBe(before)
  })
})
