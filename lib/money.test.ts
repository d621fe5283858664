import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPounds, isPence, type Pence, parsePounds, poundsText, sumPence, toPence } from './money'
import { pence } from './schemas'

const anyPence = fc.integer({ min: 0, max: 999_999_999 }) as fc.Arbitrary<Pence>

describe('pounds as people type them', () => {
  it.each([
    ['25', 2500],
    ['25.00', 2500],
    ['£25.00', 2500],
    ['£ 25.32', 2532],
    [' 25.32 ', 2532],
    ['0', 0],
    ['0.01', 1],
    ['1,000', 100_000],
    ['£1,234.56', 123_456],
    ['1234567.89', 123_456_789],
    ['9,999,999.99', 999_999_999],
  ])('%s is %i pence', (text, amount) => {
    expect(parsePounds(text)).toBe(amount)
  })

  it.each([
    '',
    '£',
    '25.5',
    '£1,234.5',
    '25.325',
    '10,00',
    '12,50',
    '1,00,000',
    ',100',
    '-3',
    '-5',
    '+5',
    '1e3',
    '.50',
    '25.',
    '25 32',
    '10,000,000',
    '12345678',
    'NaN',
    '２５',
    '$25',
  ])('“%s” is no money', (text) => {
    expect(parsePounds(text)).toBeNull()
  })

  it('come back as they went out, plain and with separators', () => {
    fc.assert(
      fc.property(anyPence, (amount) => {
        expect(parsePounds(poundsText(amount))).toBe(amount)
        expect(parsePounds(formatPounds(amount))).toBe(amount)
      }),
    )
  })
})

describe('money on the screen', () => {
  it.each([
    [0, '£0.00'],
    [5, '£0.05'],
    [2532, '£25.32'],
    [123_456, '£1,234.56'],
    [-666, '−£6.66'],
    [123_456_789_012, '£1,234,567,890.12'],
  ])('%i is %s', (amount, text) => {
    expect(formatPounds(amount)).toBe(text)
  })
})

describe('pence', () => {
  it.each([-1, 0.5, 1_000_000_000, Number.NaN, Number.POSITIVE_INFINITY])('are not %s', (value) => {
    expect(isPence(value)).toBe(false)
    expect(() => toPence(value)).toThrow(RangeError)
    expect(pence.safeParse(value).success).toBe(false)
  })

  it.each(['2532', null])('are not %o in JSON', (value) => {
    expect(pence.safeParse(value).success).toBe(false)
  })

  it.each([0, 1, 999_999_999])('are %i, in sums and in JSON', (value) => {
    expect(toPence(value)).toBe(value)
    expect(pence.parse(value)).toBe(value)
  })

  it('add up exactly past the limit of one amount', () => {
    expect(sumPence([999_999_999, 999_999_999, 2])).toBe(2_000_000_000)
    expect(sumPence([])).toBe(0)
  })
})
