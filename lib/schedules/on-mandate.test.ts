import { describe, expect, it } from 'vitest'
import { aSchedule } from './examples'
import { activeWords, othersOnMandate, unknownWords } from './on-mandate'

const row = (part: Parameters<typeof aSchedule>[0]) => ({ ...aSchedule(part), flags: [] })
const own = row({ id: 'OWN' })
type Rows = Parameters<typeof othersOnMandate>[0]['rows']
const INCOMPLETE = 'There may be others on it: SmarterPay’s list is not complete.'
const said = (rows: Rows, more = false) => {
  const others = othersOnMandate({ rows: [own, ...rows], more }, 'OWN')
  return [activeWords(others), unknownWords(others)]
}
const A = row({ id: 'A' })
const ended = row({ id: 'B', status: 'inactive' })
const odd = row({ id: 'C', status: 'unrecognised' })

describe('what else a mandate collects', () => {
  it.each<[string, Rows, boolean, (string | null)[]]>([
    ['nothing but the one that asks', [], false, [null, null]],
    ['an inactive one is none', [ended], false, [null, null]],
    ['one', [A, ended], false, ['1 active schedule', null]],
    ['one, and there may be others', [A], true, ['at least 1 active schedule', null]],
    ['none known, and there may be others', [ended], true, [null, INCOMPLETE]],
    [
      'one that could not be read may be active',
      [{ unreadable: true }],
      false,
      [null, '1 schedule on it could not be read.'],
    ],
    [
      'so may one of a status that nobody knows',
      [A, odd, { id: 'X', unreadable: true }],
      false,
      ['1 active schedule', '2 schedules on it could not be read.'],
    ],
  ])('%s', (_, rows, more, words) => {
    expect(said(rows, more)).toEqual(words)
  })

  it('does not take a list without the one that asks for all there is', () => {
    const empty = othersOnMandate({ rows: [], more: false }, 'OWN')
    expect([activeWords(empty), unknownWords(empty)]).toEqual([null, INCOMPLETE])
    expect(activeWords(othersOnMandate({ rows: [A], more: false }, 'OWN'))).toBe('at least 1 active schedule')
  })

  it('counts all where none asks', () => {
    expect(activeWords(othersOnMandate({ rows: [own, A], more: false }))).toBe('2 active schedules')
  })
})
