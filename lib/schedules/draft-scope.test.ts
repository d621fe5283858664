import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, draftPayments, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { compileScope, editOf, type PaymentEdit, type Scope } from './draft-scope'
import { aPlan, aSchedule, on, payment, payments, pounds } from './examples'
import type { Schedule } from './model'
import { ruleAddress } from './rule-address'
import { scopeWords } from './scope-words'
import { termsTextOf, withAddress } from './terms-text'

const c = on('2022-06-01')
const monthly = aSchedule()
const weekly = aSchedule({
  collectionPeriod: 'weekly',
  firstCollectionDate: day('2022-05-16'),
  upcoming: payments(['2022-08-15', '2022-08-22', '2022-08-30', '2022-09-05']),
})
const plan = aPlan({
  total: '80.00',
  instalments: 4,
  nextCollectionDate: day('2022-07-04'),
  upcoming: payments(['2022-07-04', '2022-08-02', '2022-09-02', '2022-10-03'], '20.00'),
})

function scopes(schedule: Schedule, edit: Partial<PaymentEdit> & { row: string }) {
  const draft = draftOf(schedule.upcoming ?? [])
  const setting = settingOf(schedule, c)
  const whole = { to: null, amount: null, ...edit }
  const options = compileScope(whole, draft, schedule, setting)
  const of = (scope: Scope) => {
    const option = options.find((one) => one.scope === scope)
    if (!option) throw new Error(scope)
    return option
  }
  return {
    words: options.map((option) => scopeWords(option, whole, draft, setting)),
    of,
    sent: (scope: Scope) => {
      const option = of(scope)
      if (!('command' in option)) return null
      return draftPayments(applyCommand(draft, option.command, setting)).payments.map(
        ({ date, amount }) => `${date} ${amount}`,
      )
    },
  }
}

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

  it('never makes the rule’s intention of a narrower choice, nor rows of the rule’s', () => {
    const { of } = scopes(monthly, { row: 'row-0', to: day('2022-06-24'), amount: pounds('20.00') })
    for (const scope of ['this', 'later'] as const) expect(of(scope)).not.toHaveProperty('intent')
    expect(of('rule')).not.toHaveProperty('command')
  })

  it('moves later monthly payments to that day of their own months, past what is no banking day', () => {
    const { sent } = scopes(monthly, { row: 'row-0', to: day('2022-07-01') })
    expect(sent('this')?.[0]).toBe('2022-07-01 2532')
    expect(sent('later')).toEqual([
      '2022-07-01 2532',
      '2022-08-01 2532',
      '2022-09-01 2532',
      '2022-10-03 2532',
      '2022-11-01 2532',
      '2022-12-01 2532',
    ])
  })

  it('counts the month of a payment that was moved into the next by a weekend as its own', () => {
    const schedule = aSchedule({
      collectionDay: 'last',
      firstCollectionDate: day('2022-05-31'),
      upcoming: payments(['2022-06-30', '2022-08-01', '2022-08-31', '2022-09-30']),
    })
    const { sent } = scopes(schedule, { row: 'row-0', to: day('2022-06-24') })
    expect(sent('later')?.map((row) => row.slice(0, 10))).toEqual([
      '2022-06-24',
      '2022-07-25',
      '2022-08-24',
      '2022-09-26',
    ])
  })

  it('moves later weekly payments by as many days, from the weekday that a holiday took from them', () => {
    const { sent } = scopes(weekly, { row: 'row-0', to: day('2022-08-18') })
    expect(sent('later')?.map((row) => row.slice(0, 10))).toEqual([
      '2022-08-18',
      '2022-08-25',
      '2022-09-01',
      '2022-09-08',
    ])
  })

  it('leaves later payments alone that are skipped, and earlier ones always', () => {
    const schedule = aSchedule({
      upcoming: [payment('2022-06-20', '25.32'), payment('2022-07-19', '25.32'), payment('2022-08-19', '0.00')],
    })
    const { sent, words } = scopes(schedule, { row: 'row-1', amount: pounds('20.00') })
    expect(sent('later')).toBeNull()
    expect(words[1]).toBe('No later payment is listed that could change.')
    expect(sent('this')).toEqual(['2022-06-20 2532', '2022-07-19 2000', '2022-08-19 0'])
  })

  it('widens an edit that the draft holds already, from where SmarterPay has the payment', () => {
    const setting = settingOf(monthly, c)
    const edit = { row: 'row-1', to: day('2022-07-27'), amount: pounds('20.00') }
    const start = draftOf(monthly.upcoming ?? [])
    const held = applyCommand(start, { kind: 'change', later: false, ...edit }, setting)
    const row = held.rows[1]
    expect(row && editOf(row)).toEqual(edit)
    const [here, later, rule] = compileScope(edit, held, monthly, setting)
    expect(here).toEqual({ scope: 'this', refused: 'nothing-changed' })
    expect(rule).toMatchObject({ intent: { collectionDay: 27, amount: 2000 } })
    if (!later || !('command' in later)) throw new Error('no later payments')
    expect(scopeWords(later, edit, held, setting)).toBe(
      'All 5 listed payments from 19 July move and become £20.00; rows that SmarterPay makes later still follow the rule.',
    )
    const wide = applyCommand(start, { kind: 'change', later: true, ...edit }, setting)
    expect(draftPayments(applyCommand(held, later.command, setting)).payments).toEqual(draftPayments(wide).payments)
  })

  it('refuses everything of a payment that is too late, and of no change', () => {
    const late = aSchedule({ upcoming: payments(['2022-06-02', '2022-07-19']) })
    expect(scopes(late, { row: 'row-0', amount: pounds('1.00') }).words).toEqual(Array(3).fill('Too late to change.'))
    expect(scopes(monthly, { row: 'row-0' }).words).toEqual(Array(3).fill('Nothing would change.'))
  })

  it('hands an intention to the form of the rule as a person would have typed it', () => {
    const rule = scopes(monthly, { row: 'row-0', to: day('2022-07-01'), amount: pounds('20.00') }).of('rule')
    if (!('intent' in rule)) throw new Error('no intention')
    const address = new URL(ruleAddress(monthly.id, rule.intent), 'http://here')
    expect(address.pathname).toBe(`/schedules/${monthly.id}/edit`)
    expect(withAddress(termsTextOf(monthly), address.searchParams)).toEqual({
      ...termsTextOf(monthly),
      amount: '20.00',
      collectionDay: '1',
      nextCollectionDate: '01/07/2022',
    })
  })
})
