import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { dayAtKey } from './calendar-keys'
import { actAtKey, handActAtKey } from './editor-keys'

const KEYS = ['Enter', ' ', 'm', '+', '-', 'Delete', 'Backspace', 'a', 'e', 'r', 'x']

it.each([
  ['Enter', 'open'],
  [' ', 'pick-up'],
  ['m', 'pick-up'],
  ['+', 'later'],
  ['-', 'earlier'],
  ['Delete', 'skip'],
  ['a', 'add'],
  ['e', 'edit'],
  ['r', 'reset'],
  ['x', 'select'],
  ['y', null],
  ['ArrowUp', null],
])('%s does %s to the payment of the day', (key, act) => {
  expect(actAtKey({ key, ctrl: false })).toBe(act)
})

it('leaves every key with Ctrl to the editor as a whole and to the browser', () => {
  for (const key of KEYS) expect(actAtKey({ key, ctrl: true })).toBeNull()
  for (const key of ['Enter', ' ', 'Escape', 'Tab']) expect(handActAtKey({ key, ctrl: true })).toBeNull()
})

it('takes no key that moves the focus, with a payment in hand or without', () => {
  const at = day('2022-06-20')
  for (const key of [...KEYS, 'Escape', 'Tab'])
    expect(dayAtKey({ key, shift: false, ctrl: false }, at, { all: [at], listed: [at] }), key).toBeNull()
})

it.each([
  ['Enter', 'drop'],
  [' ', 'drop'],
  ['Escape', 'put-back'],
  ['Tab', 'leave'],
  ['Delete', null],
  ['n', null],
])('with a payment in hand %s does %s', (key, act) => {
  expect(handActAtKey({ key, ctrl: false })).toBe(act)
})
