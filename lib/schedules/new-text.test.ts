import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSchedule } from './change-schemas'
import { checkNew, forecastNew, rulePartsOf } from './check-new'
import { on } from './examples'
import { crmNoteNew, readAloudNew } from './new-script'
import { EMPTY_NEW, isUntouched, type NewText, newTextFrom, readNewText, stepOfField } from './new-text'

const c = on('2026-11-20', '10:00')
const typed: NewText = {
  ...EMPTY_NEW,
  auddis: 'fbman02814872',
  description: ' Membership ',
  amount: '25',
  collectionDay: '15',
  startDate: '15/12/2026',
}
const faultsOf = (over: Partial<NewText>) =>
  readNewText({ ...typed, ...over }, c).faults.map(({ path, message }) => `${path}: ${message}`)

describe('a new schedule as it is typed', () => {
  it('is read as what it means', () => {
    expect(readNewText(typed, c).wanted).toEqual({
      kind: 'ongoing',
      method: 'direct-debit',
      auddis: 'FBMAN02814872',
      amount: 2500,
      firstCollectionAmount: 2500,
      collectionPeriod: 'monthly',
      collectionDay: 15,
      collectionStretch: 1,
      startDate: '2026-12-15',
      description: 'Membership',
    })
  })

  it.each<[Partial<NewText>, object]>([
    [{ firstCollectionAmount: '£10.00' }, { firstCollectionAmount: 1000 }],
    [{ collectionDay: 'last' }, { collectionDay: 'last' }],
    [{ firstCollectionDate: '21 dec' }, { firstCollectionDate: '2026-12-21' }],
    [{ ends: 'on', endDate: '15/12/2027' }, { endDate: '2027-12-15' }],
    [{ firstTwoInSameMonth: true }, { firstTwoInSameMonth: true }],
    [
      { customReference: ' R 1 ', metadata: 'a=1' },
      { customReference: 'R 1', metadata: 'a=1' },
    ],
    [
      { method: 'card', cardId: ' CD01X ' },
      { method: 'card', cardId: 'CD01X' },
    ],
    [
      { kind: 'plan', amount: '120.00', instalments: '6' },
      { kind: 'plan', amount: 12000, instalments: 6 },
    ],
  ])('takes %j', (over, expected) => expect(readNewText({ ...typed, ...over }, c).wanted).toMatchObject(expected))

  it('leaves out what belongs to another kind, whatever still stands in its fields', () => {
    const plan = readNewText({ ...typed, kind: 'plan', instalments: '6', firstCollectionAmount: 'x' }, c).wanted
    expect(plan).not.toHaveProperty('firstCollectionAmount')
    const weekly = readNewText({ ...typed, collectionPeriod: 'weekly', firstTwoInSameMonth: true }, c).wanted
    expect(weekly).not.toHaveProperty('collectionDay')
    expect(weekly).not.toHaveProperty('firstTwoInSameMonth')
    expect(readNewText({ ...typed, ends: 'open', endDate: 'nonsense' }, c).wanted).not.toHaveProperty('endDate')
  })

  it.each<[Partial<NewText>, string]>([
    [{ amount: '25.5' }, 'amount: Enter an amount in pounds, such as 25.00.'],
    [{ amount: '12,50' }, 'amount: Enter an amount in pounds, such as 25.00.'],
    [{ amount: '-5' }, 'amount: Enter an amount in pounds, such as 25.00.'],
    [{ amount: '0' }, 'amount: More than £0.00.'],
    [{ firstCollectionAmount: '0.00' }, 'firstCollectionAmount: More than £0.00.'],
    [{ startDate: '31/06/2027' }, 'startDate: Enter a day that exists, as 15/12/2026.'],
    [{ startDate: '25/12/2026' }, 'startDate: Christmas Day is not a banking day. The next one is Tue 29 Dec 2026.'],
    [{ collectionDay: '' }, 'collectionDay: Choose a day from 1 to 28, or the last day.'],
    [{ collectionStretch: '0' }, 'collectionStretch: Enter a whole number from 1.'],
    [{ collectionStretch: '1000' }, 'collectionStretch: At most 999.'],
    [{ kind: 'plan', instalments: '2.5' }, 'instalments: Enter a whole number from 1.'],
    [{ kind: 'plan', instalments: '2001' }, 'instalments: At most 2,000.'],
    [{ description: ' ' }, 'description: Give a description.'],
    [{ description: 'x'.repeat(45) }, 'description: At most 44 characters.'],
    [{ metadata: 'x'.repeat(1001) }, 'metadata: At most 1,000 characters.'],
    [{ auddis: '' }, 'auddis: A mandate reference has 1 to 18 of A-Z, 0-9, / - . & and space.'],
    [
      { customReference: '4111 1111 1111 1111' },
      'customReference: This looks like a card number. Card numbers may not be kept here.',
    ],
    [{ metadata: 'a\tb' }, 'metadata: This holds characters that cannot be shown, such as line breaks.'],
    [{ method: 'card', cardId: '4111 1111' }, 'cardId: Enter the id of the card.'],
  ])('tells at its field what is wrong with %j', (over, expected) =>
    expect(faultsOf(over)).toEqual(expected === undefined ? [] : [expected]),
  )

  it('never means what the server would turn away', () => {
    const word = fc.oneof(fc.constantFrom('', '1', '6', '0', '25', '25.00', '1,000', '9999999', 'x'), fc.string())
    const date = fc.constantFrom(
      '',
      '15/12/2026',
      '25/12/2026',
      '1 jan',
      '01/01/9500',
      '19/11/2026',
      '+20wd',
      '15/12/2027',
    )
    const some = fc.record<NewText, never>(
      {
        method: fc.constantFrom('direct-debit', 'card'),
        kind: fc.constantFrom('ongoing', 'plan'),
        mandateId: fc.string(),
        auddis: fc.oneof(fc.constant('FBMAN1'), fc.string()),
        cardId: fc.oneof(fc.constant('CD01X'), fc.string()),
        description: fc.oneof(fc.constant('Membership'), fc.string({ maxLength: 60 })),
        customReference: fc.string({ maxLength: 60 }),
        metadata: fc.string({ maxLength: 60 }),
        amount: word,
        firstCollectionAmount: word,
        instalments: word,
        collectionPeriod: fc.constantFrom('monthly', 'weekly'),
        collectionDay: fc.constantFrom('', '1', '28', 'last', '29', 'x'),
        collectionStretch: fc.constantFrom('1', '1', '3', '12', '', '999'),
        startDate: date,
        firstCollectionDate: date,
        ends: fc.constantFrom('open', 'on'),
        endDate: date,
        firstTwoInSameMonth: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    const sound = { ...typed, cardId: 'CD01X', instalments: '6' }
    const any = some.map((over): NewText => ({ ...sound, ...over }))
    let meant = 0
    fc.assert(
      fc.property(any, (text) => {
        const { wanted } = readNewText(text, c)
        if (wanted === null) return
        meant += 1
        expect(newSchedule.safeParse(wanted).error?.issues).toBeUndefined()
        expect(checkNew(rulePartsOf(wanted), c).filter(({ stops }) => stops)).toEqual([])
      }),
      { numRuns: 1_500 },
    )
    expect(meant, 'some that are right').toBeGreaterThan(0)
  })

  it('knows the step of each field, and an untouched form', () => {
    expect(['auddis', 'description', 'cardId'].map(stepOfField)).toEqual([1, 1, 1])
    expect(['amount', 'startDate', 'instalments'].map(stepOfField)).toEqual([2, 2, 2])
    expect(['reason', 'note', 'agreed'].map(stepOfField)).toEqual([3, 3, 3])
    expect(isUntouched(EMPTY_NEW)).toBe(true)
    expect(isUntouched(typed)).toBe(false)
  })

  it('comes back from keeping, and takes nothing strange from there', () => {
    expect(newTextFrom(JSON.parse(JSON.stringify(typed)))).toEqual(typed)
    expect(newTextFrom({ amount: 5, kind: 'other', method: 'card', extra: 'x' })).toEqual({
      ...EMPTY_NEW,
      method: 'card',
    })
    expect(newTextFrom(null)).toEqual(EMPTY_NEW)
  })
})

describe('what is said of a new schedule', () => {
  const said = (over: Partial<NewText>) => {
    const { wanted, parts } = readNewText({ ...typed, ...over }, c)
    if (!wanted || !parts) throw new Error('the example is not right')
    const rows = forecastNew(parts, c)
    const note = crmNoteNew(wanted, parts, rows, { person: 'Agent (demo)', at: 'Fri 20 Nov 2026 10:00', reason: null })
    return { aloud: readAloudNew(wanted, parts, rows, c), note }
  }

  it('names amount, date, frequency and reference', () => {
    expect(said({ firstCollectionAmount: '10' })).toEqual({
      aloud:
        'We will take £10.00 by Direct Debit on Tuesday 15 December. After that we take £25.00 on the 15th of every month, next on Friday 15 January 2027. There is no end date. Where a day is a weekend or a bank holiday, the payment is taken on the next working day. The reference for your bank is FBMAN02814872.',
      note: 'FBMAN02814872: new schedule, £25.00 each time, on the 15th of every month, first Tue 15 Dec 2026 £10.00. Agent (demo), Fri 20 Nov 2026 10:00.',
    })
  })

  it('speaks of a plan as a whole, and does not invent the odd pennies', () => {
    const { aloud } = said({ kind: 'plan', amount: '100', instalments: '3', method: 'card', cardId: 'CD01X' })
    expect(aloud).toBe(
      'We will take £100.00 by card in 3 payments of about £33.33, on the 15th of every month. The first payment is on Tuesday 15 December, the last on Monday 15 February 2027. Where a day is a weekend or a bank holiday, the payment is taken on the next working day.',
    )
  })

  it.each<[Partial<NewText>, string]>([
    [{ collectionPeriod: 'weekly', collectionStretch: '2' }, 'every 2 weeks on a Tuesday'],
    [{ collectionDay: 'last', startDate: '31/12/2026' }, 'on the last day of every month'],
    [{ collectionStretch: '3' }, 'on the 15th of every 3 months'],
    [{ collectionStretch: '12' }, 'once a year on the 15th of the month'],
  ])('says how often: %j', (over, words) => expect(said(over).aloud).toContain(words))
})
