import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, settingOf } from '@/lib/schedules/draft'
import { judgeDraft } from '@/lib/schedules/draft-check'
import { applyCommand, type Command } from '@/lib/schedules/draft-commands'
import { aSchedule, on, payment, payments, pounds } from '@/lib/schedules/examples'
import type { Schedule } from '@/lib/schedules/model'
import { remarkWords, reviewChecks } from './remark-words'

const dates = ['2026-12-02', '2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
const schedule = aSchedule({ upcoming: payments(dates) })
const c = on('2026-11-30', '10:00')
const move = (row: string, to: string): Command => ({ kind: 'move', row, to: day(to) })
const yearly = aSchedule({ collectionStretch: 12, upcoming: payments(['2026-12-21', '2027-12-20', '2028-12-19']) })

function judged(of: Schedule, commands: readonly Command[], at = c) {
  const setting = settingOf(of, at)
  const draft = commands.reduce((now, one) => applyCommand(now, one, setting), draftOf(of.upcoming ?? []))
  return { draft, judgement: judgeDraft(of, draft, at), c: at }
}

function remarksOf(row: string, of: Schedule, commands: readonly Command[], at = c) {
  const { draft, judgement } = judged(of, commands, at)
  const own = draft.rows.find(({ id }) => id === row)
  return (judgement.remarks.get(row) ?? []).map((remark) => {
    const { text, stops, fix } = own ? remarkWords(remark, own, at) : { text: '', stops: false, fix: undefined }
    return [text, stops, fix?.label]
  })
}

type Case = { what: string; of?: Schedule; commands: Command[]; row: string; said: unknown[]; check: string }
const cases: Case[] = [
  {
    what: 'a day that has passed',
    commands: [move('row-2', '2026-11-27')],
    row: 'row-2',
    said: ['Choose a day after today.', true, undefined],
    check: 'Fri 27 Nov 2026: Choose a day after today.',
  },
  {
    what: 'a Locked day',
    commands: [move('row-2', '2026-12-01')],
    row: 'row-2',
    said: ['Too late to change. The earliest date is Wed 2 Dec 2026.', true, 'Use Wed 2 Dec 2026'],
    check: 'Tue 1 Dec 2026: Too late to change. The earliest date is Wed 2 Dec 2026.',
  },
  {
    what: 'a weekend (E60)',
    commands: [move('row-2', '2027-01-16')],
    row: 'row-2',
    said: ['Not a banking day.', true, 'Use Mon 18 Jan 2027'],
    check: 'Sat 16 Jan 2027: Not a banking day.',
  },
  {
    what: 'a bank holiday',
    commands: [move('row-1', '2026-12-25')],
    row: 'row-1',
    said: ['Christmas Day, not a banking day.', true, 'Use Tue 29 Dec 2026'],
    check: 'Fri 25 Dec 2026: Christmas Day, not a banking day.',
  },
  {
    what: 'notice that is missed',
    commands: [move('row-1', '2026-12-11')],
    row: 'row-1',
    said: ['Short notice: the payer had to be told by Fri 27 Nov 2026.', false, undefined],
    check: 'Fri 11 Dec 2026: Short notice: the payer had to be told by Fri 27 Nov 2026.',
  },
  {
    what: 'another payment too near',
    commands: [move('row-2', '2027-02-08')],
    row: 'row-2',
    said: ['Only 11 days from the payment on Fri 19 Feb 2027.', false, undefined],
    check: 'Mon 8 Feb 2027: Only 11 days from the payment on Fri 19 Feb 2027.',
  },
  {
    what: 'a gap over the dormancy limit that a skip makes',
    of: yearly,
    commands: [{ kind: 'skip', rows: ['row-1'] }],
    row: 'row-1',
    said: ['No payment between Mon 21 Dec 2026 and Tue 19 Dec 2028: the mandate may lapse.', false, undefined],
    check: 'Mon 20 Dec 2027: No payment between Mon 21 Dec 2026 and Tue 19 Dec 2028: the mandate may lapse.',
  },
  {
    what: 'two on one day',
    commands: [move('row-2', '2027-02-19')],
    row: 'row-2',
    said: ['Another payment is already on this day.', true, undefined],
    check: 'Fri 19 Feb 2027: Another payment is already on this day.',
  },
  {
    what: 'an amount of a hundred times the usual',
    commands: [{ kind: 'type-amount', row: 'row-3', text: '2532' }],
    row: 'row-3',
    said: ['£2,532.00 is 100 times the usual £25.32.', false, 'Use £25.32'],
    check: 'Fri 19 Feb 2027: £2,532.00 is 100 times the usual £25.32.',
  },
  {
    what: 'text that is no amount',
    commands: [{ kind: 'type-amount', row: 'row-3', text: '12,50' }],
    row: 'row-3',
    said: ['Type an amount in pounds, such as 25.32.', true, undefined],
    check: 'Fri 19 Feb 2027: Type an amount in pounds, such as 25.32.',
  },
]

describe('what is to be said of a payment', () => {
  it.each(cases)('$what stands beside it and in the review', ({ of = schedule, commands, row, said, check }) => {
    expect(remarksOf(row, of, commands)).toContainEqual(said)
    const { draft, judgement } = judged(of, commands)
    expect(reviewChecks(draft, judgement, c)).toContain(check)
    expect(judgement.canSave).toBe(said[1] === false)
  })

  it('is a warning alone on a payment that the person did not touch: a holiday proclaimed since (E1b)', () => {
    const proclaimed = on('2026-11-30', '10:00', { extraHolidays: [day('2027-02-19')] })
    const commands: Command[] = [{ kind: 'set-amount', rows: ['row-1'], amount: pounds('30.00') }]
    expect(remarksOf('row-3', schedule, commands, proclaimed)).toEqual([
      ['Bank holiday, not a banking day. Likely Mon 22 Feb 2027.', false, undefined],
    ])
    expect(judged(schedule, commands, proclaimed).judgement.canSave).toBe(true)
    const touched: Command[] = [{ kind: 'set-amount', rows: ['row-3'], amount: pounds('30.00') }]
    expect(judged(schedule, touched, proclaimed).judgement.canSave).toBe(false)
  })

  it('keeps silent of what nobody touched here, but for where it cannot be collected on its day', () => {
    const held = aSchedule({
      upcoming: [payment('2026-12-21', '2532.00'), payment('2027-01-08', '25.32'), payment('2027-01-08', '25.32')],
    })
    const { draft, judgement } = judged(held, [])
    expect(reviewChecks(draft, judgement, c)).toEqual(['Fri 8 Jan 2027: Another payment is already on this day.'])
    expect([...judgement.remarks.values()].flat().some(({ stops }) => stops)).toBe(false)
  })
})
