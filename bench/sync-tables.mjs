// What passes over the book and searches in it took, as tables.
import { table } from './figures.mjs'

const s = (ms) => `${(ms / 1000).toFixed(1)} s`
const ms = (value) => `${value.toFixed(0)} ms`

const NAMES = { postgresql: 'PostgreSQL', pglite: 'embedded' }
const HEADS = [
  'store, schedules, answer time',
  'first pass',
  'second',
  'bare loop',
  'ratio',
  'memory at most',
  '95 % of others: log, detail',
]

function passRow({ kind, size, answerMs, first, second, bare, memory, waits }) {
  return [
    `${NAMES[kind]}, ${size.toLocaleString('en-GB')}, ${ms(answerMs)}`,
    s(first),
    s(second),
    s(bare),
    `${(first / bare).toFixed(2)}, ${(second / bare).toFixed(2)}`,
    `${memory.toFixed(0)} MB`,
    `${ms(waits.log)}, ${ms(waits.detail)}`,
  ]
}

function listTable({ kind, size, found }) {
  const rows = Object.entries(found).map(([name, of]) => [name, ms(of.median), ms(of.p95)])
  return table([`list over the index, ${NAMES[kind]}, ${size.toLocaleString('en-GB')}`, 'median', '95 %'], rows)
}

function typingTable(taken) {
  const rows = taken.flatMap(({ answerMs, typed }) =>
    typed.map(({ slowdown, ours, bare }) => [
      `Last key to rows, SmarterPay in ${ms(answerMs)}`,
      slowdown === 1 ? 'normal' : `${slowdown} times slower`,
      ms(ours),
      ms(bare),
      (ours / bare).toFixed(2),
      'at most 1.5',
    ]),
  )
  return table(['search over the index, PostgreSQL', 'processor', 'dashboard', 'bare page', 'ratio', 'aim'], rows)
}

/** All of it as text; a part that was not measured is not there. */
export function tablesOf(taken) {
  const typed = taken.filter((one) => one.typed)
  const tables = [table(HEADS, taken.map(passRow)), ...taken.filter(({ found }) => found).map(listTable)]
  return [...tables, ...(typed.length > 0 ? [typingTable(typed)] : [])].join('\n\n')
}
