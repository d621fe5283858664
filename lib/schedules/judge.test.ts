import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payment, payments, pounds } from './examples'
import { comparePayments, judge, requestedDifferences, tellsTooLittle, type Wanted } from './judge'

const before = aSchedule({ upcoming: payments(['2026-12-21', '2027-01-19', '2027-02-19']) })
const list = [payment('2026-12-21', '25.32'), payment('2027-01-27', '25.32'), payment('2027-02-19', '0')]
const wanted: Wanted = { action: 'replace-upcoming', payments: list }
const after = { ...before, upcoming: list }

describe('a replaced list', () => {
  it('is applied when every row stands as asked, in whatever order it was asked', () => {
    expect(judge({ ...wanted, payments: [...list].reverse() }, before, after)).toEqual({
      verdict: 'applied',
      differences: [],
    })
  })

  it('is adjusted when SmarterPay moved a row: what was wanted and what stands are both told', () => {
    const moved = { ...before, upcoming: [...list.slice(0, 1), payment('2027-01-28', '25.32'), ...list.slice(2)] }
    expect(judge(wanted, before, moved)).toEqual({
      verdict: 'adjusted',
      differences: [
        { part: 'upcoming', date: '2027-01-27', wanted: 2532, got: null },
        { part: 'upcoming', date: '2027-01-28', wanted: null, got: 2532 },
      ],
    })
  })

  it('may change the next date and the end, which follow from it', () => {
    const next = { ...after, nextCollectionDate: day('2027-01-27'), endDate: day('2027-02-19') }
    expect(judge(wanted, before, next).verdict).toBe('applied')
  })

  it('names what somebody else changed in the same moment', () => {
    expect(judge(wanted, before, { ...after, amount: pounds('30.00') })).toEqual({
      verdict: 'adjusted',
      differences: [{ part: 'amount', wanted: 2532, got: 3000 }],
    })
  })

  it('takes nothing from what an answer leaves out, nor from text for people', () => {
    const short = { ...after, mandateId: null, auddis: null, description: 'Another', customReference: null }
    expect(judge(wanted, before, short).verdict).toBe('applied')
  })

  it('is not called applied when its list could not be read', () => {
    expect(judge(wanted, before, { ...before, upcoming: null }).verdict).toBe('adjusted')
  })
})

describe('an answer that leaves parts out', () => {
  const amount: Wanted = { action: 'amend', terms: { amount: pounds('30.00') } }

  it('tells too little without what was asked for, or without what the record held', () => {
    expect(tellsTooLittle(amount, before, ['amount'])).toBe(true)
    expect(tellsTooLittle(amount, before, ['upcoming'])).toBe(true)
    expect(tellsTooLittle(amount, before, ['mandateId'])).toBe(true)
  })

  it('tells enough without what was not there', () => {
    expect(tellsTooLittle(amount, { ...before, endDate: null, upcoming: [] }, ['endDate', 'upcoming'])).toBe(false)
  })
})

describe('two rows on one day', () => {
  it('are compared one by one', () => {
    const [one, two] = [payment('2027-01-19', '10.00'), payment('2027-01-19', '15.00')]
    expect(comparePayments([two, one], [one, two])).toEqual([])
    expect(comparePayments([one, two], [one])).toEqual([
      { part: 'upcoming', date: '2027-01-19', wanted: 1500, got: null },
    ])
  })
})

describe('other changes', () => {
  it('a disabled schedule is inactive; its emptied list follows', () => {
    const off = { ...before, status: 'inactive' as const, upcoming: [], nextCollectionDate: null }
    expect(judge({ action: 'disable' }, before, off).verdict).toBe('applied')
    expect(judge({ action: 'disable' }, before, before).verdict).toBe('adjusted')
  })

  it('an amended rule is judged by the parts that were asked for, its new list follows', () => {
    const terms: Wanted = { action: 'amend', terms: { amount: pounds('30.00') } }
    const regenerated = { ...before, amount: pounds('30.00'), upcoming: payments(['2026-12-21'], '30.00') }
    expect(judge(terms, before, regenerated).verdict).toBe('applied')
    expect(requestedDifferences(terms, before)).toEqual([{ part: 'amount', wanted: 3000, got: 2532 }])
  })

  it('an end date taken away is null', () => {
    const ended = { ...before, endDate: day('2027-06-30') }
    expect(judge({ action: 'amend', terms: { endDate: null } }, ended, before).verdict).toBe('applied')
  })

  it('the same-month flag shows in no part: only a changed list proves it', () => {
    const flag: Wanted = { action: 'amend', terms: { firstTwoInSameMonth: true } }
    expect(judge(flag, before, before).verdict).toBe('unproven')
    expect(judge(flag, before, { ...before, upcoming: list }).verdict).toBe('applied')
  })
})
