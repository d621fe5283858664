import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { at, cell, dialog, focused, nameOf, schedule, show } from './calendar-scene'
import { withoutDrafts } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withoutDrafts()
afterEach(cleanup)

describe('a press beside an open payment', () => {
  const open = async (user: ReturnType<typeof show>) => {
    await at(/^Monday 20 June/)
    await user.keyboard('{Enter}')
    return dialog('Payment on Monday 20 June 2022')
  }

  it('closes it while nothing was typed, and the day pressed opens', async () => {
    const user = show()
    await open(user)
    await user.click(cell(/^Tuesday 28 June/))
    await dialog('Add payment on Tuesday 28 June 2022')
    expect(screen.queryByRole('dialog', { name: 'Payment on Monday 20 June 2022' })).toBeNull()
  })

  it('keeps what was typed: it stays open, says so, and nothing else opens', async () => {
    const user = show()
    const panel = await open(user)
    const amount = within(panel).getByRole<HTMLInputElement>('textbox', { name: 'Amount in pounds' })
    await user.clear(amount)
    await user.type(amount, '40')
    await user.click(cell(/^Tuesday 28 June/))
    expect(amount.isConnected && amount.value).toBe('40')
    expect(document.activeElement).toBe(amount)
    expect(within(panel).getByRole('alert').textContent).toMatch(/^What you typed here is kept/)
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    const modal = document.body.appendChild(document.createElement('dialog'))
    const heard = vi.fn()
    modal.open = true
    modal.appendChild(document.createElement('button')).onclick = heard
    await user.click(modal.querySelector('button') ?? modal)
    expect(heard).toHaveBeenCalledOnce()
    modal.remove()
    await user.click(within(panel).getByRole('button', { name: 'Apply' }))
    expect(screen.getByText('1 change')).toBeDefined()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is not needed to put it away: Escape does, typed or not, and gives the focus back', async () => {
    const user = show()
    await open(user)
    await user.keyboard('9{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(focused()).toMatch(/^Monday 20 June 2022, 1 payment, £25\.32, scheduled/)
  })
})

describe('the popover of a payment', () => {
  const openFirst = async (of?: Schedule) => {
    const user = show(of)
    await at(/^Monday 20 June/)
    await user.keyboard('{Enter}')
    return { user, panel: await dialog('Payment on Monday 20 June 2022') }
  }
  const amount = (panel: HTMLElement) =>
    within(panel).getByRole<HTMLInputElement>('textbox', { name: 'Amount in pounds' })
  const date = (panel: HTMLElement) => within(panel).getByRole<HTMLInputElement>('textbox', { name: 'Payment date' })

  it('says the usual amount and until when, starts in the amount, and applies both fields as one step', async () => {
    const { user, panel } = await openFirst()
    expect(panel.textContent).toContain('Usual amount £25.32')
    expect(panel.textContent).toContain('Can be changed until Thursday 16 June, 22:00')
    expect(document.activeElement).toBe(amount(panel))
    await user.clear(amount(panel))
    await user.type(amount(panel), '10')
    await user.clear(date(panel))
    await user.type(date(panel), '+4wd{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(focused()).toMatch(/^Friday 24 June 2022, 1 payment, £10\.00, moved/)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('judges while one types, and puts right with one press', async () => {
    const { user, panel } = await openFirst()
    await user.clear(date(panel))
    await user.type(date(panel), '25/06/2022{Enter}')
    expect(within(panel).getByText('Not a banking day.')).toBeDefined()
    expect(document.activeElement).toBe(date(panel))
    expect(screen.getByText('No changes')).toBeDefined()
    await user.click(within(panel).getByRole('button', { name: 'Use Mon 27 Jun 2022' }))
    await user.clear(amount(panel))
    await user.type(amount(panel), '2532')
    expect(within(panel).getByText('£2,532.00 is 100 times the usual £25.32.')).toBeDefined()
    await user.click(within(panel).getByRole('button', { name: 'Use £25.32' }))
    await user.click(within(panel).getByRole('button', { name: 'Apply' }))
    expect(focused()).toMatch(/^Monday 27 June 2022, 1 payment, £25\.32, moved/)
  })

  it('keeps what cannot be read and says how to type it', async () => {
    const { user, panel } = await openFirst()
    await user.clear(amount(panel))
    await user.type(amount(panel), '12,5{Enter}')
    expect(within(panel).getByText('Type an amount in pounds, such as 25.32.')).toBeDefined()
    expect(amount(panel).value).toBe('12,5')
  })

  it('closes without a trace, and gives the focus back to the day', async () => {
    const { user, panel } = await openFirst()
    await user.type(amount(panel), '9')
    await user.click(within(panel).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(focused()).toMatch(/^Monday 20 June 2022, 1 payment, £25\.32, scheduled/)
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('chooses a day in a small month, where blocked ones say why', async () => {
    const { user, panel } = await openFirst()
    await user.click(within(panel).getByRole('button', { name: 'Choose date' }))
    const small = within(panel).getByRole('grid', { name: 'June 2022' })
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(panel.textContent).toContain('Saturday 18 June 2022, not a banking day.')
    await user.keyboard('{Enter}')
    expect(within(panel).getByRole('grid')).toBe(small)
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}')
    expect(date(panel).value).toBe('21/06/2022')
    expect(within(panel).queryByRole('grid')).toBeNull()
  })

  it('skips, restores, and moves by a working day with one press each', async () => {
    const { user, panel } = await openFirst()
    await user.click(within(panel).getByRole('button', { name: 'Skip this payment' }))
    expect(focused()).toMatch(/£0\.00, skipped/)
    await user.keyboard('{Enter}')
    await user.click(within(await dialog(/^Payment on/)).getByRole('button', { name: 'Restore this payment' }))
    expect(focused()).toMatch(/£25\.32, scheduled/)
    await user.keyboard('e')
    await user.click(within(await dialog(/^Payment on/)).getByRole('button', { name: '1 working day later' }))
    expect(focused()).toMatch(/^Tuesday 21 June 2022, 1 payment, £25\.32, moved/)
    await user.keyboard('{Enter}')
    await user.click(within(await dialog(/^Payment on/)).getByRole('button', { name: 'Put back as SmarterPay has it' }))
    expect(focused()).toMatch(/^Monday 20 June 2022, 1 payment, £25\.32, scheduled/)
  })

  it('adds a payment on an empty day, and removes it again', async () => {
    const user = show()
    await user.click(cell(/^Thursday 30 June 2022/))
    const add = await dialog('Add payment on Thursday 30 June 2022')
    await user.clear(within(add).getByRole('textbox', { name: 'Amount in pounds' }))
    await user.type(within(add).getByRole('textbox', { name: 'Amount in pounds' }), '5{Enter}')
    expect(focused()).toMatch(/^Thursday 30 June 2022, 1 payment, £5\.00, added/)
    await user.keyboard('{Enter}')
    await user.click(within(await dialog(/^Payment on Thursday 30/)).getByRole('button', { name: 'Remove' }))
    expect(focused()).toMatch(/^Thursday 30 June 2022, no payments/)
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('explains why a plan takes no more payments, and pins an amount', async () => {
    const user = show(aPlan({ total: '300.00', nextCollectionDate: day('2022-07-04') }), 'show=calendar')
    const [first] = screen.getAllByRole('button', { name: /^£.* on .*, scheduled$/ })
    const [empty] = screen
      .getAllByRole('gridcell')
      .filter((one) => !one.getAttribute('aria-disabled') && nameOf(one)?.includes('no payments'))
    await user.click(empty as HTMLElement)
    expect((await dialog(/^Add payment on/)).textContent).toContain('keeps its number of instalments')
    await user.click(screen.getAllByRole('button', { name: 'Close' })[1] as HTMLElement)
    await user.click(first as HTMLElement)
    await user.click(within(await dialog(/^Payment on/)).getByRole('button', { name: 'Pin amount' }))
    expect(screen.getByText('Pinned')).toBeDefined()
  })

  it('says why a projected payment cannot be changed by itself', async () => {
    const user = show(schedule, 'show=calendar&month=2022-10&focus=2022-10-19')
    await at(/^Wednesday 19 October 2022, 1 payment, £25\.32, projected/)
    await user.keyboard('{Enter}')
    expect((await dialog('Payment on Wednesday 19 October 2022')).textContent).toContain(
      'SmarterPay’s list ends Monday 19 September 2022.',
    )
  })
})
