import { expect, it } from 'vitest'
import { draftOf, settingOf } from './draft'
import { applyCommand, type Command } from './draft-commands'
import { aSchedule, on, payments, pounds } from './examples'
import { packWork } from './pack-work'
import { unpackWork } from './saved-draft'

const schedule = aSchedule({ upcoming: payments(['2026-12-21', '2027-01-19', '2027-02-19']) })
const setting = settingOf(schedule, on('2026-11-30'))
const why = { reason: 'other', note: 'Moved house', agreedTo: null }
const commands: Command[] = [
  { kind: 'type-amount', row: 'row-1', text: '12,5' },
  { kind: 'type-date', row: 'row-0', text: 'soon' },
  { kind: 'skip', rows: ['row-2'] },
  { kind: 'add', date: '2027-01-25' as never, amount: pounds('5.00') },
  { kind: 'pin', rows: ['row-1'], pinned: true },
]
const draft = commands.reduce((now, command) => applyCommand(now, command, setting), draftOf(schedule.upcoming ?? []))
const work = { draft, asOf: '2026-11-30T10:00:00Z', why }

it('comes back as it was kept, unreadable typing included', () => {
  expect(unpackWork(JSON.parse(JSON.stringify(packWork(work))))).toEqual(work)
})

it('of ten years of weekly payments stays far under what the server takes', () => {
  const rows = Array.from({ length: 520 }, (_, n) => ({ ...(draft.rows[2] ?? draft.rows[0]), id: `row-${n}` }))
  const listed = rows.map(() => ({ date: '2027-01-19' as never, amount: pounds('9999999.99') }))
  const long = { ...work, draft: { ...draft, listed, rows: rows as typeof draft.rows } }
  expect(JSON.stringify(packWork(long)).length).toBeLessThan(56 * 1024)
})

it.each([
  ['nothing', null],
  ['another screen’s work', { kind: 'terms' }],
  ['another version', { ...packWork(work), version: 2 }],
  ['a row that has no place in its list', { ...packWork(work), listed: [] }],
])('is null for %s', (_, kept) => {
  expect(unpackWork(kept)).toBeNull()
})
