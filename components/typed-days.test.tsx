import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { type CalendarDate, day } from '@/lib/calendar-date'
import { on } from '@/lib/schedules/examples'
import { TypedDays } from './typed-days'
import type { Ends } from './typed-range'

type Days = Ends<CalendarDate | undefined>

const onApply = vi.fn<(days: Days) => void>()
afterEach(() => {
  cleanup()
  onApply.mockClear()
})

const open = (chosen: Partial<Days> = {}, against?: (date: CalendarDate) => string | undefined) => {
  render(
    <CircumstancesProvider first={on('2026-11-30')} serverMs={null}>
      <TypedDays
        chosen={{ from: chosen.from, to: chosen.to }}
        example="20/06/2022"
        onApply={onApply}
        {...(against && { against })}
      />
    </CircumstancesProvider>,
  )
  const [from, to] = ['From', 'To'].map((name) => screen.getByRole<HTMLInputElement>('textbox', { name }))
  if (!from || !to) throw new Error('a range has two ends')
  return { user: userEvent.setup(), from, to, apply: screen.getByRole('button', { name: 'Apply dates' }) }
}

describe('two typed days', () => {
  it('show what is chosen as people type it, and nothing for an end that is open', () => {
    const { from, to } = open({ from: day('2022-06-02') })
    expect([from.value, to.value]).toEqual(['02/06/2022', ''])
  })

  it('are read as days are typed everywhere here, either end open', async () => {
    const { user, from, to, apply } = open()
    await user.type(from, ' 1 jan 2027 ')
    await user.click(apply)
    await user.type(to, '+1wd')
    await user.clear(from)
    await user.click(apply)
    expect(onApply.mock.calls).toEqual([
      [{ from: '2027-01-01', to: undefined }],
      [{ from: undefined, to: '2026-12-01' }],
    ])
  })

  it('are none where both ends are open', async () => {
    const { user, from, apply } = open({ from: day('2022-06-02') })
    await user.clear(from)
    await user.click(apply)
    expect(onApply.mock.calls).toEqual([[{ from: undefined, to: undefined }]])
  })

  it('have to exist, with a day to go by', async () => {
    const { user, from, to, apply } = open()
    await user.type(from, '31/06/2022')
    await user.type(to, 'soon')
    await user.click(apply)
    expect(screen.getAllByText('Type a day that exists, as 20/06/2022.')).toHaveLength(2)
    expect(onApply).not.toHaveBeenCalled()
  })

  it('come in their order', async () => {
    const { user, apply } = open({ from: day('2022-06-20'), to: day('2022-06-19') })
    await user.click(apply)
    expect(screen.getByText('This day is before the first one.')).toBeTruthy()
    expect(onApply).not.toHaveBeenCalled()
  })

  it('may have more against them than that they do not exist', async () => {
    const against = (date: CalendarDate) => (date > day('2026-11-30') ? 'This day is still to come.' : undefined)
    const { user, from, to, apply } = open({}, against)
    await user.type(from, '20/06/2022')
    await user.type(to, '1 dec')
    await user.click(apply)
    expect(screen.getAllByText('This day is still to come.')).toHaveLength(1)
    await user.clear(to)
    await user.click(apply)
    expect(onApply.mock.calls).toEqual([[{ from: '2022-06-20', to: undefined }]])
  })
})
