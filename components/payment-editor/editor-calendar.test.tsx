import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { at, cell, dialog, focused, said, schedule, show } from './calendar-scene'
import { withoutDrafts } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withoutDrafts()
afterEach(cleanup)

describe('a newer reading', () => {
  const newer = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-27', '2022-08-19', '2022-09-19']) })

  it('is taken over while nothing was changed, and the focus stays on its day', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('n')
    user.read(newer)
    await waitFor(() => expect(focused()).toBe('Tuesday 19 July 2022, no payments'))
    expect(cell(/^Wednesday 27 July 2022, 1 payment/)).toBeDefined()
  })

  it('waits for what is open: what is typed never lands on another payment', async () => {
    const user = show(schedule, 'show=calendar&month=2022-07&focus=2022-07-19')
    await at(/^Tuesday 19 July/)
    await user.keyboard('{Enter}')
    const panel = await dialog('Payment on Tuesday 19 July 2022')
    await user.clear(within(panel).getByRole('textbox', { name: 'Amount in pounds' }))
    await user.type(within(panel).getByRole('textbox', { name: 'Amount in pounds' }), '10')
    user.read(newer)
    await user.click(within(panel).getByRole('button', { name: 'Apply' }))
    expect(focused()).toMatch(/^Tuesday 19 July 2022, 1 payment, £10\.00, edited/)
    expect(screen.getByText('This schedule changed after you opened it.')).toBeDefined()
  })
})

describe('what is asked for in the head of the page', () => {
  it('skips the next payment that takes money, once, with the focus on it', async () => {
    const user = show(schedule, 'show=calendar&month=2022-08')
    user.ask({ kind: 'skip-next' })
    await waitFor(() => expect(focused()).toMatch(/^Monday 20 June 2022, 1 payment, £0\.00, skipped/))
    expect(screen.getByText('1 change')).toBeDefined()
  })

  it('says that the next payment is too late to change, and skips no other', async () => {
    const user = show(aSchedule({ upcoming: payments(['2022-06-09', '2022-07-19']) }), 'show=calendar&month=2022-08')
    user.ask({ kind: 'skip-next' })
    await waitFor(() => expect(focused()).toMatch(/^Thursday 9 June 2022, 1 payment/))
    expect(said()).toBe('Too late to change: the payment of Thursday 9 June 2022.')
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('goes to the field of the next payment in the list', async () => {
    const user = show(schedule, 'show=list')
    user.ask({ kind: 'go-to-next' })
    const amount = screen.getByRole('textbox', { name: 'Amount in pounds, Monday 20 June 2022' })
    await waitFor(() => expect(document.activeElement).toBe(amount))
  })
})
