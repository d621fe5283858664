import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aPlan, aSchedule, payments } from '@/lib/schedules/examples'
import { button, dates, FEB, field, JAN, MAR, show, type, withServer } from './list-scene'
import { answerOf } from './scene'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

withServer()
afterEach(cleanup)

describe('the list', () => {
  it('takes a day as people type it and shows what it became', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '+3wd')
    expect(field('Payment date', JAN).value).toBe('22/01/2027')
    expect(screen.getByText('Was Tue 19 Jan 2027')).toBeDefined()
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toBe(
      'Payment moved from Tuesday 19 January 2027 to Friday 22 January 2027. 1 unsaved change.',
    )
  })

  it('puts back what stood there on Escape, and walks the column with Up and Down', async () => {
    const { user } = show()
    await user.click(field('Amount in pounds', JAN))
    await user.keyboard('99{Escape}')
    expect(field('Amount in pounds', JAN).value).toBe('25.32')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(field('Amount in pounds', FEB))
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toBe(field('Amount in pounds', 'Monday 21 December 2026'))
  })

  it('keeps what cannot be read, says why, and blocks saving', async () => {
    const { user } = show()
    await type(user, field('Amount in pounds', FEB), '12,5')
    expect(field('Amount in pounds', FEB).value).toBe('12,5')
    expect(field('Amount in pounds', FEB).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Type an amount in pounds, such as 25.32.')).toBeDefined()
    expect(button('Review and save').getAttribute('aria-disabled')).toBe('true')
  })

  it('offers the next banking day, and the amount that was meant, with one press', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '23/01/2027')
    await user.click(button('Use Mon 25 Jan 2027'))
    expect(field('Payment date', JAN).value).toBe('25/01/2027')
    await type(user, field('Amount in pounds', FEB), '2532')
    expect(screen.getByText('£2,532.00 is 100 times the usual £25.32.')).toBeDefined()
    await user.click(button('Use £25.32'))
    expect(field('Amount in pounds', FEB).value).toBe('25.32')
  })

  it('locks a row that is too late to change', () => {
    show()
    expect(field('Payment date', 'Tuesday 1 December 2026').readOnly).toBe(true)
    expect(screen.getAllByText('Too late to change')).toBeDefined()
  })

  it('fills rows from a pasted block of two columns', () => {
    show()
    fireEvent.paste(field('Payment date', JAN), {
      clipboardData: { getData: () => '20/01/2027\t10.00\n22/02/2027\t20.00' },
    })
    expect(field('Payment date', JAN).value).toBe('20/01/2027')
    expect(field('Amount in pounds', FEB).value).toBe('20.00')
    expect(screen.getByText('2 changes')).toBeDefined()
  })

  it('undoes, does again and discards', async () => {
    const { user } = show()
    await user.click(button(`Skip payment on ${JAN}`))
    expect(field('Amount in pounds', JAN).value).toBe('0.00')
    await user.click(button('Undo'))
    expect(field('Amount in pounds', JAN).value).toBe('25.32')
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toContain(
      'Undone: skip payment on 19 January.',
    )
    await user.click(button('Redo'))
    expect(screen.getByText('1 change')).toBeDefined()
    await user.click(button('Discard changes'))
    expect(screen.getByText('No changes')).toBeDefined()
    expect(screen.getByRole('status', { name: 'Calendar messages' }).textContent).toBe(
      'Changes discarded. Undo brings them back. No unsaved changes.',
    )
    await user.click(button('Undo'))
    expect(screen.getByText('1 change')).toBeDefined()
    expect(field('Amount in pounds', JAN).value).toBe('0.00')
  })

  it('keeps what was typed while its tab is not on screen, and through a newer reading', async () => {
    const { user, leave, comeBack, update } = show()
    await type(user, field('Amount in pounds', FEB), '40')
    leave()
    comeBack()
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    update(
      answerOf(aSchedule({ upcoming: payments(dates, '30.00') }), 'another-basis-altogether', '2026-11-30T11:00:00Z'),
    )
    expect(field('Amount in pounds', FEB).value).toBe('40.00')
    expect(button('Compare with your changes')).toBeDefined()
  })

  it('takes a newer reading over while nothing was changed', async () => {
    const { update } = show()
    update(
      answerOf(aSchedule({ upcoming: payments(dates, '30.00') }), 'another-basis-altogether', '2026-11-30T11:00:00Z'),
    )
    await waitFor(() => expect(field('Amount in pounds', FEB).value).toBe('30.00'))
  })
})

describe('a plan', () => {
  const plan = aPlan({ total: '100.00', instalments: 4, upcoming: payments(dates.slice(1), '25.00') })

  it('blocks saving until all is placed, and places it to the penny', async () => {
    const { user } = show(answerOf(plan))
    await user.click(button(`Skip payment on ${JAN}`))
    expect(screen.getByText('Place £25.00 before saving: the plan must add up.')).toBeDefined()
    const group = screen.getByRole('radiogroup', { name: 'Where should £25.00 go?' })
    await user.click(within(group).getByRole('radio', { name: 'Spread over the rest' }))
    await user.click(button('Place £25.00'))
    expect(['Monday 21 December 2026', FEB, MAR].map((day) => field('Amount in pounds', day).value)).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ])
    expect(button('Review and save').getAttribute('aria-disabled')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add payment' })).toBeNull()
  })
})

describe('one draft over three views', () => {
  const cell = (name: RegExp) => screen.getByRole('gridcell', { name })
  const tab = (name: string) => screen.getByRole('tab', { name })

  it('draws in calendar and year what was changed in the list, and nothing is lost on the way', async () => {
    const { user } = show()
    await type(user, field('Payment date', JAN), '27/01/2027')
    await user.click(button(`Skip payment on ${FEB}`))
    await user.click(tab('Year'))
    expect(
      within(screen.getByRole('table', { name: 'Payments by month' })).getByRole('row', { name: /^February 2027/ })
        .textContent,
    ).toContain('0£0.00£25.321')
    expect(screen.getByText('2 changes')).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^January 2027/ }))
    expect(cell(/^Wednesday 27 January 2027, 1 payment, £25\.32, moved$/)).toBeDefined()
    expect(cell(/^Tuesday 19 January 2027, no payments, £25\.32 moved to 27 January$/)).toBeDefined()
    await user.click(button('Undo'))
    await user.click(button('Undo'))
    expect(cell(/^Tuesday 19 January 2027, 1 payment, £25\.32, scheduled$/)).toBeDefined()
    await user.click(button('Redo'))
    await user.click(tab('List'))
    expect(field('Payment date', JAN).value).toBe('27/01/2027')
  })

  it('goes to the next payment of the draft, not to one that was moved away', async () => {
    const { user } = show(answerOf(aSchedule({ upcoming: payments(dates.slice(1)) })))
    await type(user, field('Payment date', 'Monday 21 December 2026'), '29/12/2026')
    await user.click(tab('Calendar'))
    await user.click(button('Next payment'))
    expect(document.activeElement).toBe(cell(/^Tuesday 29 December 2026, 1 payment/))
  })
})
