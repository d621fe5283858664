import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { PaymentCalendar } from '@/components/payment-calendar/payment-calendar'
import { reviewerOf } from '@/components/review/reviewer'
import { day } from '@/lib/calendar-date'
import { createQueryClient } from '@/lib/queries/client'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { aPlan, aSchedule, on, payments } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { readScheduleAddress } from '@/lib/schedules/schedule-address'
import { prepareAll } from './on-demand'
import { PaymentEditor } from './payment-editor'
import type { Errand } from './use-errand'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

// Wednesday 8 June 2022, ten o'clock: Friday 10 June is the earliest date, Wednesday 22 June the first with full notice.
const schedule = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19', '2022-08-19', '2022-09-19']) })
const agent = reviewerOf({ name: 'Agent', role: 'agent' }, 'sandbox')

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ draft: null })))
})
beforeAll(prepareAll)
afterEach(cleanup)

function show(of: Schedule = schedule, address = 'show=calendar&month=2022-06&focus=2022-06-20') {
  const client = createQueryClient()
  const page = (answer: ScheduleAnswer, errand: Errand | null = null) => (
    <QueryClientProvider client={client}>
      <CircumstancesProvider first={on('2022-06-08', '10:00')} serverMs={null}>
        <PaymentCalendar
          schedule={answer.schedule}
          address={readScheduleAddress(new URLSearchParams(address))}
          onAddress={() => undefined}
          onIntent={() => undefined}
        >
          {(frame) => <PaymentEditor answer={answer} by={agent} frame={frame} errand={errand} />}
        </PaymentCalendar>
      </CircumstancesProvider>
    </QueryClientProvider>
  )
  const first = { schedule: of, basis: 'basis-of-the-first-reading', asOf: '2022-06-08T09:00:00Z' }
  const { rerender } = render(page(first))
  return Object.assign(userEvent.setup(), {
    read: (next: Schedule) =>
      rerender(page({ schedule: next, basis: 'basis-of-the-second-reading', asOf: '2022-06-08T09:05:00Z' })),
    ask: (errand: Errand) => rerender(page(first, errand)),
  })
}

const nameOf = (cell: Element | null) => cell?.querySelector('.sr-only')?.textContent ?? null
const focused = () => nameOf(document.activeElement)
const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name })
const said = () => screen.getByRole('status', { name: 'Calendar messages' }).textContent
const at = async (name: RegExp) => cell(name).focus()
const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name })

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
