import { describe, expect, it } from 'vitest'
import type { Draft } from './draft'
import { applyCommand } from './draft-commands'
import { amounts, planDraft, planSetting, run } from './draft-scene'
import { freeRows, leftToPlace, spreadShares } from './draft-spread'

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
