import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { type Draft, draftOf, settingOf } from './draft'
import { judgeDraft } from './draft-check'
import { applyCommand, type Command } from './draft-commands'
import { draftShower } from './draft-shown'
import { aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'
import { listedPayments } from './shown-payments'

// Monday 30 November 2026: 1 December is Locked, from 14 December on there is full notice.
const c = on('2026-11-30', '10:00')
const schedule = aSchedule({
  upcoming: [...payments(['2026-12-01', '2026-12-21', '2027-01-19', '2027-02-19']), payment('2027-03-19', '0.00')],
})

function showing(of: Schedule = schedule) {
  const setting = settingOf(of, c)
  const show = draftShower(of, setting)
  const changed = (draft: Draft, ...commands: Command[]) =>
    commands.reduce((now, command) => applyCommand(now, command, setting), draft)
  return {
    draft: draftOf(of.upcoming ?? []),
    changed,
    shown: (draft: Draft) => show(draft.rows, judgeDraft(of, draft, c).remarks),
  }
}

const move = (row: string, to: string): Command => ({ kind: 'move', row, to: day(to) })

describe('a draft as every view shows it', () => {
  it('is SmarterPay’s own list as long as nothing was changed, each with the id of its row', () => {
    const { draft, shown } = showing()
    const { payments: own, ghosts } = shown(draft)
    expect(ghosts).toEqual([])
    expect(own.map(({ drafted, key, ...rest }) => rest)).toEqual(
      listedPayments(schedule, c).map(({ drafted, key, ...rest }) => rest),
    )
    expect(own.map(({ drafted }) => drafted?.row)).toEqual(['row-0', 'row-1', 'row-2', 'row-3', 'row-4'])
    expect(own.some(({ drafted }) => drafted?.touched)).toBe(false)
  })

  it.each<[string, Command[], string, string | null]>([
    ['moved', [move('row-2', '2027-01-27')], 'row-2', '2027-01-19'],
    ['edited', [{ kind: 'set-amount', rows: ['row-2'], amount: pounds('40') }], 'row-2', '2027-01-19'],
    ['skipped', [{ kind: 'skip', rows: ['row-2'] }], 'row-2', '2027-01-19'],
    ['restored', [{ kind: 'set-amount', rows: ['row-4'], amount: pounds('40') }], 'row-4', '2027-03-19'],
    ['added', [{ kind: 'add', date: day('2027-01-05'), amount: pounds('5') }], 'new-5', null],
    [
      'moved',
      [move('row-2', '2027-01-27'), { kind: 'set-amount', rows: ['row-2'], amount: pounds('9') }],
      'row-2',
      '2027-01-19',
    ],
  ])('calls it %s', (state, commands, row, was) => {
    const { draft, changed, shown } = showing()
    const now = shown(changed(draft, ...commands)).payments.find((one) => one.drafted?.row === row)
    expect(now).toMatchObject({ state, drafted: { touched: true } })
    expect(now?.drafted?.was?.date ?? null).toBe(was)
  })

  it('keeps what is too late Locked, and says nothing was changed of what was put back', () => {
    const { draft, changed, shown } = showing()
    const back = shown(changed(draft, move('row-1', '2026-12-22'), { kind: 'reset', rows: ['row-1'] })).payments
    expect(back[0]?.state).toBe('locked')
    expect(back[1]).toMatchObject({ state: 'scheduled', drafted: { touched: false, was: null } })
  })

  it('leaves a ghost where a moved payment stood, and stands in order of date', () => {
    const { draft, changed, shown } = showing()
    const { payments: now, ghosts } = shown(changed(draft, move('row-1', '2027-02-01')))
    expect(ghosts).toEqual([{ row: 'row-1', date: '2026-12-21', amount: pounds('25.32'), to: '2027-02-01' }])
    expect(now.map(({ date }) => date)).toEqual(['2026-12-01', '2027-01-19', '2027-02-01', '2027-02-19', '2027-03-19'])
  })

  it('calls attention to what cannot be saved and to what deserves a look, and not to short notice', () => {
    const { draft, changed, shown } = showing()
    const attention = (command: Command) =>
      shown(changed(draft, command)).payments.find(({ drafted }) => drafted?.touched)?.drafted?.attention
    expect(attention(move('row-2', '2027-01-23'))).toBe('stops')
    expect(attention({ kind: 'set-amount', rows: ['row-2'], amount: pounds('2532') })).toBe('look')
    expect(attention(move('row-2', '2027-01-20'))).toBeNull()
    const soon = showing(aSchedule({ upcoming: payments(['2026-12-09', '2027-01-11']) }))
    const [edited] = soon.shown(
      soon.changed(soon.draft, { kind: 'set-amount', rows: ['row-0'], amount: pounds('20') }),
    ).payments
    expect(edited).toMatchObject({ notice: 'short-notice', drafted: { touched: true, attention: null } })
  })

  it('shows no notice for cards', () => {
    const { draft, shown } = showing({ ...schedule, method: 'card' })
    expect(
      shown(draft).payments.every(({ notice, changeableUntil }) => notice === null && changeableUntil === null),
    ).toBe(true)
  })

  it('keeps the very same payment for every row that stays as it is', () => {
    const { draft, changed, shown } = showing()
    const before = shown(draft).payments
    const now = shown(changed(draft, move('row-2', '2027-01-27'))).payments
    const kept = now.filter((one) => before.includes(one))
    expect(kept.map(({ drafted }) => drafted?.row)).toEqual(['row-0', 'row-1', 'row-3', 'row-4'])
  })
})
