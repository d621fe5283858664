import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { slotsOf } from '@/lib/collections/days'
import { CollectionsChart } from './chart'

afterEach(cleanup)

/** What stands beside the marks of the axis, from nought upwards, where one day takes so many pence. */
function axisOf(pence: number): string[] {
  const date = day('2025-06-09')
  const row = { date, count: 1, total: pence, directDebit: pence, card: 0, locked: 0, atRisk: 0, skipped: 0 }
  const query = { from: date, to: day('2025-06-13'), group: 'day' as const }
  const slots = slotsOf(pence > 0 ? [{ ...row, projected: 0, projectedCount: 0 }] : [], query, [])
  const { container } = render(<CollectionsChart slots={slots} group="day" projectedFrom={null} />)
  return [...container.querySelectorAll('[aria-hidden] > span')].map(({ textContent }) => textContent ?? '')
}

describe('the axis of the chart', () => {
  it.each([
    ['an empty book', 0, ['£0', '£1', '£2', '£3', '£4']],
    ['a penny', 1, ['£0.00', '£0.20', '£0.40', '£0.60', '£0.80', '£1.00', '£1.20']],
    ['one pound', 100, ['£0.00', '£0.20', '£0.40', '£0.60', '£0.80', '£1.00', '£1.20']],
    ['a few pounds', 532, ['£0', '£2', '£4', '£6']],
    ['hundreds', 84_000, ['£0', '£200', '£400', '£600', '£800', '£1k']],
    ['millions', 123_456_789, ['£0', '£500k', '£1m', '£1.5m']],
  ])('has marks that all read differently for %s', (_, pence, marks) => {
    expect(axisOf(pence)).toEqual(marks)
  })
})
