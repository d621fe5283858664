import { describe, expect, it } from 'vitest'
import { bankAccount, card, customer, mandate, paymentTaken } from '@/lib/payers/schemas'
import { bankAccountIn, customerIn, decodeCard, decodePayment, mandateIn, recordsIn } from './payers'

describe('a bank account', () => {
  const inWrapper = (fields: Record<string, unknown>) =>
    bankAccountIn({ bank_account: { id: 'BA1', ...fields } }, 'BA1')

  it.each([
    ['12345678', '123456', '****5678', '**-**-56'],
    ['1234 5678', '12-34-56', '****5678', '**-**-56'],
    [12345678, 123456, '****5678', '**-**-56'],
    ['1234567', '1', '****', '**-**-'],
    ['', null, null, null],
    [undefined, {}, null, null],
  ])('%j and %j leave as %j and %j', (account_number, sort_code, accountNumber, sortCode) => {
    const read = inWrapper({ account_number, sort_code, account_name: 'J PAYER', enabled: 'True' })
    expect(read).toEqual({ id: 'BA1', accountName: 'J PAYER', bankName: null, sortCode, accountNumber, enabled: true })
    expect(bankAccount.parse(read)).toEqual(read)
  })
})

describe('a mandate', () => {
  it.each([
    ['ongoing collection', 'ongoing-collection'],
    ['ongoing_collection', 'ongoing-collection'],
    ['Cancelled By Payer', 'cancelled-by-payer'],
    ['on hold', 'on-hold'],
    ['something new', 'unrecognised'],
    ['', 'unrecognised'],
  ])('whose status is %j is %s to us, and keeps SmarterPay’s word', (dd_status, status) => {
    const read = mandateIn({ Mandate: { id: 'M1', auddis: 'REF1', dd_status } }, 'M1')
    expect(read).toMatchObject({ status, statusAsSent: dd_status || null, reference: 'REF1' })
    expect(mandate.parse(read)).toEqual(read)
  })

  it('keeps no bank number of the many it carries', () => {
    const read = mandateIn(
      { Mandate: { id: 'M1', account_number: '12345678', sort_code: '123456', bacs_code: '1' } },
      'M1',
    )
    expect(JSON.stringify(read)).not.toMatch(/12345678|123456/)
    expect(read?.reason).toBe('1')
  })

  it('is told with the words of Bacs and their code', () => {
    const wire = { id: 'M1', bacs_code: '1', bacs_description: 'Instruction cancelled by payer' }
    expect(mandateIn({ mandate: wire }, 'M1')?.reason).toBe('Instruction cancelled by payer (1)')
  })
})

it('a customer is a name in one line, whatever is missing', () => {
  const read = customerIn(
    {
      Customer_Account: {
        id: 'CA1',
        title: 'Ms',
        first_name: '',
        last_name: 'Payer',
        address_line1: '1 Road',
        address_line2: '',
      },
    },
    'CA1',
  )
  expect(read).toMatchObject({ name: 'Ms Payer', company: null, addressLines: ['1 Road'], postalCode: null })
  expect(customer.parse(read)).toEqual(read)
})

it('an answer about somebody else is no answer', () => {
  expect(customerIn({ Customer_Account: { id: 'CA2' } }, 'CA1')).toBeNull()
  expect(customerIn({ Customer_Account: { id: 'CA2', legacy_id: 'CA1' } }, 'CA1')).toMatchObject({ id: 'CA1' })
  expect(mandateIn(null, 'M1')).toBeNull()
  expect(mandateIn('text', 'M1')).toBeNull()
})

describe('a card', () => {
  it.each([
    ['4242', '2027-03-31', '4242', '2027-03'],
    ['4242424242424242', '31/03/2027', '4242', null],
    ['', '', null, null],
  ])(
    'ending %j, expiring %j, is %j and %j: never more than four digits',
    (card_number_ending, expiry_date, ending, expires) => {
      const read = decodeCard({ ID: 'CD1', card_number_ending, expiry_date, custom_referance: 'x' }, 'CD1')
      expect(read).toMatchObject({ id: 'CD1', ending, expires })
      expect(card.parse(read)).toEqual(read)
    },
  )
})

describe('a payment taken', () => {
  it('is read part by part', () => {
    const read = decodePayment(
      {
        id: 'P01',
        collection_date: '2026-11-16',
        amount: '2500',
        status: 'Pending_Submission',
        recurrence_schedule: 'A',
      },
      'A',
    )
    expect(read).toEqual({
      id: 'P01',
      date: '2026-11-16',
      amount: 2500,
      status: 'pending-submission',
      statusAsSent: 'Pending_Submission',
      code: null,
    })
    expect(paymentTaken.parse(read)).toEqual(read)
    expect(decodePayment({ id: 'P02', amount: '25.00', status: 'odd' }, 'A')).toMatchObject({
      amount: null,
      date: null,
      status: 'unrecognised',
    })
  })

  it('of another schedule is none of this one’s, and one without an id is a marked row', () => {
    expect(decodePayment({ id: 'P01', recurrence_schedule: 'B' }, 'A')).toBeUndefined()
    expect(decodePayment({ amount: '1' }, 'A')).toEqual({ unreadable: true })
    expect(decodePayment('x', 'A')).toEqual({ unreadable: true })
  })
})

it('a list is found in whatever wrapper', () => {
  expect(recordsIn({ Cards: [1] })).toEqual([1])
  expect(recordsIn([1])).toEqual([1])
  expect(recordsIn(null)).toEqual([])
  expect(recordsIn({ message: 'no' })).toBeNull()
})
