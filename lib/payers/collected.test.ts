import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { pounds } from '@/lib/schedules/examples'
import { collectedFrom } from './collected'
import type { PaymentTaken } from './model'

const taken = (date: string, amount: string, status: PaymentTaken['status'] = 'successful'): PaymentTaken => ({
  id: `P${date}`,
  date: day(date),
  amount: pounds(amount),
  status,
  statusAsSent: status,
  code: null,
})

it('counts what arrived, and since when', () => {
  const rows = [taken('2026-11-04', '12.50'), taken('2026-10-05', '12.50'), taken('2026-09-04', '7.00')]
  expect(collectedFrom({ rows, more: false })).toEqual({ pence: 3200, count: 3, since: '2026-09-04', atLeast: false })
})

it.each([
  'pending-submission',
  'submitted',
  'pending',
  'failed',
  'error',
  'cancelled',
  'indemnity-claimed',
  'unrecognised',
] as const)('does not count a payment that is %s', (status) => {
  const rows = [taken('2026-11-04', '12.50', status), taken('2026-10-05', '10.00')]
  expect(collectedFrom({ rows, more: false })).toMatchObject({ pence: 1000, count: 1, since: '2026-10-05' })
})

it.each([
  ['there are older payments', { rows: [taken('2026-11-04', '12.50')], more: true }],
  ['one could not be read', { rows: [taken('2026-11-04', '12.50'), { unreadable: true as const }], more: false }],
  ['an amount could not be read', { rows: [{ ...taken('2026-11-04', '12.50'), amount: null }], more: false }],
])('says "at least" where %s', (_, answer) => {
  expect(collectedFrom(answer).atLeast).toBe(true)
})

it('finds nothing in nothing', () => {
  expect(collectedFrom({ rows: [], more: false })).toEqual({ pence: 0, count: 0, since: null, atLeast: false })
})
