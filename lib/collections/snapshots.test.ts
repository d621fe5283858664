import { expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { isNight, outdated, usualOf } from './snapshots'

const TODAY = day('2026-11-30')
const at = (daysAgo: number) => new Date(`${addDays(TODAY, -daysAgo)}T12:00:00Z`)
const nightly = (id: number, daysAgo: number) => ({ id, at: at(daysAgo), night: addDays(TODAY, -daysAgo) })
const taken = (id: number, daysAgo: number) => ({ id, at: at(daysAgo), night: null })

it('keeps two months of nights, and the first of each month for thirteen', () => {
  const nights = Array.from({ length: 430 }, (_, n) => nightly(430 - n, n))
  const gone = new Set(outdated(nights, TODAY))
  const kept = nights.filter(({ id }) => !gone.has(id)).map(({ night }) => night)
  expect(kept.filter((night) => night >= addDays(TODAY, -62))).toHaveLength(63)
  expect(kept.filter((night) => night < addDays(TODAY, -62))).toEqual([
    '2026-09-01',
    '2026-08-01',
    '2026-07-01',
    '2026-06-01',
    '2026-05-01',
    '2026-04-01',
    '2026-03-01',
    '2026-02-01',
    '2026-01-01',
    '2025-12-01',
    '2025-11-01',
  ])
})

it('keeps the newest fifty that people took, for two months', () => {
  const all = Array.from({ length: 60 }, (_, n) => taken(n + 1, 1))
  expect(outdated(all, TODAY)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(outdated([taken(1, 63), taken(2, 62)], TODAY)).toEqual([1])
})

it('holds a day against the newest that is a week old, or else the oldest', () => {
  const all = [nightly(1, 9), nightly(2, 8), nightly(3, 7), taken(4, 7), nightly(5, 6)]
  expect(usualOf(all, TODAY)).toBe(4)
  expect(usualOf([nightly(5, 6), nightly(6, 5)], TODAY)).toBe(5)
  expect(usualOf([], TODAY)).toBeNull()
})

it('is night from two to six in London', () => {
  expect([119, 120, 359, 360].map(isNight)).toEqual([false, true, true, false])
})
