import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payment, payments } from '@/lib/schedules/examples'
import { earliestDate } from '@/lib/schedules/notice'
import { dormancyOf, forecastOf, projectedPayments } from './forecast'
import { BANDS, bandOf, RISKS, SOURCES } from './model'

describe('projected payments', () => {
  const c = on('2026-12-01')
  const until = day('2027-12-31')

  it('go on after SmarterPay’s list, month ends and the leap day among them', () => {
    const lastDay = aSchedule({
      collectionDay: 'last',
      firstCollectionDate: day('2026-11-30'),
      upcoming: payments(['2026-12-31']),
    })
    expect(projectedPayments(lastDay, day('2027-06-30'), c).map(({ date }) => date)).toEqual([
      '2027-02-01',
      '2027-03-01',
      '2027-03-31',
      '2027-04-30',
      '2027-06-01',
      '2027-06-30',
    ])
    const leap = { ...lastDay, firstCollectionDate: day('2027-12-31'), upcoming: payments(['2028-01-31']) }
    expect(projectedPayments(leap, day('2028-03-31'), on('2028-01-10')).map(({ date }) => date)).toEqual([
      '2028-02-29',
      '2028-03-31',
    ])
  })

  it('are none for plans, for what is inactive, and where the whole list has passed', () => {
    expect(projectedPayments(aPlan({ total: '30.00' }), until, on('2026-01-01'))).toEqual([])
    expect(projectedPayments(aSchedule({ status: 'inactive' }), until, on('2022-06-01'))).toEqual([])
    expect(projectedPayments(aSchedule(), until, c)).toEqual([])
  })
})

describe('dormancy', () => {
  const c = on('2026-12-01')
  const yearly = (dates: string[], over = {}) =>
    aSchedule({ collectionStretch: 12, upcoming: payments(dates), ...over })

  it('is none between yearly payments, and is one where a row of nought makes two years of it', () => {
    expect(dormancyOf([yearly(['2027-01-15', '2028-01-17', '2029-01-15'])], 12, c)).toBeNull()
    const skipped = yearly([], {
      upcoming: [payment('2027-01-15', '50.00'), payment('2028-01-17', '0'), payment('2029-01-15', '50.00')],
    })
    expect(dormancyOf([skipped], 12, c)).toEqual({ from: '2027-01-15', to: '2029-01-15' })
  })

  it('is bridged by a sibling on the mandate, by what it lists and by what its rule goes on to', () => {
    const gap = yearly(['2027-01-15', '2029-01-15'])
    const sibling = aSchedule({ id: 'S', firstCollectionDate: day('2026-12-19'), upcoming: payments(['2026-12-21']) })
    expect(dormancyOf([gap], 12, c)).not.toBeNull()
    expect(dormancyOf([gap, sibling], 12, c)).toBeNull()
    expect(dormancyOf([gap, { ...sibling, status: 'inactive' }], 12, c)).not.toBeNull()
    expect(dormancyOf([gap, { ...sibling, method: 'card' }], 12, c)).not.toBeNull()
  })

  it('says nothing where a list could not be read, and never speaks of cards', () => {
    const gap = yearly(['2027-01-15', '2029-01-15'])
    expect(dormancyOf([gap, aSchedule({ id: 'S', upcoming: null })], 12, c)).toBeNull()
    expect(dormancyOf([{ ...gap, method: 'card' }], 12, c)).toBeNull()
  })

  it('sees a list of nothing but noughts: no payment follows that anybody knows of', () => {
    const paused = yearly([], { upcoming: payments(['2027-06-15', '2028-06-15'], '0') })
    expect(dormancyOf([paused], 12, c)).toEqual({ from: '2026-12-01', to: null })
  })

  it('is the same for one schedule as for two that are alike', () => {
    const somePayments = fc.array(
      fc.tuple(fc.integer({ min: -60, max: 1_500 }), fc.constantFrom('0', '50.00', '50.00')),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(somePayments, fc.constantFrom(1, 3, 12), fc.constantFrom(1, 2, 12), (some, stretch, months) => {
        const upcoming = some
          .toSorted(([a], [b]) => a - b)
          .map(([days, amount]) => payment(addDays(day('2026-12-01'), days), amount))
        const one = aSchedule({ collectionStretch: stretch, upcoming })
        expect(dormancyOf([one], months, c)).toEqual(dormancyOf([one, { ...one, id: 'ALIKE' }], months, c))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what may not arrive', () => {
  it('is what comes after the gap, and what is listed after the end', () => {
    const late = aSchedule({ id: 'LATE', endDate: day('2027-03-14'), upcoming: payments(['2027-02-15', '2027-03-15']) })
    const gap = aSchedule({ id: 'GAP', collectionStretch: 12, upcoming: payments(['2027-01-15', '2029-01-15']) })
    const c = on('2026-12-01')
    expect(forecastOf([late], day('2027-12-31'), c).get('LATE')?.atRisk).toEqual([{ row: 1, risk: 'after-the-end' }])
    expect(forecastOf([gap], day('2027-12-31'), c).get('GAP')?.atRisk).toEqual([{ row: 1, risk: 'dormancy' }])
  })
})

describe('the bands', () => {
  const methods = ['direct-debit', 'card', 'unrecognised'] as const
  const somePayment = fc.record({
    date: fc.integer({ min: -40, max: 400 }).map((days) => addDays(day('2026-12-10'), days)),
    method: fc.constantFrom(...methods),
    source: fc.constantFrom(...SOURCES),
    risk: fc.constantFrom(null, ...RISKS),
  })

  it('take each payment once: what is projected is never anything else, what is at risk stays so', () => {
    fc.assert(
      fc.property(somePayment, (payment) => {
        const band = bandOf(payment, on('2026-12-10'))
        expect(BANDS).toContain(band)
        expect(band === 'projected').toBe(payment.source === 'projected')
        if (payment.source === 'smarterpay')
          expect(band === 'at-risk').toBe(payment.risk !== null || payment.date < '2026-12-10')
      }),
    )
  })

  it('move from Scheduled to Locked and no other way when the cut-off passes, on clock-change days too', () => {
    const days = ['2026-12-10', '2025-03-30', '2025-03-31', '2025-10-26', '2025-10-27', '2026-12-24', '2028-02-29']
    fc.assert(
      fc.property(somePayment, fc.constantFrom(...days), (payment, today) => {
        const shifted = { ...payment, date: addDays(day(today), Math.abs(payment.date.length * 3) % 9) }
        for (const one of [payment, shifted]) {
          const [before, after] = [bandOf(one, on(today, '21:59')), bandOf(one, on(today, '22:00'))]
          if (before !== after) expect([before, after]).toEqual(['scheduled', 'locked'])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lock one more banking day at the cut-off, and only that', () => {
    const [early, late] = [on('2026-12-10', '21:59'), on('2026-12-10', '22:00')]
    const at = (date: string, c = early) =>
      bandOf({ date: day(date), method: 'direct-debit', source: 'smarterpay', risk: null }, c)
    const last = earliestDate(early)
    expect(bankingCalendar([]).isBankingDay(last)).toBe(true)
    expect([at(last), at(last, late)]).toEqual(['scheduled', 'locked'])
    expect(at(addDays(last, -1))).toBe('locked')
    expect(at(earliestDate(late), late)).toBe('scheduled')
  })
})
