import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aSchedule, payments } from '@/lib/schedules/examples'
import { at, cell, dialog, focused, said, show } from './calendar-scene'
import { withoutDrafts } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withoutDrafts()
afterEach(cleanup)

describe('a payment picked up by key', () => {
  it('is carried to another day, tells each day under it, and is put down with the focus', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard(' ')
    expect(said()).toBe('Picked up payment of £25.32 from Monday 20 June 2022.')
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{ArrowRight}')
    expect(said()).toBe('Over Tuesday 21 June 2022, allowed, short notice.')
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(said()).toBe('Over Friday 24 June 2022, allowed, short notice.')
    await user.keyboard('{Enter}')
    expect(said()).toBe('Dropped. Payment moved from Monday 20 June to Friday 24 June 2022. 1 unsaved change.')
    expect(focused()).toBe('Friday 24 June 2022, 1 payment, £25.32, moved')
    expect(cell('Monday 20 June 2022, no payments, short notice, £25.32 moved to 24 June')).toBeDefined()
  })

  it('stays in hand over a blocked day, which says why', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('m{ArrowLeft}{ArrowLeft} ')
    expect(said()).toBe('Over Saturday 18 June 2022, not a banking day, cannot drop.')
    expect(screen.getByRole('button', { name: 'Put back' })).toBeDefined()
    await user.keyboard('{ArrowUp}{ArrowLeft}{ArrowLeft}')
    expect(said()).toBe(
      'Over Thursday 9 June 2022, too late to change, earliest date is Friday 10 June 2022, cannot drop.',
    )
    await user.keyboard('{ArrowRight}{Enter}')
    expect(focused()).toMatch(/^Friday 10 June 2022, 1 payment, £25\.32, moved/)
  })

  it('is put back by Escape, with the focus', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('m{PageDown}{Escape}')
    expect(said()).toBe('Move cancelled. Payment stays on Monday 20 June 2022.')
    expect(focused()).toBe('Monday 20 June 2022, 1 payment, £25.32, scheduled, short notice')
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('is put back by Tab, and the focus moves on: no trap', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('m{ArrowRight}')
    await user.tab()
    expect(said()).toBe('Move cancelled. Payment stays on Monday 20 June 2022.')
    expect(document.activeElement?.closest('[role=grid]')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Put back' })).toBeNull()
  })

  it('can be put down on a day that was pressed, in another month too', async () => {
    const user = show()
    await user.click(screen.getByRole('button', { name: '£25.32 on Monday 20 June 2022, scheduled' }))
    await user.click(within(await dialog('Payment on Monday 20 June 2022')).getByRole('button', { name: 'Move' }))
    expect(said()).toBe('Picked up payment of £25.32 from Monday 20 June 2022.')
    await user.click(screen.getByRole('button', { name: 'Next month' }))
    await user.click(cell(/^Tuesday 5 July 2022/))
    expect(focused()).toMatch(/^Tuesday 5 July 2022, 1 payment, £25\.32, moved/)
  })

  it('does not pick up what is too late to change, and says so', async () => {
    const user = show(aSchedule({ upcoming: payments(['2022-06-09', '2022-07-19']) }), 'show=calendar&focus=2022-06-09')
    await at(/^Thursday 9 June/)
    await user.keyboard(' ')
    expect(said()).toContain('Too late to change')
    expect(screen.queryByRole('button', { name: 'Put back' })).toBeNull()
  })
})

describe('the keys of a day', () => {
  it('move by one working day, skip and restore, reset, undo and do again, the focus with the payment', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('-')
    expect(focused()).toMatch(/^Friday 17 June 2022, 1 payment, £25\.32, moved/)
    expect(said()).toBe('Payment moved from Monday 20 June 2022 to Friday 17 June 2022. 1 unsaved change.')
    await user.keyboard('++')
    expect(focused()).toMatch(/^Tuesday 21 June 2022, 1 payment, £25\.32, moved/)
    await user.keyboard('{Delete}')
    expect(said()).toBe('Payment on 21 June skipped. 1 unsaved change.')
    expect(focused()).toMatch(/^Tuesday 21 June 2022, 1 payment, £0\.00, skipped/)
    await user.keyboard('{Delete}')
    expect(focused()).toMatch(/^Tuesday 21 June 2022, 1 payment, £25\.32, moved/)
    await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}')
    expect(said()).toBe('Undone: skip payment on 21 June. 1 unsaved change.')
    await user.keyboard('{Control>}y{/Control}')
    expect(focused()).toMatch(/^Tuesday 21 June 2022, 1 payment, £0\.00, skipped/)
    await user.keyboard('{Control>}z{/Control}r')
    expect(focused()).toBe('Monday 20 June 2022, 1 payment, £25.32, scheduled, short notice')
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('follow a payment that undo takes back to its day', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('m{PageDown}{ArrowRight}{Enter}')
    expect(focused()).toMatch(/^Thursday 21 July 2022, 1 payment/)
    await user.keyboard('{Control>}z{/Control}')
    expect(said()).toBe('Undone: move payment on 20 June. No unsaved changes.')
    expect(focused()).toMatch(/^Monday 20 June 2022, 1 payment, £25\.32, scheduled/)
  })

  it('refuse what could not be saved, and say why', async () => {
    const user = show(aSchedule({ upcoming: payments(['2022-06-10', '2022-07-19']) }), 'show=calendar&focus=2022-06-10')
    await at(/^Friday 10 June/)
    await user.keyboard('-')
    expect(said()).toContain('Not moved.')
    expect(focused()).toMatch(/^Friday 10 June 2022, 1 payment/)
    await at(/^Saturday 18 June/)
    await user.keyboard('{Enter}')
    expect(said()).toBe('Saturday 18 June 2022, not a banking day.')
    await at(/^Thursday 9 June/)
    await user.keyboard('a')
    expect(said()).toBe('Thursday 9 June 2022, too late to change, earliest date is Friday 10 June 2022.')
    await at(/^Tuesday 14 June/)
    await user.keyboard('{Delete}')
    expect(said()).toBe('No payment on Tuesday 14 June 2022.')
  })

  it('open the review with Ctrl+S', async () => {
    const user = show()
    await at(/^Monday 20 June/)
    await user.keyboard('{Delete}{Control>}s{/Control}')
    expect(await dialog('Review changes')).toBeDefined()
  })

  it('ask which of several payments on a day is meant', async () => {
    const user = show(
      aSchedule({ upcoming: [...payments(['2022-07-19']), ...payments(['2022-07-19'], '10.00')] }),
      'show=calendar&month=2022-07&focus=2022-07-19',
    )
    await at(/^Tuesday 19 July 2022, 2 payments/)
    await user.keyboard('{Enter}')
    const several = await dialog('2 payments on Tuesday 19 July 2022')
    await user.click(within(several).getByRole('button', { name: /^£10\.00/ }))
    const one = await dialog('Payment on Tuesday 19 July 2022')
    expect(within(one).getByRole<HTMLInputElement>('textbox', { name: 'Amount in pounds' }).value).toBe('10.00')
  })
})
