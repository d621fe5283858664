import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { movedPaymentsParams, readMovedPaymentsQuery, readMovedQuery, readRangeQuery } from './moved-query'

const TODAY = day('2026-12-10')
const read = (text: string) => readMovedPaymentsQuery(new URLSearchParams(text), TODAY)

it('reads back what it writes', () => {
  const text = 'from=2026-12-01&to=2026-12-31&method=card&kind=plan&since=7&until=9&step=moved-in&page=2'
  const { query, faults } = read(text)
  expect(faults).toEqual([])
  expect(String(movedPaymentsParams(query))).toBe(text)
})

it.each([
  ['since=7&step=amounts&page=0', 'page'],
  ['since=7&step=amounts&page=1&page=2', 'page'],
  ['since=7&step=nothing', 'step'],
  ['since=7', 'step'],
  ['since=0&step=amounts', 'since'],
  ['since=x&step=amounts', 'since'],
  ['step=amounts', 'since'],
  ['since=7&until=7&step=amounts', 'until'],
  ['since=7&until=x&step=amounts', 'until'],
  ['since=7&since=8&step=amounts', 'since'],
  ['since=7&step=amounts&from=2026-02-30', 'from'],
  ['since=7&step=amounts&group=day&x=1', 'x'],
  ['since=7&step=amounts&source=projected', 'source'],
])('finds fault with %s at %s', (text, path) => {
  expect(read(text).faults.map((fault) => fault.path)).toContain(path)
})

it('knows of no step for the bridge, and of no snapshot for their list', () => {
  const paths = (faults: { path: string }[]) => faults.map(({ path }) => path)
  expect(paths(readMovedQuery(new URLSearchParams('since=7&step=new'), TODAY).faults)).toEqual(['step'])
  expect(paths(readRangeQuery(new URLSearchParams('since=7'), TODAY).faults)).toEqual(['since'])
})
