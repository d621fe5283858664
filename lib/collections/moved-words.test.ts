import { expect, it } from 'vitest'
import { changeText, linesOfBridge, moverText, signedPounds } from './moved-words'

it('changes have their sign, and nought has none', () => {
  expect([500, -500, 0].map(signedPounds)).toEqual(['+£5.00', '−£5.00', '£0.00'])
  expect([500, -500, 0].map(changeText)).toEqual(['£5.00 more', '£5.00 less', 'as much'])
})

it('each step begins where the one before it ended', () => {
  const steps = [
    { step: 'new' as const, count: 1, amount: 500 },
    { step: 'taken' as const, count: 2, amount: -700 },
  ]
  expect(linesOfBridge({ opening: 1_000, steps })).toEqual([
    { from: 1_000, to: 1_500 },
    { from: 1_500, to: 800 },
  ])
})

it('a payment whose day has come was moved by nobody', () => {
  const nobody = { who: 'nobody' as const, name: null, record: null }
  expect(moverText(nobody, 'taken')).toEqual({ who: 'SmarterPay', how: 'its day has come' })
  expect(moverText(nobody, 'listed')).toEqual({ who: 'SmarterPay', how: 'its list went on' })
})
