import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'
import { decoded, row } from './schedules-scene'

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
