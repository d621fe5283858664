import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { PaymentRow } from '@/lib/payers/model'
import { disableImpact, onTheirWay } from './disable-impact'
import { aSchedule, on, payment, pounds } from './examples'

const c = on('2026-11-20', '10:00')
const rows = [
  payment('2026-11-23', '18.50'),
  payment('2026-12-08', '0.00'),
  payment('2026-12-15', '18.50'),
  payment('2027-01-15', '20.00'),
]

describe('what disabling stops', () => {
  it('parts what can still be stopped from what is too late, and counts no skipped payment', () => {
    expect(disableImpact(aSchedule({ upcoming: rows }), c)).toEqual({
      stops: { count: 2, total: 3850, next: '2026-12-15' },
      locked: [payment('2026-11-23', '18.50')],
      known: true,
    })
  })

  it('calls nothing of a card locked that is still to come', () => {
    expect(disableImpact(aSchedule({ upcoming: rows, method: 'card' }), c).locked).toEqual([])
  })

  it('says where the list could not be read', () => {
    expect(disableImpact(aSchedule({ upcoming: null }), c)).toMatchObject({ known: false, stops: { count: 0 } })
  })

  it('knows which payments are on their way', () => {
    const one = (id: string, status: string) =>
      ({ id, status, date: day('2026-11-24'), amount: pounds('18.50'), statusAsSent: null, code: null }) as PaymentRow
    const found = onTheirWay([
      one('P1', 'submitted'),
      one('P2', 'successful'),
      one('P3', 'pending-submission'),
      { unreadable: true },
    ])
    expect(found.map(({ id }) => id)).toEqual(['P1', 'P3'])
  })
})
