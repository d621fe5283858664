import { expect, it } from 'vitest'
import { changeText, endsOf, linesOfBridge, moverText, signedPounds } from './moved-words'

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

it('the ends are called by their days, with the time where both are of one', () => {
  const at = (time: string) => ({ id: 1, at: time, night: null, by: null, total: 0, projected: 0 })
  const snapshot = at('2025-06-04T09:12:00.000Z')
  expect(endsOf({ snapshot, until: null })).toEqual({ from: 'Wed 4 Jun 2025', to: 'now' })
  expect(endsOf({ snapshot, until: at('2025-06-05T01:00:00.000Z') }).to).toBe('Thu 5 Jun 2025')
  expect(endsOf({ snapshot, until: at('2025-06-04T13:00:00.000Z') })).toEqual({
    from: 'Wed 4 Jun 2025, 10:12',
    to: 'Wed 4 Jun 2025, 14:00',
  })
})
