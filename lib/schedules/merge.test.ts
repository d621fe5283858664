import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import { on, payment, payments } from './examples'
import { mergedPayments, mergeUpcoming, type Side } from './merge'
import type { UpcomingPayment } from './model'
import { noticeClass } from './notice'
import { sortedPayments, totalOf } from './upcoming'

const dates = ['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
const opened = payments(dates)
const at = (changes: Record<string, UpcomingPayment | null>): UpcomingPayment[] =>
  opened.flatMap((row) => (row.date in changes ? (changes[row.date] ?? []) : row))
/** By the standing settings on 30 November 2026. */
const c = on('2026-11-30')
const merge = (
  before: readonly UpcomingPayment[],
  now: readonly UpcomingPayment[],
  mine: readonly UpcomingPayment[],
  at = c,
) => mergeUpcoming(before, now, mine, (date) => noticeClass(date, 'direct-debit', at) === 'locked')
const none = new Map<string, Side>()
const outcomes = (rows: ReturnType<typeof merge>) => rows.map(({ outcome }) => outcome)

describe('merging two changes of one list', () => {
  it('takes over what only one side changed, and asks where both did', () => {
    const now = at({ '2026-12-21': payment('2026-12-21', '30.00'), '2027-02-19': payment('2027-02-19', '12.50') })
    const mine = at({ '2027-01-19': payment('2027-01-27', '25.32'), '2027-02-19': payment('2027-02-19', '0') })
    const rows = merge(opened, now, mine)
    expect(outcomes(rows)).toEqual(['theirs', 'mine', 'choose', 'same'])
    expect(mergedPayments(rows, none)).toBeNull()
    const merged = (side: Side) => mergedPayments(rows, new Map([['row-2', side]]))?.map(({ amount }) => amount)
    expect(merged('theirs')).toEqual([3000, 2532, 1250, 2532])
    expect(merged('mine')).toEqual([3000, 2532, 0, 2532])
  })

  it('needs no choice where both did the same', () => {
    const both = at({ '2027-02-19': payment('2027-02-19', '0') })
    const rows = merge(opened, both, both)
    expect(outcomes(rows)).toEqual(['same', 'same', 'same', 'same'])
    expect(mergedPayments(rows, none)).toEqual(both)
  })

  it('never brings back a payment that was collected meanwhile, changed here or not', () => {
    const now = opened.slice(1)
    const mine = at({ '2026-12-21': payment('2026-12-30', '25.32') })
    const rows = merge(opened, now, mine)
    expect(outcomes(rows)).toEqual(['gone', 'same', 'same', 'same'])
    expect(mergedPayments(rows, none)).toEqual(now)
    expect(mergedPayments(merge(opened, now, opened), none)).toEqual(now)
  })

  it('takes no other row for one that was collected, though somebody moved that row meanwhile', () => {
    const moved = payment('2027-01-27', '25.32')
    const now = [moved, ...opened.slice(2)]
    const mine = at({ '2026-12-21': payment('2026-12-30', '25.32') })
    const rows = merge(opened, now, mine, on('2026-12-21'))
    expect(outcomes(rows)).toEqual(['gone', 'theirs', 'same', 'same'])
    expect(mergedPayments(rows, none)).toEqual(now)
  })

  it('brings no collected payment back, whatever both sides did and whatever is chosen', () => {
    const change = fc.record({ days: fc.integer({ min: -9, max: 9 }), more: fc.integer({ min: 0, max: 99 }) })
    const changes = fc.array(change, { minLength: 4, maxLength: 4 })
    const before = opened.map((row, n): UpcomingPayment => ({ ...row, amount: toPence(1000 * (n + 1)) }))
    const taken = (count: number) => before.slice(0, count).map(({ amount }) => amount)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        changes,
        changes,
        fc.constantFrom<Side>('theirs', 'mine'),
        (collected, byThem, byMe, side) => {
          const now = before.slice(collected).map(({ date, amount }, n) => ({
            date: addDays(date, byThem[n]?.days ?? 0),
            amount: toPence(amount + (byThem[n]?.more ?? 0)),
          }))
          const mine = before.map(({ date, amount }, n) => ({ date: addDays(date, byMe[n]?.days ?? 0), amount }))
          const rows = merge(before, now, mine, on(dates[collected - 1] ?? ''))
          const merged = mergedPayments(rows, new Map(rows.map(({ id }) => [id, side]))) ?? []
          expect(merged).toHaveLength(now.length)
          expect(merged.filter(({ amount }) => taken(collected).includes(amount))).toEqual([])
        },
      ),
    )
  })

  it('takes over added rows of both sides, and one that both added once', () => {
    const [one, two] = [payment('2027-04-19', '25.32'), payment('2027-04-20', '5.00')]
    expect(mergedPayments(merge(opened, [...opened, one], [...opened, two]), none)).toEqual([...opened, one, two])
    expect(mergedPayments(merge(opened, [...opened, one], [...opened, one]), none)).toEqual([...opened, one])
  })

  it('is what stands now when nothing was changed here, and what was wanted when nothing changed there', () => {
    const list = fc.array(
      fc
        .record({ days: fc.integer({ min: 0, max: 30 }), amount: fc.integer({ min: 0, max: 4 }) })
        .map(({ days, amount }) => ({ date: addDays(day('2026-12-01'), days), amount: toPence(amount) })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(list, list, (before, after) => {
        const sorted = sortedPayments(after)
        const early = on('2026-11-01')
        expect(mergedPayments(merge(before, after, before, early), none)).toEqual(sorted)
        expect(mergedPayments(merge(before, before, after, early), none)).toEqual(sorted)
        const rows = merge(before, after, after, early)
        expect(totalOf(mergedPayments(rows, none) ?? [])).toBe(totalOf(after))
      }),
    )
  })
})
