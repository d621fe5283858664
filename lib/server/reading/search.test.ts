import { describe, expect, it } from 'vitest'
import { DEFAULT_QUERY, type ListQuery } from '@/lib/schedules/contract'
import { isUnreadable, type ScheduleRow } from '@/lib/schedules/model'
import { decodeSchedule } from '@/lib/server/smarterpay/schedules'
import { search } from './search'

const row = (n: number, fields: Record<string, unknown> = {}) =>
  decodeSchedule({
    id: `S${n}`,
    status: 'active',
    type: 'DDOngoingPayment',
    payment_type: 'directdebit',
    created_at: `2026-01-01T00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}Z`,
    custom_reference: 'q',
    mandate: 'M1',
    ...fields,
  })
const rows = (from: number, to: number, fields?: Record<string, unknown>) =>
  Array.from({ length: to - from + 1 }, (_, n) => row(from + n, fields))

/** A SmarterPay that holds these rows for each way of looking, and notes what it was asked. */
function holding(held: { q: string; id?: ScheduleRow[]; mandate?: ScheduleRow[]; reference?: ScheduleRow[] }) {
  const asked: ListQuery[] = []
  const readPage = (query: ListQuery) => {
    asked.push(query)
    const way = (['id', 'mandate', 'reference'] as const).find((name) => query[name] === held.q)
    const list = (way && held[way]) ?? []
    return Promise.resolve(list.slice((query.page - 1) * query.size, query.page * query.size))
  }
  return { asked, readPage }
}
const query = (more: Partial<ListQuery> = {}) => ({ ...DEFAULT_QUERY, size: 10, ...more })
const ids = (found: ScheduleRow[]) => found.map(({ id }) => id)

describe('free search', () => {
  it('lays the three answers together in order, each schedule once', async () => {
    const { readPage } = holding({
      q: 'M1',
      id: [row(5)],
      mandate: [row(1), row(5), row(9)],
      reference: [row(2), row(5), row(7)],
    })
    const found = await search('M1', query(), readPage)
    expect(ids(found.rows)).toEqual(['S1', 'S2', 'S5', 'S7', 'S9'])
    expect(found).toMatchObject({ more: false, searched: { id: 1, mandate: 3, reference: 3 } })
  })

  it('does so backwards too', async () => {
    const { readPage } = holding({ q: 'M1', mandate: [row(9), row(1)], reference: [row(7), row(2)] })
    const descending = { field: 'created', descending: true } as const
    expect(ids((await search('M1', query({ sort: descending }), readPage)).rows)).toEqual(['S9', 'S7', 'S2', 'S1'])
  })

  it('shows the same rows page by page as at once', async () => {
    const held = holding({ q: 'M1', mandate: rows(1, 30), reference: rows(20, 60) })
    const whole = ids((await search('M1', query({ size: 500 }), held.readPage)).rows)
    const paged = []
    for (let page = 1, more = true; more; page += 1) {
      const found = await search('M1', query({ page, size: 7 }), held.readPage)
      paged.push(...ids(found.rows))
      more = found.more
    }
    expect(whole).toHaveLength(60)
    expect(paged).toEqual(whole)
  })

  it('asks again with the next page while rows go to our own check, and tells how many it looked at', async () => {
    const ongoing = rows(1, 40)
    const { asked, readPage } = holding({ q: 'odd text', reference: [...ongoing, row(50, { type: 'DDPaymentPlan' })] })
    const found = await search('odd text', query({ kind: ['plan'] }), readPage)
    expect(ids(found.rows)).toEqual(['S50'])
    expect(found).toMatchObject({ more: false, searched: { id: null, mandate: null, reference: 41 } })
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5])
  })

  it('stops at its bound, and then says that there is more', async () => {
    const { asked, readPage } = holding({ q: 'odd text', reference: rows(1, 3_000) })
    const found = await search('odd text', query({ kind: ['plan'] }), readPage)
    expect(asked).toHaveLength(10)
    expect(found).toMatchObject({ rows: [], more: true, searched: { reference: 100 } })
  })

  it('is not led round in a circle by a page that repeats', async () => {
    let calls = 0
    const found = await search('odd text', query({ kind: ['plan'] }), () => {
      calls += 1
      return Promise.resolve(rows(1, 10))
    })
    expect(calls).toBe(2)
    expect(found).toMatchObject({ rows: [], more: false })
  })

  it('keeps what it cannot read', async () => {
    const { readPage } = holding({ q: 'odd text', reference: [row(1), { unreadable: true }, { unreadable: true }] })
    const found = await search('odd text', query({ kind: ['plan'] }), readPage)
    expect(found.rows.every(isUnreadable)).toBe(true)
    expect(found.rows).toHaveLength(2)
  })

  it('with a filter of the same name keeps to both', async () => {
    const { readPage } = holding({ q: 'S1', id: [row(1)], mandate: [row(1), row(2)], reference: [row(3)] })
    expect(ids((await search('S1', query({ id: 'S2' }), readPage)).rows)).toEqual(['S2'])
  })

  it('looks for the references in a pasted line, and not for the line', async () => {
    const { asked, readPage } = holding({ q: 'FBMAN02814872', reference: [row(1)] })
    const found = await search('fbman02814872 25.32 19MAY'.toUpperCase(), query(), readPage)
    expect(ids(found.rows)).toEqual(['S1'])
    expect(asked.map(({ id, mandate, reference }) => id ?? mandate ?? reference)).toEqual(
      Array.from({ length: 3 }, () => 'FBMAN02814872'),
    )
    expect(found.searched).toEqual({ id: 0, mandate: 0, reference: 1 })
  })

  it('looks for the words beside amount and day where no reference with a digit is among them', async () => {
    const { asked, readPage } = holding({ q: 'CLUB-FEES', reference: [row(1)] })
    expect(ids((await search('CLUB-FEES £25.32 19JUN', query(), readPage)).rows)).toEqual(['S1'])
    expect(new Set(asked.map(({ reference }) => reference))).toEqual(
      new Set(['CLUB-FEES', 'CLUB-FEES £25.32 19JUN', undefined]),
    )
  })

  it('ends beyond 5,000 rows, and says so before it asks', async () => {
    const { asked, readPage } = holding({ q: 'x' })
    await expect(search('x', query({ page: 501 }), readPage)).rejects.toMatchObject({
      problem: { kind: 'bad-input', fields: [{ path: 'page' }] },
    })
    expect(asked).toEqual([])
  })
})
