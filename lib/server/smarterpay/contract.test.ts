import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { isUnreadablePayment } from '@/lib/payers/model'
import { bankAccountAnswer, cardAnswer, customerAnswer, mandateAnswer, paymentsTakenAnswer } from '@/lib/payers/schemas'
import { ProblemError } from '@/lib/problem'
import { DEFAULT_QUERY, LIVE_SORTS, type ListQuery } from '@/lib/schedules/contract'
import { on } from '@/lib/schedules/examples'
import { isUnreadable, SCHEDULE_ID, type Schedule, type ScheduleRow } from '@/lib/schedules/model'
import { scheduleAnswer, scheduleList } from '@/lib/schedules/schemas'
import { withFlags } from '@/lib/server/reading/list'
import {
  answerBankAccount,
  answerCard,
  answerCustomerOfCard,
  answerCustomerOfMandate,
  answerMandate,
  answerPaymentsTaken,
} from '@/lib/server/reading/payers'
import { answerSchedule, listSchedules } from '@/lib/server/reading/schedules'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { createTransport, type Transport } from './transport'

// The real client speaks HTTP to the sandbox, every filter, every sort and every fault of reading. What the sandbox
// holds is looked up in its book, so that neither side can agree with itself.

let sandbox: Sandbox
let from: Transport
const TODAY = '2026-11-20'
const DOCUMENTED = 'FTBRS00112373'

const transport = () =>
  createTransport({
    origin: sandbox.url,
    token: 'sandbox',
    readTimeoutMs: 600,
    writeTimeoutMs: 600,
    log: () => undefined,
    random: () => 0.1,
  })

beforeAll(async () => {
  sandbox = await startSandbox({ today: TODAY, seed: { size: 400 } })
})
afterAll(() => sandbox.close())
const clean = () => {
  from = transport()
  sandbox.book.faults = []
  sandbox.book.switches = {
    ...sandbox.book.switches,
    rangeEnds: 'exclusive',
    rangeZone: 'utc',
    pastTheEnd: 'empty-list',
    legacyIds: 'as-asked',
    unknownId: 'not-found',
  }
}
beforeAll(clean)
afterEach(clean)

const ask = (query: Partial<ListQuery> = {}) => listSchedules({ ...DEFAULT_QUERY, size: 500, ...query }, { from })
const idsOf = (rows: ScheduleRow[]) => rows.map(({ id }) => id)
const readable = (rows: ScheduleRow[]) => rows.filter((row): row is Schedule => !isUnreadable(row))
const read = (row: ScheduleRow | undefined): Schedule => {
  if (!row || isUnreadable(row)) throw new Error('unreadable')
  return row
}
const stored = () => [...sandbox.book.schedules.values()]
const wires = () => stored().map(({ wire }) => wire)
const fault = (name: string, more: Record<string, unknown> = {}) =>
  fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults: [{ match: {}, fault: name, ...more }] }),
  }).then((response) => expect(response.status).toBe(200))
const calls = async (act: () => Promise<unknown>) => {
  const since = sandbox.book.log.entries.at(-1)?.seq ?? 0
  const result: { value?: unknown; problem?: unknown } = await act().then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: error instanceof ProblemError ? error.problem : error }),
  )
  return { ...result, asked: sandbox.book.log.since(since) }
}

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

describe('one schedule', () => {
  it('comes with a basis, the same however the answer is spelled', async () => {
    const answer = await answerSchedule(DOCUMENTED, { from })
    expect(scheduleAnswer.parse(answer)).toEqual(answer)
    await fault('drift')
    for (let n = 0; n < 6; n += 1)
      expect(await answerSchedule(DOCUMENTED, { from })).toMatchObject({
        basis: answer.basis,
        schedule: answer.schedule,
      })
  })

  it.each(['..', '%2e%2e', '', 'a b', 'x'.repeat(65), '\u0000'])(
    'with the id %j is not found, and nothing is asked',
    async (id) => {
      const { problem, asked } = await calls(() => answerSchedule(id, { from }))
      expect(problem).toEqual({ kind: 'not-found', what: 'schedule' })
      expect(asked).toEqual([])
    },
  )

  it.each([
    ['not-found', { kind: 'not-found', what: 'schedule' }],
    ['bad-request', { kind: 'refused' }],
    ['no-content', { kind: 'unreadable' }],
  ] as const)('that SmarterPay does not have, told as %s, is a problem', async (unknownId, problem) => {
    sandbox.book.switches.unknownId = unknownId
    await expect(answerSchedule('FTBRS0', { from })).rejects.toMatchObject({ problem })
  })

  it('under a new id is ours only where the answer names our id as the old one', async () => {
    sandbox.book.switches.legacyIds = 'new-with-legacy'
    const { schedule } = await answerSchedule(DOCUMENTED, { from })
    expect(schedule.id).not.toBe(DOCUMENTED)
    sandbox.book.switches.legacyIds = 'new-only'
    await expect(answerSchedule(DOCUMENTED, { from })).rejects.toMatchObject({ problem: { kind: 'unreadable' } })
  })
})

describe('when something goes wrong over there', () => {
  it.each<[string, Record<string, unknown>, number, Record<string, unknown>]>([
    ['reset', {}, 3, { kind: 'unreachable' }],
    ['silence', {}, 1, { kind: 'unreachable' }],
    ['slow', { params: { ms: 40 } }, 1, { kind: 'unreachable' }],
    ['delay', { params: { ms: 5_000 } }, 1, { kind: 'unreachable' }],
    ['500', {}, 3, { kind: 'unreachable' }],
    ['gateway-html', {}, 3, { kind: 'unreachable' }],
    ['redirect', {}, 3, { kind: 'unreachable' }],
    ['html-200', {}, 1, { kind: 'unreadable' }],
    ['html-200', { params: { type: 'application/json' } }, 1, { kind: 'unreadable' }],
    ['cut-json', {}, 1, { kind: 'unreadable' }],
    ['cut-json', { params: { clean: false } }, 1, { kind: 'unreadable' }],
    ['204', {}, 1, { kind: 'unreadable' }],
    ['other-record', {}, 1, { kind: 'unreadable' }],
    ['huge', {}, 1, { kind: 'unreadable' }],
    ['429', { params: { retryAfter: 30 } }, 1, { kind: 'unreachable', retryAfterSeconds: 30 }],
    ['503', { params: { retryAfter: 30 } }, 1, { kind: 'unreachable', retryAfterSeconds: 30 }],
    ['498', {}, 2, { kind: 'misconfigured' }],
    ['status', { params: { status: 405, message: 'Not so' } }, 1, { kind: 'refused', reason: 'Not so' }],
  ])('%s %j ends a read after %i calls, and is told as it is', async (name, more, times, expected) => {
    await fault(name, more)
    const { problem, asked } = await calls(() => answerSchedule(DOCUMENTED, { from }))
    expect(problem).toEqual(expected)
    expect(asked).toHaveLength(times)
  })

  it.each(['reset', '500', 'gateway-html', '498', '429', '503'])('%s once harms nobody', async (name) => {
    await fault(name, { times: 1, params: { retryAfter: 0 } })
    expect(await answerSchedule(DOCUMENTED, { from })).toMatchObject({ schedule: { id: DOCUMENTED } })
  })

  it.each<[string, Record<string, unknown>]>([
    ['silence', { kind: 'unreachable' }],
    ['html-200', { kind: 'unreadable' }],
    ['cut-json', { kind: 'unreadable' }],
    ['other-record', { kind: 'unreadable' }],
    ['huge', { kind: 'unreadable' }],
    ['498', { kind: 'misconfigured' }],
  ])('%s is no empty list', async (name, problem) => {
    await fault(name)
    await expect(ask()).rejects.toMatchObject({ problem })
  })

  it('a list without limits still ends: a search stops at its bound', async () => {
    await fault('endless')
    expect(await ask({ q: 'MEM', size: 200, page: 2 })).toMatchObject({ more: true })
    await expect(ask({ q: 'MEM', size: 500, page: 11 })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
  })

  it('a wrong token is ours to mend', async () => {
    const wrong = createTransport({
      origin: sandbox.url,
      token: 'wrong',
      readTimeoutMs: 2_000,
      writeTimeoutMs: 1,
      log: () => undefined,
    })
    await expect(answerSchedule(DOCUMENTED, { from: wrong })).rejects.toMatchObject({
      problem: { kind: 'misconfigured' },
    })
  })
})

describe('the people behind a schedule', () => {
  const mandated = () => wires().find((wire) => wire.mandate && wire.status === 'active' && wire.id !== DOCUMENTED)
  const carded = () => wires().find((wire) => wire.card_id)

  it('are looked up by mandate, bank numbers masked', async () => {
    const id = String(mandated()?.mandate)
    const wire = sandbox.book.mandates.get(id)
    const { mandate } = mandateAnswer.parse(await answerMandate(id, { from }))
    expect(mandate).toMatchObject({ id, reference: wire?.auddis, customerId: wire?.customer_account })
    const { customer } = customerAnswer.parse(await answerCustomerOfMandate(id, { from }))
    expect(customer.id).toBe(wire?.customer_account)
    expect(customer.name).toBeTruthy()
    const answer = bankAccountAnswer.parse(await answerBankAccount(id, { from }))
    const account = sandbox.book.bankAccounts.get(String(wire?.customer_bank_account))
    const number = String(account?.account_number)
    expect(answer.bankAccount).toMatchObject({
      accountNumber: `****${number.slice(-4)}`,
      sortCode: `**-**-${String(account?.sort_code).slice(-2)}`,
    })
    expect(JSON.stringify([mandate, answer])).not.toContain(number)
    expect(JSON.stringify([mandate, answer])).not.toContain(String(account?.sort_code))
  })

  it('are looked up by card', async () => {
    const id = String(carded()?.card_id)
    const wire = sandbox.book.cards.get(id)
    const { card } = cardAnswer.parse(await answerCard(id, { from }))
    expect(card).toMatchObject({ id, ending: wire?.card_number_ending, expires: String(wire?.expiry_date).slice(0, 7) })
    expect((await answerCustomerOfCard(id, { from })).customer.id).toBe(wire?.customer_id)
  })

  it('paid what the sandbox took, latest first', async () => {
    const payments = [...sandbox.book.payments.values()]
    const id =
      payments.map((payment) => payment.recurrence_schedule).find((one, n, all) => all.indexOf(one, n + 3) > 0) ?? ''
    const list = payments.filter((payment) => payment.recurrence_schedule === id)
    expect(list.length).toBeGreaterThan(1)
    const { rows, more } = paymentsTakenAnswer.parse(await answerPaymentsTaken(id, { from }))
    expect(rows).toHaveLength(list.length)
    expect(more).toBe(false)
    const dates = rows.map((row) => (isUnreadablePayment(row) ? '' : row.date))
    expect(dates).toEqual(
      list
        .map(({ collection_date }) => collection_date)
        .toSorted()
        .reverse(),
    )
  })

  it('fail one by one', async () => {
    const id = String(mandated()?.mandate)
    await fault('500', { match: { path: 'bankaccount' } })
    await expect(answerBankAccount(id, { from })).rejects.toMatchObject({ problem: { kind: 'unreachable' } })
    expect(await answerCustomerOfMandate(id, { from })).toHaveProperty('customer')
  })

  it.each([
    ['mandate', () => answerMandate('M0', { from })],
    ['card', () => answerCard('CD0', { from })],
    ['card', () => answerCard('..', { from })],
    ['schedule', () => answerPaymentsTaken('../x', { from })],
  ])('are not found where there is no such %s', async (what, act) => {
    await expect(act()).rejects.toMatchObject({ problem: { kind: 'not-found', what } })
  })
})
