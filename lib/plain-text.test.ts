import { describe, expect, it } from 'vitest'
import { holdsCardNumber, inOneLine, keepable, textFault } from './plain-text'

describe('a card number', () => {
  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    'card 5500 0000 0000 0004 exp 12/29',
    '378282246310005',
    '6011111111111117',
    '2223003122003222',
    '4222222222222',
    'ref 12 4111 1111 1111 1111 and 7',
    '４１１１ １１１１ １１１１ １１１１',
    '4111\u00a01111\u20111111\u20131111',
    '4111\u200b1111\u200b1111\u200b1111',
  ])('is found in %j', (text) => expect(holdsCardNumber(text)).toBe(true))

  it.each([
    '4111111111111112',
    '411111111111',
    '41111111111111111111',
    '1234567812345670',
    'FTBRS00112373',
    '07700 900123',
    '20 June 2022, £25.32',
    '',
  ])('is not found in %j', (text) => expect(holdsCardNumber(text)).toBe(false))

  it.each(['8583a93f-8f63-4714-9032-40135cc4f4c6', 'bd8d6047-4085-4825-8232-4679494940af'])(
    'is not found in the key of a confirmation: %s',
    (key) => expect(holdsCardNumber(key)).toBe(false),
  )
})

it('tells why a text may not come in, and never repeats it', () => {
  expect(textFault('Asked by telephone')).toBeNull()
  expect(textFault('a\nb')).toMatch(/line breaks/)
  expect(textFault('card 4111 1111 1111 1111')).toMatch(/card number/)
  expect(textFault('card 4111 1111 1111 1111')).not.toContain('1111')
})

it('puts a text in one line, whatever broke it', () => {
  expect(inOneLine('a\r\nb\nc\td\u2028e\u0000f\ud800g')).toBe('a b c d e f g')
  expect(inOneLine('£25 – a 👍')).toBe('£25 – a 👍')
})

it('keeps typed work without what may not be kept, at any depth, and nothing else is lost', () => {
  const typed = { rows: [['a', 1, null, '12\t50']], why: { note: 'pays with 4111-1111-1111-1111', agreed: true } }
  expect(keepable(typed)).toEqual({ rows: [['a', 1, null, '12 50']], why: { note: '', agreed: true } })
})
