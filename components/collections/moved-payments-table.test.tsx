import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { MovedPayment } from '@/lib/collections/moved'
import { MovedPaymentsTable } from './moved-payments-table'

afterEach(cleanup)

const moved = (over: Partial<MovedPayment>): MovedPayment => ({
  schedule: 'FTBRS1',
  reference: 'MEM-1',
  method: 'direct-debit',
  kind: 'ongoing',
  step: 'amounts',
  before: { date: day('2025-06-20'), amount: 2_500 },
  after: { date: day('2025-06-20'), amount: 0 },
  effect: -2_500,
  mover: {
    who: 'person',
    name: 'Team lead',
    record: { action: 'replace-upcoming', at: '2025-06-04T09:12:00.000Z', seq: 17 },
  },
  ...over,
})

describe('the payments of a step', () => {
  const cells = (row: MovedPayment) => {
    render(<MovedPaymentsTable rows={[row]} after="Now" />)
    return [...(screen.getAllByRole('row')[1]?.children ?? [])].map(({ textContent }) => textContent).slice(1)
  }

  it('stand with what they were and are, who moved them, and the ways to schedule and record', () => {
    expect(cells(moved({}))).toEqual([
      'Fri 20 Jun 2025, £25.00',
      'Fri 20 Jun 2025, no payment (£0.00)',
      '−£25.00',
      'Team leadPayments changed, Wed 4 Jun 2025, 10:12',
    ])
    const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(hrefs).toContain('/schedules/FTBRS1?tab=payments&focus=2025-06-20')
    expect(hrefs).toContain('/activity?entry=17')
  })

  it.each([
    [
      { who: 'outside', name: null, record: { action: 'changed-outside', at: '2025-06-04T09:12:00Z', seq: 1 } },
      'Outside this dashboardnoticed Wed 4 Jun 2025, 10:12',
    ],
    [
      { who: 'smarterpay', name: null, record: { action: 'regenerated', at: '2025-06-04T09:12:00Z', seq: 1 } },
      'SmarterPayre-dated, noticed Wed 4 Jun 2025, 10:12',
    ],
    [{ who: 'nobody', name: null, record: null }, 'SmarterPayits list went on'],
    [{ who: 'unknown', name: null, record: null }, 'Not recorded'],
  ] as const)('are said to be moved by %j', (mover, words) => {
    expect(cells(moved({ mover, step: 'listed', before: null }))).toEqual([
      'not listed',
      'Fri 20 Jun 2025, no payment (£0.00)',
      '−£25.00',
      words,
    ])
  })
})
