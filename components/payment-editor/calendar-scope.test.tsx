import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { cell, said, show as showCalendar } from './calendar-scene'
import { withoutDrafts } from './scene'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const schedule = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19', '2022-09-20']) })
const JUNE = 'Monday 20 June 2022'

withoutDrafts()
beforeEach(() => {
  push.mockReset()
})
afterEach(cleanup)

const show = () => showCalendar(schedule)
const bar = () => screen.getByRole('toolbar', { name: 'Selected payments' })

async function open(user: ReturnType<typeof show>) {
  cell(/^Monday 20 June/).focus()
  await user.keyboard('{Enter}')
  return screen.findByRole('dialog', { name: `Payment on ${JUNE}` })
}
async function type(user: ReturnType<typeof show>, dialog: HTMLElement, name: string, text: string) {
  const field = within(dialog).getByRole('textbox', { name })
  await user.clear(field)
  await user.type(field, text)
}

describe('the dialog of a payment', () => {
  it('leads to the rule with day, next payment and amount, at once where nothing is unsaved', async () => {
    const user = show()
    const dialog = await open(user)
    await type(user, dialog, 'Payment date', '1 jul')
    await type(user, dialog, 'Amount in pounds', '30')
    await user.click(within(dialog).getByRole('radio', { name: 'The rule from now on' }))
    expect(dialog.textContent).toContain('Collect £30.00 on the 1st from now on, the next payment on Fri 1 Jul 2022.')
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }))
    expect(push).toHaveBeenCalledExactlyOnceWith(
      `/schedules/${schedule.id}/edit?amount=30.00&day=1&next=01%2F07%2F2022`,
    )
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('asks about payments that were changed before', async () => {
    const user = show()
    cell(/^Monday 20 June/).focus()
    await user.keyboard('{Delete}')
    const dialog = await open(user)
    await type(user, dialog, 'Amount in pounds', '30')
    await user.click(within(dialog).getByRole('radio', { name: 'The rule from now on' }))
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }))
    expect(push).not.toHaveBeenCalled()
    expect(screen.getByRole('dialog', { name: 'Leave without saving?' }).textContent).toContain(
      'One change to payments is not saved.',
    )
  })

  it('carries a change to the later payments as one step', async () => {
    const user = show()
    const dialog = await open(user)
    await type(user, dialog, 'Payment date', '24/06/2022')
    await user.click(within(dialog).getByRole('radio', { name: 'This and later payments' }))
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }))
    expect(screen.getByText('4 changes')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('splits a payment with the money and the day that are asked for', async () => {
    const user = show()
    await user.click(within(await open(user)).getByRole('button', { name: 'Split into two' }))
    const split = await screen.findByRole('dialog', { name: `Split payment on ${JUNE}` })
    await type(user, split, 'Stays on this day', '10')
    await type(user, split, 'Second payment on', '28/06/2022')
    await user.click(within(split).getByRole('button', { name: 'Split into two' }))
    expect(cell(/^Monday 20 June 2022, 1 payment, £10\.00, edited/)).toBe(document.activeElement)
    expect(cell(/^Tuesday 28 June 2022, 1 payment, £15\.32, added/)).toBeDefined()
  })
})

describe('several payments of the calendar', () => {
  it('are marked by key and by Shift and a press, told, and changed together', async () => {
    const user = show()
    cell(/^Monday 20 June/).focus()
    await user.keyboard('x')
    expect(said()).toBe('Payment on Monday 20 June 2022 selected. 1 payment selected.')
    expect(cell(/^Monday 20 June/).getAttribute('aria-selected')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'Next month' }))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('button', { name: '£25.32 on Tuesday 19 July 2022, scheduled' }))
    await user.keyboard('{/Shift}')
    expect(screen.queryByRole('dialog', { name: /^Payment on/ })).toBeNull()
    expect(bar().textContent).toContain('2 payments selected £50.64')
    await user.click(within(bar()).getByRole('button', { name: 'Skip' }))
    expect(screen.getByText('2 changes')).toBeDefined()
    cell(/^Tuesday 19 July/).focus()
    await user.keyboard('x')
    expect(said()).toBe('Payment on Tuesday 19 July 2022 no longer selected. 1 payment selected.')
    expect(cell(/^Tuesday 19 July/).getAttribute('aria-selected')).toBeNull()
  })
})
