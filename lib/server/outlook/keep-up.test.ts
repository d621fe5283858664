import { sql } from 'drizzle-orm'
import { beforeEach, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { foundAlone } from '../book/findable'
import { rowsOf } from '../book/keep'
import { takeSights } from '../book/take'
import { ageOfCopy, readCollections } from '../collections'
import { log } from '../log'
import { onBothStores } from '../store/both'
import { stubSettings } from '../visitors'
import { catchUp } from './catch-up'
import { startOutlook, stopOutlook } from './keep-up'
import { wantOutlook } from './wanted'

vi.mock(import('../log'), async (actual) => ({ ...(await actual()), log: vi.fn() }))
stubSettings({ TODAY: '2026-12-10T10:00' })

const FIRST = '2026-12-10T08:00:00.000Z'
const SECOND = '2026-12-10T09:00:00.000Z'

onBothStores('what follows the copy', (store) => {
  beforeEach(async () => {
    await store().db.execute(
      sql`truncate schedules, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals,
        payments_at_risk, watch_items, sync_state`,
    )
  })
  const see = (from: number, to: number) =>
    takeSights(
      Array.from({ length: to - from }, (_, n) => ({
        found: foundAlone(
          aSchedule({
            id: `S${from + n}`,
            mandateId: `M${from + n}`,
            firstCollectionDate: day('2026-12-15'),
            collectionDay: 15,
            upcoming: payments(['2026-12-15'], '25.32'),
          }),
        ),
        seenAt: new Date(FIRST),
      })),
    )
  const judged = async () =>
    (await rowsOf<{ n: number }>(store().db, sql`select count(*)::int as n from outlooks`))[0]?.n ?? 0
  const passed = (began: string) =>
    store().db.execute(
      sql`insert into sync_state (name, complete_began, complete_rows) values ('book', ${began}, 1)
        on conflict (name) do update set complete_began = ${began}`,
    )

  it('goes no further than the lot under way once it is told to stop', async () => {
    await see(0, 250)
    let looks = 0
    const stopsAfterALot = {
      get aborted() {
        looks += 1
        return looks > 1
      },
    } as AbortSignal
    expect(await catchUp(stopsAfterALot)).toBe(100)
    expect(await judged()).toBe(100)
  })

  it('has ended once it is stopped, so that the store can be closed, and begins nothing afterwards', async () => {
    await see(0, 250)
    startOutlook()
    await stopOutlook()
    const stood = await judged()
    wantOutlook()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await judged()).toBe(stood)
    expect(log).not.toHaveBeenCalledWith('error', 'outlook.catch-up', expect.anything(), expect.anything())
    await stopOutlook()
  })

  it('is told with an age that is never newer than what was worked out', async () => {
    const shown = async () => {
      const { asOf, readSoFar, rows } = await readCollections({
        from: day('2026-12-01'),
        to: day('2027-01-31'),
        group: 'month',
      })
      return { asOf, readSoFar, projected: rows.reduce((sum, row) => sum + row.projected, 0) }
    }
    await see(0, 1)
    await passed(FIRST)
    expect(await shown()).toMatchObject({ readSoFar: 1, projected: 0 })
    await catchUp()
    expect(await shown()).toEqual({ asOf: FIRST, readSoFar: null, projected: 2532 })
    await see(1, 2)
    await passed(SECOND)
    expect(await shown()).toEqual({ asOf: FIRST, readSoFar: null, projected: 2532 })
    await catchUp()
    expect(await shown()).toEqual({ asOf: SECOND, readSoFar: null, projected: 2 * 2532 })
    expect(await catchUp()).toBe(0)
    expect((await ageOfCopy(store().db)).asOf).toBe(SECOND)
  })
})
