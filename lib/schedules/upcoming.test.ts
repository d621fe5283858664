import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import type { UpcomingPayment } from './model'
import { changedRows, changeWords, compareUpcoming, restoredPayments, sortedPayments, totalOf } from './upcoming'

const row = (date: string, amount: number): UpcomingPayment => ({ date: day(date), amount: toPence(amount) })
const list = (...rows: [string, number][]) => rows.map(([date, amount]) => row(date, amount))

const base = list(['2026-12-15', 2500], ['2027-01-15', 2500], ['2027-02-15', 2500])

describe('comparing two lists of upcoming payments', () => {
  it('finds nothing between equal lists, whatever their order', () => {
    expect(changedRows(base, [...base].reverse())).toEqual([])
  })

  it.each([
    [
      'a new amount',
      list(['2026-12-15', 2500], ['2027-01-15', 0], ['2027-02-15', 2500]),
      [['changed', 1, 1, ['skipped']]],
    ],
    [
      'a new day',
      list(['2026-12-15', 2500], ['2027-01-18', 2500], ['2027-02-15', 2500]),
      [['changed', 1, 1, ['moved']]],
    ],
    [
      'a new day and amount',
      list(['2026-12-15', 2500], ['2027-01-18', 3000], ['2027-02-15', 2500]),
      [['changed', 1, 1, ['moved', 'edited']]],
    ],
    ['a row more', [...base, row('2027-03-15', 2500)], [['added', undefined, 3, []]]],
    ['a row less', base.slice(0, 2), [['removed', 2, undefined, []]]],
  ])('tells %s', (_, after, expected) => {
    const changes = changedRows(base, after).map((change) => [
      change.kind,
      'from' in change ? change.from : undefined,
      'row' in change ? change.row : undefined,
      change.kind === 'changed' ? changeWords(change.before, change.after) : [],
    ])
    expect(changes).toEqual(expected)
  })

  it('takes a row that moved past another for a move of that row, by its amount', () => {
    const before = list(['2026-12-15', 1000], ['2027-01-15', 2000])
    const after = list(['2027-01-15', 2000], ['2027-02-01', 1000])
    expect(changedRows(before, after)).toEqual([
      { kind: 'changed', from: 0, row: 1, before: before[0], after: after[1] },
    ])
  })

  it('counts two rows on one day apart', () => {
    const twice = list(['2026-12-15', 2500], ['2026-12-15', 2500])
    expect(changedRows(twice, twice.slice(0, 1)).map(({ kind }) => kind)).toEqual(['removed'])
  })

  it('restores the days to come of an earlier list, and leaves today and what has passed as SmarterPay lists them', () => {
    const earlier = list(['2026-11-19', 2500], ['2026-11-20', 2500], ['2026-11-21', 2500], ['2027-01-15', 2500])
    const now = list(['2026-11-20', 2500], ['2026-12-22', 2500], ['2027-01-18', 2600])
    expect(restoredPayments(earlier, now, day('2026-11-20'))).toEqual(
      list(['2026-11-20', 2500], ['2026-11-21', 2500], ['2027-01-15', 2500]),
    )
  })

  it('finds the changes of hundreds of rows as of the few that differ, equal rows on one day too', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1 }))
    const list = fc
      .array(row, { maxLength: 8 })
      .map((rows) => rows.map(([n, amount]) => ({ date: addDays(day('2026-01-01'), n), amount: toPence(amount) })))
    fc.assert(
      fc.property(list, list, fc.boolean(), (one, other, ordered) => {
        const [before, after] = ordered ? [sortedPayments(one), sortedPayments(other)] : [one, other]
        const all = compareUpcoming(before, after).filter(({ kind }) => kind !== 'kept')
        expect(changedRows(before, after)).toEqual(all)
      }),
      { numRuns: 2000 },
    )
  })

  it('names every row of both lists exactly once, and the money adds up', () => {
    const rows = fc.array(
      fc
        .record({ days: fc.integer({ min: 0, max: 20 }), amount: fc.integer({ min: 0, max: 3 }) })
        .map(({ days, amount }) => ({ date: addDays(day('2026-12-01'), days), amount: toPence(amount) })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const changes = compareUpcoming(before, after)
        const numbers = (name: 'from' | 'row') =>
          changes.flatMap((change) => (name in change ? [(change as Record<string, unknown>)[name]] : [])).sort()
        expect(numbers('from')).toEqual(before.map((_, n) => n).sort())
        expect(numbers('row')).toEqual(after.map((_, n) => n).sort())
        const moved = changes.reduce(
          (sum, change) =>
            sum + ('after' in change ? change.after.amount : 0) - ('before' in change ? change.before.amount : 0),
          0,
        )
        expect(moved).toBe(totalOf(after) - totalOf(before))
        expect(changedRows(before, sortedPayments(before))).toEqual([])
      }),
    )
  })
})
