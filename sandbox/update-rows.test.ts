// PUT: the list alone, and plans, which must add up.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listed, ONGOING, openScene, PLAN, type Scene, text } from './scene'
import type { Wire } from './wire'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const dates = (record: Wire) => listed(record).map((row) => row.slice(0, 10))
const put = async (change: Wire, id = 'ONGOING') => {
  const answer = await scene.update(id, change)
  expect(answer.status, answer.text).toBe(200)
  expect(await scene.read(id)).toEqual(answer.record)
  return answer.record
}
const refused = async (change: Wire, id = 'ONGOING') => {
  const before = await scene.read(id)
  const answer = await scene.update(id, change)
  expect(answer.status, answer.text).toBe(400)
  expect(await scene.read(id)).toEqual(before)
  return answer.message
}

describe('the list of upcoming payments', () => {
  const skipped = text(['2026-12-15', 2500], ['2027-01-15', 0], ['2027-02-15', 2600])

  it('is replaced as it stands, sorted, with amounts of nought', async () => {
    const record = await put({ upcoming_payments: skipped })
    expect(record.upcoming_payments).toBe(skipped)
    expect(record.amount).toBe('2500')
    const turned = text(['2027-02-15', 1], ['2026-12-15', 2])
    expect(listed(await put({ upcoming_payments: turned }))).toEqual(['2026-12-15 2', '2027-02-15 1'])
  })

  it('makes its first date the next', async () => {
    expect((await put({ upcoming_payments: text(['2026-12-17', 2500]) })).next_collection_date).toBe('2026-12-17')
  })

  it.each([
    'not json',
    '',
    '[]',
    '{}',
    '[{"collection_date":"2026-02-31","amount":"1"}]',
    '[{"collection_date":"2026-12-15","amount":"2.50"}]',
    '[{"collection_date":"2026-12-15"}]',
    '[null]',
  ])('is refused as %s', async (upcoming_payments) => {
    await refused({ upcoming_payments })
  })

  it('must be text', async () => {
    await refused({ upcoming_payments: JSON.parse(skipped) })
  })

  it('moves a new date that cannot be, refuses it, or keeps it, by switch; a past one is refused', async () => {
    const saturday = text(['2026-12-15', 2500], ['2027-01-16', 2500])
    const near = text(['2026-11-23', 2500], ['2027-01-15', 2500])
    await refused({ upcoming_payments: text(['2026-11-19', 2500]) })
    expect(dates(await put({ upcoming_payments: saturday }))).toEqual(['2026-12-15', '2027-01-18'])
    expect(dates(await put({ upcoming_payments: near }))).toEqual(['2026-11-24', '2027-01-15'])
    await scene.switched({ editedRows: 'refuse' })
    await refused({ upcoming_payments: saturday })
    await scene.switched({ editedRows: 'keep' })
    expect(dates(await put({ upcoming_payments: saturday }))).toEqual(['2026-12-15', '2027-01-16'])
  })

  it('leaves rows alone that stood there before, wherever they stand', async () => {
    const standing = text(['2026-11-20', 2500], ['2026-12-19', 2500])
    await scene.fresh({ ...ONGOING, upcoming_payments: standing, next_collection_date: '2026-11-20' })
    expect((await put({ upcoming_payments: standing.replace('2500', '2400') })).upcoming_payments).toBe(
      standing.replace('2500', '2400'),
    )
  })

  it('takes two rows on a date, and more rows than there were, or refuses them, by switch', async () => {
    const doubled = text(['2026-12-15', 1], ['2026-12-15', 2])
    const more = text(...dates(ONGOING).map((date): [string, number] => [date, 2500]), ['2027-06-15', 2500])
    expect(listed(await put({ upcoming_payments: doubled }))).toHaveLength(2)
    await scene.fresh()
    expect(listed(await put({ upcoming_payments: more }))).toHaveLength(7)
    await scene.fresh()
    await scene.switched({ doubledDates: 'refuse', moreRows: 'refuse' })
    await refused({ upcoming_payments: doubled })
    await refused({ upcoming_payments: more })
  })
})

describe('a plan', () => {
  const rows = (...amounts: number[]) =>
    text(
      ...amounts.map((amount, index): [string, number] => [
        ['2026-11-30', '2026-12-23', '2027-01-25', '2027-02-23'][index] ?? '',
        amount,
      ]),
    )
  const amounts = (record: Wire) => listed(record).map((row) => Number(row.slice(11)))

  it('spreads a new total over what is left', async () => {
    const record = await put({ amount: '18000' }, 'PLAN')
    expect(listed(record)).toEqual(['2026-11-30 4750', '2026-12-23 4750', '2027-01-25 4750'])
  })

  it('spreads what is left over a new number', async () => {
    expect(amounts(await put({ installments: '6' }, 'PLAN'))).toEqual([2250, 2250, 2250, 2250, 2250])
  })

  it('moves its end with its number', async () => {
    await scene.fresh({ ...PLAN, end_date: '2027-01-25' })
    expect((await put({ installments: '6' }, 'PLAN')).end_date).toBe('2027-03-23')
  })

  it('puts odd pennies by switch', async () => {
    expect(amounts(await put({ amount: '15002' }, 'PLAN'))).toEqual([3751, 3751, 3750])
    await scene.switched({ planRemainder: 'last' })
    expect(amounts(await put({ amount: '15002', collection_day: '24' }, 'PLAN'))).toEqual([3750, 3750, 3752])
    await scene.switched({ planRemainder: 'first' })
    expect(amounts(await put({ collection_day: '25' }, 'PLAN'))).toEqual([3752, 3750, 3750])
  })

  it('cannot be worth less than what was taken, nor have fewer instalments', async () => {
    expect(await refused({ amount: '3000' }, 'PLAN')).toContain('below what has already been taken')
    await refused({ installments: '1' }, 'PLAN')
    await refused({ amount: '3752' }, 'PLAN')
  })

  it('has no end date or first amount to change', async () => {
    for (const name of ['end_date', 'first_collection_amount', 'first_collection_date'])
      await refused({ [name]: '2027-01-01' }, 'PLAN')
  })

  it('takes a list that still adds up, and refuses any other', async () => {
    expect(amounts(await put({ upcoming_payments: rows(5000, 3250, 3000) }, 'PLAN'))).toEqual([5000, 3250, 3000])
    expect(await refused({ upcoming_payments: rows(5000, 3250, 2000) }, 'PLAN')).toContain('add up')
    expect(await refused({ upcoming_payments: rows(5625, 5625) }, 'PLAN')).toContain('installments')
    expect(await refused({ upcoming_payments: rows(5000, 3250, 2000, 1000) }, 'PLAN')).toContain('installments')
  })

  it('counts a row of nought as an instalment, or not, by switch', async () => {
    expect(amounts(await put({ upcoming_payments: rows(5625, 5625, 0) }, 'PLAN'))).toEqual([5625, 5625, 0])
    await scene.switched({ zeroRowCounts: 'not' })
    await refused({ upcoming_payments: rows(5625, 0, 5625) }, 'PLAN')
    expect(amounts(await put({ upcoming_payments: rows(5000, 0, 3250, 3000) }, 'PLAN'))).toEqual([5000, 0, 3250, 3000])
  })
})
