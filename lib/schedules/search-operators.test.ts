import { expect, it } from 'vitest'
import { on } from './examples'
import { takeOperators } from './search-operators'

const C = on('2025-06-05')

it.each([
  ['status:active', { status: ['active'] }, ''],
  ['Status:Active MEM', { status: ['active'] }, 'MEM'],
  ['MEM type:plan method:dd', { kind: ['plan'], method: ['direct-debit'] }, 'MEM'],
  ['method:card,dd', { method: ['direct-debit', 'card'] }, ''],
  ['amount:25.32', { amount: { from: 2532, to: 2532 } }, ''],
  ['amount:£10..£50', { amount: { from: 1000, to: 5000 } }, ''],
  ['next:20/06/2025', { next: { from: '2025-06-20', to: '2025-06-20' } }, ''],
  ['next:2025-06-01..', { next: { from: '2025-06-01' } }, ''],
  ['next:this-month', { next: { from: '2025-06-01', to: '2025-06-30' } }, ''],
  ['ref:MEM-1 mandate:M01ABC', { reference: 'MEM-1', mandate: 'M01ABC' }, ''],
])('%s', (text, filters, rest) => {
  expect(takeOperators(text, C, true)).toEqual({ filters, rest })
})

it.each([
  'MEM-204417',
  'status:odd',
  'amount:lots',
  'next:someday',
  'evil:1',
  'constructor:1',
  'https://x',
  'status:',
  ':active',
  'id:../x',
])('%s stays a search', (text) => {
  expect(takeOperators(text, C, true)).toBeNull()
})

it('waits for the end of the word while somebody types', () => {
  expect(takeOperators('status:active', C, false)).toBeNull()
  expect(takeOperators('status:active ', C, false)).toEqual({ filters: { status: ['active'] }, rest: '' })
  expect(takeOperators('status:active type:plan', C, false)).toEqual({
    filters: { status: ['active'] },
    rest: 'type:plan',
  })
})
