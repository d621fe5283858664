import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { addDays, day } from '@/lib/calendar-date'
import { aSchedule, on, payment, payments } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { readScheduleAddress } from '@/lib/schedules/schedule-address'
import { PaymentsToRead } from './payments-to-read'

const onAddress = vi.fn()

function show(schedule: Schedule, address = 'show=calendar', time = '2022-06-08') {
  render(
    <CircumstancesProvider first={on(time, '10:00')} serverMs={null}>
      <PaymentsToRead
        schedule={schedule}
        address={readScheduleAddress(new URLSearchParams(address))}
        onAddress={onAddress}
      />
    </CircumstancesProvider>,
  )
}
const nameOf = (cell: Element | null) => cell?.querySelector('.sr-only')?.textContent
const focused = () => nameOf(document.activeElement)
const press = (...keys: string[]) => userEvent.keyboard(keys.map((key) => `{${key}}`).join(''))

beforeEach(() => onAddress.mockReset())
afterEach(cleanup)

describe('the calendar', () => {
  it('is a grid named by its month, with one stop in the tab order: the month’s first payment', () => {
    show(aSchedule())
    const grid = screen.getByRole('grid', { name: 'June 2022' })
    const cells = within(grid).getAllByRole('gridcell')
    expect(cells).toHaveLength(42)
    expect(cells.filter((cell) => cell.tabIndex === 0).map(nameOf)).toEqual([
      'Monday 20 June 2022, 1 payment, £25.32, scheduled, short notice',
    ])
  })

  it('moves with the keys, over month ends too, and every closed day says why', async () => {
    show(aSchedule(), 'show=calendar&month=2022-06&focus=2022-06-20')
    screen.getByRole('gridcell', { name: /^Monday 20 June/ }).focus()
    await press('ArrowLeft', 'ArrowLeft')
    expect(focused()).toBe('Saturday 18 June 2022, not a banking day')
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true')
    await userEvent.keyboard('nn')
    expect(focused()).toBe('Tuesday 19 July 2022, 1 payment, £25.32, scheduled')
    expect(screen.getByRole('grid', { name: 'July 2022' })).toBeTruthy()
    await press('PageDown')
    expect(focused()).toBe('Friday 19 August 2022, 1 payment, £25.32, scheduled')
    await userEvent.keyboard('{Control>}{End}{/Control}')
    expect(focused()).toBe('Monday 21 November 2022, 1 payment, £25.32, scheduled')
  })

  it('keeps the focus on the button that turns the month, and says the month', async () => {
    show(aSchedule())
    await userEvent.click(screen.getByRole('button', { name: 'Next month' }))
    expect(screen.getByRole('heading', { name: 'July 2022' }).getAttribute('aria-live')).toBe('polite')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next month' }))
  })

  it('goes to today and to the next payment', async () => {
    show(aSchedule(), 'show=calendar&month=2023-03')
    await userEvent.click(screen.getByRole('button', { name: 'Next payment' }))
    expect(focused()).toBe('Monday 20 June 2022, 1 payment, £25.32, scheduled, short notice')
    await userEvent.click(screen.getByRole('button', { name: 'Today' }))
    expect(document.activeElement?.getAttribute('aria-current')).toBe('date')
  })

  it('says under the grid what the day in focus means', () => {
    show(aSchedule(), 'show=calendar&focus=2022-06-09')
    expect(screen.getByText(/Too late to change: the earliest date is Friday 10 June 2022\./)).toBeTruthy()
  })

  it('tells the address what is on show, a moment later', async () => {
    show(aSchedule())
    await userEvent.click(screen.getByRole('button', { name: 'Next month' }))
    expect(onAddress).not.toHaveBeenCalled()
    await vi.waitFor(() =>
      expect(onAddress).toHaveBeenCalledExactlyOnceWith({
        show: 'calendar',
        month: { year: 2022, month: 7 },
        focus: null,
      }),
    )
  })

  it('shows no notice on cards', () => {
    show(aSchedule({ method: 'card' }))
    expect(screen.queryByText(/Earliest notice-safe date/)).toBeNull()
    expect(screen.queryByText('Short notice')).toBeNull()
    expect(screen.getByText(/Card payments: no notice period/)).toBeTruthy()
  })
})

describe('the list', () => {
  it('draws a line where SmarterPay’s list ends, and counts only what stands above it', () => {
    show(
      aSchedule({ upcoming: [...payments(['2022-06-20', '2022-07-19']), payment('2022-08-19', '0.00')] }),
      'show=list',
    )
    const rows = within(screen.getByRole('table', { name: 'Upcoming payments' })).getAllByRole('row')
    const texts = rows.map((row) => row.textContent)
    const line = texts.findIndex((text) => text?.includes('SmarterPay’s list ends Fri 19 Aug 2022'))
    expect(texts.slice(1, line).map((text) => text?.slice(0, 15))).toEqual([
      'Mon 20 Jun 2022',
      'Tue 19 Jul 2022',
      'Fri 19 Aug 2022',
    ])
    expect(texts.slice(line + 1, -1).every((text) => text?.includes('Projected'))).toBe(true)
    expect(texts.slice(line + 1, -1).length).toBeGreaterThan(0)
    expect(texts.at(-1)).toContain('2 payments and 1 skipped listed£50.64')
  })

  it('says of a moved row what the rule would give', () => {
    show(aSchedule({ upcoming: payments(['2022-06-20', '2022-07-27', '2022-08-19', '2022-09-20']) }), 'show=list')
    const row = screen.getByRole('row', { name: /Wed 27 Jul 2022/ })
    expect(row.textContent).toContain('Differs from the rule (rule: Tue 19 Jul)')
  })

  it('carries a heading for each year of a long list', () => {
    const weekly = Array.from({ length: 90 }, (_, week) => addDays(day('2022-06-13'), week * 7))
    show(aSchedule({ collectionPeriod: 'weekly', upcoming: payments(weekly) }), 'show=list')
    const years = [...document.querySelectorAll('th[scope=rowgroup]')].map(({ textContent }) => textContent)
    expect(years).toHaveLength(3)
    expect(years[1]).toBe('2023 52 payments')
  })
})

describe('the year', () => {
  it('is twelve months and a table, and opens a month as a calendar', async () => {
    show(aSchedule(), 'show=year&month=2022-06')
    const table = screen.getByRole('table', { name: 'Payments by month' })
    expect(within(table).getAllByRole('row')).toHaveLength(14)
    expect(within(table).getByRole('row', { name: /^Twelve months/ }).textContent).toContain('6£151.920')
    await userEvent.click(screen.getByRole('button', { name: /^August 2022/ }))
    expect(screen.getByRole('grid', { name: 'August 2022' })).toBeTruthy()
  })
})

describe('a day of the year', () => {
  it('is walked to by the arrows from payment to payment, and opens in the calendar with the focus on it', async () => {
    show(aSchedule(), 'show=year&month=2022-06')
    const days = screen.getAllByRole('button', { name: /, 1 payment, £25\.32/ })
    expect(days).toHaveLength(12)
    expect(days.filter(({ tabIndex }) => tabIndex === 0).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Monday 20 June 2022, 1 payment, £25.32, scheduled',
    ])
    days[0]?.focus()
    await press('ArrowRight', 'ArrowDown')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Friday 19 August 2022/)
    await press('End')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Friday 19 May 2023, .*projected$/)
    await press('Home', 'Enter')
    expect(screen.getByRole('grid', { name: 'June 2022' })).toBeTruthy()
    expect(focused()).toMatch(/^Monday 20 June 2022/)
  })
})

describe('without payments', () => {
  it.each([
    [aSchedule({ upcoming: null, unreadable: ['upcoming'] }), /list of upcoming payments could not be read/],
    [aSchedule({ upcoming: [], status: 'inactive' }), /This schedule is inactive/],
    [aSchedule({ upcoming: [] }), /This schedule has finished/],
  ])('%# says why', (schedule, words) => {
    for (const view of ['calendar', 'list', 'year']) {
      show(schedule, `show=${view}`)
      expect(screen.getByText(words)).toBeTruthy()
      cleanup()
    }
  })
})
