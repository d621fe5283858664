import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { dayAtKey } from './calendar-keys'

const listed = [day('2022-06-20'), day('2022-07-19'), day('2022-11-21')]
const stops = { listed, all: [...listed, day('2022-12-19')] }
const press = (text: string, from: string) => {
  const [key = '', ...modifiers] = text.split('+').reverse()
  return dayAtKey({ key, shift: modifiers.includes('Shift'), ctrl: modifiers.includes('Ctrl') }, day(from), stops)
}

it.each([
  ['ArrowLeft', '2022-06-01', '2022-05-31'],
  ['ArrowRight', '2022-12-31', '2023-01-01'],
  ['ArrowUp', '2022-06-20', '2022-06-13'],
  ['ArrowDown', '2022-06-27', '2022-07-04'],
  ['Home', '2022-06-22', '2022-06-20'],
  ['Home', '2022-06-20', '2022-06-20'],
  ['End', '2022-06-20', '2022-06-26'],
  ['End', '2022-06-26', '2022-06-26'],
  ['PageUp', '2022-07-31', '2022-06-30'],
  ['PageDown', '2022-01-31', '2022-02-28'],
  ['Shift+PageUp', '2024-02-29', '2023-02-28'],
  ['Shift+PageDown', '2022-06-20', '2023-06-20'],
  ['Ctrl+Home', '2023-05-05', '2022-06-20'],
  ['Ctrl+End', '2022-01-01', '2022-11-21'],
  ['n', '2022-06-20', '2022-07-19'],
  ['n', '2022-06-19', '2022-06-20'],
  ['n', '2022-11-21', '2022-12-19'],
  ['p', '2022-11-21', '2022-07-19'],
])('%s on %s goes to %s', (key, from, to) => {
  expect(press(key, from)).toBe(to)
})

it.each([
  ['n', '2022-12-19'],
  ['p', '2022-06-20'],
  ['a', '2022-06-20'],
  ['Enter', '2022-06-20'],
  ['Ctrl+ArrowLeft', '2022-06-20'],
  ['Ctrl+n', '2022-06-20'],
  ['Shift+ArrowLeft', '2022-06-20'],
])('%s on %s goes nowhere', (key, from) => {
  expect(press(key, from)).toBeNull()
})

it('stays where it is when there are no payments to go to', () => {
  expect(dayAtKey({ key: 'End', shift: false, ctrl: true }, day('2022-06-20'), { all: [], listed: [] })).toBeNull()
})
