import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { schedule } from '@/lib/schedules/schemas'
import { decodeSchedule, encodeParts, scheduleIn, schedulesIn, upcomingBody } from './schedules'

const SAMPLES = new URL('./samples/', import.meta.url)
const sample = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8'))
const one = sample('one.response').recurrence_schedule

/** The documented record with some fields otherwise; undefined takes a field away. */
const record = (fields: Record<string, unknown> = {}) =>
  JSON.parse(JSON.stringify({ ...one, ...fields })) as Record<string, unknown>

function decoded(fields: Record<string, unknown> = {}): Schedule {
  const row = decodeSchedule(record(fields))
  if (isUnreadable(row)) throw new Error('the whole record is unreadable')
  expect(schedule.parse(row)).toEqual(row)
  return row
}

const row = (date: string, amount: number) => ({ date: day(date), amount: toPence(amount) })

describe('the documented samples', () => {
  it('decode to the schedule that the documentation describes', () => {
    expect(decodeSchedule(one)).toEqual({
      id: 'FTBRS00112373',
      status: 'active',
      kind: 'ongoing',
      method: 'direct-debit',
      amount: 2532,
      firstCollectionAmount: 2532,
      collectionPeriod: 'monthly',
      collectionDay: 19,
      collectionStretch: 1,
      startDate: '2022-05-19',
      firstCollectionDate: '2022-05-19',
      nextCollectionDate: '2022-06-20',
      endDate: null,
      instalments: null,
      createdAt: '2022-05-17T12:09:19Z',
      description: null,
      customReference: null,
      metadata: null,
      auddis: 'FBMAN02814872',
      mandateId: 'M01741EJ519Y51P3XGL',
      cardId: null,
      upcoming: [
        row('2022-06-20', 2532),
        row('2022-07-19', 2532),
        row('2022-08-19', 2532),
        row('2022-09-19', 2532),
        row('2022-10-19', 2532),
        row('2022-11-21', 2532),
        row('2022-12-19', 2532),
      ],
      unreadable: [],
      asSent: {},
    })
  })

  const records: [string, Record<string, unknown>][] = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.response.json'))
    .flatMap((name) => {
      const body = sample(name.replace('.json', ''))
      const list: Record<string, unknown>[] = body.recurrence_schedules ?? [body.recurrence_schedule]
      return list.map((wire): [string, Record<string, unknown>] => [`${name} ${wire.id}`, wire])
    })

  it('are all there', () => expect(records).toHaveLength(6))

  it.each(records)('%s decodes without a mark, and encodes to what was sent, spelled one way', (_, wire) => {
    const read = decodeSchedule(wire)
    if (isUnreadable(read)) throw new Error('unreadable')
    expect([read.unreadable, read.asSent]).toEqual([[], {}])
    const { id, unreadable, asSent, ...parts } = read
    const { id: _id, firstCollectionInSameMonthAsNextCollection, existing_card, ...sent } = wire
    const spelled = {
      ...sent,
      collection_day: String(sent.collection_day).replace(/^0/, ''),
      collection_period: String(sent.collection_period).toLowerCase(),
      payment_type: String(sent.payment_type).toLowerCase(),
    }
    expect(encodeParts(parts)).toEqual({ mandate: '', metadata: '', ...spelled })
  })

  it.each(['upcoming-ongoing.request', 'upcoming-plan.request'])(
    '%s is the body that replaces those payments',
    (name) => {
      const body = sample(name)
      const { upcoming } = decoded(body.recurrence_schedule)
      expect(JSON.parse(upcomingBody(upcoming ?? []))).toEqual(body)
    },
  )

  it.each([
    ['create-direct-debit-ongoing.request', 'direct-debit', 'ongoing'],
    ['create-direct-debit-plan.request', 'direct-debit', 'plan'],
    ['create-card-plan.request', 'card', 'plan'],
  ] as const)('%s names its kind as we do when we write', (name, method, kind) => {
    const sent = sample(name).recurrence_schedule
    const { type, payment_type } = encodeParts({ method, kind })
    expect({ type, payment_type }).toEqual({ type: sent.type, payment_type: sent.payment_type })
  })
})

describe('a part in any of its spellings', () => {
  it.each<[string, Record<string, unknown>, Partial<Schedule>]>([
    ['amount as digits', { amount: '2250' }, { amount: toPence(2250) }],
    ['amount as a number', { amount: 2250 }, { amount: toPence(2250) }],
    ['amount of nought', { amount: '0' }, { amount: toPence(0) }],
    ['day with a nought in front', { collection_day: '04' }, { collectionDay: 4 }],
    ['day without', { collection_day: '4' }, { collectionDay: 4 }],
    ['day as a number', { collection_day: 28 }, { collectionDay: 28 }],
    ['last day', { collection_day: 'last day' }, { collectionDay: 'last' }],
    ['Last Day', { collection_day: 'Last Day' }, { collectionDay: 'last' }],
    ['no day', { collection_day: '' }, { collectionDay: null }],
    ['a period in capitals', { collection_period: 'Weekly' }, { collectionPeriod: 'weekly' }],
    ['directDebit', { payment_type: 'directDebit' }, { method: 'direct-debit' }],
    ['DirectDebit', { payment_type: 'DirectDebit' }, { method: 'direct-debit' }],
    ['CardPayment', { payment_type: 'CardPayment', type: 'OngoingPayment' }, { method: 'card', kind: 'ongoing' }],
    ['a card plan', { payment_type: 'cardpayment', type: 'PaymentPlan' }, { method: 'card', kind: 'plan' }],
    ['the name of webhooks for a kind', { type: undefined, record_type: 'DDPaymentPlan' }, { kind: 'plan' }],
    ['end date ""', { end_date: '' }, { endDate: null }],
    ['end date null', { end_date: null }, { endDate: null }],
    ['end date missing', { end_date: undefined }, { endDate: null }],
    ['installments ""', { installments: '' }, { instalments: null }],
    ['installments as a number', { installments: 3 }, { instalments: 3 }],
    ['created with a fraction', { created_at: '2022-05-17T12:09:19.273Z' }, { createdAt: '2022-05-17T12:09:19.273Z' }],
    ['created elsewhere', { created_at: '2022-05-17T13:09:19+01:00' }, { createdAt: '2022-05-17T12:09:19.000Z' }],
    ['upcoming "[]"', { upcoming_payments: '[]' }, { upcoming: [] }],
    ['upcoming ""', { upcoming_payments: '' }, { upcoming: [] }],
    ['upcoming missing', { upcoming_payments: undefined }, { upcoming: [] }],
    [
      'upcoming out of order',
      {
        upcoming_payments:
          '[{"collection_date":"2022-07-19","amount":"2532"},{"collection_date":"2022-06-20","amount":"2532"}]',
      },
      { upcoming: [row('2022-06-20', 2532), row('2022-07-19', 2532)] },
    ],
    [
      'upcoming as webhooks send it',
      { upcoming_payments: [{ collection_date: '2024-09-23', amount: 3750 }] },
      { upcoming: [row('2024-09-23', 3750)] },
    ],
    [
      'a disabled one without mandate and metadata',
      { mandate: undefined, metadata: undefined, existing_card: false },
      { mandateId: null, metadata: null },
    ],
    [
      'the next date of an inactive one',
      { status: 'inactive', next_collection_date: '2021-07-30' },
      { status: 'inactive', nextCollectionDate: day('2021-07-30') },
    ],
    [
      'the flag as a word, and a field nobody knows',
      { firstCollectionInSameMonthAsNextCollection: 'False', edited_by: { id: 1 } },
      {},
    ],
    [
      'a day that means nothing, on a weekly schedule',
      { collection_period: 'Weekly', collection_day: '0' },
      { collectionDay: null },
    ],
  ])('%s reads as it is meant, without a mark', (_, fields, expected) => {
    const read = decoded(fields)
    expect(read).toMatchObject(expected)
    expect([read.unreadable, read.asSent]).toEqual([[], {}])
  })

  it.each<[string, Record<string, unknown>, keyof Schedule, string]>([
    ['an amount with a point', { amount: '22.50' }, 'amount', '22.50'],
    ['a negative amount', { amount: -5 }, 'amount', '-5'],
    ['half a penny', { amount: 22.5 }, 'amount', '22.5'],
    ['an amount of ten digits', { amount: '1234567890' }, 'amount', '1234567890'],
    ['an amount that is a list', { amount: ['1'] }, 'amount', '["1"]'],
    ['day 31', { collection_day: '31' }, 'collectionDay', '31'],
    ['day 0', { collection_day: '0' }, 'collectionDay', '0'],
    ['every noughth month', { collection_stretch: '0' }, 'collectionStretch', '0'],
    ['a day that does not exist', { start_date: '2022-02-30' }, 'startDate', '2022-02-30'],
    ['a date the other way round', { end_date: '31/12/2022' }, 'endDate', '31/12/2022'],
    ['an instant without a zone', { created_at: '2022-05-17 12:09:19' }, 'createdAt', '2022-05-17 12:09:19'],
    ['a reference that is an object', { custom_reference: { a: 1 } }, 'customReference', '{"a":1}'],
    ['upcoming that is no JSON', { upcoming_payments: 'not json' }, 'upcoming', 'not json'],
    [
      'upcoming that is no list',
      { upcoming_payments: '{"collection_date":"2022-06-20"}' },
      'upcoming',
      '{"collection_date":"2022-06-20"}',
    ],
    [
      'upcoming with one row that makes no sense',
      {
        upcoming_payments: [
          { collection_date: '2022-06-20', amount: 1 },
          { collection_date: 'soon', amount: 1 },
        ],
      },
      'upcoming',
      '[{"collection_date":"2022-06-20","amount":1},{"collection_date":"soon","amount":1}]',
    ],
    [
      'upcoming with a row without amount',
      { upcoming_payments: [{ collection_date: '2022-06-20' }] },
      'upcoming',
      '[{"collection_date":"2022-06-20"}]',
    ],
  ])('%s is null, named, and kept as sent; the rest is read', (_, fields, part, sent) => {
    const read = decoded(fields)
    expect(read[part]).toBeNull()
    expect(read.unreadable).toEqual([part])
    expect(read.asSent).toEqual({ [part]: sent })
    expect(read.auddis).toBe('FBMAN02814872')
  })

  it.each([
    ['kind', { type: 'SomethingNew' }, 'SomethingNew'],
    ['status', { status: 'Paused' }, 'Paused'],
    ['method', { payment_type: 'standing_order' }, 'standing_order'],
    ['collectionPeriod', { collection_period: 'fortnightly' }, 'fortnightly'],
    ['collectionPeriod', { collection_period: 'constructor' }, 'constructor'],
  ] as const)(
    'a word that we do not know in %s is unrecognised and kept as sent, and spoils nothing',
    (part, fields, sent) => {
      const read = decoded(fields)
      expect(read[part]).toBe('unrecognised')
      expect([read.unreadable, read.asSent]).toEqual([[], { [part]: sent }])
    },
  )

  it('a word that is missing is unrecognised, and nothing is said to have been sent', () => {
    expect(decoded({ status: undefined })).toMatchObject({ status: 'unrecognised', asSent: {} })
  })

  it('what is kept as sent has an end', () => {
    const sent = decoded({ upcoming_payments: 'x'.repeat(100_000) }).asSent.upcoming
    expect(sent).toHaveLength(2_000 + '… (100000 characters)'.length)
  })
})

describe('a record as a whole', () => {
  it.each([
    ['text', 'FTBRS1', { unreadable: true }],
    ['null', null, { unreadable: true }],
    ['a list', [], { unreadable: true }],
    ['an object without an id', { amount: '1' }, { unreadable: true }],
    ['one whose id is empty', { id: '' }, { unreadable: true }],
    ['one whose id is an object', { id: {} }, { unreadable: true }],
    ['one whose id could not be asked for', { id: '../1' }, { id: '../1', unreadable: true }],
  ])('%s is one marked row', (_, sent, expected) => {
    expect(decodeSchedule(sent)).toEqual(expected)
  })

  it('a broken record among three leaves two rows and a mark', () => {
    const rows = schedulesIn({ recurrence_schedules: [record({ id: 'A' }), 'broken', record({ id: 'B' })] })
    expect(rows?.map((row) => (isUnreadable(row) ? 'unreadable' : row.id))).toEqual(['A', 'unreadable', 'B'])
  })

  it.each([
    ['nothing at all (204)', null, []],
    ['an empty list', { recurrence_schedules: [] }, []],
    ['an empty list without its wrapper', [], []],
    ['an answer without a list', { recurrence_schedule: one }, null],
    ['a list that is an object', { recurrence_schedules: {} }, null],
    ['text', 'ok', null],
  ])('%s in place of a page is %j', (_, body, expected) => {
    expect(schedulesIn(body)).toEqual(expected)
  })

  it('an answer about another schedule is no answer, unless it names ours as its old id', () => {
    const answer = { recurrence_schedule: record({ id: 'RS01741EJ519Y51P3XGL' }) }
    expect(scheduleIn(answer, 'FTBRS00112373')).toBeNull()
    answer.recurrence_schedule.legacy_id = 'FTBRS00112373'
    expect(scheduleIn(answer, 'FTBRS00112373')).toMatchObject({ id: 'RS01741EJ519Y51P3XGL' })
    expect(scheduleIn({ recurrence_schedule: one }, 'FTBRS00112373')).toMatchObject({ id: 'FTBRS00112373' })
    expect(scheduleIn(null, 'FTBRS00112373')).toBeNull()
    expect(scheduleIn({ recurrence_schedule: 'gone' }, 'FTBRS00112373')).toBeNull()
  })
})

describe('writing', () => {
  it('sends the whole list alone, in order of date, digits as text', () => {
    const body = upcomingBody([row('2027-01-15', 0), row('2026-12-15', 2500)])
    expect(body).toBe(
      String.raw`{"recurrence_schedule":{"upcoming_payments":"[{\"collection_date\":\"2026-12-15\",\"amount\":\"2500\"},{\"collection_date\":\"2027-01-15\",\"amount\":\"0\"}]"}}`,
    )
  })

  it('sends only the parts given, and "" to clear one', () => {
    expect(encodeParts({ amount: toPence(1500), collectionDay: 'last', endDate: null })).toEqual({
      amount: '1500',
      collection_day: 'last day',
      end_date: '',
    })
  })
})
