import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule, payment, payments } from './examples'
import { frequencyText, ordinal } from './frequency-words'
import type { Schedule } from './model'
import { relativeDay, scheduleSentence, sentenceText } from './words'

const said = (schedule: Schedule) => sentenceText(scheduleSentence(schedule))
const weekly: Partial<Schedule> = {
  collectionPeriod: 'weekly',
  collectionDay: 2,
  firstCollectionDate: day('2026-11-24'),
  amount: payment('2026-12-01', '18.50').amount,
  upcoming: payments(['2026-12-01', '2026-12-08', '2026-12-29'], '18.50'),
}

describe('the sentence', () => {
  it.each<[string, Schedule, string]>([
    [
      'an ongoing Direct Debit',
      aSchedule(),
      '£25.32 on the 19th of every month by Direct Debit. Next payment Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'one by card that ends',
      aSchedule({ method: 'card', endDate: day('2023-01-31') }),
      '£25.32 on the 19th of every month by card. Next payment Mon 20 Jun 2022. Ends Tue 31 Jan 2023.',
    ],
    [
      'a weekly one',
      aSchedule(weekly),
      '£18.50 every Tuesday by Direct Debit. Next payment Tue 1 Dec 2026. Ongoing, no end date.',
    ],
    [
      'a fortnightly one',
      aSchedule({ ...weekly, collectionStretch: 2 }),
      '£18.50 every 2 weeks on Tuesday by Direct Debit. Next payment Tue 1 Dec 2026. Ongoing, no end date.',
    ],
    [
      'a quarterly one',
      aSchedule({ collectionStretch: 3, collectionDay: 1 }),
      '£25.32 on the 1st of the month, every 3 months, by Direct Debit. Next payment Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'a yearly one on the last day',
      aSchedule({ collectionStretch: 12, collectionDay: 'last' }),
      '£25.32 on the last day of the month, every year, by Direct Debit. Next payment Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'a monthly one on the last day',
      aSchedule({ collectionDay: 'last' }),
      '£25.32 on the last day of every month by Direct Debit. Next payment Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'a next payment that is not the usual one',
      aSchedule({ upcoming: [payment('2022-06-20', '40.00'), payment('2022-07-19', '25.32')] }),
      '£25.32 on the 19th of every month by Direct Debit. Next payment £40.00 on Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'a skipped next payment',
      aSchedule({ upcoming: [payment('2022-06-20', '0'), payment('2022-07-19', '25.32')] }),
      '£25.32 on the 19th of every month by Direct Debit. Next payment Tue 19 Jul 2022. Skipped: Mon 20 Jun 2022. Ongoing, no end date.',
    ],
    [
      'nothing but skipped payments',
      aSchedule({ upcoming: payments(['2022-06-20', '2022-07-19'], '0') }),
      '£25.32 on the 19th of every month by Direct Debit. No payment is due: all 2 listed are skipped. Ongoing, no end date.',
    ],
    [
      'a plan',
      aPlan({ total: '30.00', collected: { count: 1, total: '10.00' } }),
      '£30.00 in 3 instalments on the 2nd of every month by Direct Debit. Next payment £10.00 on Mon 2 Feb 2026. Last payment Mon 2 Mar 2026.',
    ],
    [
      'a weekly plan',
      aPlan({ total: '600.00', instalments: 12, collectionPeriod: 'weekly' }),
      '£600.00 in 12 weekly instalments by Direct Debit. Next payment £50.00 on Mon 2 Feb 2026. Last payment Sat 2 Jan 2027.',
    ],
    [
      'the last instalment of a plan',
      aPlan({ total: '30.00', collected: { count: 2, total: '20.00' } }),
      '£30.00 in 3 instalments on the 2nd of every month by Direct Debit. Next payment £10.00 on Mon 2 Feb 2026. It is the last one.',
    ],
    [
      'a finished plan',
      aPlan({ total: '30.00', upcoming: [] }),
      '£30.00 in 3 instalments on the 2nd of every month by Direct Debit. No upcoming payments. This schedule has finished.',
    ],
  ])('tells %s', (_name, schedule, sentence) => {
    expect(said(schedule)).toBe(sentence)
  })

  it('weights the facts: money, the rule and the day', () => {
    const facts = scheduleSentence(aSchedule()).filter((part) => part.fact)
    expect(facts.map((part) => part.text)).toEqual(['£25.32', '19th of every month', 'Mon 20 Jun 2022'])
  })

  it('never calls the date that SmarterPay keeps on an inactive schedule due (E102)', () => {
    const sentence = said(aSchedule({ status: 'inactive', upcoming: [], nextCollectionDate: day('2021-07-30') }))
    expect(sentence).toBe('£25.32 on the 19th of every month by Direct Debit. Inactive, no upcoming payments.')
  })
})

describe('what is not known is told as such', () => {
  it.each<[string, Partial<Schedule>, string]>([
    [
      'an amount',
      { amount: null, unreadable: ['amount'] },
      'An amount that could not be read, on the 19th of every month',
    ],
    [
      'a frequency',
      { collectionPeriod: 'unrecognised', asSent: { collectionPeriod: 'Fortnightly' } },
      '£25.32, at a frequency that is not known here (“Fortnightly”), by Direct Debit.',
    ],
    [
      'a method',
      { method: 'unrecognised', asSent: { method: 'giro' } },
      'month, by a method that is not known here (“giro”).',
    ],
    [
      'a type',
      { kind: 'unrecognised', asSent: { kind: 'SomethingNew' } },
      '£25.32, of a type that is not known here (“SomethingNew”), by Direct Debit.',
    ],
    [
      'a status, of which nothing is due',
      { status: 'unrecognised', asSent: { status: 'paused' } },
      'Its status is not known here (“paused”), so nothing can be called due.',
    ],
    [
      'the list of payments',
      { upcoming: null, nextCollectionDate: day('2022-06-20'), unreadable: ['upcoming'] },
      'The upcoming payments could not be read. SmarterPay’s next date is Mon 20 Jun 2022.',
    ],
    ['the end date', { unreadable: ['endDate'] }, 'Its end date could not be read.'],
    [
      'the day',
      { collectionDay: null, unreadable: ['collectionDay'] },
      '£25.32 every month, on a day that is not known, by',
    ],
  ])('%s', (_name, over, words) => {
    expect(said(aSchedule(over))).toContain(words)
  })

  it('does not call a schedule with an unreadable end date endless', () => {
    expect(said(aSchedule({ unreadable: ['endDate'] }))).not.toContain('no end date')
  })
})

describe('the frequency', () => {
  it.each<[string, Partial<Schedule>]>([
    ['Monthly, 19th', {}],
    ['Monthly, last day', { collectionDay: 'last' }],
    ['Every 3 months, 1st', { collectionDay: 1, collectionStretch: 3 }],
    ['Yearly, 2nd', { collectionDay: 2, collectionStretch: 12 }],
    ['Every 2 years, 2nd', { collectionDay: 2, collectionStretch: 24 }],
    ['Weekly, Tuesday', weekly],
    ['Every 2 weeks, Tuesday', { ...weekly, collectionStretch: 2 }],
    ['Every 12 weeks, Tuesday', { ...weekly, collectionStretch: 12 }],
    ['Monthly', { collectionDay: null }],
    ['“Fortnightly”', { collectionPeriod: 'unrecognised', asSent: { collectionPeriod: 'Fortnightly' } }],
    ['Unrecognised', { collectionStretch: null, unreadable: ['collectionStretch'] }],
  ])('%s', (words, over) => {
    expect(frequencyText(aSchedule(over))).toBe(words)
  })

  it('takes the weekday that the list agrees on, past holidays and a first collection on another day', () => {
    const friday = payments(['2026-12-18', '2026-12-29', '2027-01-04', '2027-01-08', '2027-01-15'])
    const schedule = aSchedule({ ...weekly, firstCollectionDate: day('2026-12-09'), upcoming: friday })
    expect(frequencyText(schedule)).toBe('Weekly, Friday')
    expect(frequencyText({ ...schedule, upcoming: [] })).toBe('Weekly, Wednesday')
  })
})

describe('days as people say them', () => {
  it.each([
    ['2026-11-30', 'today'],
    ['2026-12-01', 'tomorrow'],
    ['2026-11-29', 'yesterday'],
    ['2026-12-02', 'in 2 days'],
    ['2026-12-21', 'in 21 days'],
    ['2026-12-28', 'in 4 weeks'],
    ['2027-01-27', 'in 8 weeks'],
    ['2027-02-19', 'in 12 weeks'],
    ['2027-03-19', 'in 4 months'],
    ['2027-04-19', 'in 5 months'],
    ['2027-05-19', 'in 6 months'],
    ['2028-11-30', 'in 2 years'],
    ['2026-11-27', '3 days ago'],
  ])('%s is %s', (date, words) => {
    expect(relativeDay(day(date), day('2026-11-30'))).toBe(words)
  })

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [23, '23rd'],
    [28, '28th'],
  ])('%i is the %s', (number, words) => {
    expect(ordinal(number)).toBe(words)
  })
})
