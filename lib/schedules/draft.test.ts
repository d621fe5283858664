import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { type Pence, toPence } from '@/lib/money'
import { draftOf, draftPayments, isTouched, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand, type Command } from './draft-commands'
import { perform, redo, startOf, undo } from './draft-history'
import { c, draft, ongoing, plan, planDraft, planSetting, setting } from './draft-scene'
import { leftToPlace, spreadShares } from './draft-spread'
import { on, payment } from './examples'
import type { Schedule } from './model'
import { upcomingPayment } from './schemas'

describe('a draft on another list', () => {
  it('pairs proposed payments with SmarterPay’s rows', () => {
    const proposed = [payment('2026-12-21', '25.32'), payment('2027-01-27', '25.32'), payment('2027-02-19', '0')]
    const restored = draftOf(ongoing.upcoming ?? [], proposed)
    expect(restored.rows.filter(isTouched).map(({ id, remembered }) => [id, remembered])).toEqual([
      ['row-1', null],
      ['row-2', 2532],
    ])
    expect(draftPayments(restored).payments).toEqual(proposed)
  })
})

describe('any sequence of commands', () => {
  const ids = ['row-0', 'row-1', 'row-2', 'row-3', 'new-4', 'new-5']
  const id = fc.constantFrom(...ids)
  const rows = fc.subarray(ids, { minLength: 1 })
  const amount = fc.integer({ min: 0, max: 9000 }).map((value) => toPence(value) as Pence)
  const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays(day('2026-12-15'), days))
  const text = fc.constantFrom('', '20 jan', '+3wd', '19/02/2027', 'x', '10', '0', '12.34', '1,0')
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ kind: fc.constant('type-date' as const), row: id, text }),
    fc.record({ kind: fc.constant('type-amount' as const), row: id, text }),
    fc.record({ kind: fc.constant('move' as const), row: id, to: date }),
    fc.record({ kind: fc.constant('move-by' as const), rows, bankingDays: fc.integer({ min: -5, max: 5 }) }),
    fc.record({
      kind: fc.constant('move-to-day' as const),
      rows,
      day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
    }),
    fc.record({
      kind: fc.constant('change' as const),
      row: id,
      later: fc.boolean(),
      to: fc.option(date),
      amount: fc.option(amount),
    }),
    fc.record({ kind: fc.constant('set-amount' as const), rows, amount }),
    fc.record({
      kind: fc.constantFrom(
        'skip' as const,
        'restore' as const,
        'reset' as const,
        'to-rule' as const,
        'remove' as const,
      ),
      rows,
    }),
    fc.record({ kind: fc.constant('pin' as const), rows, pinned: fc.boolean() }),
    fc.record({ kind: fc.constant('add' as const), date, amount }),
    fc.record({ kind: fc.constant('split' as const), row: id, first: amount, secondOn: date }),
    fc.record({
      kind: fc.constant('spread' as const),
      to: fc.constantFrom('rest' as const, 'next' as const, 'last' as const),
      after: fc.option(id),
    }),
    fc.record({ kind: fc.constant('copy-down' as const), row: id }),
    fc.constant({ kind: 'discard' as const }),
    fc.record({
      kind: fc.constant('paste' as const),
      row: id,
      column: fc.constantFrom('date' as const, 'amount' as const),
      text: fc.constantFrom('1.00\n2.00', '20 jan\t5.00\nx\ty', '3'),
    }),
  )
  const schedules: fc.Arbitrary<Schedule> = fc.constantFrom(ongoing, plan)

  it('undone returns to the start, and done again to the end', () => {
    fc.assert(
      fc.property(schedules, fc.array(command, { maxLength: 40 }), (schedule, commands) => {
        const start = startOf(draftOf(schedule.upcoming ?? []))
        const end = commands.reduce((now, one) => perform(now, one, settingOf(schedule, c)), start)
        const steps = end.past.length
        const back = Array.from({ length: steps }).reduce<typeof end>((now) => undo(now), end)
        expect(back.draft).toEqual(start.draft)
        const again = Array.from({ length: steps }).reduce<typeof end>((now) => redo(now), back)
        expect(again.draft).toBe(end.draft)
      }),
    )
  })

  it('may be saved only when a plan keeps its sum and count, and what is sent parses back', () => {
    fc.assert(
      fc.property(schedules, fc.array(command, { maxLength: 12 }), (schedule, commands) => {
        const end = commands.reduce(
          (now, one) => applyCommand(now, one, settingOf(schedule, c)),
          draftOf(schedule.upcoming ?? []),
        )
        const judged = judgeDraft(schedule, end, c)
        if (schedule.kind === 'plan') expect(judged.leftToPlace).toBe(leftToPlace(end))
        if (!judged.canSave) return
        expect(judged.payments.length).toBe(end.rows.length)
        expect(judged.payments.map((one) => upcomingPayment.parse(JSON.parse(JSON.stringify(one))))).toEqual(
          judged.payments,
        )
        if (schedule.kind !== 'plan') return
        expect([judged.leftToPlace, judged.rowsToAdd]).toEqual([0, 0])
        expect(judged.payments.length).toBe(schedule.upcoming?.length)
      }),
    )
  })

  it('leaves a payment that is too late as SmarterPay holds it, and no amount below nought', () => {
    const late = on('2026-12-18', '10:00')
    fc.assert(
      fc.property(schedules, fc.array(command, { maxLength: 20 }), (schedule, commands) => {
        const start = draftOf(schedule.upcoming ?? [])
        const end = commands.reduce((now, one) => applyCommand(now, one, settingOf(schedule, late)), start)
        expect(end.rows.find(({ id: own }) => own === 'row-0')).toBe(start.rows[0])
        expect(end.rows.every(({ amount: pence }) => pence === null || pence >= 0)).toBe(true)
      }),
    )
  })

  it('spreads so that shares differ by a penny at most and nothing falls below nought', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        const before = commands.reduce((now, one) => applyCommand(now, one, planSetting), planDraft)
        const left = leftToPlace(before)
        const shares = [...spreadShares(before, 'rest', null, planSetting).values()]
        if (left > 0 && shares.length > 0) expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
        const after = applyCommand(before, { kind: 'spread', to: 'rest', after: null }, planSetting)
        expect(after.rows.every((row) => row.amount === null || row.amount >= 0)).toBe(true)
        if (after !== before) expect(leftToPlace(after)).toBe(0)
      }),
    )
  })

  it('keeps a hundred steps and no more', () => {
    let history = startOf(draft)
    for (let n = 1; n <= 130; n++)
      history = perform(history, { kind: 'set-amount', rows: ['row-0'], amount: toPence(n) }, setting)
    expect(history.past.length).toBe(100)
  })
})
