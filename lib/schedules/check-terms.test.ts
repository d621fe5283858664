import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import type { Terms } from './changes'
import { checkTerms, termsPathOf } from './check-terms'
import { aPlan, aSchedule, on, payments, pounds } from './examples'
import type { Schedule } from './model'
import { termsFindingWords } from './terms-words'

const c = on('2026-11-20')
const monthly = aSchedule({
  amount: pounds('25.00'),
  collectionDay: 15,
  startDate: day('2026-01-15'),
  firstCollectionDate: day('2026-01-15'),
  upcoming: payments(['2026-12-15', '2027-01-15', '2027-02-15'], '25.00'),
})
const untaken = { ...monthly, firstCollectionDate: day('2026-12-15'), startDate: day('2026-12-15') }
const weekly = { ...monthly, collectionPeriod: 'weekly' as const }
const plan = aPlan({
  total: '150.00',
  instalments: 4,
  collected: { count: 1, total: '37.50' },
  nextCollectionDate: day('2026-12-15'),
})
const card = { ...monthly, method: 'card' as const, auddis: null, mandateId: null, cardId: 'CD01' }

const found = (schedule: Schedule, terms: Terms, at = c) =>
  checkTerms(schedule, terms, at).map(
    (finding) => `${termsPathOf(finding)} ${finding.kind}${finding.stops ? '' : ' warns'}`,
  )

describe('a change of the rule', () => {
  it.each<[string, Schedule, Terms, string[]]>([
    ['an amount', monthly, { amount: pounds('30.00') }, []],
    ['a day', monthly, { collectionDay: 'last' }, []],
    ['an end to come', monthly, { endDate: day('2027-03-15') }, []],
    ['no end, where there is one', { ...monthly, endDate: day('2027-03-15') }, { endDate: null }, []],
    ['the total and number of a plan', plan, { amount: pounds('180.00'), instalments: 6 }, []],
    ['a first amount not yet taken', untaken, { firstCollectionAmount: pounds('5.00') }, []],
    ['the same-month flag', monthly, { firstTwoInSameMonth: true }, []],
    ['nothing (E62)', monthly, {}, ['terms nothing-changed']],
    ['nothing but the amount it has', monthly, { amount: pounds('25.00') }, ['terms.amount same-as-now']],
    ['no end, where there is none', monthly, { endDate: null }, ['terms.endDate same-as-now']],
    ['an end today', monthly, { endDate: day('2026-11-20') }, ['terms.endDate end-date-passed']],
    [
      'an end before the next payment',
      monthly,
      { endDate: day('2026-12-14') },
      ['terms.endDate ends-before-next warns'],
    ],
    ['instalments of an ongoing one', monthly, { instalments: 3 }, ['terms.instalments not-for-this-kind']],
    ['the end of a plan', plan, { endDate: day('2027-03-15') }, ['terms.endDate not-for-this-kind']],
    [
      'the first amount of a plan',
      plan,
      { firstCollectionAmount: pounds('5.00') },
      ['terms.firstCollectionAmount not-for-this-kind'],
    ],
    [
      'the first date of a plan',
      plan,
      { firstCollectionDate: day('2027-01-04') },
      ['terms.firstCollectionDate not-for-this-kind'],
    ],
    [
      'a first amount that is taken',
      monthly,
      { firstCollectionAmount: pounds('5.00') },
      ['terms.firstCollectionAmount first-taken'],
    ],
    [
      'a first date that is taken',
      monthly,
      { firstCollectionDate: day('2027-01-04') },
      ['terms.firstCollectionDate first-taken'],
    ],
    [
      'two days for one first payment',
      untaken,
      { firstCollectionDate: day('2027-01-04'), nextCollectionDate: day('2027-01-05') },
      ['terms.nextCollectionDate two-first-dates'],
    ],
    ['the day of a weekly one', weekly, { collectionDay: 3 }, ['terms.collectionDay not-for-weekly']],
    ['a total below what is taken (E79)', plan, { amount: pounds('30.00') }, ['terms.amount total-below-taken']],
    ['as many instalments as are taken (E80)', plan, { instalments: 1 }, ['terms.instalments too-few-instalments']],
    ['as many as are taken, and no money left', plan, { amount: pounds('37.50'), instalments: 1 }, []],
    [
      'further instalments for no money',
      plan,
      { amount: pounds('37.50'), instalments: 6 },
      ['terms.instalments nothing-left'],
    ],
    ['a next date in the past', monthly, { nextCollectionDate: day('2026-11-20') }, ['terms.nextCollectionDate past']],
    ['a Locked next date', monthly, { nextCollectionDate: day('2026-11-23') }, ['terms.nextCollectionDate locked']],
    ['a Saturday', monthly, { nextCollectionDate: day('2026-12-19') }, ['terms.nextCollectionDate not-a-banking-day']],
    ['Christmas', monthly, { nextCollectionDate: day('2026-12-25') }, ['terms.nextCollectionDate not-a-banking-day']],
    [
      'a next date inside the notice',
      monthly,
      { nextCollectionDate: day('2026-11-26') },
      ['terms.nextCollectionDate short-notice warns'],
    ],
    ['a card’s next date tomorrow', card, { nextCollectionDate: day('2026-11-23') }, []],
    [
      'a year whose holidays nobody knows',
      monthly,
      { nextCollectionDate: day('2031-01-15') },
      ['terms.nextCollectionDate calendar-not-known warns'],
    ],
    ['an inactive schedule', { ...monthly, status: 'inactive' }, { amount: pounds('1.00') }, ['terms not-active']],
    ['an unknown type', { ...monthly, kind: 'unrecognised' }, { amount: pounds('1.00') }, ['terms unrecognised']],
    [
      'an amount that could not be read',
      { ...monthly, amount: null, unreadable: ['amount'] },
      { collectionDay: 4 },
      ['terms unreadable'],
    ],
    ['a list that could not be read', { ...monthly, upcoming: null }, { collectionDay: 4 }, ['terms unreadable']],
    ['a plan that does not add up', { ...plan, amount: pounds('10.00') }, { collectionDay: 4 }, ['terms unreadable']],
  ])('%s', (_, schedule, terms, expected) => {
    expect(found(schedule, terms)).toEqual(expected)
  })

  it('does not move a payment that is itself too late to change, and says which', () => {
    const late = on('2026-12-14')
    const [finding] = checkTerms(monthly, { nextCollectionDate: day('2027-01-04') }, late)
    expect(finding).toMatchObject({ kind: 'next-locked', date: '2026-12-15', stops: true })
    expect(finding && termsFindingWords(finding)).toBe(
      'The payment of Tue 15 Dec 2026 is too late to change, so it cannot be moved.',
    )
  })

  it('says what is already taken, and how many instalments are the least', () => {
    const words = (terms: Terms) => checkTerms(plan, terms, c).map(termsFindingWords)
    expect(words({ amount: pounds('30.00') })).toEqual(['£37.50 is already taken; the plan total cannot be less.'])
    expect(words({ instalments: 1 })).toEqual(['1 instalment is already taken, and money is left: give at least 2.'])
  })
})
