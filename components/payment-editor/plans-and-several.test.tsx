import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aPlan, aSchedule, payments, pounds } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { button, DEC, dates, FEB, field, JAN, MAR, ongoing, show as openList } from './list-scene'
import { answerOf, withoutDrafts } from './scene'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const plan = aPlan({
  total: '100.00',
  instalments: 4,
  collectionDay: 19,
  nextCollectionDate: payments(dates)[1]?.date ?? null,
  upcoming: payments(dates.slice(1), '25.00'),
})

/** The test's browser knows no popovers: a press on what opens one is told to its panel as a real one would. */
function turnPopover(panel: HTMLElement | null, newState: 'open' | 'closed') {
  for (const type of ['beforetoggle', 'toggle'])
    panel?.dispatchEvent(Object.assign(new Event(type, { bubbles: false }), { newState }))
}
const openPopover = ({ target }: Event) => {
  const opener = target instanceof Element ? target.closest('[popovertarget]') : null
  if (opener) turnPopover(document.getElementById(opener.getAttribute('popovertarget') ?? ''), 'open')
}

withoutDrafts()
beforeEach(() => {
  push.mockReset()
  document.addEventListener('click', openPopover)
  HTMLElement.prototype.hidePopover = function (this: HTMLElement) {
    turnPopover(this, 'closed')
  }
})
afterEach(() => {
  cleanup()
  document.removeEventListener('click', openPopover)
})

const show = (schedule: Schedule = ongoing) => openList(answerOf(schedule)).user
const said = () => screen.getByRole('status', { name: 'Calendar messages' }).textContent
const balance = () => screen.getByRole('region', { name: 'Plan balance' })

describe('a plan', () => {
  it('says where the money and the finish went, as it happens', async () => {
    const user = show(plan)
    await user.click(button(`Skip payment on ${MAR}`))
    expect(said()).toBe(
      'Payment on 19 March skipped. Left to place £25.00. The finish moves to Fri 19 Feb 2027. 1 unsaved change.',
    )
    expect(balance().textContent).toContain('Finish moves from Fri 19 Mar 2027 to Fri 19 Feb 2027')
    await user.click(within(balance()).getByRole('radio', { name: 'Last payment' }))
    expect(balance().textContent).toContain('Fri 19 Feb 2027 becomes £50.00')
    await user.click(button('Place £25.00'))
    expect(said()).toBe('Done: place what was left. All is placed. 2 unsaved changes.')
    await user.click(button('Undo'))
    expect(said()).toBe('Undone: place what was left. Left to place £25.00. 1 unsaved change.')
  })

  it('leaves the amounts of pinned payments where they are', async () => {
    const user = show(plan)
    await user.click(button(`Actions for payment on ${FEB}`))
    await user.click(screen.getByRole('menuitem', { name: 'Pin amount' }))
    await user.click(button(`Skip payment on ${JAN}`))
    expect(balance().textContent).toContain('£12.50 more on each of 2 payments; 1 pinned payment stays')
    await user.click(button('Place £25.00'))
    expect(field('Amount in pounds', FEB).value).toBe('25.00')
    await user.click(button(`Restore payment on ${JAN}`))
    expect(within(balance()).getByRole('radiogroup', { name: 'Where should £25.00 come off?' })).toBeDefined()
    expect(within(balance()).queryByRole('radio', { name: 'Add one instalment at the end' })).toBeNull()
  })

  it('leads to the rule for one instalment more, and asks about the changes first', async () => {
    const user = show(plan)
    await user.click(button(`Skip payment on ${JAN}`))
    await user.click(screen.getByRole('radio', { name: 'Add one instalment at the end' }))
    expect(balance().textContent).toContain(
      'Makes 5 instalments of the plan: SmarterPay writes a new list of 5 payments of £20.00, the last probably on Mon 19 Apr 2027. What was changed here is not in it.',
    )
    await user.click(button('Change the rule'))
    const question = screen.getByRole('dialog', { name: 'Leave without saving?' })
    expect(within(question).queryByRole('button', { name: 'Save them first' })).toBeNull()
    await user.click(within(question).getByRole('button', { name: 'Stay' }))
    expect(push).not.toHaveBeenCalled()
    expect(field('Amount in pounds', JAN).value).toBe('0.00')
    await user.click(button('Change the rule'))
    await user.click(button('Discard changes and go on'))
    expect(push).toHaveBeenCalledExactlyOnceWith(`/schedules/${plan.id}/edit?instalments=5`)
    expect(field('Amount in pounds', JAN).value).toBe('25.00')
  })
})

describe('several payments at once', () => {
  const mark = (day: string) => screen.getByRole('checkbox', { name: `Select payment on ${day}` })
  const bar = () => screen.getByRole('toolbar', { name: 'Selected payments' })
  const press = (user: ReturnType<typeof show>, name: string) => user.click(within(bar()).getByRole('button', { name }))

  it('are moved, changed, skipped and restored in one act each', async () => {
    const user = show()
    expect(screen.queryByRole('toolbar')).toBeNull()
    await user.click(mark(JAN))
    await user.click(mark(MAR))
    expect(bar().textContent).toContain('2 payments selected £50.64')
    await press(user, 'Move all by…')
    const days = screen.getByRole('textbox', { name: 'Working days' })
    await user.clear(days)
    await user.type(days, '3')
    expect(screen.getByText('Tue 19 Jan 2027 → Fri 22 Jan 2027')).toBeDefined()
    await user.click(button('Move 2 payments'))
    expect([JAN, FEB, MAR].map((day) => field('Payment date', day).value)).toEqual([
      '22/01/2027',
      '19/02/2027',
      '24/03/2027',
    ])
    await press(user, 'Skip')
    expect(within(bar()).getByRole('button', { name: 'Skip' }).getAttribute('aria-disabled')).toBe('true')
    await press(user, 'Restore')
    await press(user, 'Set amount…')
    const amount = screen.getByRole('textbox', { name: 'Amount in pounds' })
    await user.clear(amount)
    await user.type(amount, '40{Enter}')
    expect([JAN, FEB, MAR].map((day) => field('Amount in pounds', day).value)).toEqual(['40.00', '25.32', '40.00'])
    for (let n = 0; n < 4; n++) await user.click(button('Undo'))
    expect(screen.getByText('No changes')).toBeDefined()
  })

  it('move to one day of their months', async () => {
    const user = show()
    await user.click(screen.getByRole('checkbox', { name: 'Select all payments' }))
    await press(user, 'Move all by…')
    await user.click(screen.getByRole('radio', { name: 'To a day' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Day of the month' }), 'Last day')
    await user.click(button('Move 4 payments'))
    expect(field('Payment date', FEB).value).toBe('01/03/2027')
    expect(field('Payment date', MAR).value).toBe('31/03/2027')
  })

  it('are a range with Shift, never a payment that is too late, and none after Clear, with the focus kept', async () => {
    const user = show()
    expect(screen.queryByRole('checkbox', { name: 'Select payment on Tuesday 1 December 2026' })).toBeNull()
    await user.click(mark(DEC))
    await user.keyboard('{Shift>}')
    await user.click(mark(FEB))
    await user.keyboard('{/Shift}')
    expect(bar().textContent).toContain('3 payments selected')
    await press(user, 'Clear')
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(document.activeElement).toBe(mark(FEB))
  })
})

describe('one payment', () => {
  it('is split with the money and the day that a person chooses', async () => {
    const user = show()
    await user.click(button(`Actions for payment on ${FEB}`))
    await user.click(screen.getByRole('menuitem', { name: 'Split into two…' }))
    const dialog = screen.getByRole('dialog', { name: `Split payment on ${FEB}` })
    const stays = within(dialog).getByRole('textbox', { name: 'Stays on this day' })
    await user.clear(stays)
    await user.type(stays, '30{Enter}')
    expect(dialog.textContent).toContain('Type an amount between £0.01 and £25.31.')
    await user.clear(stays)
    await user.type(stays, '10')
    const second = within(dialog).getByRole('textbox', { name: 'Second payment on' })
    await user.clear(second)
    await user.type(second, '+3wd')
    await user.click(within(dialog).getByRole('button', { name: 'Split into two' }))
    expect(field('Amount in pounds', FEB).value).toBe('10.00')
    expect(field('Amount in pounds', 'Wednesday 24 February 2027').value).toBe('15.32')
  })

  it('goes back to the rule, or to SmarterPay’s list: two things where SmarterPay differs from the rule', async () => {
    const held = aSchedule({
      upcoming: payments(dates).map((row) => (row.date === '2027-02-19' ? { ...row, amount: pounds('10.00') } : row)),
    })
    const user = show(held)
    await user.clear(field('Amount in pounds', FEB))
    await user.type(field('Amount in pounds', FEB), '15{Enter}')
    await user.click(button(`Actions for payment on ${FEB}`))
    await user.click(screen.getByRole('menuitem', { name: 'Put back as SmarterPay has it' }))
    expect(field('Amount in pounds', FEB).value).toBe('10.00')
    await user.click(button(`Actions for payment on ${FEB}`))
    expect(screen.queryByRole('menuitem', { name: 'Put back as SmarterPay has it' })).toBeNull()
    await user.click(screen.getByRole('menuitem', { name: 'Reset to rule: Fri 19 Feb, £25.32' }))
    expect(field('Amount in pounds', FEB).value).toBe('25.32')
  })
})

describe('the projected payments', () => {
  it('stand below the line where SmarterPay’s list ends, and have nothing to type in', () => {
    show()
    const rows = within(screen.getByRole('table', { name: 'Upcoming payments' })).getAllByRole('row')
    const line = rows.findIndex(({ textContent }) => textContent?.includes('SmarterPay’s list ends Fri 19 Mar 2027'))
    const below = rows.slice(line + 1, -1)
    expect(below.length).toBeGreaterThan(5)
    expect(below[0]?.textContent).toContain('Mon 19 Apr 2027£25.32Projected')
    expect(below.flatMap((row) => [...row.querySelectorAll('input, button')])).toEqual([])
  })
})
