import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { newSchedule } from './change-schemas'
import { checkNew, forecastNew, type NewRuleParts, rulePartsOf } from './check-new'
import { on, pounds } from './examples'
import { newFindingWords } from './new-words'

// Friday 20 November 2026, ten in the morning: the earliest collection is Tuesday 24, full notice is given from Friday 4 December.
const c = on('2026-11-20', '10:00')
const ongoing: NewRuleParts = {
  kind: 'ongoing',
  method: 'direct-debit',
  amount: pounds('25.00'),
  firstCollectionAmount: pounds('25.00'),
  collectionPeriod: 'monthly',
  collectionDay: 15,
  collectionStretch: 1,
  startDate: day('2026-12-15'),
  firstCollectionDate: null,
  endDate: null,
  firstTwoInSameMonth: false,
}
const { firstCollectionAmount: _, ...shared } = ongoing
const plan = { ...shared, kind: 'plan' as const, amount: pounds('120.00'), instalments: 6 }
const kinds = (parts: NewRuleParts, at = c) => checkNew(parts, at).map(({ kind, part }) => `${kind} ${part}`)

describe('a new schedule', () => {
  it('is right as it stands where nothing is remarkable', () => {
    expect(checkNew(ongoing, c)).toEqual([])
    expect(checkNew(plan, c)).toEqual([])
  })

  it.each<[string, Partial<NewRuleParts>, string[]]>([
    ['today', { startDate: day('2026-11-20') }, ['past startDate']],
    ['a day that has passed', { startDate: day('2026-11-19') }, ['past startDate']],
    ['the day before the earliest', { startDate: day('2026-11-23') }, ['locked startDate']],
    ['the earliest day', { startDate: day('2026-11-24'), collectionDay: 24 }, ['short-notice startDate']],
    ['the last day inside the notice period', { startDate: day('2026-12-03') }, ['short-notice startDate']],
    ['the first day with full notice', { startDate: day('2026-12-04') }, []],
    ['a Saturday', { startDate: day('2026-12-12') }, ['not-a-banking-day startDate']],
    ['Christmas Day', { startDate: day('2026-12-25') }, ['not-a-banking-day startDate']],
    ['a day in the year 9500', { startDate: day('9500-01-04') }, ['too-far startDate']],
    ['a day of the year after next', { startDate: day('2028-01-17') }, ['far-ahead startDate']],
    [
      'a year without known holidays',
      { startDate: day('2029-01-15') },
      ['far-ahead startDate', 'calendar-not-known startDate'],
    ],
  ])('is held against its first day: %s', (_name, over, expected) => {
    expect(kinds({ ...ongoing, ...over } as NewRuleParts)).toEqual(expected)
  })

  it('tells a first payment of its own at its own field', () => {
    const first = (date: string) => ({ ...ongoing, firstCollectionDate: day(date) })
    expect(kinds(first('2026-12-14'))).toEqual(['first-before-start firstCollectionDate'])
    expect(kinds(first('2026-12-19'))).toEqual(['not-a-banking-day firstCollectionDate'])
    expect(kinds({ ...first('2026-12-21'), startDate: day('2026-11-24') })).toEqual([])
    expect(kinds({ ...first('2026-12-21'), startDate: day('2026-11-21') })).toEqual(['locked startDate'])
  })

  it('lets cards begin tomorrow, and knows no notice for them', () => {
    const card = { ...ongoing, method: 'card' as const }
    expect(kinds({ ...card, startDate: day('2026-11-23'), collectionDay: 23 })).toEqual([])
    expect(kinds({ ...card, startDate: day('2026-11-20') })).toEqual(['past startDate'])
  })

  it.each([
    ['2026-12-14', ['end-not-after-first endDate']],
    ['2026-12-15', ['end-not-after-first endDate']],
    ['2026-12-16', []],
  ])('ends after its first payment: %s', (end, expected) => {
    expect(kinds({ ...ongoing, endDate: day(end) })).toEqual(expected)
  })

  it('lets a plan end with its last instalment at the earliest', () => {
    expect(kinds({ ...plan, endDate: day('2027-05-14') })).toEqual(['end-before-last endDate'])
    expect(kinds({ ...plan, endDate: day('2027-05-17') })).toEqual([])
  })

  it('cannot split pennies', () => {
    expect(kinds({ ...plan, amount: pounds('0.05') })).toEqual(['split-impossible instalments'])
    expect(kinds({ ...plan, amount: pounds('0.06') })).toEqual([])
  })

  it('warns of payments too close together and of gaps in which a mandate may lapse', () => {
    const close = { ...ongoing, startDate: day('2026-12-07'), firstTwoInSameMonth: true }
    expect(kinds(close)).toEqual(['short-gap collectionDay'])
    expect(kinds({ ...ongoing, collectionStretch: 18 })).toEqual(['dormancy-risk collectionStretch'])
    expect(kinds({ ...ongoing, collectionStretch: 18, method: 'card' })).toEqual([])
  })

  it('has words for each finding', () => {
    const said = [
      ...checkNew({ ...ongoing, startDate: day('2026-12-25'), endDate: day('2026-12-01') }, c),
      ...checkNew({ ...ongoing, startDate: day('2026-12-01') }, c),
    ].map(newFindingWords)
    expect(said).toEqual([
      'Christmas Day is not a banking day. The next one is Tue 29 Dec 2026.',
      'The end date must be after the first payment.',
      'Short notice: the payer had to be told by Tue 17 Nov 2026.',
    ])
  })
})

describe('the forecast of a new schedule', () => {
  const dates = (parts: NewRuleParts) => forecastNew(parts, c).map(({ date }) => date)

  it('E81: spreads a plan over its instalments from its first day', () => {
    const rows = forecastNew({ ...plan, collectionDay: 1, startDate: day('2026-12-01') }, c)
    expect(rows.map(({ date }) => date)).toEqual([
      '2026-12-01',
      '2027-01-04',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-04',
    ])
    expect(new Set(rows.map(({ lowest, highest }) => `${lowest}-${highest}`))).toEqual(new Set(['2000-2000']))
  })

  it('E10: takes an own first amount once', () => {
    const rows = forecastNew(
      { ...ongoing, collectionDay: 4, startDate: day('2026-11-30'), firstCollectionAmount: pounds('10.00') },
      c,
    )
    expect(rows.map(({ highest }) => highest)).toEqual([1000, 2500, 2500, 2500, 2500, 2500, 2500, 2500])
  })

  it('E16, E17: skips the month of the first payment unless the first two may share it', () => {
    const first = { ...ongoing, collectionDay: 28 as const, startDate: day('2026-12-02') }
    expect(dates(first).slice(0, 2)).toEqual(['2026-12-02', '2027-01-28'])
    expect(dates({ ...first, firstTwoInSameMonth: true }).slice(0, 2)).toEqual(['2026-12-02', '2026-12-29'])
  })

  it('counts weeks from the first day, whatever day of the month is told', () => {
    expect(dates({ ...ongoing, collectionPeriod: 'weekly' }).slice(0, 3)).toEqual([
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
    ])
  })
})

describe('the body of a create', () => {
  const body = {
    kind: 'ongoing',
    method: 'direct-debit',
    auddis: 'REFP01006',
    amount: 2500,
    firstCollectionAmount: 1000,
    collectionPeriod: 'monthly',
    collectionDay: 15,
    collectionStretch: 1,
    startDate: '2026-12-15',
    description: 'Membership',
  }
  const paths = (over: object) => {
    const result = newSchedule.safeParse({ ...body, ...over })
    return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'))
  }
  const without = (part: string) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== part))

  it.each([
    ['an instalment count on an ongoing schedule', { instalments: 3 }],
    ['a card beside a mandate', { cardId: 'CD01' }],
    ['a next date', { nextCollectionDate: '2026-12-15' }],
    ['a description of 45 characters', { description: 'x'.repeat(45) }],
    ['no description', { description: ' ' }],
    ['a reference of 51 characters', { customReference: 'x'.repeat(51) }],
    ['data of 1,001 characters', { metadata: 'x'.repeat(1001) }],
    ['the 29th', { collectionDay: 29 }],
    ['no day for monthly payments', { collectionDay: null }],
    ['no amount', { amount: 0 }],
    ['half a penny', { amount: 2500.5 }],
    ['a mandate reference in small letters', { auddis: 'refp01006' }],
    ['another without a note', { reason: 'other' }],
    ['a first amount on a plan', { kind: 'plan', instalments: 3 }],
  ])('refuses %s', (_name, over) => expect(paths(over)).not.toEqual([]))

  it('needs the parts of its own kind and method', () => {
    for (const part of Object.keys(body))
      expect([part, newSchedule.safeParse(without(part)).success]).toEqual([part, false])
    expect(paths({})).toEqual([])
  })

  it('gives the same rule however it leaves out what is optional', () => {
    const one = newSchedule.parse(body)
    const other = newSchedule.parse({ ...body, firstCollectionDate: null, endDate: null, firstTwoInSameMonth: false })
    expect(rulePartsOf(one)).toEqual(rulePartsOf(other))
  })
})
