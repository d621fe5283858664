import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payment, pounds } from '@/lib/schedules/examples'
import type { Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { keepCopy } from './copy'
import { onBothStores } from './store/both'
import { changes } from './store/changes-tables'
import { people } from './store/people-tables'
import { database } from './store/store'
import { stubSettings } from './visitors'
import { readWatch } from './watch'

beforeAll(() => stubSettings({ TODAY: '2022-06-01T10:00' }))
afterAll(() => vi.unstubAllEnvs())

const list = aSchedule().upcoming ?? []
const created: Wanted = {
  action: 'create',
  schedule: {
    kind: 'ongoing',
    method: 'direct-debit',
    auddis: 'FBMAN02814872',
    amount: pounds('20.00'),
    firstCollectionAmount: pounds('7.00'),
    collectionPeriod: 'monthly',
    collectionDay: 1,
    collectionStretch: 1,
    startDate: day('2022-07-01'),
    description: 'Membership',
  },
}

onBothStores('Changes that need attention', () => {
  it('are told with what was sent, by whom and when, and with the money that it touches', async () => {
    const db = await database()
    const at = new Date('2022-05-31T13:32:00Z')
    await db.insert(people).values({ email: 'grace@test', name: 'Grace', role: 'agent' })
    const open = async (id: string | null, wanted: Wanted, before: Schedule | null, minute: number, person: string) => {
      if (before) await keepCopy(db, before, new Date())
      const change = randomUUID()
      await db.insert(changes).values({
        id: change,
        person,
        role: 'agent',
        action: wanted.action,
        schedule: id,
        leaseOn: change,
        bodyHash: '',
        wanted,
        before,
        state: 'needs-attention',
        sent: true,
        upstreamKey: change,
        keyFrom: at,
        owner: '',
        at: new Date(at.getTime() + minute * 60_000),
        sentAt: at,
      })
      return change
    }
    const schedule = (id: string) => aSchedule({ id, customReference: `REF-${id}` })
    const skip: Wanted = { action: 'replace-upcoming', payments: list.with(1, payment('2022-07-19', '0.00')) }
    const ids = [
      await open('S1', skip, schedule('S1'), 1, 'grace@test'),
      await open('S2', { action: 'amend', terms: { amount: pounds('30.00') } }, schedule('S2'), 2, 'grace@test'),
      await open('S3', { action: 'disable' }, schedule('S3'), 3, 'gone@test'),
      await open(null, created, null, 4, 'gone@test'),
    ]
    const { rows, counts } = await readWatch({ tab: 'attention', page: 1 })
    expect(counts.attention).toBe(4)
    expect(
      rows.map(({ schedule, reference, amount, detail }) => [schedule, reference, amount, detail.action, detail.by]),
    ).toEqual([
      ['S1', 'REF-S1', 25_32, 'replace-upcoming', 'Grace'],
      ['S2', 'REF-S2', 6 * 30_00, 'amend', 'Grace'],
      ['S3', 'REF-S3', 6 * 25_32, 'disable', 'gone@test'],
      [null, null, 7_00, 'create', 'gone@test'],
    ])
    expect(rows.map(({ detail }) => [detail.change, detail.sentAt])).toEqual(
      ids.map((id) => [id, '2022-05-31T13:32:00.000Z']),
    )
  })
})
