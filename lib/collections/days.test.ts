import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween } from '@/lib/calendar-date'
import { grouped, holidaysOf, linesOf, partsOf, scheduledOf, slotsOf, spanOf, startOf, sumsOf } from './days'
import type { CollectionsRow } from './model'
import { type CollectionsQuery, GROUPS } from './query'
import { chartText, rangeText, shortPounds } from './words'

const row = (date: string, total: number, over: Partial<CollectionsRow> = {}): CollectionsRow => ({
  date: day(date),
  count: total > 0 ? 1 : 0,
  total,
  directDebit: total,
  card: 0,
  locked: 0,
  atRisk: 0,
  skipped: 0,
  projected: 0,
  projectedCount: 0,
  ...over,
})
const query = (from: string, to: string, group: CollectionsQuery['group'] = 'day'): CollectionsQuery => ({
  from: day(from),
  to: day(to),
  group,
})

describe('weeks and months', () => {
  it('begin on Mondays and on the 1st, over years and leap days', () => {
    expect(startOf(day('2027-01-01'), 'week')).toBe('2026-12-28')
    expect(startOf(day('2028-02-29'), 'month')).toBe('2028-02-01')
    expect(spanOf(day('2026-12-28'), query('2026-12-30', '2027-01-31', 'week'))).toEqual({
      from: '2026-12-30',
      to: '2027-01-03',
    })
  })

  it('hold what their days hold, to the penny, and their places cover the range without a gap or a day twice', () => {
    const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2025-03-01'), days))
    const someRows = fc.uniqueArray(fc.record({ date: someDay, total: fc.integer({ min: 1, max: 1_000_000 }) }), {
      selector: ({ date }) => date,
      maxLength: 60,
    })
    fc.assert(
      fc.property(
        someRows,
        someDay,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...GROUPS),
        (found, from, length, group) => {
          const asked = { from, to: addDays(from, length), group }
          const days = found
            .filter(({ date }) => date >= from && date <= asked.to)
            .map(({ date, total }) => row(date, total))
            .sort((a, b) => (a.date < b.date ? -1 : 1))
          const rows = grouped(days, group)
          expect(sumsOf(rows)).toEqual(sumsOf(days))
          const slots = slotsOf(rows, asked, [])
          expect(slots[0]?.span.from).toBe(from)
          expect(slots.at(-1)?.span.to).toBe(asked.to)
          for (const [index, slot] of slots.entries())
            if (index > 0) expect(daysBetween(slots[index - 1]?.span.to ?? from, slot.span.from)).toBe(1)
          const lines = linesOf(slots)
          expect(lines.filter((line) => line.kind === 'row')).toHaveLength(rows.length)
          const last = lines.findLast((line) => line.kind === 'row')
          if (last?.kind === 'row') expect(last.running).toBe(sumsOf(days).total)
        },
      ),
    )
  })
})

describe('the lines of a table', () => {
  it('put days without anything together, closed ones apart, with the holiday’s name', () => {
    const slots = slotsOf([row('2026-12-24', 100), row('2026-12-29', 200)], query('2026-12-24', '2026-12-31'), [])
    expect(linesOf(slots).map((line) => (line.kind === 'row' ? [line.row.date, line.running] : line))).toEqual([
      ['2026-12-24', 100],
      {
        kind: 'empty',
        from: '2026-12-25',
        to: '2026-12-28',
        banking: false,
        names: ['Christmas Day', 'Boxing Day (substitute)'],
      },
      ['2026-12-29', 300],
      { kind: 'empty', from: '2026-12-30', to: '2026-12-31', banking: true, names: [] },
    ])
    expect(holidaysOf(slots)).toMatchObject([{ from: '2026-12-25', to: '2026-12-28' }])
  })

  it('show what is listed on a closed day all the same', () => {
    const slots = slotsOf([row('2026-12-25', 100)], query('2026-12-25', '2026-12-25'), [])
    expect(linesOf(slots)).toMatchObject([{ kind: 'row', row: { total: 100 }, slot: { closed: 'Christmas Day' } }])
  })

  it('know a holiday that was proclaimed since', () => {
    const [slot] = slotsOf([], query('2026-06-08', '2026-06-08'), [day('2026-06-08')])
    expect(slot?.closed).toBe('Bank holiday')
  })
})

describe('words', () => {
  it.each([
    ['2026-12-01', '2026-12-31', 'December 2026'],
    ['2026-12-01', '2026-12-30', '1 to 30 Dec 2026'],
    ['2026-11-30', '2026-12-06', '30 Nov to 6 Dec 2026'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 to 3 Jan 2027'],
    ['2026-12-28', '2026-12-28', 'Mon 28 Dec 2026'],
    ['2028-02-01', '2028-02-29', 'February 2028'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(rangeText({ from: day(from), to: day(to) })).toBe(words)
  })

  it('shortens pounds for the peaks of the chart', () => {
    const amounts = [0, 30, 200, 1_049, 84_000, 5_632_140, 99_996_000, 123_456_789]
    expect(amounts.map(shortPounds)).toEqual(['£0', '£0.30', '£2', '£10', '£840', '£56.3k', '£1.0m', '£1.2m'])
  })

  it('tells the chart to those who do not see it', () => {
    const rows = [row('2026-12-01', 5000, { locked: 5000 }), row('2026-12-02', 1000, { atRisk: 400, projected: 9000 })]
    expect(chartText(slotsOf(rows, query('2026-12-01', '2026-12-02'), []), 'day', day('2026-12-02'))).toBe(
      '2 payments, £60.00 in SmarterPay’s list: £50.00 locked, £6.00 scheduled, £4.00 at risk; beside it £90.00 projected. ' +
        'Highest day Wed 2 Dec 2026, £100.00, 1 payment. From Wed 2 Dec 2026 on partly projected.',
    )
    expect(scheduledOf(sumsOf(rows))).toBe(600)
    expect(partsOf(sumsOf(rows), ['scheduled', 'at-risk', 'projected', 'skipped', 'at-risk'])).toBe(600 + 400 + 9000)
    expect(chartText([], 'day', null)).toBe('No payments in this range.')
  })
})
