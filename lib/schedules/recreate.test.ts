import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, on, payment, payments } from './examples'
import { readNewText } from './new-text'
import { recreate } from './recreate'

const c = on('2026-11-20', '10:00')
const old = aSchedule({
  collectionDay: 15,
  upcoming: payments(['2026-11-24', '2026-12-15', '2027-01-15', '2027-02-15']),
})

describe('a schedule in place of a disabled one', () => {
  it('follows the same rule from the first of its days with full notice', () => {
    const { text, remarks } = recreate(old, { listed: true }, c)
    expect(readNewText(text, c)).toMatchObject({
      faults: [],
      wanted: {
        kind: 'ongoing',
        method: 'direct-debit',
        auddis: 'FBMAN02814872',
        amount: 2532,
        firstCollectionAmount: 2532,
        collectionDay: 15,
        startDate: '2026-12-15',
        description: 'Membership',
        customReference: 'MEM-204417',
      },
    })
    expect(remarks).toEqual(['It begins on Tue 15 Dec 2026, the first of its days with full notice.'])
  })

  it('finds its next day by the rule where its payments are not known', () => {
    const bare = { ...old, upcoming: [], nextCollectionDate: day('2026-11-16') }
    expect(recreate(bare, { listed: false }, c).text.startDate).toBe('15/12/2026')
    const quarterly = { ...bare, collectionStretch: 3, firstCollectionDate: day('2026-01-15') }
    expect(recreate(quarterly, { listed: false }, c).text.startDate).toBe('15/01/2027')
  })

  it('takes what is left of a plan, and leaves it open where that is not known', () => {
    const plan = aPlan({
      total: '120.00',
      collected: { count: 2, total: '40.00' },
      instalments: 6,
      nextCollectionDate: day('2026-12-02'),
    })
    const { text, remarks } = recreate(plan, { listed: true }, c)
    expect([text.kind, text.amount, text.instalments]).toEqual(['plan', '80.00', '4'])
    expect(remarks.join(' ')).toContain('4 of 6 instalments')
    const bare = recreate({ ...plan, upcoming: [] }, { listed: false }, c)
    expect([bare.text.amount, bare.text.instalments]).toEqual(['', ''])
    expect(bare.remarks.join(' ')).toContain('enter the amount and the instalments')
  })

  it('counts no skipped instalment, and says that edited amounts are not taken over', () => {
    const edited = { ...old, upcoming: [payment('2026-12-15', '0.00'), payment('2027-01-15', '30.00')] }
    const { text, remarks } = recreate(edited, { listed: true }, c)
    expect(text.startDate).toBe('15/01/2027')
    expect(remarks.join(' ')).toContain('changed by hand are not taken over')
  })

  it('keeps an end date that is still to come, and no other', () => {
    expect(recreate({ ...old, endDate: day('2027-12-15') }, { listed: true }, c).text).toMatchObject({
      ends: 'on',
      endDate: '15/12/2027',
    })
    const passed = recreate({ ...old, endDate: day('2026-12-01') }, { listed: true }, c)
    expect(passed.text.ends).toBe('open')
    expect(passed.remarks.join(' ')).toContain('end date has passed')
  })

  it('leaves open what could not be read', () => {
    const strange = aSchedule({ amount: null, collectionDay: null, unreadable: ['amount'], upcoming: [] })
    const { text, remarks } = recreate(strange, { listed: false }, c)
    expect([text.amount, text.collectionDay, text.startDate]).toEqual(['', '', ''])
    expect(remarks[0]).toContain('could not be read')
  })
})
