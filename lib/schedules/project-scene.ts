import fc from 'fast-check'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, day } from '@/lib/calendar-date'
import { pounds } from './examples'
import type { Rule } from './rule'

// For tests alone: the calendar of forecasts, dates in short, and rules at random.

export const calendar = bankingCalendar([])

/** "2022-05-19 06-20": a year stands where it changes. */
export const dates = (text: string) => {
  let year = ''
  return text.split(/[\s,]+/).map((date) => {
    if (date.length === 10) year = date.slice(0, 4)
    return date.length === 10 ? date : `${year}-${date}`
  })
}

export const anyRule = fc.record({
  cadence: fc.oneof(
    fc.constant({ every: 'week' as const }),
    fc
      .oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const))
      .map((at) => ({ every: 'month' as const, day: at })),
  ),
  stretch: fc.integer({ min: 1, max: 13 }),
  first: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2021-01-01'), days)),
  firstTwoInSameMonth: fc.boolean(),
  method: fc.constantFrom('direct-debit' as const, 'card' as const),
  amounts: fc.constant<Rule['amounts']>({ kind: 'ongoing', first: pounds('1.00'), each: pounds('2.00'), end: null }),
})
