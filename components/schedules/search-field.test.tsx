import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { on } from '@/lib/schedules/examples'
import { takeOperators } from '@/lib/schedules/search-operators'
import { SearchField } from './search-field'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search schedules' })
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('the search field', () => {
  it('asks with the first letter at once, then paced, and ends with what stands there', () => {
    vi.advanceTimersByTime(1_000)
    const asked = vi.fn()
    render(<SearchField text="" onSearch={asked} />)
    type('M')
    expect(asked.mock.calls).toEqual([['M']])
    type('ME')
    type('MEM')
    expect(asked).toHaveBeenCalledTimes(1)
    pass(200)
    expect(asked.mock.calls).toEqual([['M'], ['MEM']])
  })

  it('asks with each letter where whoever is asked is quick', () => {
    vi.advanceTimersByTime(1_000)
    const asked = vi.fn()
    render(<SearchField text="" atOnce onSearch={asked} />)
    for (const text of ['M', 'ME', 'MEM', 'MEM ']) type(text)
    expect(asked.mock.calls).toEqual([['M'], ['ME'], ['MEM']])
  })

  it('keeps what is typed while the address of an earlier letter arrives', () => {
    vi.advanceTimersByTime(1_000)
    const { rerender } = render(<SearchField text="" onSearch={() => undefined} />)
    type('M')
    type('ME')
    rerender(<SearchField text="M" onSearch={() => undefined} />)
    expect(field().value).toBe('ME')
  })

  it('keeps what is typed while the addresses of its own questions arrive late', () => {
    vi.advanceTimersByTime(1_000)
    const { rerender } = render(<SearchField text="" onSearch={() => undefined} />)
    type('M')
    type('ME')
    pass(200)
    type('MEM')
    rerender(<SearchField text="M" onSearch={() => undefined} />)
    rerender(<SearchField text="ME" onSearch={() => undefined} />)
    expect(field().value).toBe('MEM')
  })

  it('follows the address when somebody goes Back or clears, and asks nothing then', () => {
    const asked = vi.fn()
    const { rerender } = render(<SearchField text="MEM" onSearch={asked} />)
    rerender(<SearchField text="" onSearch={asked} />)
    expect(field().value).toBe('')
    pass(1_000)
    expect(asked).not.toHaveBeenCalled()
  })

  it('is emptied by Escape', () => {
    vi.advanceTimersByTime(1_000)
    const asked = vi.fn()
    render(<SearchField text="MEM" onSearch={asked} />)
    fireEvent.keyDown(field(), { key: 'Escape' })
    expect(field().value).toBe('')
    expect(asked.mock.calls).toEqual([['']])
  })

  it('hands over filters typed as words, and keeps the rest', () => {
    vi.advanceTimersByTime(1_000)
    const asked = vi.fn()
    const take = (text: string, whole: boolean) => takeOperators(text, on('2025-06-05'), whole)
    render(<SearchField text="" onSearch={asked} take={take} />)
    type('status:active MEM')
    expect(field().value).toBe('MEM')
    expect(asked.mock.calls).toEqual([['MEM', { status: ['active'] }]])
    type('MEM type:plan')
    expect(field().value).toBe('MEM type:plan')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(field().value).toBe('MEM')
    expect(asked).toHaveBeenLastCalledWith('MEM', { kind: ['plan'] })
  })
})
