// Records for the tests, as SmarterPay spells them; ids are new each time, so that tests do not meet. Dates fit the day of house.ts.
import { randomInt } from 'node:crypto'
import type { Planted, Wire } from './sandbox'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'
const code = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
export const newId = (prefix: string) => prefix + code(16)

export type Row = [date: string, pence: number]
export const upcoming = (rows: Row[]) =>
  JSON.stringify(rows.map(([date, pence]) => ({ collection_date: date, amount: String(pence) })))

/** The 19th of each month from June 2025, moved on by weekends in July and October. */
export const ON_THE_19TH: Row[] = [
  '2025-06-19',
  '2025-07-21',
  '2025-08-19',
  '2025-09-19',
  '2025-10-20',
  '2025-11-19',
  '2025-12-19',
].map((date) => [date, 2532])

/** £25.32 on the 19th of every month by Direct Debit since January 2025, no end. */
export function aSchedule(changes: Wire = {}): Wire & { id: string; mandate: string } {
  const id = newId('RS01')
  return {
    amount: '2532',
    auddis: `E2E ${code(8)}`,
    card_id: '',
    collection_day: '19',
    collection_period: 'monthly',
    collection_stretch: '1',
    created_at: '2025-01-06T10:15:00Z',
    custom_reference: `TEST-${code(8)}`,
    description: 'Membership',
    end_date: '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: '2532',
    first_collection_date: '2025-01-20',
    id,
    installments: '',
    mandate: newId('M01'),
    next_collection_date: '2025-06-19',
    payment_type: 'directdebit',
    start_date: '2025-01-20',
    status: 'active',
    metadata: '',
    type: 'DDOngoingPayment',
    upcoming_payments: upcoming(ON_THE_19TH),
    ...changes,
  }
}

/** Eight instalments of £500.00 on the 16th, three of them taken. */
export function aPlan(changes: Wire = {}) {
  return aSchedule({
    amount: '400000',
    collection_day: '16',
    first_collection_amount: '50000',
    first_collection_date: '2025-03-17',
    start_date: '2025-03-17',
    installments: '8',
    next_collection_date: '2025-06-16',
    type: 'DDPaymentPlan',
    upcoming_payments: upcoming(
      ['2025-06-16', '2025-07-16', '2025-08-18', '2025-09-16', '2025-10-16'].map((date) => [date, 50_000]),
    ),
    ...changes,
  })
}

/** By card, on the 1st. */
export function aCardSchedule(changes: Wire = {}) {
  return aSchedule({
    id: newId('RS02'),
    auddis: '',
    mandate: '',
    card_id: newId('CD01'),
    collection_day: '1',
    payment_type: 'cardpayment',
    type: 'OngoingPayment',
    next_collection_date: '2025-07-01',
    upcoming_payments: upcoming(['2025-07-01', '2025-08-01', '2025-09-01'].map((date) => [date, 1499])),
    amount: '1499',
    ...changes,
  })
}

/** The card behind a schedule. */
export const aCard = ({ card_id }: Wire): Wire => ({
  ID: card_id,
  card_number_ending: '4242',
  card_type: 'VISA',
  created_at: '2025-01-06T10:00:00Z',
  customer_id: '',
  expiry_date: '2027-05-31',
  name_on_card: 'W Ashgrove',
  status: 'successful',
})

/** Who stands behind a schedule's mandate: the mandate, a customer, a bank account, and two payments taken. */
export function aPayer({ id, mandate }: { id: string; mandate: string }): Planted {
  const customer = newId('CA01')
  const account = newId('BA01')
  const payment = (date: string, status: string, bacs: string) => ({
    id: newId('P01'),
    created_at: `${date}T05:00:00Z`,
    amount: '2532',
    bacs_code: bacs,
    collection_date: date,
    customer_account: customer,
    mandate,
    recurrence_schedule: id,
    status,
    payment_type: 'ongoing_collection',
  })
  return {
    mandates: [
      {
        id: mandate,
        auddis: 'E2E MANDATE',
        customer_account: customer,
        customer_bank_account: account,
        dd_status: 'ongoing collection',
        created_at: '2025-01-06T10:00:00Z',
        account_number: '55779911',
        sort_code: '200856',
      },
    ],
    customers: [
      {
        id: customer,
        created_at: '2025-01-06T10:00:00Z',
        email: 'wilhelmina@example.com',
        title: 'Ms',
        first_name: 'Wilhelmina',
        last_name: 'Ashgrove',
        company_name: '',
        city: 'Leeds',
        postal_code: 'LS1 4AB',
        country_code: 'GB',
      },
    ],
    bank_accounts: [
      {
        id: account,
        created_at: '2025-01-06T10:00:00Z',
        account_name: 'W ASHGROVE',
        bank_name: 'Bank of Testing',
        account_number: '55779911',
        sort_code: '200856',
        customer_account: customer,
        enabled: true,
      },
    ],
    payments: [payment('2025-04-22', 'successful', ''), payment('2025-05-19', 'failed', '0')],
  }
}

/** Schedules, each with somebody behind its mandate: what a schedule's page looks up. */
export function withPayers(...schedules: { id: string; mandate: string }[]): Planted {
  const payers = schedules.filter(({ mandate }) => mandate !== '').map(aPayer)
  const all = (kind: 'mandates' | 'customers' | 'bank_accounts' | 'payments') =>
    payers.flatMap((payer) => payer[kind] ?? [])
  return {
    schedules,
    mandates: all('mandates'),
    customers: all('customers'),
    bank_accounts: all('bank_accounts'),
    payments: all('payments'),
  }
}
