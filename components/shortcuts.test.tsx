import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { switchSingleKeys, useShortcut } from './shortcuts'

const ran = vi.fn()
function Keys() {
  useShortcut('s', 'Alone', () => ran('s'))
  useShortcut('g s', 'One after the other', () => ran('g s'))
  useShortcut('g a', 'Another', () => ran('g a'))
  return <input aria-label="Typing" />
}
let now = 1_000
beforeEach(() => {
  ran.mockClear()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  localStorage.clear()
})
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.body, { key })
}

it('hears one key, and two of them one after the other', () => {
  render(<Keys />)
  press('s', 'g', 's', 'g', 'a', 'a')
  expect(ran.mock.calls.flat()).toEqual(['s', 'g s', 'g a'])
})

it('forgets a first key after a while, and where another comes in between', () => {
  render(<Keys />)
  press('g')
  now += 1_600
  press('s')
  expect(ran.mock.calls.flat()).toEqual(['s'])
  press('g', 'x', 'a')
  expect(ran.mock.calls.flat()).toEqual(['s'])
})

it('leaves typing alone, keys held with others, and everything once they are switched off', () => {
  const { getByLabelText } = render(<Keys />)
  fireEvent.keyDown(getByLabelText('Typing'), { key: 's' })
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
  switchSingleKeys(false)
  press('s', 'g', 's')
  expect(ran).not.toHaveBeenCalled()
})
