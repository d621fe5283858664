import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { on, payments } from '@/lib/schedules/examples'
import { rowsOf } from '../book/keep'
import { onBothStores } from '../store/both'
import { stubSettings } from '../visitors'
import { listSnapshots, readBridge } from './moved'
import { takeNightly } from './nightly'
import { DECEMBER, emptyBook, listed, see, snapshot, stepsIn } from './scene'
import { takeSnapshot } from './take'

const clock = vi.hoisted(() => ({ date: '2026-12-01', minutes: 600 }))
vi.mock(import('../clock'), async (actual) => ({
  ...(await actual()),
  circumstances: () => ({ ...on('2026-12-01'), now: { date: day(clock.date), minutes: clock.minutes } }),
}))
beforeAll(() => stubSettings({ LOCAL_ACCOUNTS: '' }))

onBothStores('snapshots', (store) => {
  beforeEach(() => {
    Object.assign(clock, { date: '2026-12-01', minutes: 600 })
    return emptyBook(store().db)
  })

  it('keeps each list once for as long as it stands, and forgets it with the last snapshot that it was in', async () => {
    const { db } = store()
    const kept = () => rowsOf(db, sql`select schedule, since, until from snapshot_schedules order by schedule, since`)
    await see(listed('A'), listed('B'))
    const first = await snapshot(db)
    await see(listed('B', { upcoming: payments(['2026-12-15'], '1.00') }))
    const second = await snapshot(db)
    expect(await kept()).toEqual([
      { schedule: 'A', since: first, until: null },
      { schedule: 'B', since: first, until: second },
      { schedule: 'B', since: second, until: null },
    ])
    await db.execute(sql`update snapshots set at = now() - interval '100 days' where id = ${first}`)
    const third = await snapshot(db)
    const { snapshots, usual } = await listSnapshots(DECEMBER)
    expect(snapshots.map(({ id, total }) => [id, total])).toEqual([
      [third, 2600],
      [second, 2600],
    ])
    expect(usual).toBe(second)
    expect(await kept()).toEqual([
      { schedule: 'A', since: first, until: null },
      { schedule: 'B', since: second, until: null },
    ])
    await expect(readBridge({ ...DECEMBER, since: first })).rejects.toMatchObject({ problem: { kind: 'not-found' } })
    expect(await stepsIn(second)).toEqual({})
  })

  it('takes one a night, whoever comes first, and one a minute for people', async () => {
    await see(listed('A'))
    expect(await takeNightly()).toBeNull()
    clock.minutes = 150
    const ids = await Promise.all([takeSnapshot({ night: day(clock.date) }), takeSnapshot({ night: day(clock.date) })])
    expect(ids[0]).toBe(ids[1])
    expect(await takeNightly()).toBeNull()
    clock.date = '2026-12-02'
    expect(await takeNightly()).toBeGreaterThan(ids[0] ?? 0)
    const byHand = await takeSnapshot({ person: 'finance@quarterday.test' })
    expect(await takeSnapshot({ person: 'lead@quarterday.test' })).toBe(byHand)
    expect((await listSnapshots(DECEMBER)).snapshots.map(({ night }) => night)).toEqual([
      null,
      '2026-12-02',
      '2026-12-01',
    ])
  })

  it('keeps one that was just taken, whatever day the setting TODAY says it is', async () => {
    await see(listed('A'))
    clock.date = '2031-12-01'
    const since = await snapshot(store().db)
    expect(await listSnapshots(DECEMBER)).toMatchObject({ snapshots: [{ id: since }], usual: since })
  })

  it('takes none before the whole book has been read', async () => {
    await store().db.execute(sql`update sync_state set complete_began = null`)
    clock.minutes = 150
    expect(await takeNightly()).toBeNull()
    await expect(takeSnapshot({ person: 'a' })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
  })
})
