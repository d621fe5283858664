import { beforeEach, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payment, payments } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { foundAlone, foundInList } from './book/findable'
import { removeRows } from './book/keep'
import { takeSights } from './book/take'
import { readCollections } from './collections'
import { emptyBook, paymentsOf, range, see, seenAt } from './collections-scene'
import { catchUp } from './outlook/catch-up'
import { decodeSent } from './smarterpay/schedules'
import { onBothStores } from './store/both'

onBothStores('a small book', (store) => {
  beforeEach(() => emptyBook(store().db))
  const monthly = (id: string, over: Partial<Schedule>) =>
    aSchedule({ id, mandateId: `M-${id}`, firstCollectionDate: day('2026-12-15'), collectionDay: 15, ...over })

  it('sums up what active schedules list in the range, skipped rows apart (E114)', async () => {
    await see(
      monthly('A', { upcoming: payments(['2026-12-15', '2027-01-15'], '25.00') }),
      monthly('B', { upcoming: payments(['2027-01-04'], '20.00'), endDate: day('2027-01-04') }),
      monthly('C', { status: 'inactive', upcoming: payments(['2027-01-11'], '99.00') }),
      monthly('D', { upcoming: [payment('2027-01-20', '0')], endDate: day('2027-01-20') }),
    )
    const { rows, total, count, excluded } = await readCollections(range('2027-01-01', '2027-01-31'))
    expect({ total, count, excluded }).toEqual({ total: 4500, count: 2, excluded: 0 })
    expect(rows.reduce((sum, { skipped }) => sum + skipped, 0)).toBe(1)
    expect(rows.reduce((sum, { projected }) => sum + projected, 0)).toBe(0)
  })

  it('counts what is after the list of a weekly schedule as projected alone (E115)', async () => {
    const fridays = ['2026-12-11', '2026-12-18', '2026-12-29', '2027-01-04', '2027-01-08', '2027-01-15']
    await see(
      monthly('W', {
        collectionPeriod: 'weekly',
        firstCollectionDate: day('2026-12-11'),
        upcoming: payments(fridays, '25.32'),
      }),
    )
    const { rows, total, projectedFrom, listedUntil } = await readCollections(range('2027-01-01', '2027-01-31'))
    expect(total).toBe(3 * 2532)
    expect(rows.filter(({ projected }) => projected > 0).map(({ date }) => date)).toEqual(['2027-01-22', '2027-01-29'])
    expect({ projectedFrom, listedUntil }).toEqual({ projectedFrom: '2027-01-22', listedUntil: '2027-01-15' })
    const behind = await paymentsOf(range('2027-01-01', '2027-01-31'))
    expect(behind.map(({ date, band, source }) => `${date} ${band} ${source}`)).toEqual([
      '2027-01-04 scheduled smarterpay',
      '2027-01-08 scheduled smarterpay',
      '2027-01-15 scheduled smarterpay',
      '2027-01-22 projected projected',
      '2027-01-29 projected projected',
    ])
  })

  it('names what could not be read and leaves it out of every sum', async () => {
    await takeSights([
      { found: foundInList(decodeSent({ status: 'active' })), seenAt: seenAt() },
      { found: foundAlone(aSchedule({ id: 'LIST', upcoming: null, unreadable: ['upcoming'] })), seenAt: seenAt() },
      { found: foundAlone(aSchedule({ id: 'STATUS', status: 'unrecognised' })), seenAt: seenAt() },
    ])
    await catchUp()
    const answer = await readCollections(range('2022-01-01', '2026-12-31'))
    expect(answer).toMatchObject({ total: 0, count: 0, excluded: 3 })
    expect(answer.unread.map(({ schedule, why }) => `${schedule} ${why}`).sort()).toEqual([
      'LIST list',
      'STATUS status',
      'null record',
    ])
  })

  it('calls what comes after a gap that the mandate may not live through at risk, unless a sibling bridges it', async () => {
    const yearly = aSchedule({ id: 'YEAR', mandateId: 'M1', upcoming: payments(['2027-01-15', '2028-06-15'], '50.00') })
    await see(yearly)
    const all = range('2026-12-10', '2029-12-31')
    expect((await paymentsOf(all, 'at-risk')).map(({ date, risk }) => `${date} ${risk}`)).toEqual([
      '2028-06-15 dormancy',
    ])
    const bridge = {
      mandateId: 'M1',
      upcoming: payments(['2027-06-15', '2027-12-15'], '1.00'),
      endDate: day('2027-12-15'),
    }
    await see(aSchedule({ id: 'SIBLING', ...bridge }))
    expect(await paymentsOf(all, 'at-risk')).toEqual([])
    await store().db.transaction((tx) => removeRows(tx, ['SIBLING']))
    await catchUp()
    expect(await paymentsOf(all, 'at-risk')).toHaveLength(1)
  })

  it('follows a schedule that changes, ends and goes, to the penny', async () => {
    const query = range('2026-12-01', '2027-12-31', { group: 'month' })
    const sums = async () => {
      const { total, rows } = await readCollections(query)
      return [total, rows.reduce((sum, { projected }) => sum + projected, 0)]
    }
    await see(monthly('A', { upcoming: payments(['2026-12-15', '2027-01-15'], '25.32') }))
    expect(await sums()).toEqual([5064, 11 * 2532])
    await see(monthly('A', { upcoming: payments(['2026-12-15'], '10.00') }))
    expect(await sums()).toEqual([1000, 12 * 2532])
    await see(monthly('A', { status: 'inactive', upcoming: [] }))
    expect(await sums()).toEqual([0, 0])
    await see(monthly('A', { upcoming: payments(['2026-12-15'], '10.00') }))
    await store().db.transaction((tx) => removeRows(tx, ['A']))
    await catchUp()
    expect(await sums()).toEqual([0, 0])
  })
})
