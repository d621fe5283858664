import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { day } from '@/lib/calendar-date'
import { on } from '@/lib/schedules/examples'
import { Toolbar } from './toolbar'

const onChange = vi.fn()
afterEach(() => {
  cleanup()
  onChange.mockClear()
})

/** The form that Custom opens, filled in. */
async function ownRange(from: string, to: string) {
  render(
    <CircumstancesProvider first={on('2025-06-05')} serverMs={null}>
      <Toolbar
        query={{ from: day('2025-06-01'), to: day('2025-06-30'), group: 'day' }}
        onChange={onChange}
        onIntent={() => {}}
      />
    </CircumstancesProvider>,
  )
  const user = userEvent.setup()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Custom')
  for (const [name, text] of [
    ['From', from],
    ['To', to],
  ] as const) {
    const field = screen.getByRole('textbox', { name })
    await user.clear(field)
    if (text !== '') await user.type(field, text)
  }
  await user.click(screen.getByRole('button', { name: 'Show' }))
}

describe('a period of one’s own', () => {
  it('is two days, and steps are counted from the ones that stood there', async () => {
    await ownRange('02/06/2025', '+1w')
    expect(onChange.mock.calls).toEqual([[expect.objectContaining({ from: '2025-06-02', to: '2025-07-07' })]])
    expect(screen.queryByRole('button', { name: 'Show' })).toBeNull()
  })

  it('leaves neither end open', async () => {
    await ownRange('', '31/06/2025')
    expect(screen.getAllByText('Type a day that exists, as 20/06/2025.')).toHaveLength(2)
    expect(onChange).not.toHaveBeenCalled()
  })

  it('does not end before it begins', async () => {
    await ownRange('02/06/2025', '01/06/2025')
    expect(screen.getByText('Ends before it begins.')).toBeTruthy()
    expect(onChange).not.toHaveBeenCalled()
  })
})
