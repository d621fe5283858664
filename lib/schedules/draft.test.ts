import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '@/lib/calendar-date'
import { type Pence, toPence } from '@/lib/money'
import { type Draft, draftOf, draftPayments, fieldErrors, isTouched, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand, type Command, linesWithoutRow } from './draft-commands'
import { commandsOnto, isFresh, perform, redo, startOf, undo } from './draft-history'
import { freeRows, leftToPlace, spreadShares } from './draft-spread'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'
import { upcomingPayment } from './schemas'

const c = on('2026-11-30', '10:00')
const dates = ['2026-12-21', '2027-01-19', '2027-02-19', '2027-03-19']
const ongoing = aSchedule({ upcoming: payments(dates) })
const plan = aPlan({
  total: '100.00',
  instalments: 5,
  collected: { count: 1, total: '20.00' },
  nextCollectionDate: day('2026-12-21'),
  upcoming: payments(dates, '20.00'),
})
const setting = settingOf(ongoing, c)
const planSetting = settingOf(plan, c)
const draft = draftOf(ongoing.upcoming ?? [])
const planDraft = draftOf(plan.upcoming ?? [])
const run = (start: Draft, ...commands: Command[]) =>
  commands.reduce((now, command) => applyCommand(now, command, start === planDraft ? planSetting : setting), start)
const shown = (one: Draft) => draftPayments(one).payments.map(({ date, amount }) => `${date} ${amount}`)
const amounts = (one: Draft) => one.rows.map(({ amount }) => amount)

describe('commands on a draft', () => {
  it('skips to nought and restores the very same amount', () => {
    const skipped = run(draft, { kind: 'skip', rows: ['row-1'] })
    expect(amounts(skipped)).toEqual([2532, 0, 2532, 2532])
    expect(run(skipped, { kind: 'restore', rows: ['row-1'] }).rows).toEqual(draft.rows)
  })

  it('discards everything in one step that undo brings back, typed texts, pins and added rows too', () => {
    const commands: Command[] = [
      { kind: 'type-date', row: 'row-0', text: 'some day' },
      { kind: 'move', row: 'row-1', to: day('2027-01-25') },
      { kind: 'pin', rows: ['row-2'], pinned: true },
      { kind: 'add', date: day('2027-01-22'), amount: pounds('5.00') },
    ]
    const done = commands.reduce((now, command) => perform(now, command, setting), startOf(draft))
    const discarded = perform(done, { kind: 'discard' }, setting)
    expect(discarded.draft.rows).toEqual(draft.rows)
    expect(discarded.draft.rows[3], 'a row that was left alone is the same').toBe(draft.rows[3])
    expect(isFresh(done)).toBe(false)
    expect(isFresh(discarded)).toBe(true)
    expect(undo(discarded).draft).toBe(done.draft)
    expect(perform(startOf(draft), { kind: 'discard' }, setting).past).toEqual([])
  })

  it('restores a typed amount, not SmarterPay’s, when the skip came after the typing', () => {
    const typed = run(draft, { kind: 'type-amount', row: 'row-1', text: '10' }, { kind: 'skip', rows: ['row-1'] })
    expect(amounts(run(typed, { kind: 'restore', rows: ['row-1'] }))).toEqual([2532, 1000, 2532, 2532])
  })

  it('does not do again on another draft what was discarded in between', () => {
    const skip: Command = { kind: 'skip', rows: ['row-1'] }
    const commands: Command[] = [{ kind: 'move', row: 'row-0', to: day('2026-12-23') }, { kind: 'discard' }, skip]
    const done = commands.reduce((now, command) => perform(now, command, setting), startOf(draft))
    expect(commandsOnto(draft, done)).toEqual([skip])
  })

  it('restores a row that SmarterPay already holds as skipped to the usual amount', () => {
    const held = aSchedule({ upcoming: [payment('2026-12-21', '25.32'), payment('2027-01-19', '0')] })
    const restored = applyCommand(
      draftOf(held.upcoming ?? []),
      { kind: 'restore', rows: ['row-1'] },
      settingOf(held, c),
    )
    expect(amounts(restored)).toEqual([2532, 2532])
  })

  it('keeps what cannot be read as it was typed, and judges the rest meanwhile', () => {
    const typed = run(
      draft,
      { kind: 'type-amount', row: 'row-1', text: '12,50' },
      { kind: 'type-date', row: 'row-2', text: 'soon' },
    )
    expect(typed.rows[1]).toMatchObject({ unreadAmount: '12,50', amount: 2532 })
    expect(fieldErrors(typed)).toEqual([
      { row: 'row-1', part: 'amount', problem: 'not-readable' },
      { row: 'row-2', part: 'date', problem: 'not-readable' },
    ])
    expect(judgeDraft(ongoing, typed, c).canSave).toBe(false)
    expect(run(typed, { kind: 'type-amount', row: 'row-1', text: '12.50' }).rows[1]).toMatchObject({
      unreadAmount: null,
      amount: 1250,
    })
  })

  it('keeps the rows in their place while dates change, and sends them in order', () => {
    const moved = run(draft, { kind: 'type-date', row: 'row-0', text: '1 feb 2027' })
    expect(moved.rows.map(({ id }) => id)).toEqual(['row-0', 'row-1', 'row-2', 'row-3'])
    expect(shown(moved)).toEqual(['2027-01-19 2532', '2027-02-01 2532', '2027-02-19 2532', '2027-03-19 2532'])
  })

  it('moves several by working days, each from its own day', () => {
    const moved = run(draft, { kind: 'move-by', rows: ['row-0', 'row-2'], bankingDays: 3 })
    expect(moved.rows.map(({ date }) => date)).toEqual(['2026-12-24', '2027-01-19', '2027-02-24', '2027-03-19'])
  })

  it('adds in order of date and removes only what was added', () => {
    const added = run(draft, { kind: 'add', date: day('2027-01-25'), amount: pounds('5.00') })
    expect(added.rows.map(({ id }) => id)).toEqual(['row-0', 'row-1', 'new-4', 'row-2', 'row-3'])
    expect(run(added, { kind: 'remove', rows: ['new-4', 'row-0'] }).rows).toEqual(draft.rows)
  })

  it('splits one payment in two that add up to it', () => {
    const two = run(draft, { kind: 'split', row: 'row-1', first: pounds('10.00'), secondOn: day('2027-01-26') })
    expect(shown(two).slice(1, 3)).toEqual(['2027-01-19 1000', '2027-01-26 1532'])
    for (const first of ['0', '25.32', '30.00'])
      expect(run(draft, { kind: 'split', row: 'row-1', first: pounds(first), secondOn: day('2027-01-26') })).toBe(draft)
  })

  it('neither adds to nor splits a plan, whose number of instalments is fixed', () => {
    expect(run(planDraft, { kind: 'add', date: day('2027-01-25'), amount: pounds('5.00') })).toBe(planDraft)
    expect(run(planDraft, { kind: 'split', row: 'row-1', first: pounds('5.00'), secondOn: day('2027-01-26') })).toBe(
      planDraft,
    )
  })

  it('copies an amount down to later rows, round pinned and skipped ones', () => {
    const copied = run(
      draft,
      { kind: 'skip', rows: ['row-2'] },
      { kind: 'type-amount', row: 'row-0', text: '40' },
      { kind: 'copy-down', row: 'row-0' },
    )
    expect(amounts(copied)).toEqual([4000, 4000, 0, 4000])
  })

  it('pastes dates and amounts into the rows from the one it lands in, typed nonsense included', () => {
    const text = '20/01/2027\t10.00\n22 feb\tten'
    const pasted = run(draft, { kind: 'paste', row: 'row-1', column: 'date', text })
    expect(pasted.rows[1]).toMatchObject({ date: '2027-01-20', amount: 1000 })
    expect(pasted.rows[2]).toMatchObject({ date: '2027-02-22', amount: 2532, unreadAmount: 'ten' })
    expect(linesWithoutRow(draft, 'row-3', 'date', text)).toBe(1)
  })

  it('leaves a row alone that is too late to change, whatever is done', () => {
    const late = aSchedule({ upcoming: payments(['2026-12-01', '2026-12-21']) })
    const start = draftOf(late.upcoming ?? [])
    const commands: Command[] = [
      { kind: 'type-date', row: 'row-0', text: '+3wd' },
      { kind: 'type-amount', row: 'row-0', text: '1.00' },
      { kind: 'move-by', rows: ['row-0'], bankingDays: 5 },
      { kind: 'skip', rows: ['row-0'] },
      { kind: 'set-amount', rows: ['row-0'], amount: pounds('1.00') },
    ]
    for (const command of commands) expect(applyCommand(start, command, settingOf(late, c))).toBe(start)
  })

  it('keeps the identity of every row that a command does not touch', () => {
    const next = run(draft, { kind: 'skip', rows: ['row-1'] })
    expect(next.rows.map((row, n) => row === draft.rows[n])).toEqual([true, false, true, true])
    expect(run(next, { kind: 'skip', rows: ['row-1'] })).toBe(next)
  })
})

describe('the judgement on a draft', () => {
  const kinds = (one: Draft, id: string) =>
    (judgeDraft(ongoing, one, c).remarks.get(id) ?? []).map((remark) =>
      remark.kind === 'finding'
        ? [remark.finding.kind, remark.stops]
        : [remark.kind === 'advice' ? remark.advice.kind : remark.error.problem, remark.stops],
    )

  it('blames the row that was moved onto another, whichever comes first', () => {
    const onto = run(draft, { kind: 'move', row: 'row-2', to: day('2027-01-19') })
    expect([kinds(onto, 'row-2'), kinds(onto, 'row-1')]).toEqual([[['same-day', true]], [['same-day', false]]])
    const other = run(draft, { kind: 'move', row: 'row-1', to: day('2027-02-19') })
    expect([kinds(other, 'row-1'), kinds(other, 'row-2')]).toEqual([[['same-day', true]], [['same-day', false]]])
  })

  it('says when a payment comes too close to another', () => {
    const near = run(draft, { kind: 'move', row: 'row-1', to: day('2027-02-08') })
    expect(kinds(near, 'row-1')).toEqual([['short-gap', false]])
    expect(judgeDraft(ongoing, near, c).canSave).toBe(true)
  })

  it('catches an amount of a hundred times the usual, and a hundredth', () => {
    const typed = (text: string) => kinds(run(draft, { kind: 'type-amount', row: 'row-1', text }), 'row-1')
    expect(typed('2532')).toEqual([['slip', false]])
    expect(typed('0.25')).toEqual([['slip', false]])
    expect(typed('40.00')).toEqual([])
    expect(typed('0')).toEqual([])
  })

  it('counts what the comparison counts, so that every screen names one number', () => {
    const swapped = run(
      draft,
      { kind: 'move', row: 'row-1', to: day('2027-02-19') },
      { kind: 'move', row: 'row-2', to: day('2027-03-01') },
    )
    expect(judgeDraft(ongoing, swapped, c).changes.length).toBe(1)
  })
})

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

describe('placing what a plan has left', () => {
  const skipped = run(planDraft, { kind: 'skip', rows: ['row-1'] })
  const spread = (one: Draft, to: 'rest' | 'next' | 'last', after: string | null = 'row-1') =>
    applyCommand(one, { kind: 'spread', to, after }, planSetting)

  it.each([
    ['rest', [2667, 0, 2667, 2666]],
    ['next', [2000, 0, 4000, 2000]],
    ['last', [2000, 0, 2000, 4000]],
  ] as const)('over the %s', (to, expected) => {
    expect(leftToPlace(skipped)).toBe(2000)
    expect(amounts(spread(skipped, to))).toEqual(expected)
  })

  it('goes round pinned rows and rows that a person chose', () => {
    const pinned = applyCommand(skipped, { kind: 'pin', rows: ['row-0'], pinned: true }, planSetting)
    const chosen = applyCommand(pinned, { kind: 'type-amount', row: 'row-2', text: '25.00' }, planSetting)
    expect(freeRows(chosen, planSetting).map(({ id }) => id)).toEqual(['row-3'])
    expect(amounts(spread(chosen, 'rest'))).toEqual([2000, 0, 2500, 3500])
  })

  it('takes off what is too much, never below nought', () => {
    const more = applyCommand(planDraft, { kind: 'type-amount', row: 'row-0', text: '65.00' }, planSetting)
    expect(amounts(spread(more, 'rest', 'row-0'))).toEqual([6500, 500, 500, 500])
    const tooMuch = applyCommand(planDraft, { kind: 'type-amount', row: 'row-0', text: '85.00' }, planSetting)
    expect(spread(tooMuch, 'rest', 'row-0')).toBe(tooMuch)
  })

  it('does nothing where there is no row to take it', () => {
    expect(spread(skipped, 'next', 'row-3')).toBe(skipped)
    expect(spreadShares(planDraft, 'rest', null, planSetting).size).toBe(0)
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
