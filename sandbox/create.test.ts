// POST: four kinds, everything each must have, every limit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listed, openScene, type Scene } from './scene'
import type { Wire } from './wire'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const COMMON = {
  amount: '2250',
  collection_day: '4',
  collection_period: 'monthly',
  collection_stretch: '1',
  description: 'Payment Schedule',
  start_date: '2026-12-04',
}
const CARD = { ...COMMON, card_id: 'CD01OVWD48GY1K8N0M76', payment_type: 'cardpayment' }
const KINDS: Record<string, Wire> = {
  'Direct Debit, ongoing': { ...COMMON, auddis: 'REFP01006', first_collection_amount: '2000' },
  'Direct Debit, plan': { ...COMMON, auddis: 'REFP01006', installments: '3', type: 'DDPaymentPlan' },
  'card, ongoing': { ...CARD, first_collection_amount: '2000' },
  'card, plan': { ...CARD, installments: '3', type: 'PaymentPlan' },
}
const without = (record: Wire, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
const ongoing = KINDS['Direct Debit, ongoing'] ?? {}
const plan = KINDS['Direct Debit, plan'] ?? {}

describe.each(Object.entries(KINDS))('a schedule of the kind %s', (kind, record) => {
  it('is made with its list, and can be read and listed at once', async () => {
    const made = await scene.create(record)
    expect(made.status, made.text).toBe(200)
    expect(made.record).toMatchObject({
      ...without(record, 'type'),
      status: 'active',
      first_collection_date: '2026-12-04',
      next_collection_date: '2026-12-04',
      firstCollectionInSameMonthAsNextCollection: false,
      end_date: '',
    })
    expect(made.record.type).toBe(
      { 'Direct Debit, ongoing': 'DDOngoingPayment', 'card, ongoing': 'OngoingPayment' }[kind] ?? record.type,
    )
    expect(String(made.record.id)).toMatch(kind.startsWith('card') ? /^RS02[0-9A-Z]{16}$/ : /^RS01[0-9A-Z]{16}$/)
    expect(await scene.read(String(made.record.id))).toEqual(made.record)
    const rows = listed(made.record)
    if (kind.endsWith('plan')) expect(rows).toEqual(['2026-12-04 750', '2027-01-04 750', '2027-02-04 750'])
    else expect([rows.length, rows[0], rows[1]]).toEqual([8, '2026-12-04 2000', '2027-01-04 2250'])
    const list = await scene.say('GET', `recurrenceschedules?id=${made.record.id}`)
    expect(JSON.parse(list.text).recurrence_schedules).toEqual([made.record])
  })

  it('is refused without any one of the properties it must have', async () => {
    const own = kind.endsWith('plan') ? ['installments', 'type'] : ['first_collection_amount']
    const means = kind.startsWith('card') ? ['card_id', 'payment_type'] : ['auddis']
    for (const name of [...Object.keys(COMMON), ...own, ...means]) {
      const answer = await scene.create(without(record, name))
      expect(answer.status, name).toBe(400)
      expect(answer.message, name).not.toBe('')
    }
  })
})

describe('what a schedule may hold', () => {
  it.each<[string, Wire]>([
    ['description', { description: 'x'.repeat(45) }],
    ['custom_reference', { custom_reference: 'x'.repeat(51) }],
    ['metadata', { metadata: 'x'.repeat(1001) }],
    ['amount', { amount: '22.50' }],
    ['amount', { amount: '0' }],
    ['amount', { amount: '-5' }],
    ['first_collection_amount', { first_collection_amount: 'ten' }],
    ['collection_day', { collection_day: '29' }],
    ['collection_day', { collection_day: '0' }],
    ['collection_period', { collection_period: 'daily' }],
    ['collection_stretch', { collection_stretch: '0' }],
    ['start_date', { start_date: '2026-02-31' }],
    ['start_date', { start_date: '04/12/2026' }],
    ['start_date', { start_date: '2026-11-19' }],
    ['end_date', { end_date: '2026-12-03' }],
    ['end_date', { end_date: 'never' }],
    ['auddis', { auddis: 'NOBODY' }],
    ['mandate', { auddis: 'REFP09999' }],
    ['type', { type: 'Weekly' }],
    ['type', { type: 'PaymentPlan' }],
    ['payment_type', { payment_type: 'cheque' }],
    ['firstCollectionInSameMonthAsNextCollection', { firstCollectionInSameMonthAsNextCollection: 'perhaps' }],
  ])('is bounded: a wrong %s is refused, and named', async (name, change) => {
    const before = await scene.control('state', undefined, 'GET')
    const answer = await scene.create({ ...ongoing, ...change })
    expect(answer.status).toBe(400)
    expect(answer.message).toContain(name)
    expect((await scene.control('state', undefined, 'GET')).body.schedules).toEqual(before.body.schedules)
  })

  it('goes up to the limits', async () => {
    const full = { description: 'd'.repeat(44), custom_reference: 'c'.repeat(50), metadata: 'm'.repeat(1000) }
    expect((await scene.create({ ...ongoing, ...full })).record).toMatchObject(full)
  })

  it('needs no collection day by the week', async () => {
    const weekly = await scene.create({ ...without(ongoing, 'collection_day'), collection_period: 'weekly' })
    expect(listed(weekly.record).slice(0, 3)).toEqual(['2026-12-04 2000', '2026-12-11 2250', '2026-12-18 2250'])
  })

  it('takes an end date that is empty or null for none, and otherwise ends by it', async () => {
    for (const end_date of ['', null]) expect((await scene.create({ ...ongoing, end_date })).record.end_date).toBe('')
    expect(listed((await scene.create({ ...ongoing, end_date: '2027-01-04' })).record)).toHaveLength(2)
  })

  it('lets the first two share a month where that is asked for, as text or as a value', async () => {
    for (const flag of [true, 'True']) {
      const asked = { ...ongoing, collection_day: '28', firstCollectionInSameMonthAsNextCollection: flag }
      const made = await scene.create(asked)
      expect(listed(made.record).slice(0, 2)).toEqual(['2026-12-04 2000', '2026-12-29 2250'])
      expect(made.record.firstCollectionInSameMonthAsNextCollection).toBe(false)
    }
  })

  it('does not include what the kind does not have', async () => {
    for (const strange of [
      { installments: '3' },
      { card_id: 'x' },
      { colour: 'red' },
      { status: 'inactive' },
      { upcoming_payments: '[]' },
    ])
      expect((await scene.create({ ...ongoing, ...strange })).status, JSON.stringify(strange)).toBe(400)
    expect((await scene.create({ ...plan, first_collection_amount: '5' })).status).toBe(400)
    await scene.switched({ unknownProperties: 'ignore' })
    expect((await scene.create({ ...ongoing, colour: 'red' })).record).not.toHaveProperty('colour')
  })

  it('may be integers as well as digits, by switch', async () => {
    expect((await scene.create({ ...ongoing, amount: 2250 })).record.amount).toBe('2250')
    await scene.switched({ integersInBodies: 'refused' })
    expect((await scene.create({ ...ongoing, amount: 2250 })).status).toBe(400)
  })

  it('has a most of instalments, by switch', async () => {
    expect((await scene.create({ ...plan, installments: '24' })).status).toBe(200)
    await scene.switched({ instalmentsMaximum: 12 })
    expect((await scene.create({ ...plan, installments: '24' })).status).toBe(400)
  })
})

describe('a first date that cannot be', () => {
  const near = { ...ongoing, start_date: '2026-11-23' }

  it('is moved to the earliest, refused, or kept, by switch', async () => {
    expect((await scene.create(near)).record).toMatchObject({
      start_date: '2026-11-23',
      first_collection_date: '2026-11-24',
    })
    await scene.switched({ nearDates: 'refuse' })
    expect((await scene.create(near)).status).toBe(400)
    await scene.switched({ nearDates: 'keep' })
    expect((await scene.create(near)).record.first_collection_date).toBe('2026-11-23')
  })

  it('on a weekend is collected on the next banking day, and kept or replaced in the record, by switch', async () => {
    const saturday = { ...ongoing, start_date: '2026-11-27', first_collection_date: '2026-11-28' }
    const made = (await scene.create(saturday)).record
    expect([made.first_collection_date, made.next_collection_date]).toEqual(['2026-11-28', '2026-11-30'])
    await scene.switched({ firstDateKept: 'rolled' })
    expect((await scene.create(saturday)).record.first_collection_date).toBe('2026-11-30')
  })

  it('has no lead time on a card, and no roll by switch', async () => {
    const card = { ...KINDS['card, ongoing'], start_date: '2026-11-21' }
    expect((await scene.create(card)).record.next_collection_date).toBe('2026-11-23')
    await scene.switched({ cardsOnNonBankingDays: 'keep' })
    expect((await scene.create(card)).record.next_collection_date).toBe('2026-11-21')
  })
})

describe('the way a body comes', () => {
  it('needs a JSON content type', async () => {
    const send = async (type: string) => (await scene.create(ongoing, { type })).status
    expect(await send('application/vnd.api+json')).toBe(200)
    expect(await send('application/json; charset=utf-8')).toBe(200)
    expect(await send('text/plain')).toBe(415)
    await scene.switched({ contentType: 'bad-request' })
    expect(await send('text/plain')).toBe(400)
  })

  it('needs JSON in its wrapper', async () => {
    for (const body of ['{"recurrence_schedule":', '[]', '{}', '{"recurrence_schedule":[]}', 'null'])
      expect((await scene.say('POST', 'recurrenceschedule', body)).status, body).toBe(400)
  })

  it('is answered 405 at the wrong address', async () => {
    const answer = await scene.say('POST', 'recurrenceschedules', { recurrence_schedule: ongoing })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET'])
    expect((await scene.say('GET', 'recurrenceschedule')).headers.get('allow')).toBe('POST')
  })

  it('is refused in each shape of words that a refusal may have', async () => {
    const shapes: Record<string, RegExp> = {
      message: /^\{"message":"/,
      errors: /"errors":\[\{"message"/,
      text: /^amount /,
      string: /^"amount /,
      html: /^<!DOCTYPE html>/,
      empty: /^$/,
    }
    for (const [errorBody, shape] of Object.entries(shapes)) {
      await scene.switched({ errorBody })
      const answer = await scene.create({ ...ongoing, amount: 'x' })
      expect([answer.status, shape.test(answer.text)], errorBody).toEqual([400, true])
    }
  })
})
