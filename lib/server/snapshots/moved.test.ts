import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { on, payment, payments } from '@/lib/schedules/examples'
import { foundAlone } from '../book/findable'
import { removeRows } from '../book/keep'
import { takeSights } from '../book/take'
import { readCollections } from '../collections'
import { onBothStores } from '../store/both'
import { stubSettings } from '../visitors'
import { readBridge, readMoved } from './moved'
import { DECEMBER, emptyBook, listed, see, seenAt, snapshot, stepsIn, UNREAD } from './scene'

const clock = vi.hoisted(() => ({ date: '2026-12-01', minutes: 600 }))
vi.mock(import('../clock'), async (actual) => ({
  ...(await actual()),
  circumstances: () => ({ ...on('2026-12-01'), now: { date: day(clock.date), minutes: clock.minutes } }),
}))
beforeAll(() => stubSettings({ LOCAL_ACCOUNTS: '' }))

onBothStores('what moved since a snapshot', (store) => {
  beforeEach(() => {
    Object.assign(clock, { date: '2026-12-01', minutes: 600 })
    return emptyBook(store().db)
  })

  it('tells each reason apart, and the steps lead from then to now', async () => {
    await see(
      listed('AMOUNT'),
      listed('OUT'),
      listed('IN'),
      listed('OFF'),
      listed('SKIPPED'),
      listed('TIME', { upcoming: payments(['2026-12-02', '2027-01-04'], '1.00') }),
      listed('SAME'),
      listed('GONE', { upcoming: payments(['2026-12-18'], '7.00') }),
    )
    const since = await snapshot(store().db)
    expect(await stepsIn(since)).toEqual({})
    clock.date = '2026-12-03'
    await see(
      listed('AMOUNT', { upcoming: payments(['2026-12-15', '2027-01-15'], '30.00') }),
      listed('OUT', { upcoming: payments(['2027-01-04', '2027-01-15'], '25.00') }),
      listed('IN', { upcoming: payments(['2026-12-15', '2026-12-29'], '25.00') }),
      listed('OFF', { status: 'inactive', upcoming: [] }),
      listed('SKIPPED', { upcoming: [payment('2026-12-15', '0'), payment('2027-01-15', '25.00')] }),
      listed('TIME', { upcoming: payments(['2027-01-04', '2027-02-04'], '1.00') }),
      listed('NEW', { upcoming: payments(['2026-12-21'], '9.99') }),
    )
    await store().db.transaction((tx) => removeRows(tx, ['GONE']))
    expect(await stepsIn(since)).toEqual({
      new: [1, 999],
      disabled: [1, -2500],
      gone: [1, -700],
      amounts: [2, 500 - 2500],
      'moved-in': [1, 2500],
      'moved-out': [1, -2500],
      taken: [1, -100],
    })
    const { from: _from, ...rest } = DECEMBER
    expect(await stepsIn(since, { ...rest, from: day('2026-12-01'), to: day('2027-02-28') })).toMatchObject({
      listed: [1, 100],
      disabled: [2, -5000],
    })
    expect((await readCollections({ ...DECEMBER, group: 'month' })).total).toBe(
      (await readBridge({ ...DECEMBER, since })).closing,
    )
  })

  it('says who moved a payment, by the record that shows it', async () => {
    await see(listed('OUTSIDE'), listed('ROLLED', { upcoming: payments(['2026-12-25', '2027-01-15'], '5.00') }))
    const since = await snapshot(store().db)
    await see(
      listed('OUTSIDE', { upcoming: payments(['2026-12-15'], '20.00') }),
      listed('ROLLED', { upcoming: payments(['2026-12-29', '2027-01-15'], '5.00') }),
    )
    const early = { from: day('2026-12-01'), to: day('2026-12-28'), since }
    const amounts = await readMoved({ ...early, step: 'amounts', page: 1 })
    expect(amounts).toMatchObject({
      more: false,
      rows: [
        {
          schedule: 'OUTSIDE',
          reference: 'MEM-204417',
          before: { date: '2026-12-15', amount: 2500 },
          after: { date: '2026-12-15', amount: 2000 },
          effect: -500,
          mover: { who: 'outside', name: null, record: { action: 'changed-outside' } },
        },
      ],
    })
    const regenerated = await readMoved({ ...early, step: 'regenerated', page: 1 })
    expect(regenerated.rows).toMatchObject([
      { schedule: 'ROLLED', effect: -500, mover: { who: 'smarterpay', record: { action: 'regenerated' } } },
    ])
  })

  it('knows a schedule by its newer id, and names what could not be read then or now', async () => {
    const at = seenAt()
    await takeSights([{ found: foundAlone(listed('OLD')), seenAt: at }])
    await see(listed('BLIND'), listed('SEEING', UNREAD))
    const since = await snapshot(store().db)
    await takeSights([{ found: foundAlone(listed('NEWER'), 'OLD'), seenAt: seenAt() }])
    await see(listed('BLIND', UNREAD), listed('SEEING'))
    expect(await stepsIn(since)).toEqual({ unread: [2, 0] })
    expect(await readBridge({ ...DECEMBER, since })).toMatchObject({ excludedThen: 1, excluded: 1 })
  })

  it('tells what moved between two snapshots, whatever has happened since the later one', async () => {
    const { db } = store()
    await see(
      listed('AMOUNT'),
      listed('OFF'),
      listed('GONE'),
      listed('SAME'),
      listed('TIME', { upcoming: payments(['2026-12-02', '2027-01-04'], '1.00') }),
    )
    const first = await snapshot(db)
    clock.date = '2026-12-03'
    await see(
      listed('AMOUNT', { upcoming: payments(['2026-12-15', '2027-01-15'], '30.00') }),
      listed('OFF', { status: 'inactive', upcoming: [] }),
      listed('NEW', { upcoming: payments(['2026-12-21'], '9.99') }),
      listed('TIME', { upcoming: payments(['2027-01-04', '2027-02-04'], '1.00') }),
    )
    const second = await snapshot(db)
    const between = { new: [1, 999], disabled: [1, -2500], amounts: [1, 500], taken: [1, -100] }
    expect(await stepsIn(first, DECEMBER, second)).toEqual(between)
    clock.date = '2026-12-16'
    await see(
      listed('AMOUNT', { upcoming: payments(['2027-01-15'], '30.00') }),
      listed('NEW', { upcoming: payments(['2026-12-21'], '1.00') }),
      listed('SAME', UNREAD),
    )
    await db.transaction((tx) => removeRows(tx, ['GONE', 'TIME']))
    expect(await stepsIn(first, DECEMBER, second), 'as it was').toEqual(between)
    const { until, closing, asOf, excluded } = await readBridge({ ...DECEMBER, since: first, until: second })
    expect([until?.id, closing, excluded]).toEqual([second, 2500 * 2 + 3000 + 999, 0])
    expect(asOf).toBe(until?.at)
    const rest = await readBridge({ ...DECEMBER, since: second })
    expect([rest.opening, rest.until]).toEqual([closing, null])
    const amounts = await readMoved({ ...DECEMBER, since: first, until: second, step: 'amounts', page: 1 })
    expect(amounts.rows).toMatchObject([
      { schedule: 'AMOUNT', before: { amount: 2500 }, after: { amount: 3000 }, mover: { who: 'outside' } },
    ])
    const taken = await readMoved({ ...DECEMBER, since: first, until: second, step: 'taken', page: 1 })
    expect(taken.rows).toMatchObject([{ schedule: 'TIME', mover: { who: 'nobody' } }])
    await expect(readBridge({ ...DECEMBER, since: first, until: 999 })).rejects.toMatchObject({
      problem: { kind: 'not-found' },
    })
  })

  it('knows a schedule by its newer id between two snapshots too', async () => {
    const { db } = store()
    await see(listed('OLD'))
    const first = await snapshot(db)
    await takeSights([{ found: foundAlone(listed('NEWER'), 'OLD'), seenAt: seenAt() }])
    const second = await snapshot(db)
    expect(await stepsIn(first, DECEMBER, second)).toEqual({})
  })
})
