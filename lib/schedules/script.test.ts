import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, payment, payments } from './examples'
import type { UpcomingPayment } from './model'
import { crmNote, readAloud, spokenDate } from './script'

const today = day('2026-11-30')
const dates = ['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19', '2027-05-19']
const schedule = aSchedule({ upcoming: payments(dates) })
const rows = payments(dates)
const swap = (changes: Record<string, UpcomingPayment | null>, from: readonly UpcomingPayment[] = rows) =>
  from.flatMap((row) => (row.date in changes ? (changes[row.date] ?? []) : row))
const said = (proposed: readonly UpcomingPayment[]) => readAloud(schedule, proposed, today)

describe('what is read to the payer', () => {
  it('a move', () => {
    expect(said(swap({ '2027-01-19': payment('2027-01-27', '25.32') }))).toMatchInlineSnapshot(
      `"Your payment of £25.32 due on Tuesday 19 January 2027 will now be taken on Wednesday 27 January 2027. Nothing else changes. Your next payment after that is £25.32 on Friday 19 February 2027."`,
    )
  })

  it('a skip', () => {
    expect(said(swap({ '2027-02-19': payment('2027-02-19', '0') }))).toMatchInlineSnapshot(
      `"There will be no payment on Friday 19 February 2027. Nothing else changes. Your next payment after that is £25.32 on Friday 19 March 2027."`,
    )
  })

  it('another amount', () => {
    expect(said(swap({ '2027-03-19': payment('2027-03-19', '40.00') }))).toMatchInlineSnapshot(
      `"Your payment on Friday 19 March 2027 will be £40.00 instead of £25.32. Nothing else changes. Your next payment after that is £25.32 on Monday 19 April 2027."`,
    )
  })

  it('a move and another amount of one payment', () => {
    expect(said(swap({ '2027-03-19': payment('2027-03-22', '40.00') }))).toMatchInlineSnapshot(
      `"Your payment of £25.32 due on Friday 19 March 2027 will now be £40.00, taken on Monday 22 March 2027. Nothing else changes. Your next payment after that is £25.32 on Monday 19 April 2027."`,
    )
  })

  it('several of them', () => {
    const proposed = swap({
      '2027-01-19': payment('2027-01-27', '25.32'),
      '2027-02-19': payment('2027-02-19', '0'),
      '2027-03-19': payment('2027-03-19', '40.00'),
    })
    expect(said(proposed)).toMatchInlineSnapshot(
      `"Your payment of £25.32 due on Tuesday 19 January 2027 will now be taken on Wednesday 27 January 2027. There will be no payment on Friday 19 February 2027. Your payment on Friday 19 March 2027 will be £40.00 instead of £25.32. Nothing else changes. Your next payment after that is £25.32 on Monday 19 April 2027."`,
    )
  })

  it('all payments from a day on', () => {
    expect(said(rows.map(({ date }) => payment(date, '30.00')))).toMatchInlineSnapshot(
      `"Your 6 payments from Monday 21 December to Wednesday 19 May 2027 will be £30.00 each instead of £25.32. Nothing else changes."`,
    )
  })

  it('a pause', () => {
    expect(said(rows.map((row, n) => (n < 3 ? payment(row.date, '0') : row)))).toMatchInlineSnapshot(
      `"There will be no payments on Monday 21 December, Tuesday 19 January 2027 and Friday 19 February 2027. Nothing else changes. Your next payment after that is £25.32 on Friday 19 March 2027."`,
    )
  })

  it('one that was skipped and is taken again', () => {
    const skipped = { ...schedule, upcoming: swap({ '2027-01-19': payment('2027-01-19', '0') }) }
    expect(readAloud(skipped, rows, today)).toMatchInlineSnapshot(
      `"A payment of £25.32 will be taken on Tuesday 19 January 2027. Nothing else changes. Your next payment after that is £25.32 on Friday 19 February 2027."`,
    )
  })

  it('one removed and one added, as the move that they amount to', () => {
    const proposed = [...swap({ '2027-05-19': null }), payment('2027-04-26', '10.00')]
    expect(said(proposed)).toMatchInlineSnapshot(
      `"Your payment of £25.32 due on Wednesday 19 May 2027 will now be £10.00, taken on Monday 26 April 2027. Nothing else changes."`,
    )
  })

  it('a plan spread anew', () => {
    const plan = aPlan({ total: '100.00', instalments: 4, upcoming: payments(dates.slice(0, 4), '25.00') })
    const spread = ['33.34', '0', '33.33', '33.33'].map((amount, n) => payment(dates[n] ?? '', amount))
    expect(readAloud(plan, spread, today)).toMatchInlineSnapshot(
      `"Your payment on Monday 21 December will be £33.34 instead of £25.00. There will be no payment on Tuesday 19 January 2027. Your 2 payments on Friday 19 February 2027 and Friday 19 March 2027 will be £33.33 each instead of £25.00. Nothing else changes."`,
    )
  })

  it('never says a date as figures, and never says nought', () => {
    const everything = said(swap({ '2027-01-19': payment('2027-01-27', '0'), '2027-02-19': null }))
    expect(everything).not.toMatch(/\d{4}-\d{2}|£0\.00|instalment|schedule/)
  })

  it('names the year only where it is another', () => {
    expect(spokenDate(day('2026-12-21'), today)).toBe('Monday 21 December')
    expect(spokenDate(day('2027-01-19'), today)).toBe('Tuesday 19 January 2027')
  })
})

describe('the line for the customer’s file', () => {
  it('has ids, each change with before and after, reason, person and time', () => {
    const proposed = swap({ '2027-01-19': payment('2027-01-27', '25.32'), '2027-02-19': payment('2027-02-19', '0') })
    const about = { person: 'Agent', at: 'Mon 30 Nov 2026 10:00', reason: 'Customer asked' }
    expect(crmNote(schedule, proposed, about)).toMatchInlineSnapshot(
      `"FTBRS00112373 / MEM-204417 / FBMAN02814872: moved: Tue 19 Jan 2027 £25.32 > Wed 27 Jan 2027 £25.32; skipped: Fri 19 Feb 2027 £25.32 > Fri 19 Feb 2027 no payment. Customer asked. Agent, Mon 30 Nov 2026 10:00."`,
    )
  })
})
