import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { type Column, DataTable } from './data-table'

afterEach(cleanup)

type Row = { id: string }
const COLUMNS: Column<Row, null>[] = [{ id: 'id', header: 'Id', cell: ({ id }) => id }]
const named = (name: string, count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: `${name}${at}` }))
const PLAIN = {
  label: 'Rows',
  rowId: ({ id }: Row) => id,
  context: null,
  isOther: (_row: Row): _row is never => false,
  other: () => null,
  sorting: { field: 'id', descending: false },
  onSort: () => undefined,
  density: 'comfortable',
} as const

/** The table, and the texts of the rows that were to be seen each time that it was drawn. */
function show(first: Row[]) {
  const seen: string[][] = []
  const trs = () => [...document.querySelectorAll<HTMLElement>('tbody tr')]
  const look = () => seen.push(trs().flatMap((row) => (row.hidden ? [] : [row.textContent ?? ''])))
  const table = (rows: Row[], answers: string) => (
    <Profiler id="table" onRender={look}>
      <DataTable {...PLAIN} columns={COLUMNS} rows={rows} answers={answers} />
    </Profiler>
  )
  const { rerender } = render(table(first, 'first'))
  return {
    trs,
    next: (rows: Row[], answers: string) => {
      seen.length = 0
      rerender(table(rows, answers))
      return seen
    },
  }
}

const ids = (rows: Row[]) => rows.map(({ id }) => id)

it.each([
  [900, 14],
  [300, 8],
])('draws what is seen at once of another answer first, in a window of %d pixels %d rows', (innerHeight, count) => {
  vi.stubGlobal('innerHeight', innerHeight)
  const { next } = show(named('a', 50))
  const rows = named('b', 40)
  expect(next(rows, 'second')).toEqual([ids(rows.slice(0, count)), ids(rows)])
  vi.unstubAllGlobals()
})

it('writes over the rows that stand there, and takes out what is too much after what is seen', () => {
  const { trs, next } = show(named('a', 50))
  const before = trs()
  expect(next(named('b', 1), 'second')).toEqual([['b0'], ['b0']])
  expect(trs()).toEqual(before.slice(0, 1))
  next(named('c', 50), 'third')
  const full = trs()
  next(named('d', 30), 'fourth')
  expect(trs()).toEqual(full.slice(0, 30))
})

it('draws a later answer to the same question whole', () => {
  const { trs, next } = show(named('a', 50))
  const before = trs()
  const rows = named('a', 49)
  expect(next(rows, 'first')[0]).toEqual(ids(rows))
  expect(trs()).toEqual(before.slice(0, 49))
})

it('has no row twice where a later answer comes before the first has been drawn whole', () => {
  const { next } = show(named('a', 50))
  const seen = [...next(named('b', 40), 'second'), ...next(named('b', 40).reverse(), 'second')]
  for (const texts of seen) expect(new Set(texts).size).toBe(texts.length)
})

it('marks the row whose link the keyboard stands on, and no other', () => {
  const cell = ({ id }: Row) => (
    <>
      <a href={`#${id}`}>{id}</a>
      <button type="button">More of {id}</button>
    </>
  )
  render(<DataTable {...PLAIN} columns={[{ id: 'id', header: 'Id', cell }]} rows={named('a', 2)} answers="first" />)
  const marked = () =>
    [...document.querySelectorAll('[data-focused]')].map((row) => row.querySelector('a')?.textContent)
  const link = (name: string) => screen.getByRole('link', { name })
  link('a0').focus()
  expect(marked()).toEqual(['a0'])
  link('a1').focus()
  expect(marked()).toEqual(['a1'])
  fireEvent.blur(link('a1'))
  screen.getByRole('button', { name: 'More of a0' }).focus()
  expect(marked()).toEqual([])
})
