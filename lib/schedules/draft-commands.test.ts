import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, fieldErrors, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand, type Command, linesWithoutRow } from './draft-commands'
import { commandsOnto, isFresh, perform, startOf, undo } from './draft-history'
import { amounts, c, draft, ongoing, planDraft, run, setting, shown } from './draft-scene'
import { aSchedule, payment, payments, pounds } from './examples'

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
