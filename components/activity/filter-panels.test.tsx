import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { DEFAULT_ACTIVITY } from '@/lib/activity'
import { day } from '@/lib/calendar-date'
import { on } from '@/lib/schedules/examples'
import { FilterPanel } from './filter-panels'

const [onChange, onDone] = [vi.fn(), vi.fn()]
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('the panel of days in the log', () => {
  const open = () => {
    render(
      <CircumstancesProvider first={on('2025-06-05')} serverMs={null}>
        <FilterPanel
          name="dates"
          query={{ ...DEFAULT_ACTIVITY, from: day('2025-06-02') }}
          onChange={onChange}
          onDone={onDone}
        />
      </CircumstancesProvider>,
    )
    const fields = ['From', 'To'].map((name) => screen.getByRole('textbox', { name }))
    const [from, to] = fields as [HTMLElement, HTMLElement]
    return { user: userEvent.setup(), from, to, apply: screen.getByRole('button', { name: 'Apply dates' }) }
  }

  it('takes an end that is open out of the query, and is done', async () => {
    const { user, from, to, apply } = open()
    await user.clear(from)
    await user.type(to, '04/06/2025')
    await user.click(apply)
    expect(onChange.mock.calls).toStrictEqual([[{ ...DEFAULT_ACTIVITY, page: 1, to: '2025-06-04' }]])
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('stays with what is no day, and with days the wrong way round', async () => {
    const { user, to, apply } = open()
    await user.type(to, 'soon')
    await user.click(apply)
    expect(screen.getByText('Type a day that exists, as 05/06/2025.')).toBeTruthy()
    await user.clear(to)
    await user.type(to, '01/06/2025')
    await user.click(apply)
    expect(screen.getByText('This day is before the first one.')).toBeTruthy()
    expect(onChange).not.toHaveBeenCalled()
    expect(onDone).not.toHaveBeenCalled()
  })
})
