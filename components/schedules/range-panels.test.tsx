import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CircumstancesProvider } from '@/components/circumstances'
import { day } from '@/lib/calendar-date'
import { on, pounds } from '@/lib/schedules/examples'
import { Days } from './days-panel'
import { Amounts } from './index-filters'

const onChoose = vi.fn()
afterEach(() => {
  cleanup()
  onChoose.mockClear()
})

const open = (panel: ReactNode) => {
  render(
    <CircumstancesProvider first={on('2026-11-30')} serverMs={null}>
      {panel}
    </CircumstancesProvider>,
  )
  const user = userEvent.setup()
  const fill = async (name: 'From' | 'To', text: string) => {
    const field = screen.getByRole('textbox', { name })
    await user.clear(field)
    if (text !== '') await user.type(field, text)
  }
  return { fill, apply: () => user.click(screen.getByRole('button', { name: /^Apply/ })) }
}

describe('the panel of days', () => {
  const days = (name: 'next' | 'created') => (
    <Days name={name} chosen={{ from: day('2026-06-20') }} onChoose={onChoose} onIntent={() => {}} />
  )

  it('chooses what is typed, an open end left out, and nothing where both are', async () => {
    const { fill, apply } = open(days('next'))
    await apply()
    await fill('From', '')
    await apply()
    expect(onChoose.mock.calls).toEqual([[{ from: '2026-06-20' }], [undefined]])
  })

  it('asks for the year of a day on which nothing can have been created yet', async () => {
    const { fill, apply } = open(days('created'))
    await fill('To', '5 jan')
    await apply()
    expect(screen.getByText('This day is still to come: type its year.')).toBeTruthy()
    await fill('To', '31/06/2026')
    await apply()
    expect(screen.getByText('Type a day that exists, as 20/06/2022.')).toBeTruthy()
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('has nothing against days to come where payments are asked for', async () => {
    const { fill, apply } = open(days('next'))
    await fill('To', '5 jan')
    await apply()
    expect(onChoose.mock.calls).toEqual([[{ from: '2026-06-20', to: '2027-01-05' }]])
  })
})

describe('the panel of amounts', () => {
  it('chooses what is typed, from nought on, an open end left out', async () => {
    const { fill, apply } = open(<Amounts chosen={{ from: pounds('25.32') }} onChoose={onChoose} />)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'From' }).value).toBe('25.32')
    await fill('From', '0')
    await fill('To', '£1,000')
    await apply()
    await fill('From', '')
    await fill('To', '')
    await apply()
    expect(onChoose.mock.calls).toEqual([[{ from: 0, to: 100_000 }], [undefined]])
  })

  it('says what is no money, and which amounts are the wrong way round', async () => {
    const { fill, apply } = open(<Amounts chosen={undefined} onChoose={onChoose} />)
    await fill('From', '25.5')
    await fill('To', 'much')
    await apply()
    expect(screen.getAllByText('Type an amount such as 25.32.')).toHaveLength(2)
    await fill('From', '25.00')
    await fill('To', '24.99')
    await apply()
    expect(screen.getByText('This is less than the amount that it begins with.')).toBeTruthy()
    expect(onChoose).not.toHaveBeenCalled()
  })
})
