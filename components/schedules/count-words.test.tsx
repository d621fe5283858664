import { describe, expect, it } from 'vitest'
import { countText, rangeText } from './count-words'
import { PAGE_QUERY } from './list-address'

const answer = (rows: number, over: { page?: number; more?: boolean; total?: number } = {}) => ({
  rows: Array.from({ length: rows }, () => 0),
  page: over.page ?? 1,
  size: 50,
  more: over.more ?? false,
  total: over.total ?? null,
})
const plans = { ...PAGE_QUERY, kind: ['plan' as const] }

describe('counts', () => {
  it.each([
    ['a full first page with more behind it', answer(50, { more: true }), 'More than 50', '1–50, more follow'],
    ['all of it on one page', answer(37), '37 schedules', '1–37, the last'],
    ['one alone', answer(1), '1 schedule', '1, the last'],
    ['a later page', answer(50, { page: 3, more: true }), 'More than 150', '101–150, more follow'],
    ['the last page', answer(23, { page: 2 }), '73 schedules', '51–73, the last'],
    ['a total that somebody knows', answer(50, { more: true, total: 1283 }), '1,283 schedules', '1–50 of 1,283'],
    ['an empty page', answer(0, { page: 9 }), '400 schedules', 'None on this page'],
  ])('says %s', (_, given, heading, range) => {
    if (given.rows.length > 0) expect(countText(PAGE_QUERY, given)).toBe(heading)
    expect(rangeText(PAGE_QUERY, given)).toBe(range)
  })

  it('numbers no rows on later pages where pages may be shorter than they seem', () => {
    const later = answer(41, { page: 2, more: true })
    expect(countText(plans, later)).toBe('Page 2')
    expect(rangeText(plans, later)).toBe('Page 2: 41 schedules, more follow')
  })

  it('does not count from a first page on which nothing was kept', () => {
    expect(countText(plans, answer(0, { more: true }))).toBe('None so far')
    expect(rangeText(plans, answer(0, { more: true }))).toBe('None on this page, more follow')
  })

  it('says that filtered ones match', () => {
    expect(countText(plans, answer(1))).toBe('1 matches')
    expect(countText(plans, answer(12))).toBe('12 match')
  })
})
