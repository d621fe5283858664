import { describe, expect, it } from 'vitest'
import { isUnreadable } from '@/lib/schedules/model'
import { basis } from '@/lib/schedules/schemas'
import { basisOf } from './basis'
import { decodeSchedule } from './smarterpay/schedules'

const WIRE = {
  id: 'FTBRS00112373',
  status: 'active',
  type: 'DDOngoingPayment',
  payment_type: 'directdebit',
  amount: '2532',
  first_collection_amount: '2532',
  collection_day: '4',
  collection_period: 'monthly',
  collection_stretch: '1',
  start_date: '2022-05-19',
  first_collection_date: '2022-05-19',
  next_collection_date: '2022-06-20',
  end_date: '',
  installments: '',
  created_at: '2022-05-17T12:09:19Z',
  auddis: 'FBMAN02814872',
  mandate: 'M01741EJ519Y51P3XGL',
  card_id: '',
  description: 'Rent',
  custom_reference: 'A-1',
  metadata: '',
  upcoming_payments:
    '[{"collection_date":"2022-06-20","amount":"2532"},{"collection_date":"2022-07-19","amount":"2532"}]',
}

function basisWith(fields: Record<string, unknown>): string {
  const row = decodeSchedule({ ...WIRE, ...fields })
  if (isUnreadable(row)) throw new Error('unreadable')
  return basisOf(row)
}
const before = basisWith({})

describe('the basis of a schedule', () => {
  it('has the form that the contract promises', () => expect(basis.parse(before)).toBe(before))

  it.each([
    { payment_type: 'DirectDebit' },
    { collection_period: 'Monthly' },
    { collection_day: '04' },
    { amount: 2532 },
    { end_date: null, installments: undefined, card_id: null },
    { created_at: '2022-05-17T12:09:19.000Z' },
    {
      upcoming_payments: [
        { amount: 2532, collection_date: '2022-07-19' },
        { amount: 2532, collection_date: '2022-06-20' },
      ],
    },
    { description: 'Another text', custom_reference: '', metadata: 'x' },
    { a_new_field: 1, type: 'ddongoingpayment' },
  ])('is the same for another spelling of the same state: %j', (fields) => {
    expect(basisWith(fields)).toBe(before)
  })

  it.each([
    { id: 'FTBRS00112374' },
    { status: 'inactive' },
    { status: 'paused' },
    { type: 'DDPaymentPlan' },
    { payment_type: 'cardpayment' },
    { amount: '2533' },
    { first_collection_amount: '2533' },
    { collection_day: '5' },
    { collection_period: 'weekly' },
    { collection_stretch: '2' },
    { start_date: '2022-05-20' },
    { first_collection_date: '2022-05-20' },
    { next_collection_date: '2022-06-21' },
    { end_date: '2023-01-01' },
    { installments: '3' },
    { auddis: 'FBMAN02814873' },
    { mandate: 'M01741EJ519Y51P3XGM' },
    { card_id: 'CD01' },
    { upcoming_payments: '[]' },
    {
      upcoming_payments:
        '[{"collection_date":"2022-06-20","amount":"2532"},{"collection_date":"2022-07-20","amount":"2532"}]',
    },
    {
      upcoming_payments:
        '[{"collection_date":"2022-06-20","amount":"2532"},{"collection_date":"2022-07-19","amount":"0"}]',
    },
    { upcoming_payments: 'not json' },
    { amount: '25.32' },
  ])('differs once %j', (fields) => {
    expect(basisWith(fields)).not.toBe(before)
  })

  it('tells two states apart that we cannot read either', () => {
    expect(basisWith({ upcoming_payments: 'not json' })).not.toBe(basisWith({ upcoming_payments: 'nor this' }))
    expect(basisWith({ type: 'New' })).not.toBe(basisWith({ type: 'Newer' }))
    expect(basisWith({ type: 'New' })).toBe(basisWith({ type: 'new' }))
  })
})
