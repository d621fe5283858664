import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { DEFAULT_QUERY, type ListQuery } from './contract'
import { ALL, BUILT_IN, chooseView, differsFromView, relativeWord, viewParams, viewQuery } from './views'

const STANDARD: ListQuery = { ...DEFAULT_QUERY, sort: { field: 'created', descending: true } }
const TODAY = day('2025-06-05')
const LATER = day('2026-12-30')
const range = (from: string, to: string) => ({ from: day(from), to: day(to) })
const builtIn = (id: string) => BUILT_IN.find((view) => view.id === id) ?? ALL

describe('views', () => {
  it.each([
    ['today', '2025-06-05', '2025-06-05'],
    ['next-7-days', '2025-06-05', '2025-06-11'],
    ['this-week', '2025-06-05', '2025-06-08'],
    ['this-month', '2025-06-01', '2025-06-30'],
    ['next-month', '2025-07-01', '2025-07-31'],
    ['until-month-end', '2025-06-05', '2025-06-30'],
  ])('“%s” is counted from the day on which it is looked at', (word, from, to) => {
    expect(viewQuery({ params: `next=${word}` }, STANDARD, TODAY).next).toEqual(range(from, to))
    expect(viewQuery({ params: `next=${word}` }, STANDARD, LATER).next).not.toEqual(range(from, to))
  })

  it('are saved with words for days that move on, where that is wished, and read back the same', () => {
    const query: ListQuery = {
      ...STANDARD,
      status: ['active'],
      next: range('2025-06-05', '2025-06-11'),
      page: 3,
      size: 100,
    }
    expect(viewParams(query, STANDARD, TODAY, true)).toBe('status=active&next=next-7-days')
    expect(viewParams(query, STANDARD, TODAY, false)).toBe('status=active&next=2025-06-05..2025-06-11')
    const { page: _page, size: _size, ...asked } = query
    expect(viewQuery({ params: viewParams(query, STANDARD, TODAY, true) }, STANDARD, TODAY)).toMatchObject(asked)
    expect(relativeWord(range('2025-06-05', '2025-06-12'), TODAY)).toBeNull()
    expect(relativeWord({ from: TODAY }, TODAY)).toBeNull()
  })

  it('without days keep those that stand there, and that is no change of them', () => {
    const from: ListQuery = {
      ...STANDARD,
      status: ['inactive'],
      next: range('2025-07-01', '2025-07-31'),
      size: 100,
      page: 4,
    }
    const query = chooseView(builtIn('plans'), from, STANDARD, TODAY)
    expect(query).toEqual({
      status: ['active'],
      kind: ['plan'],
      next: range('2025-07-01', '2025-07-31'),
      sort: { field: 'next', descending: false },
      page: 1,
      size: 100,
    })
    expect(differsFromView(builtIn('plans'), query, STANDARD, TODAY)).toBe(false)
    expect(differsFromView(builtIn('plans'), { ...query, method: ['card'] }, STANDARD, TODAY)).toBe(true)
    expect(chooseView(builtIn('this-week'), from, STANDARD, TODAY).next).toEqual(range('2025-06-05', '2025-06-08'))
    expect(chooseView(ALL, from, STANDARD, TODAY).next).toBeUndefined()
  })

  it('never hold a page, and read what they do not know as nothing', () => {
    for (const view of BUILT_IN) expect(view.params).not.toMatch(/page|size/)
    expect(viewQuery({ params: 'evil=1&status=odd&next=soon' }, STANDARD, TODAY)).toEqual(STANDARD)
  })
})
