import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { alertOf } from './alert-words'
import { Details } from './details'

afterEach(cleanup)

function rowOf(schedule: Schedule, wire: string): string {
  render(
    <CircumstancesProvider first={on('2022-06-08')} serverMs={null}>
      <Details schedule={schedule} />
    </CircumstancesProvider>,
  )
  const table = screen.getByRole('table', { name: 'All fields' })
  const head = within(table)
    .getAllByRole('rowheader')
    .find((cell) => cell.querySelector('code')?.textContent === wire)
  return [...(head?.parentElement?.children ?? [])].map((cell) => cell.textContent).join(' | ')
}

const NEVER = 'SmarterPay does not allow this to be changed.'
const before = { firstCollectionDate: day('2022-06-20'), nextCollectionDate: day('2022-06-20') }

describe('every field under SmarterPay’s own name', () => {
  it.each([
    ['custom_reference', aSchedule(), `MEM-204417${NEVER} | ${NEVER}`],
    ['amount', aSchedule(), '£25.32 each timeCan be changed. | Can be changed.'],
    ['end_date', aSchedule(), 'NoneCan be changed. | Can be changed.'],
    ['first_collection_date', aSchedule(), 'Too late: the first payment has been taken.'],
    ['first_collection_date', aSchedule(before), 'Can be changed until the first payment is taken.'],
    ['installments', aSchedule(), 'Only payment plans have instalments.'],
    ['installments', aPlan({ total: '30.00' }), '3Can be changed, not below what is collected.'],
    ['end_date', aPlan({ total: '30.00' }), 'SmarterPay does not take it for payment plans'],
    ['amount', aPlan({ total: '30.00' }), '£30.00 in all'],
    ['collection_day', aSchedule({ collectionPeriod: 'weekly' }), 'Without meaning on a weekly schedule.'],
    ['collection_day', aSchedule({ collectionDay: 'last' }), 'Last day of the month'],
    ['created_at', aSchedule(), 'Tue 17 May 2022, 13:09, London time'],
    ['upcoming_payments', aSchedule(), '6 rows, Mon 20 Jun 2022 to Mon 21 Nov 2022'],
    ['status', aSchedule(), 'SmarterPay cannot enable it again.'],
  ])('%s', (wire, schedule, expected) => {
    expect(rowOf(schedule, wire)).toContain(expected)
  })

  it('says of an inactive schedule that its next date is not due, and that nothing can be changed', () => {
    const row = rowOf(aSchedule({ status: 'inactive', upcoming: [] }), 'next_collection_date')
    expect(row).toContain('not due: the schedule is inactive')
    expect(row).toContain('SmarterPay takes no changes any more')
  })

  it('shows what could not be read as SmarterPay sent it', () => {
    const odd = aSchedule({
      collectionPeriod: 'unrecognised',
      amount: null,
      unreadable: ['amount'],
      asSent: { collectionPeriod: 'fortnightly', amount: '22.50' },
    })
    expect(rowOf(odd, 'collection_period')).toContain('Unrecognisedas sent: “fortnightly”')
    cleanup()
    expect(rowOf(odd, 'amount')).toContain('could not be readas sent: “22.50”')
  })
})

describe('alerts', () => {
  it('say what the list leaves out', () => {
    const alert = alertOf({ kind: 'differs-from-rule', count: 1 }, [day('2022-07-19')])
    expect(alert?.title).toBe('1 payment differs from the rule.')
    expect(alert?.text).toContain('The rule gives Tue 19 Jul 2022, which SmarterPay’s list leaves out.')
  })

  it('say how close two payments are', () => {
    const gap = {
      kind: 'short-gap',
      first: day('2022-06-20'),
      second: day('2022-07-01'),
      days: 11,
      why: 'closer',
    } as const
    expect(alertOf(gap, [])).toMatchObject({
      tone: 'warn',
      title: 'Two payments 11 days apart.',
      text: 'Mon 20 Jun 2022 and Fri 1 Jul 2022 are closer together than the frequency allows.',
    })
  })

  it('leave out what the page says anyway', () => {
    expect(alertOf({ kind: 'locked-next', date: day('2022-06-20') }, [])).toBeNull()
  })
})
