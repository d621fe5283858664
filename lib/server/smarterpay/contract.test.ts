import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { LIVE_SORTS, type ListQuery } from '@/lib/schedules/contract'
import { on } from '@/lib/schedules/examples'
import { isUnreadable, SCHEDULE_ID, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { scheduleList } from '@/lib/schedules/schemas'
import { withFlags } from '@/lib/server/reading/list'
import { ask, calls, DOCUMENTED, idsOf, read, sandbox, stored, wires, withSandbox } from './contract-scene'

// Lists between the client and the sandbox: every filter, every sort, and searching.

withSandbox()

const readable = (rows: ScheduleRow[]) => rows.filter((row): row is Schedule => !isUnreadable(row))

describe('the list', () => {
  it('brings every schedule once, page by page, with no total, and ends with a page that is not full', async () => {
    const ids = new Set<unknown>()
    const pages: boolean[] = []
    for (let page = 1; pages.at(-1) !== false; page += 1) {
      const answer = await ask({ page, size: 90 })
      const shown = withFlags(answer, on('2022-06-01'))
      expect(scheduleList.parse(shown)).toEqual(shown)
      expect(answer).toMatchObject({ page, size: 90, total: null, source: 'smarterpay' })
      for (const id of idsOf(answer.rows)) ids.add(id)
      pages.push(answer.more)
    }
    expect(pages).toEqual([true, true, true, true, false])
    expect(ids.size).toBe(400)
  })

  it.each(['empty-list', 'no-content'] as const)('has an empty page past its end, told as %s', async (pastTheEnd) => {
    sandbox.book.switches.pastTheEnd = pastTheEnd
    expect(await ask({ page: 9 })).toMatchObject({ rows: [], more: false })
  })

  it.each(
    LIVE_SORTS.flatMap((field) => [
      { field, descending: false },
      { field, descending: true },
    ]),
  )('comes in the order that was asked for: %j', async (sort) => {
    const { rows } = await ask({ sort })
    const keyOf: Record<string, (schedule: Schedule) => string> = {
      id: ({ id }) => id,
      reference: ({ customReference }) => customReference ?? '',
      status: ({ status }) => status,
      customer: ({ id }) => sandbox.book.schedules.get(id)?.customerId ?? '',
      mandate: ({ mandateId }) => mandateId ?? '',
      created: ({ createdAt }) => createdAt ?? '',
      method: ({ method }) => (method === 'card' ? 'c' : 'd'),
      kind: ({ id }) => String(sandbox.book.schedules.get(id)?.wire.type),
      next: ({ nextCollectionDate, asSent }) => nextCollectionDate ?? asSent.nextCollectionDate ?? '',
    }
    const keys = readable(rows).map((row) => keyOf[sort.field]?.(row) ?? '')
    const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(new Set(keys).size).toBeGreaterThan(1)
    expect(keys).toEqual(sort.descending ? sorted.reverse() : sorted)
  })

  it.each([['exclusive'], ['inclusive']] as const)(
    'holds a range of next collections to the day, ends %s over there',
    async (rangeEnds) => {
      sandbox.book.switches.rangeEnds = rangeEnds
      const next = { from: day('2026-12-01'), to: day('2026-12-15') }
      const expected = wires().filter((wire) => {
        const date = String(wire.next_collection_date)
        return date >= next.from && date <= next.to
      })
      const { rows } = await ask({ next })
      expect(rows.length).toBe(expected.length)
      expect(rows.some((row) => read(row).nextCollectionDate === next.from)).toBe(true)
      expect(rows.some((row) => read(row).nextCollectionDate === next.to)).toBe(true)
    },
  )

  it.each([
    ['utc', 'exclusive'],
    ['utc', 'inclusive'],
    ['london', 'exclusive'],
    ['london', 'inclusive'],
  ] as const)(
    'holds a range of creation to London’s day, read as %s and %s over there',
    async (rangeZone, rangeEnds) => {
      Object.assign(sandbox.book.switches, { rangeZone, rangeEnds })
      const model = sandbox.book.schedules.get(DOCUMENTED)
      if (!model) throw new Error('no sample')
      const instants = ['2019-06-14T22:59:59Z', '2019-06-14T23:00:00Z', '2019-06-15T22:59:59Z', '2019-06-15T23:00:00Z']
      instants.forEach((created_at, n) => {
        sandbox.book.schedules.set(`MIDSUMMER${n}`, {
          ...model,
          wire: { ...model.wire, id: `MIDSUMMER${n}`, created_at },
        })
      })
      const one = day('2019-06-15')
      expect(idsOf((await ask({ created: { from: one, to: one } })).rows)).toEqual(['MIDSUMMER1', 'MIDSUMMER2'])
      expect(idsOf((await ask({ created: { to: addDays(one, -1) } })).rows)).toEqual(['MIDSUMMER0'])
      for (const n of instants.keys()) sandbox.book.schedules.delete(`MIDSUMMER${n}`)
    },
  )

  it.each<[string, Partial<ListQuery>, (wire: Record<string, unknown>) => boolean]>([
    ['active ones', { status: ['active'] }, (wire) => wire.status === 'active'],
    ['inactive ones', { status: ['inactive'] }, (wire) => wire.status === 'inactive'],
    ['both', { status: ['active', 'inactive'] }, () => true],
    ['cards', { method: ['card'] }, (wire) => /card/i.test(String(wire.payment_type))],
    ['Direct Debits', { method: ['direct-debit'] }, (wire) => /direct/i.test(String(wire.payment_type))],
    ['plans', { kind: ['plan'] }, (wire) => /PaymentPlan$|SomethingNew/.test(String(wire.type))],
    ['card plans', { kind: ['plan'], method: ['card'] }, (wire) => wire.type === 'PaymentPlan'],
    ['Direct Debit plans', { kind: ['plan'], method: ['direct-debit'] }, (wire) => wire.type === 'DDPaymentPlan'],
    ['ongoing cards', { kind: ['ongoing'], method: ['card'] }, (wire) => wire.type === 'OngoingPayment'],
    ['part of a reference', { reference: 'lease' }, (wire) => /lease/i.test(String(wire.custom_reference))],
    ['one id', { id: DOCUMENTED }, (wire) => wire.id === DOCUMENTED],
    ['one mandate', { mandate: 'M01741EJ519Y51P3XGL' }, (wire) => wire.mandate === 'M01741EJ519Y51P3XGL'],
  ])('is filtered to %s', async (_, query, belongs) => {
    const expected = wires()
      .filter((wire) => SCHEDULE_ID.test(String(wire.id)) && belongs(wire))
      .map(({ id }) => id)
    expect(expected.length).toBeGreaterThan(0)
    expect(idsOf(readable((await ask(query)).rows)).toSorted()).toEqual(expected.toSorted())
  })

  it('is filtered to one customer, whom no record names', async () => {
    const customer = stored().find(({ customerId }) => customerId !== '')?.customerId ?? ''
    const expected = stored().filter(({ customerId }) => customerId === customer)
    expect(idsOf((await ask({ customer })).rows).toSorted()).toEqual(expected.map(({ wire }) => wire.id).toSorted())
  })

  it('tells of more by what SmarterPay sent, even where our check leaves fewer', async () => {
    const answer = await ask({ kind: ['plan'], size: 50 })
    expect(answer.rows.length).toBeLessThan(50)
    expect(answer.more).toBe(true)
  })

  it.each([
    [{ amount: {} }, 'amount'],
    [{ sort: { field: 'amount', descending: false } }, 'sort'],
  ] as const)('refuses %j, which SmarterPay cannot do, and asks for nothing', async (query, path) => {
    const { problem, asked } = await calls(() => ask(query))
    expect(problem).toMatchObject({ kind: 'bad-input', fields: [{ path }] })
    expect(asked).toEqual([])
  })

  it('keeps a record without sense as one marked row, and parts without sense as marked parts', async () => {
    const model = sandbox.book.schedules.get(DOCUMENTED)
    if (!model) throw new Error('no sample')
    sandbox.book.schedules.set('X1', {
      ...model,
      wire: { ...model.wire, id: { odd: true }, custom_reference: 'SPOILT-1' },
    })
    sandbox.book.schedules.set('X2', {
      ...model,
      wire: { ...model.wire, id: 'X2', custom_reference: 'SPOILT-1', amount: '22.50', upcoming_payments: 'not json' },
    })
    const { rows } = await ask({ reference: 'SPOILT-1' })
    expect(rows).toEqual([
      { unreadable: true },
      expect.objectContaining({ id: 'X2', amount: null, upcoming: null, unreadable: ['amount', 'upcoming'] }),
    ])
    sandbox.book.schedules.delete('X1')
    sandbox.book.schedules.delete('X2')
  })
})

describe('free search', () => {
  it('finds by id, by mandate and by part of a reference, and says where it looked', async () => {
    expect(await ask({ q: DOCUMENTED })).toMatchObject({
      rows: [{ id: DOCUMENTED }],
      more: false,
      searched: { id: 1, mandate: 0, reference: 0 },
    })
    expect(idsOf((await ask({ q: 'M01741EJ519Y51P3XGL' })).rows)).toEqual([DOCUMENTED])
    const lease = await ask({ q: 'lease-' })
    const expected = wires().filter((wire) => /lease-/i.test(String(wire.custom_reference)))
    expect(lease.rows).toHaveLength(expected.length)
    expect(lease.searched).toEqual({ id: 0, mandate: 0, reference: expected.length })
  })

  it('does not ask for an id that cannot be one', async () => {
    const { value, asked } = await calls(() => ask({ q: 'Unit 9, Harbour' }))
    expect(value).toMatchObject({ searched: { id: null, mandate: null } })
    expect(asked.map(({ query }) => new URLSearchParams(query).get('custom_reference'))).toEqual(['Unit 9, Harbour'])
  })

  it('keeps within the other filters', async () => {
    const all = await ask({ q: 'MEM' })
    const cards = await ask({ q: 'MEM', method: ['card'] })
    expect(cards.rows.length).toBeGreaterThan(0)
    expect(idsOf(cards.rows)).toEqual(idsOf(all.rows.filter((row) => read(row).method === 'card')))
  })

  it('pages through all it finds, each row once, in order', async () => {
    const whole = idsOf((await ask({ q: 'MEM' })).rows)
    const paged: unknown[] = []
    for (let page = 1, more = true; more; page += 1) {
      const answer = await ask({ q: 'MEM', size: 7, page })
      paged.push(...idsOf(answer.rows))
      more = answer.more
    }
    expect(whole.length).toBeGreaterThan(14)
    expect(paged).toEqual(whole)
  })
})
