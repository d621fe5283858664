import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextField } from '@/components/ui/field'
import { type End, type Ends, useTypedRange } from './typed-range'

const onApply = vi.fn<(range: Ends<number | undefined>) => void>()
afterEach(() => {
  cleanup()
  onApply.mockClear()
})

const even = (text: string, end: End) => {
  if (text === '') return undefined
  return Number(text) % 2 === 0 ? Number(text) : { fault: `${text} is no even number to end ‘${end}’ with.` }
}

function Numbers({ start }: { start: Ends<string> }) {
  const { onSubmit, fields } = useTypedRange({ start, read: even, backwards: 'Backwards.', onApply })
  return (
    <form onSubmit={onSubmit} noValidate>
      {fields.map(({ end, ...field }) => (
        <TextField key={end} {...field} />
      ))}
      <button type="submit">Apply</button>
    </form>
  )
}

const open = (from = '', to = '') => {
  render(<Numbers start={{ from, to }} />)
  const field = (name: string) => screen.getByRole('textbox', { name })
  return { user: userEvent.setup(), from: field('From'), to: field('To'), apply: screen.getByRole('button') }
}

describe('a range whose ends are typed', () => {
  it('begins with what it is given, and is applied by Enter as by its button', async () => {
    const { user, from, to, apply } = open('2', '4')
    expect([from, to]).toEqual([expect.objectContaining({ value: '2' }), expect.objectContaining({ value: '4' })])
    await user.click(apply)
    await user.clear(to)
    await user.type(to, '{Enter}')
    expect(onApply.mock.calls).toEqual([[{ from: 2, to: 4 }], [{ from: 2, to: undefined }]])
  })

  it('says of each end what is wrong with it, and applies nothing', async () => {
    const { user, from, to, apply } = open('3', '5')
    await user.click(apply)
    expect(from.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('3 is no even number to end ‘from’ with.')).toBeTruthy()
    expect(screen.getByText('5 is no even number to end ‘to’ with.')).toBeTruthy()
    expect(to).toHaveProperty('value', '5')
    expect(onApply).not.toHaveBeenCalled()
  })

  it('takes its words back once something is typed', async () => {
    const { user, to, apply } = open('2', '5')
    await user.click(apply)
    expect(screen.getByText(/no even number/)).toBeTruthy()
    await user.type(to, '0')
    expect(screen.queryByText(/no even number/)).toBeNull()
  })

  it('never ends before it begins; one that ends where it begins is a range', async () => {
    const { user, to, apply } = open('4', '2')
    await user.click(apply)
    expect(screen.getByText('Backwards.')).toBeTruthy()
    expect(onApply).not.toHaveBeenCalled()
    await user.clear(to)
    await user.type(to, '4')
    await user.click(apply)
    expect(onApply.mock.calls).toEqual([[{ from: 4, to: 4 }]])
  })

  it('tells an end at nought from one left open', async () => {
    const { user, apply } = open('2', '0')
    await user.click(apply)
    expect(screen.getByText('Backwards.')).toBeTruthy()
  })
})
