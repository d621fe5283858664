import { describe, expect, it } from 'vitest'
import { countOf, formatCount } from './count'

describe('a count as people read it', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [12_500, '12,500'],
    [1_234_567, '1,234,567'],
  ])('%d is %s', (count, words) => {
    expect(formatCount(count)).toBe(words)
    expect(formatCount(count)).toBe(count.toLocaleString('en-GB'))
  })

  it('names what is counted', () => {
    expect([countOf(1, 'payment'), countOf(0, 'payment'), countOf(1_283, 'payment')]).toEqual([
      '1 payment',
      '0 payments',
      '1,283 payments',
    ])
  })
})
