import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { checkUpcoming, type Finding, pathOf } from './check'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import type { UpcomingPayment } from './model'

const dates = ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-17']
const rows = payments(dates, '25.00')
const schedule = aSchedule({ upcoming: rows })
const c = on('2026-11-20', '10:00')
const withRow = (list: readonly UpcomingPayment[], at: number, row: UpcomingPayment) =>
  list.map((payment, n) => (n === at ? row : payment))
const check = (proposed: readonly UpcomingPayment[], circumstances = c) =>
  checkUpcoming(schedule, proposed, circumstances)
const stopping = (findings: readonly Finding[]) => findings.filter(({ stops }) => stops).map(({ kind }) => kind)

describe('a proposed list of an ongoing schedule', () => {
  it('may skip a payment (E59)', () => {
    expect(check(withRow(rows, 1, payment('2027-01-15', '0')))).toEqual([])
  })

  it('may not move one to a Saturday, and names the Monday after it (E60)', () => {
    const findings = check(withRow(rows, 1, payment('2027-01-16', '25.00')))
    expect(findings).toEqual([{ kind: 'not-a-banking-day', row: 1, holiday: null, movesTo: '2027-01-18', stops: true }])
    expect(findings.map(pathOf)).toEqual(['payments.1.date'])
  })

  it('names the holiday in the way', () => {
    expect(check(withRow(rows, 3, payment('2027-03-26', '25.00')))).toMatchObject([
      { kind: 'not-a-banking-day', holiday: 'Good Friday', movesTo: '2027-03-30' },
    ])
  })

  it('without a change cannot be saved (E62), in whatever order it comes', () => {
    expect(stopping(check([...rows].reverse()))).toEqual(['nothing-changed'])
  })

  it('may not be empty: nobody knows what SmarterPay makes of that', () => {
    expect(stopping(check([]))).toContain('nothing-left')
  })

  it('may not hold two payments on one day (E63)', () => {
    const twice = check(withRow(rows, 1, payment('2027-02-15', '20.00')))
    expect(twice).toEqual([
      { kind: 'same-day', row: 1, other: 2, stops: true },
      { kind: 'same-day', row: 2, other: 1, stops: false },
    ])
    expect(stopping(check(withRow(rows, 1, payment('2027-02-15', '25.00'))))).toEqual(['same-day'])
  })

  it('sends rows out of order without complaint (E63)', () => {
    const moved = [...rows.slice(1), payment('2026-12-16', '25.00')]
    expect(stopping(check(moved))).toEqual([])
  })

  it.each([
    ['today', '2026-11-20', 'past'],
    ['yesterday', '2026-11-19', 'past'],
    ['the day before the earliest', '2026-11-23', 'locked'],
  ])('may not move a payment to %s', (_, date, kind) => {
    expect(check(withRow(rows, 0, payment(date, '25.00')))).toMatchObject([{ kind, row: 0, part: 'date', stops: true }])
  })

  it('warns inside the notice period and does not stop', () => {
    expect(check(withRow(rows, 0, payment('2026-11-24', '25.00')))).toEqual([
      { kind: 'short-notice', row: 0, latestNoticeDay: '2026-11-10', stops: false },
    ])
  })

  it('judges the notice of the day that a payment leaves, too', () => {
    const soon = aSchedule({ upcoming: payments(['2026-11-25', '2027-01-15']) })
    const moved = [payment('2027-02-15', '25.32'), payment('2027-01-15', '25.32')]
    expect(checkUpcoming(soon, moved, c)).toMatchObject([{ kind: 'short-notice', latestNoticeDay: '2026-11-11' }])
  })

  it('locks a row from the cut-off on', () => {
    const soon = aSchedule({ upcoming: payments(['2026-11-24', '2027-01-15']) })
    const skipped = [payment('2026-11-24', '0'), payment('2027-01-15', '25.32')]
    expect(stopping(checkUpcoming(soon, skipped, on('2026-11-20', '21:59')))).toEqual([])
    const late = checkUpcoming(soon, skipped, on('2026-11-20', '22:01'))
    expect(late).toMatchObject([{ kind: 'locked', row: 0, part: 'amount', earliest: '2026-11-25', stops: true }])
    expect(late.map(pathOf)).toEqual(['payments.0.amount'])
  })

  it('lets a row go back untouched whatever its day, and only warns of it', () => {
    const old = aSchedule({ upcoming: payments(['2026-11-19', '2026-11-23', '2026-12-25', '2027-01-15']) })
    const skipped = [...(old.upcoming ?? []).slice(0, 3), payment('2027-01-15', '0')]
    expect(checkUpcoming(old, skipped, c)).toEqual([
      { kind: 'not-a-banking-day', row: 2, holiday: 'Christmas Day', movesTo: '2026-12-29', stops: false },
    ])
  })

  it('may not leave out a row that is too late to change, and warns of one inside the notice period', () => {
    const soon = aSchedule({ upcoming: payments(['2026-11-23', '2026-11-25', '2027-01-15']) })
    const [, second, third] = soon.upcoming ?? []
    expect(
      checkUpcoming(
        soon,
        [second, third].filter((row) => row !== undefined),
        c,
      ),
    ).toEqual([{ kind: 'removed-too-late', date: '2026-11-23', stops: true }])
    expect(checkUpcoming(soon, [payment('2026-11-23', '25.32'), payment('2027-01-15', '25.32')], c)).toEqual([
      { kind: 'notice-passed-for-removed', date: '2026-11-25', latestNoticeDay: '2026-11-11', stops: false },
    ])
  })

  it('says where the calendar is not known', () => {
    expect(check(withRow(rows, 5, payment('2029-01-02', '25.00')))).toEqual([
      { kind: 'calendar-not-known', row: 5, stops: false },
    ])
  })

  it('knows no notice for cards, but neither today nor the past', () => {
    const card = aSchedule({ method: 'card', auddis: null, cardId: 'CD01', upcoming: rows })
    expect(checkUpcoming(card, withRow(rows, 0, payment('2026-11-23', '25.00')), c)).toEqual([])
    expect(stopping(checkUpcoming(card, withRow(rows, 0, payment('2026-11-20', '25.00')), c))).toEqual(['past'])
  })

  it.each([
    ['an unreadable list', { upcoming: null }, 'list-unreadable'],
    ['an inactive schedule', { status: 'inactive' as const }, 'not-active'],
    ['an unrecognised kind', { kind: 'unrecognised' as const }, 'unrecognised'],
  ])('is never taken for %s', (_, over, kind) => {
    expect(stopping(checkUpcoming(aSchedule(over), rows, c))).toEqual([kind])
  })
})

describe('a proposed list of a plan', () => {
  const three = ['2026-12-23', '2027-01-25', '2027-02-23']
  const plan = aPlan({
    total: '150.00',
    instalments: 4,
    collected: { count: 1, total: '37.50' },
    upcoming: payments(three, '37.50'),
  })
  const held = (...amounts: string[]) =>
    checkUpcoming(
      plan,
      amounts.map((amount, n) => payment(three[n] ?? '2027-03-23', amount)),
      c,
    )

  it('may be rearranged to the penny (E73)', () => {
    expect(held('50.00', '32.50', '30.00')).toEqual([])
  })

  it('may not lack money (E74)', () => {
    expect(held('50.00', '32.50', '20.00')).toEqual([{ kind: 'plan-total-differs', byPence: -1000, stops: true }])
  })

  it('may not lack a row, though a row of nought fills it (E75)', () => {
    expect(stopping(held('56.25', '56.25'))).toEqual(['plan-count-differs'])
    expect(held('56.25', '56.25', '0')).toEqual([])
  })

  it('holds sum and count apart', () => {
    expect(stopping(held('37.50', '37.50', '37.50', '1.00'))).toEqual(['plan-total-differs', 'plan-count-differs'])
  })
})

it('names the list itself where no row is to blame', () => {
  expect(pathOf({ kind: 'removed-too-late', date: day('2026-11-23'), stops: true })).toBe('payments')
})
