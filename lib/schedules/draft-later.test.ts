import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { differsFromRule, draftOf, draftPayments, settingOf } from './draft'
import { applyCommand, type Command } from './draft-commands'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'

const c = on('2022-06-01')

function run(schedule: Schedule, ...commands: Command[]) {
  const setting = settingOf(schedule, c)
  return commands.reduce((draft, command) => applyCommand(draft, command, setting), draftOf(schedule.upcoming ?? []))
}
const shown = (schedule: Schedule, ...commands: Command[]) =>
  draftPayments(run(schedule, ...commands)).payments.map(({ date, amount }) => `${date} ${amount}`)

describe('back to the rule', () => {
  const byHand = aSchedule({
    nextCollectionDate: day('2022-06-20'),
    upcoming: [
      payment('2022-06-20', '25.32'),
      payment('2022-07-27', '10.00'),
      payment('2022-08-19', '0.00'),
      payment('2022-09-05', '7.00'),
      payment('2022-09-20', '25.32'),
    ],
  })

  it('gives day and amount of the rule, which SmarterPay’s own row may differ from', () => {
    expect(shown(byHand, { kind: 'to-rule', rows: ['row-1', 'row-2'] }).slice(1, 3)).toEqual([
      '2022-07-19 2532',
      '2022-08-19 2532',
    ])
  })

  it('is another thing than SmarterPay’s list, which comes back by itself', () => {
    const edited: Command = {
      kind: 'change',
      row: 'row-1',
      later: false,
      to: day('2022-07-05'),
      amount: pounds('1.00'),
    }
    expect(shown(byHand, edited, { kind: 'reset', rows: ['row-1'] })[1]).toBe('2022-07-27 1000')
    expect(shown(byHand, edited, { kind: 'to-rule', rows: ['row-1'] })[1]).toBe('2022-07-19 2532')
  })

  it('leaves a row alone that stands for no turn of the rule, and an added one', () => {
    const start = run(byHand)
    expect(applyCommand(start, { kind: 'to-rule', rows: ['row-3'] }, settingOf(byHand, c))).toBe(start)
    const added = run(byHand, { kind: 'add', date: day('2022-10-03'), amount: pounds('5.00') })
    expect(applyCommand(added, { kind: 'to-rule', rows: ['new-5'] }, settingOf(byHand, c))).toBe(added)
  })

  it('is offered only where the rule would give something else', () => {
    const setting = settingOf(byHand, c)
    const draft = run(byHand, { kind: 'skip', rows: ['row-0'] })
    expect(draft.rows.map((row) => differsFromRule(row, setting))).toEqual([true, true, true, false, false])
  })

  it('says nothing of a schedule whose rule could not be read', () => {
    const strange = { ...byHand, collectionDay: null }
    const start = run(strange)
    expect(applyCommand(start, { kind: 'to-rule', rows: ['row-1'] }, settingOf(strange, c))).toBe(start)
  })

  it('keeps the amount of a plan that SmarterPay’s split of odd pennies may have given', () => {
    const plan = aPlan({
      total: '100.00',
      nextCollectionDate: day('2022-07-04'),
      upcoming: [payment('2022-07-11', '33.33'), payment('2022-08-02', '0.00'), payment('2022-09-02', '33.34')],
    })
    expect(shown(plan, { kind: 'to-rule', rows: ['row-0', 'row-1', 'row-2'] })).toEqual([
      '2022-07-04 3333',
      '2022-08-02 3333',
      '2022-09-02 3334',
    ])
  })
})

describe('several payments onto one day of their months', () => {
  it('goes past what is no banking day, and past rows that are too late', () => {
    const schedule = aSchedule({ upcoming: payments(['2022-06-02', '2022-06-20', '2022-07-19', '2022-08-19']) })
    const rows = ['row-0', 'row-1', 'row-2', 'row-3']
    expect(shown(schedule, { kind: 'move-to-day', rows, day: 27 }).map((row) => row.slice(0, 10))).toEqual([
      '2022-06-02',
      '2022-06-27',
      '2022-07-27',
      '2022-08-30',
    ])
  })

  it('takes the last day of each month', () => {
    const schedule = aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19']) })
    expect(shown(schedule, { kind: 'move-to-day', rows: ['row-0', 'row-1'], day: 'last' })).toEqual([
      '2022-06-30 2532',
      '2022-08-01 2532',
    ])
  })
})

describe('this and later payments in one act', () => {
  it('is one step, whatever it changes', () => {
    const schedule = aSchedule()
    const to = day('2022-08-26')
    const moved = shown(schedule, { kind: 'change', row: 'row-2', later: true, to, amount: pounds('30.00') })
    expect(moved).toEqual([
      '2022-06-20 2532',
      '2022-07-19 2532',
      '2022-08-26 3000',
      '2022-09-26 3000',
      '2022-10-26 3000',
      '2022-11-28 3000',
    ])
  })

  it('leaves the amount of pinned and skipped later payments, and moves them too', () => {
    const schedule = aPlan({ total: '80.00', instalments: 4, nextCollectionDate: day('2022-07-04') })
    const commands: Command[] = [
      { kind: 'pin', rows: ['row-2'], pinned: true },
      { kind: 'skip', rows: ['row-1'] },
      { kind: 'change', row: 'row-0', later: true, to: day('2022-07-11'), amount: pounds('5.00') },
    ]
    expect(shown(schedule, ...commands)).toEqual([
      '2022-07-11 500',
      '2022-08-11 0',
      '2022-09-12 2000',
      '2022-10-11 500',
    ])
  })

  it('skips this and later ones, each remembering what it was', () => {
    const schedule = aSchedule()
    const skipped = run(schedule, { kind: 'change', row: 'row-3', later: true, to: null, amount: pounds('0.00') })
    expect(skipped.rows.map(({ amount }) => amount)).toEqual([2532, 2532, 2532, 0, 0, 0])
    const back = applyCommand(skipped, { kind: 'restore', rows: ['row-4'] }, settingOf(schedule, c))
    expect(back.rows[4]).toEqual(draftOf(schedule.upcoming ?? []).rows[4])
  })
})
