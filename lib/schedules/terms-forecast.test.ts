import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, day } from '@/lib/calendar-date'
import type { Terms } from './changes'
import { checkUpcoming } from './check'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'
import { holdsAsShown, putBack } from './rule-edits'
import { asPayments, forecastTerms, likelyLists } from './terms-forecast'
import { totalOf } from './upcoming'

const c = on('2026-12-01')
const on19th = aSchedule({
  collectionDay: 19,
  startDate: day('2026-01-19'),
  firstCollectionDate: day('2026-01-19'),
  upcoming: payments(['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19', '2027-05-19']),
})
const plan = aPlan({
  total: '150.00',
  instalments: 4,
  collected: { count: 1, total: '37.50' },
  collectionDay: 15,
  nextCollectionDate: day('2026-12-15'),
  startDate: day('2026-11-16'),
  firstCollectionDate: day('2026-11-16'),
})
const told = (schedule: Schedule, terms: Terms, keep = false) =>
  (forecastTerms(schedule, terms, c, keep)?.rows ?? []).map(
    ({ before, after, fate }) => `${before?.date ?? '-'} ${after?.date ?? '-'} ${after?.highest ?? '-'} ${fate}`,
  )
const withRow = (schedule: Schedule, index: number, row: { date: string; amount: string }): Schedule => ({
  ...schedule,
  upcoming: (schedule.upcoming ?? []).map((one, at) => (at === index ? payment(row.date, row.amount) : one)),
})

describe('row by row against now', () => {
  it('sets a changed day beside the row of the same month, and leaves the next payment', () => {
    expect(told(on19th, { collectionDay: 1 })).toEqual([
      '2026-12-21 2026-12-21 2532 same',
      '2027-01-19 2027-01-04 2532 changed',
      '2027-02-19 2027-02-01 2532 changed',
      '2027-03-19 2027-03-01 2532 changed',
      '2027-04-19 2027-04-01 2532 changed',
      '2027-05-19 2027-05-04 2532 changed',
    ])
  })
  it('tells which months fall away with a longer turn, and that later ones are beyond what is listed now', () => {
    expect(told(on19th, { collectionStretch: 2 })).toEqual([
      '2026-12-21 2026-12-21 2532 same',
      '2027-01-19 - - removed',
      '2027-02-19 2027-02-19 2532 same',
      '2027-03-19 - - removed',
      '2027-04-19 2027-04-19 2532 same',
      '2027-05-19 - - removed',
      '- 2027-06-21 2532 beyond',
      '- 2027-08-19 2532 beyond',
      '- 2027-10-19 2532 beyond',
    ])
  })
  it('counts, adds up and names the first payment that changes', () => {
    expect(forecastTerms(on19th, { amount: pounds('22.50') }, c)).toMatchObject({
      changed: 6,
      beforeTotal: 15_192,
      afterTotal: 13_500,
      firstAffected: '2026-12-21',
      gaps: [],
      resets: [],
    })
  })
  it('ends with the end date', () => {
    expect(told(on19th, { endDate: day('2027-02-19') }).slice(3)).toEqual([
      '2027-03-19 - - removed',
      '2027-04-19 - - removed',
      '2027-05-19 - - removed',
    ])
  })
  it('knows a plan’s rest to the penny, and a share only as a range (E72)', () => {
    const forecast = forecastTerms(plan, { instalments: 6 }, c)
    expect(forecast).toMatchObject({ beforeTotal: 11_250, afterTotal: 11_250 })
    expect(forecast?.rows.map(({ fate }) => fate)).toEqual(['changed', 'changed', 'changed', 'added', 'added'])
    const odd = forecastTerms(plan, { amount: pounds('150.01') }, c)
    expect(odd?.rows.map(({ after }) => [after?.lowest, after?.highest])).toEqual([
      [3750, 3751],
      [3750, 3751],
      [3750, 3751],
    ])
    expect(odd?.changed).toBe(0)
    expect(odd?.afterTotal).toBe(11_251)
  })
  it('finds two payments too close together, and the mandate in danger', () => {
    expect(forecastTerms(on19th, { collectionDay: 1 }, c)?.gaps).toMatchObject([
      { first: '2026-12-21', second: '2027-01-04', days: 14 },
    ])
    expect(forecastTerms(on19th, { collectionStretch: 24 }, c)?.dormant).toMatchObject({ from: '2026-12-21' })
  })
  it('says nothing where nothing can be foreseen', () => {
    expect(forecastTerms({ ...on19th, upcoming: [] }, { amount: pounds('1.00') }, c)).toBeNull()
    expect(forecastTerms(plan, { amount: pounds('1.00') }, c)).toBeNull()
  })
  it('classes the notice of what changes, and of nothing else', () => {
    const at = on('2026-12-14')
    const rows = forecastTerms(on19th, { amount: pounds('22.50') }, at)?.rows ?? []
    expect(rows.slice(0, 2).map(({ notice }) => notice)).toEqual(['short-notice', 'notice-safe'])
    expect(forecastTerms(on19th, { collectionDay: 1 }, at)?.rows[0]?.notice).toBeNull()
  })
})

describe('rows that differ from the rule', () => {
  const skipped = withRow(on19th, 2, { date: '2027-02-19', amount: '0.00' })
  it('are told before a change of the rule resets them, and can be kept in their period', () => {
    const forecast = forecastTerms(skipped, { collectionDay: 1, amount: pounds('22.50') }, c, true)
    expect(forecast?.resets).toMatchObject([{ kind: 'skipped', listed: { date: '2027-02-19' }, at: '2027-02-01' }])
    expect(forecast?.rows[2]).toMatchObject({ after: { date: '2027-02-01', highest: 0 }, kept: { kind: 'skipped' } })
    expect(forecast?.putBack?.payments.map(({ amount }) => amount)).toEqual([2250, 2250, 0, 2250, 2250, 2250])
    expect(forecast?.afterTotal).toBe(11_250)
  })
  it('keep a moved day as it was promised', () => {
    const moved = withRow(on19th, 1, { date: '2027-01-25', amount: '25.32' })
    const forecast = forecastTerms(moved, { amount: pounds('22.50') }, c, true)
    expect(forecast?.resets).toMatchObject([{ kind: 'moved', at: '2027-01-19', date: '2027-01-25', amount: null }])
    expect(forecast?.putBack?.payments[1]).toEqual(payment('2027-01-25', '22.50'))
  })
  it('are not reset where the next payment stands moved: its date does not change by itself', () => {
    const moved = withRow({ ...on19th, nextCollectionDate: day('2026-12-23') }, 0, {
      date: '2026-12-23',
      amount: '25.32',
    })
    expect(forecastTerms(moved, { amount: pounds('22.50') }, c)?.resets).toEqual([])
  })
  it('leave a plan’s sum and number as they are', () => {
    const edited = withRow(withRow(plan, 1, { date: '2027-01-15', amount: '0.00' }), 2, {
      date: '2027-02-15',
      amount: '75.00',
    })
    const back = forecastTerms(edited, { amount: pounds('180.00') }, c, true)?.putBack
    expect(back?.kept.map(({ kind }) => kind)).toEqual(['skipped', 'amount'])
    expect(back?.payments.map(({ amount }) => amount)).toEqual([6750, 0, 7500])
  })
  it('cannot be kept on a day that the new list already has, or that has become too late', () => {
    const moved = withRow(on19th, 1, { date: '2027-02-01', amount: '25.32' })
    const back = forecastTerms(moved, { collectionDay: 1 }, c, true)?.putBack
    expect(back?.lost).toMatchObject([{ why: 'same-day' }])
    const edit = {
      kind: 'moved',
      listed: payment('2026-12-23', '25.32'),
      at: day('2026-12-21'),
      date: day('2026-12-23'),
      amount: null,
    } as const
    expect(putBack(on19th, on19th.upcoming ?? [], [edit], on('2026-12-22')).lost).toMatchObject([{ why: 'too-late' }])
  })
  it('stand as shown only where SmarterPay made the rows that were foreseen', () => {
    const edits = forecastTerms(skipped, { collectionDay: 1 }, c, true)
    const shown = edits?.putBack
    if (!shown) throw new Error('there is something to put back')
    const elsewhere = (dates: string[]) => putBack(on19th, payments(dates), shown.kept, c)
    const foreseen = shown.payments.map(({ date }) => date)
    expect(holdsAsShown(shown, elsewhere(foreseen))).toBe(true)
    expect(holdsAsShown(shown, elsewhere([...foreseen, '2027-06-01']))).toBe(true)
    expect(holdsAsShown(shown, elsewhere(foreseen.map((date) => date.replace('2027-02-01', '2027-02-02'))))).toBe(false)
    expect(holdsAsShown(shown, elsewhere(foreseen.filter((date) => date !== '2027-02-01')))).toBe(false)
  })
})

describe('whatever is listed and wished', () => {
  const amounts = fc.integer({ min: 0, max: 9_999 })
  it('a list put back is one that may be sent, and a plan’s keeps sum and count', () => {
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 30_000 }),
        (given, collectionDay, more) => {
          const dates = [
            '2027-01-15',
            '2027-02-15',
            '2027-03-15',
            '2027-04-15',
            '2027-05-17',
            '2027-06-15',
            '2027-07-15',
            '2027-08-16',
          ]
          const upcoming = given.map((amount, index) => ({
            date: day(dates[index] ?? ''),
            amount: pounds((amount / 100).toFixed(2)),
          }))
          const schedule = aPlan({
            total: ((totalOf(upcoming) + 3750) / 100).toFixed(2),
            instalments: given.length + 1,
            collected: { count: 1, total: '37.50' },
            collectionDay: 15,
            nextCollectionDate: day('2027-01-15'),
            firstCollectionDate: day('2026-12-15'),
            startDate: day('2026-12-15'),
            upcoming,
          })
          const terms: Terms = { amount: pounds(((schedule.amount ?? 0) / 100 + more / 100).toFixed(2)), collectionDay }
          const forecast = forecastTerms(schedule, terms, c, true)
          if (!forecast?.putBack) return
          const list = asPayments(schedule, terms, forecast.regenerated)
          const back = putBack({ ...schedule, upcoming: list }, list, forecast.resets, c)
          expect(totalOf(back.payments)).toBe(totalOf(list))
          expect(back.payments).toHaveLength(list.length)
          expect(
            checkUpcoming({ ...schedule, upcoming: list }, back.payments, c).filter(
              ({ stops, kind }) => stops && kind !== 'nothing-changed',
            ),
          ).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
  it('every row of both lists stands in the comparison once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Terms>(
          { collectionDay: 1 },
          { collectionDay: 28 },
          { collectionStretch: 3 },
          { amount: pounds('1.00') },
          { nextCollectionDate: day('2027-02-24') },
        ),
        fc.integer({ min: 1, max: 6 }),
        (terms, count) => {
          const schedule = { ...on19th, upcoming: on19th.upcoming?.slice(0, count) ?? [] }
          const forecast = forecastTerms(schedule, terms, c)
          const side = (dates: (CalendarDate | undefined)[]) => dates.filter(Boolean).sort()
          expect(side(forecast?.rows.map(({ before }) => before?.date) ?? [])).toEqual(
            schedule.upcoming.map(({ date }) => date),
          )
          expect(side(forecast?.rows.map(({ after }) => after?.date) ?? [])).toEqual(
            forecast?.regenerated.map(({ date }) => date),
          )
        },
      ),
    )
  })
})

it('holds a share against an operator’s limit at its highest, unless it may stay as it is', () => {
  const { before, after } = likelyLists(plan, { amount: pounds('180.01') }, c)
  expect(before.map(({ amount }) => amount)).toEqual([3750, 3750, 3750])
  expect(after.map(({ amount }) => amount)).toEqual([4751, 4751, 4751])
  expect(likelyLists(plan, { amount: pounds('150.01') }, c).after.map(({ amount }) => amount)).toEqual([
    3750, 3750, 3750,
  ])
})
