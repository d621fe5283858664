import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { DEFAULT_QUERY, type ListQuery, readListQuery } from '@/lib/schedules/contract'
import { aPlan, aSchedule, payment, payments, pounds } from '@/lib/schedules/examples'
import { foundAlone, foundInList } from '../book/findable'
import { takeSights } from '../book/take'
import { decodeSent } from '../smarterpay/schedules'
import type { Transport } from '../smarterpay/transport'
import { onBothStores } from '../store/both'
import { database } from '../store/store'
import { listFromIndex } from './from-index'
import { readList, schedulesOnMandate } from './list'

for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  SANDBOX_URL: 'http://127.0.0.1:1',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  TODAY: '2022-06-01T10:00',
}))
  vi.stubEnv(name, value)

const seenAt = new Date('2022-06-01T09:00:00Z')
const book = [
  aSchedule({ id: 'GYM', customReference: 'MEM-100', description: 'Gym, monthly' }),
  aSchedule({
    id: 'SKIPS',
    customReference: 'MEM-1000',
    amount: pounds('10.00'),
    upcoming: [payment('2022-06-20', '0.00'), payment('2022-07-19', '10.00')],
    auddis: 'FBMAN99999999',
  }),
  aSchedule({
    id: 'WEEKLY',
    customReference: 'pool_50%',
    collectionPeriod: 'weekly',
    collectionStretch: 2,
    collectionDay: null,
    firstCollectionDate: day('2022-05-18'),
    upcoming: payments(['2022-06-01', '2022-06-15'], '7.00'),
    amount: pounds('7.00'),
    method: 'card',
    endDate: day('2023-01-31'),
  }),
  aPlan({
    id: 'PLAN',
    total: '90.00',
    customReference: null,
    description: 'Course fee',
    createdAt: '2022-06-01T23:30:00Z',
  }),
  aSchedule({
    id: 'ENDED',
    customReference: 'XMEM-100',
    status: 'inactive',
    upcoming: [],
    collectionDay: 'last',
    nextCollectionDate: day('2021-07-30'),
  }),
  aSchedule({
    id: 'HALF',
    customReference: 'half',
    amount: null,
    unreadable: ['amount', 'nextCollectionDate'],
    nextCollectionDate: null,
  }),
]

onBothStores('the list out of the index', () => {
  beforeEach(async () => {
    const db = await database()
    await db.execute(sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, sync_state`)
    await takeSights(book.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
    await takeSights([{ found: foundInList(decodeSent({ id: 'no id', custom_reference: 'mem-broken' })), seenAt }])
  })
  const ask = async (text: string) => {
    const { query, faults } = readListQuery(new URLSearchParams(text))
    expect(faults).toEqual([])
    const { rows, total } = await listFromIndex(query)
    return { ids: rows.map(({ id }) => id), total }
  }
  const idsOf = async (text: string) => (await ask(text)).ids

  it.each([
    ['status=inactive', ['ENDED', 'no id']],
    ['method=card', ['WEEKLY', 'no id']],
    ['kind=plan', ['PLAN', 'no id']],
    ['amount=1000..2531', ['HALF', 'SKIPS']],
    ['amount=..700', ['HALF', 'WEEKLY']],
    ['frequency=fortnightly', ['WEEKLY']],
    ['frequency=monthly&day=last', ['ENDED']],
    ['day=19&status=active', ['GYM', 'HALF', 'SKIPS']],
    ['ends=2023-01-01..2023-01-31', ['WEEKLY']],
    ['ends=never&status=active', ['GYM', 'HALF', 'SKIPS']],
    ['starts=2022-05-18..2022-05-18', ['WEEKLY']],
    ['skipped=next', ['SKIPS']],
    ['skipped=any', ['SKIPS']],
    ['next=2022-06-15..2022-06-20', ['GYM', 'HALF', 'SKIPS']],
    ['next=..2021-12-31', ['ENDED', 'HALF']],
    ['amount=1000..2531&next=2022-06-15..2022-06-20', ['HALF', 'SKIPS']],
    ['created=2022-06-02..2022-06-02', ['PLAN']],
    ['reference=pool_50%25', ['WEEKLY']],
    ['reference=l_', ['WEEKLY']],
    ['mandate=M01741EJ519Y51P3XGL&kind=plan', ['PLAN']],
    ['id=GYM', ['GYM']],
    ['differs=yes&id=SKIPS', ['SKIPS']],
    ['differs=no&id=GYM', ['GYM']],
  ])('finds by %s', async (text, ids) => {
    const found = await ask(`${text}&sort=id`)
    expect([...found.ids].sort()).toEqual([...ids].sort())
    expect(found.total).toBe(ids.length)
  })

  it('finds those whose mandate may lapse as the watchlist says', async () => {
    await (await database()).execute(sql`insert into watch_items (schedule, kind, detail) values
      ('GYM', 'dormancy-red', '{}'), ('PLAN', 'dormancy-amber', '{}'), ('SKIPS', 'double-take', '{}')`)
    try {
      expect(await ask('risk=dormancy&sort=id')).toEqual({ ids: ['GYM', 'PLAN'], total: 2 })
    } finally {
      await (await database()).execute(sql`truncate watch_items`)
    }
  })

  it.each([
    ['mem-100', ['GYM', 'SKIPS', 'ENDED']],
    ['gym', ['GYM']],
    ['FBMAN9999', ['SKIPS']],
    ['£10.00', ['SKIPS']],
    ['30.00', ['PLAN']],
    ['FBMAN99999999 10.00', ['SKIPS']],
    ['mem-broken', ['no id']],
    ['100%', []],
    ['course 30.00', ['PLAN']],
    ['FBMAN99999999 10.00 19MAY', ['SKIPS']],
    ['3000', ['PLAN']],
    ['fbman 99999999 £10.00 19 may', ['SKIPS']],
    ['XMEM-1OO', ['ENDED']],
    ['XMEM1OO 19MAY', ['ENDED']],
    ['£10.00 19MAY', ['SKIPS']],
    ['dd 10.00', ['SKIPS']],
    ['XMEM-100 £10.00 late', ['ENDED']],
    ['MEM-10 £10.00 late', []],
    ['XMEM-100 late', []],
    ['DD course £30.00 19MAY', ['PLAN']],
    ['Course 1 June', ['PLAN']],
    ['course £10.00 19MAY', []],
    ["'; drop table schedules; --", []],
  ])('searches for %s, the whole and the beginning first', async (q, ids) => {
    expect(await idsOf(`q=${encodeURIComponent(q)}&sort=id`)).toEqual(ids)
  })

  it.each([
    ['amount', ['WEEKLY', 'SKIPS', 'ENDED', 'GYM', 'PLAN', 'no id', 'HALF']],
    ['-amount', ['PLAN', 'GYM', 'ENDED', 'SKIPS', 'WEEKLY', 'HALF', 'no id']],
  ])('sorts by %s, what has none at the end', async (sort, ids) => {
    expect(await idsOf(`sort=${sort}`)).toEqual(ids)
  })

  it.each([
    ['sort=status', 7],
    ['amount=1..&sort=-amount', 6],
  ])('turns pages of %s without losing or repeating a row', async (text, count) => {
    const all: (string | undefined)[] = []
    for (let page = 1; page <= 4; page += 1) all.push(...(await idsOf(`size=2&page=${page}&${text}`)))
    expect(all).toEqual(await idsOf(text))
    expect(new Set(all).size).toBe(count)
  })

  describe('where thousands match a search', () => {
    beforeEach(async () => {
      const db = await database()
      await db.execute(sql`insert into schedules (id, basis, seen_at, status, amount, amounts, created_at, reference, words)
        select 'MANY19' || lpad(n::text, 4, '0'), '', now(), 'active', 100 + n, array[100 + n], '2020-01-01'::timestamptz + n * interval '1 hour',
          case when n = 77 then 'pool' end,
          E'\\nmany19' || lpad(n::text, 4, '0') || case when n = 77 then E'\\npool' else '' end || E'\\npool membership\\n'
        from generate_series(1, 5400) n`)
      await db.execute(sql`insert into schedule_records (schedule, record)
        select id, jsonb_build_object('id', id) from schedules where id like 'MANY%'`)
    })

    it.each([
      ['sort=-created', ['MANY190077', 'WEEKLY', 'MANY195400'], 5_401],
      ['sort=created', ['MANY190077', 'MANY190001', 'MANY190002'], 5_401],
      ['amount=170..&sort=amount', ['MANY190077', 'MANY190070', 'MANY190071'], 5_332],
    ])(
      'puts what is the text itself first, then keeps the order of %s, and counts them all',
      async (text, ids, total) => {
        expect(await ask(`q=pool&size=3&${text}`)).toEqual({ ids, total })
      },
    )

    it('puts those that take such an amount before the others', async () => {
      expect(await ask('q=19&size=2&sort=-id')).toEqual({ ids: ['MANY191800', 'WEEKLY'], total: 5_406 })
    })

    it('turns pages without losing or repeating a row', async () => {
      const pages: (string | undefined)[] = []
      for (let page = 1; page <= 11; page += 1)
        pages.push(...(await idsOf(`q=pool&size=500&page=${page}&sort=-amount`)))
      expect(pages).toHaveLength(5_401)
      expect(new Set(pages).size).toBe(5_401)
      expect(pages[0]).toBe('MANY190077')
    })
  })

  it('is what the list answers once the whole book was met, with its age; before, SmarterPay is asked', async () => {
    const query: ListQuery = { ...DEFAULT_QUERY, amount: { from: pounds('1.00') } }
    await expect(readList(query)).rejects.toMatchObject({
      problem: { kind: 'bad-input', fields: [{ path: 'amount' }] },
    })
    await expect(readList(DEFAULT_QUERY)).rejects.toMatchObject({ problem: { kind: 'unreachable' } })
    await (await database()).execute(
      sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`,
    )
    expect(await readList(query)).toMatchObject({ source: 'index', asOf: seenAt.toISOString(), total: 6, more: false })
    await expect(readList({ ...query, customer: 'CA01' }), 'SmarterPay alone knows customers').rejects.toMatchObject({
      problem: { kind: 'bad-input', fields: [{ path: 'amount' }] },
    })
    await expect(readList({ ...DEFAULT_QUERY, customer: 'CA01' })).rejects.toMatchObject({
      problem: { kind: 'unreachable' },
    })
  })

  it('is not asked what else is on a mandate: SmarterPay is, and a row of another mandate is left out', async () => {
    await (await database()).execute(
      sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`,
    )
    const sent = (id: string, mandate: unknown) => ({ id, mandate, status: 'active', upcoming_payments: '[]' })
    const recurrence_schedules = [sent('GYM', 'M01'), sent('NEWEST', 'M01'), sent('STRAY', 'M012'), sent('ODD', [1])]
    const read = vi.fn(async () => ({ recurrence_schedules }))
    const list = await schedulesOnMandate('M01', { from: { read } as unknown as Transport })
    expect(list).toMatchObject({ source: 'smarterpay', more: false })
    expect(list.rows.map(({ id }) => id)).toEqual(['GYM', 'NEWEST', 'ODD'])
    expect(read).toHaveBeenCalledWith(
      expect.objectContaining({ query: expect.objectContaining({ mandate_id: 'M01', limit: '500' }) }),
    )
  })
})
