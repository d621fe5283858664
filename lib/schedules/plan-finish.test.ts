import { expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payment } from './examples'
import { finishOf, withOneMore } from './plan-finish'

const c = on('2026-01-05')

it('ends a plan on the last day that takes money, whatever comes after it', () => {
  expect(
    finishOf([payment('2026-04-02', '10.00'), payment('2026-03-02', '10.00'), payment('2026-05-05', '0.00')]),
  ).toBe('2026-04-02')
  expect(finishOf([payment('2026-04-02', '0.00'), { date: null, amount: 5 }])).toBeNull()
})

it('puts one instalment more a turn after the last, past a holiday, the same money over one more', () => {
  const plan = aPlan({
    total: '100.00',
    collected: { count: 1, total: '33.34' },
    nextCollectionDate: day('2026-02-02'),
  })
  expect(withOneMore(plan, c)).toEqual({
    instalments: 4,
    toCome: 3,
    each: { lowest: 2222, highest: 2222 },
    finish: '2026-04-02',
  })
  const easter = aPlan({ total: '60.00', collectionDay: 3, nextCollectionDate: day('2026-01-03') })
  expect(withOneMore(easter, c)?.finish).toBe('2026-04-07')
})

it('has nothing to say of what is no plan, or of a list that could not be read', () => {
  expect(withOneMore(aSchedule(), c)).toBeNull()
  expect(withOneMore(aPlan({ total: '60.00', upcoming: null }), c)).toBeNull()
})
