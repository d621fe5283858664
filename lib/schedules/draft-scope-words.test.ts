import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { monthly, plan, scopes, weekly } from './draft-scope-scene'
import { pounds } from './examples'

describe('an edit and what it is meant for', () => {
  it.each([
    {
      name: 'a move of the next payment',
      schedule: monthly,
      edit: { row: 'row-0', to: day('2022-07-01') },
      words: [
        'Only 20 June moves to Fri 1 Jul 2022.',
        'All 6 listed payments from 20 June move; rows that SmarterPay makes later still follow the rule.',
        'Collect on the 1st from now on, the next payment on Fri 1 Jul 2022.',
      ],
      intent: { collectionDay: 1, nextCollectionDate: '2022-07-01' },
    },
    {
      name: 'a move of a later payment',
      schedule: monthly,
      edit: { row: 'row-2', to: day('2022-08-26') },
      words: [
        'Only 19 August moves to Fri 26 Aug 2022.',
        'All 4 listed payments from 19 August move; rows that SmarterPay makes later still follow the rule.',
        'Collect on the 26th from now on; the next payment stays on Mon 20 Jun 2022.',
      ],
      intent: { collectionDay: 26 },
    },
    {
      name: 'a move to the last day of a month',
      schedule: monthly,
      edit: { row: 'row-2', to: day('2022-08-31') },
      words: [
        'Only 19 August moves to Wed 31 Aug 2022.',
        'All 4 listed payments from 19 August move; rows that SmarterPay makes later still follow the rule.',
        'Collect on the last day of the month from now on; the next payment stays on Mon 20 Jun 2022.',
      ],
      intent: { collectionDay: 'last' },
    },
    {
      name: 'a move to a day that no rule can name',
      schedule: monthly,
      edit: { row: 'row-2', to: day('2022-08-30') },
      words: [
        'Only 19 August moves to Tue 30 Aug 2022.',
        'All 4 listed payments from 19 August move; rows that SmarterPay makes later still follow the rule.',
        'A rule can name the 1st to the 28th or the last day of the month.',
      ],
    },
    {
      name: 'another month on the rule’s own day',
      schedule: monthly,
      edit: { row: 'row-5', to: day('2022-12-19') },
      words: [
        'Only 21 November moves to Mon 19 Dec 2022.',
        'No later payment is listed that could change.',
        'The rule is so already.',
      ],
    },
    {
      name: 'an amount',
      schedule: monthly,
      edit: { row: 'row-1', amount: pounds('20.00') },
      words: [
        'Only 19 July becomes £20.00.',
        'All 5 listed payments from 19 July become £20.00; rows that SmarterPay makes later still follow the rule.',
        'Collect £20.00 from now on.',
      ],
      intent: { amount: 2000 },
    },
    {
      name: 'a day and an amount at once',
      schedule: monthly,
      edit: { row: 'row-0', to: day('2022-06-24'), amount: pounds('20.00') },
      words: [
        'Only 20 June moves to Fri 24 Jun 2022 and becomes £20.00.',
        'All 6 listed payments from 20 June move and become £20.00; rows that SmarterPay makes later still follow the rule.',
        'Collect £20.00 on the 24th from now on, the next payment on Fri 24 Jun 2022.',
      ],
      intent: { amount: 2000, collectionDay: 24, nextCollectionDate: '2022-06-24' },
    },
    {
      name: 'a skip',
      schedule: monthly,
      edit: { row: 'row-1', amount: pounds('0.00') },
      words: [
        'Only 19 July is skipped.',
        'All 5 listed payments from 19 July are skipped; rows that SmarterPay makes later still follow the rule.',
        'A rule cannot leave a payment out. To stop payments, edit the schedule’s end.',
      ],
    },
    {
      name: 'a move of a weekly payment',
      schedule: weekly,
      edit: { row: 'row-0', to: day('2022-08-18') },
      words: [
        'Only 15 August moves to Thu 18 Aug 2022.',
        'All 4 listed payments from 15 August move; rows that SmarterPay makes later still follow the rule.',
        'SmarterPay keeps the weekday of a weekly schedule.',
      ],
    },
    {
      name: 'an amount of a plan',
      schedule: plan,
      edit: { row: 'row-1', amount: pounds('5.00') },
      words: [
        'Only 2 August becomes £5.00. £15.00 is left to place.',
        'All 3 listed payments from 2 August become £5.00. £45.00 is left to place.',
        'The rule of a plan holds its total, not the amount of a payment.',
      ],
    },
    {
      name: 'too much for a plan',
      schedule: plan,
      edit: { row: 'row-3', amount: pounds('25.00') },
      words: [
        'Only 3 October becomes £25.00. £5.00 is too much.',
        'No later payment is listed that could change.',
        'The rule of a plan holds its total, not the amount of a payment.',
      ],
    },
  ])('$name', ({ schedule, edit, words, intent }) => {
    const { of, words: said } = scopes(schedule, edit)
    expect(said).toEqual(words)
    const rule = of('rule')
    expect('intent' in rule ? rule.intent : undefined).toEqual(intent)
  })
})
