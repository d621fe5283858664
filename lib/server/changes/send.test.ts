import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newSchedule } from '@/lib/schedules/change-schemas'
import { requestOf } from './send'

// The four requests of SmarterPay's own page, held against what we send for the same schedule. Its samples spell one thing
// in several ways ("4" and "04"), leave a default out in one and send an empty end date in another: none of that means anything.

type Record = { [name: string]: unknown }
const sample = (name: string): Record =>
  JSON.parse(readFileSync(`lib/server/smarterpay/samples/create-${name}.request.json`, 'utf8')).recurrence_schedule

const day = (text: unknown) => (typeof text === 'string' ? text.replace(/^0(\d)$/, '$1') : text)
const tidy = (record: Record): Record =>
  Object.fromEntries(
    Object.entries({ type: 'OngoingPayment', ...record, collection_day: day(record.collection_day) }).filter(
      ([, value]) => value !== null,
    ),
  )

const everyOne = { collectionPeriod: 'monthly', collectionDay: 4, collectionStretch: 1 }
const july = { startDate: '2021-07-30', firstCollectionDate: '2021-07-30', firstTwoInSameMonth: false }
const WANTED = {
  'direct-debit-ongoing': {
    ...everyOne,
    ...july,
    kind: 'ongoing',
    method: 'direct-debit',
    auddis: 'REFP01006',
    amount: 2250,
    firstCollectionAmount: 2250,
    customReference: 'custom ref 04',
    description: 'Payment Schedule',
  },
  'direct-debit-plan': {
    ...everyOne,
    ...july,
    kind: 'plan',
    method: 'direct-debit',
    auddis: 'REFP01006',
    amount: 2250,
    instalments: 3,
    customReference: 'custom ref 04',
    description: 'Monthly Subscription',
    endDate: null,
  },
  'card-ongoing': {
    ...everyOne,
    kind: 'ongoing',
    method: 'card',
    cardId: 'CD01OVWD48GY1K8N0M76',
    amount: 1417,
    firstCollectionAmount: 1417,
    description: 'Payment Schedule',
    startDate: '2024-12-10',
  },
  'card-plan': {
    ...everyOne,
    kind: 'plan',
    method: 'card',
    cardId: 'CD01GRM9OPE7L5J024DV',
    amount: 2250,
    instalments: 3,
    description: 'Monthly Subscription',
    startDate: '2024-12-04',
  },
}
const bodyOf = (wanted: unknown): Record =>
  JSON.parse(requestOf({ action: 'create', schedule: newSchedule.parse(wanted) }, null, 'key').body ?? '{}')
    .recurrence_schedule

describe('the request for a new schedule', () => {
  it.each(Object.entries(WANTED))('is that of the documented sample: %s', (name, wanted) => {
    const documented = sample(name)
    expect(Object.keys(documented).length).toBeGreaterThan(8)
    expect(tidy(bodyOf(wanted))).toEqual(tidy(documented))
  })

  it('is a POST with its key, and holds nothing that is only ours', () => {
    const wanted = newSchedule.parse({
      ...WANTED['card-plan'],
      reason: 'other',
      note: 'Asked by letter',
      agreed: true,
      evenIfAlike: true,
      recreates: 'FTBRS1',
    })
    const request = requestOf({ action: 'create', schedule: wanted }, null, 'key')
    expect(request).toMatchObject({ method: 'POST', resource: 'recurrenceschedule', key: 'key' })
    expect(request.body).not.toMatch(/reason|note|agreed|alike|recreates|FTBRS1/i)
  })

  it('leaves the day of the month out of weekly schedules, and sends no empty text', () => {
    const body = bodyOf({
      ...WANTED['direct-debit-ongoing'],
      collectionPeriod: 'weekly',
      customReference: '',
      metadata: null,
      endDate: null,
    })
    expect(body).not.toHaveProperty('collection_day')
    expect(Object.values(body)).not.toContain('')
  })

  it('says the last day in SmarterPay’s words, and every number as digits in text', () => {
    const body = bodyOf({
      ...WANTED['direct-debit-ongoing'],
      collectionDay: 'last',
      collectionStretch: 3,
      metadata: 'a=1',
      endDate: '2022-07-30',
      firstTwoInSameMonth: true,
    })
    expect(body).toEqual({
      ...sample('direct-debit-ongoing'),
      collection_day: 'last day',
      collection_stretch: '3',
      metadata: 'a=1',
      end_date: '2022-07-30',
      firstCollectionInSameMonthAsNextCollection: true,
    })
  })
})
