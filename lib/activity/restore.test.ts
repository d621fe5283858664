import { describe, expect, it } from 'vitest'
import { aPlan, aSchedule, on, payment, payments } from '../schedules/examples'
import type { Schedule } from '../schedules/model'
import { restorePayments } from './restore'

describe('putting earlier payments back', () => {
  const c = on('2025-06-24')
  const schedule = (over: Partial<Schedule>) => aSchedule(over)

  it('leaves out what has passed, keeps what is Locked, and what SmarterPay added since', () => {
    const listed = payments(['2025-06-25', '2025-07-21', '2025-08-19', '2025-09-19'])
    const version = [payment('2025-06-19', '25.32'), payment('2025-07-25', '25.32'), payment('2025-08-19', '0')]
    expect(restorePayments(version, schedule({ upcoming: listed }), c)).toMatchObject({
      payments: [
        payment('2025-06-25', '25.32'),
        payment('2025-07-25', '25.32'),
        payment('2025-08-19', '0'),
        payment('2025-09-19', '25.32'),
      ],
      past: 1,
      tooLate: 0,
      kept: 1,
      balance: null,
    })
  })

  it('tells what is too late to bring back, and what is at short notice', () => {
    const listed = payments(['2025-07-21'])
    const version = payments(['2025-06-25', '2025-07-01', '2025-07-21'])
    expect(restorePayments(version, schedule({ upcoming: listed }), c)).toMatchObject({
      payments: payments(['2025-07-01', '2025-07-21']),
      tooLate: 1,
      shortNotice: ['2025-07-01'],
    })
  })

  it('balances a plan of which an instalment has been taken since, to the penny', () => {
    const plan = aPlan({
      total: '100.00',
      instalments: 3,
      collected: { count: 1, total: '40.00' },
      upcoming: payments(['2025-07-21', '2025-08-19'], '30.00'),
    })
    const version = [payment('2025-06-19', '33.34'), payment('2025-07-21', '33.33'), payment('2025-08-19', '33.33')]
    const restored = restorePayments(version, plan, c)
    expect(restored?.payments).toEqual(payments(['2025-07-21', '2025-08-19'], '30.00'))
    expect(restored).toMatchObject({ past: 1, balance: { kind: 'spread', byPence: -666 } })
  })

  it('tells where a plan cannot be balanced, for it has another number of rows', () => {
    const plan = aPlan({ total: '90.00', upcoming: payments(['2025-07-21', '2025-08-19', '2025-09-19'], '30.00') })
    const version = payments(['2025-07-21', '2025-08-19'], '30.00')
    expect(restorePayments(version, plan, c)?.balance).toEqual({ kind: 'open', leftToPlace: 3000, rowsToAdd: 1 })
  })

  it('builds on nothing where the list of now cannot be read', () => {
    expect(
      restorePayments(payments(['2025-06-19', '2025-07-21', '2025-08-19']), schedule({ upcoming: null }), c),
    ).toBeNull()
  })
})
