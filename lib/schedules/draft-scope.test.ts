import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { draftOf, draftPayments, settingOf } from './draft'
import { applyCommand } from './draft-commands'
import { compileScope, editOf } from './draft-scope'
import { c, monthly, scopes, weekly } from './draft-scope-scene'
import { aSchedule, payment, payments, pounds } from './examples'
import { ruleAddress } from './rule-address'
import { scopeWords } from './scope-words'
import { termsTextOf, withAddress } from './terms-text'

describe('an edit and what it is meant for', () => {
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
