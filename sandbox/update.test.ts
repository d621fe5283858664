// PUT and DELETE: regeneration, the list alone, plans that must add up, and what is refused.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listed, ONGOING, openScene, type Scene } from './scene'
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
const from = async (record: Wire, change: Wire) => {
  await scene.fresh({ ...ONGOING, ...record })
  return dates(await put(change)).slice(0, 5)
}

describe('the properties of an ongoing schedule', () => {
  it('make a list of the new amount on the same dates', async () => {
    const before = dates(await scene.read('ONGOING'))
    const record = await put({ amount: '3000' })
    expect(record.amount).toBe('3000')
    expect(dates(record).slice(0, 6)).toEqual(before)
    expect(new Set(listed(record).map((row) => row.slice(11)))).toEqual(new Set(['3000']))
  })

  it('leave the next collection where it is when the day changes', async () => {
    const base = { collection_day: '19', next_collection_date: '2026-12-21', first_collection_date: '2026-01-19' }
    const expected = ['2026-12-21', '2027-01-05', '2027-02-05', '2027-03-05', '2027-04-05']
    expect(await from(base, { collection_day: '5' })).toEqual(expected)
  })

  it('move the next collection alone', async () => {
    const base = { collection_day: '19', next_collection_date: '2026-12-21', first_collection_date: '2026-01-19' }
    const expected = ['2026-12-30', '2027-01-19', '2027-02-19', '2027-03-19', '2027-04-19']
    expect(await from(base, { next_collection_date: '2026-12-30' })).toEqual(expected)
  })

  it('stretch the periods from the next collection on', async () => {
    expect((await from({}, { collection_stretch: '2' })).join(' ')).toBe(
      '2026-12-15 2027-02-15 2027-04-15 2027-06-15 2027-08-16',
    )
  })

  it('end on a date, which may be cleared again', async () => {
    expect(dates(await put({ end_date: '2027-03-15' }))).toEqual([
      '2026-12-15',
      '2027-01-15',
      '2027-02-15',
      '2027-03-15',
    ])
    expect(dates(await put({ end_date: '2027-03-14' }))).toEqual(['2026-12-15', '2027-01-15', '2027-02-15'])
    const cleared = await put({ end_date: '' })
    expect([cleared.end_date, dates(cleared).length]).toEqual(['', 8])
  })

  it('go on from the next collection to the last days of months, sharing December by flag or by switch', async () => {
    const expected = ['2026-12-15', '2027-02-01', '2027-03-01', '2027-03-31', '2027-04-30']
    expect(await from({}, { collection_day: 'last day' })).toEqual(expected)
    const flagged = { collection_day: 'last day', firstCollectionInSameMonthAsNextCollection: true }
    expect((await from({}, flagged))[1]).toBe('2026-12-31')
    await scene.fresh()
    await scene.switched({ secondAfterEdit: 'same-month' })
    expect(dates(await put({ collection_day: 'last day' }))[1]).toBe('2026-12-31')
  })

  it('keep the count of a month whose collection rolled into the next', async () => {
    const base = { collection_day: 'last day', next_collection_date: '2027-02-01', first_collection_date: '2026-01-31' }
    expect((await from(base, { amount: '2600' })).slice(0, 3)).toEqual(['2027-02-01', '2027-03-01', '2027-03-31'])
  })

  it('change the first collection only while it has not been taken', async () => {
    const untaken = { first_collection_date: '2026-12-15', start_date: '2026-12-15' }
    expect(await refused({ first_collection_amount: '2300' })).toContain('already been taken')
    expect(await refused({ first_collection_date: '2026-12-18' })).toContain('already been taken')
    await scene.fresh({ ...ONGOING, ...untaken })
    const amount = await put({ first_collection_amount: '2300' })
    expect(listed(amount).slice(0, 2)).toEqual(['2026-12-15 2300', '2027-01-15 2500'])
    expect(listed(await put({ amount: '9000' })).slice(0, 2)).toEqual(['2026-12-15 2300', '2027-01-15 9000'])
    const moved = await put({ first_collection_date: '2026-12-18' })
    expect([moved.first_collection_date, moved.next_collection_date]).toEqual(['2026-12-18', '2026-12-18'])
    const next = await put({ next_collection_date: '2026-12-21' })
    expect([next.first_collection_date, dates(next)[1]]).toEqual(['2026-12-21', '2027-01-15'])
  })

  it('take the documented sample of a request', async () => {
    const untaken = { first_collection_date: '2026-12-15', start_date: '2026-12-15' }
    await scene.fresh({ ...ONGOING, ...untaken })
    const sample = {
      amount: '2250',
      collection_day: '10',
      end_date: '2027-04-10',
      firstCollectionInSameMonthAsNextCollection: true,
      first_collection_amount: '2300',
      first_collection_date: '2026-12-03',
      next_collection_date: '2026-12-03',
    }
    expect(listed(await put(sample))).toEqual([
      '2026-12-03 2300',
      '2026-12-10 2250',
      '2027-01-11 2250',
      '2027-02-10 2250',
      '2027-03-10 2250',
      '2027-04-12 2250',
    ])
  })

  it('keep made dates out of the notice period, by switch', async () => {
    const soon = { next_collection_date: '2026-11-24', collection_day: '15', first_collection_date: '2026-01-15' }
    const weekly = { ...soon, collection_period: 'weekly', first_collection_date: '2026-01-06' }
    expect((await from(weekly, { amount: '2600' })).slice(0, 3)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08'])
    await scene.fresh({ ...ONGOING, ...weekly })
    await scene.switched({ regenerationFloor: 'notice-days' })
    expect(dates(await put({ amount: '2600' })).slice(0, 3)).toEqual(['2026-11-24', '2026-12-04', '2026-12-08'])
  })

  it('set the next date too near: moved, refused, or kept, by switch; past: refused', async () => {
    await refused({ next_collection_date: '2026-11-19' })
    expect((await put({ next_collection_date: '2026-11-23' })).next_collection_date).toBe('2026-11-24')
    await scene.switched({ nearDates: 'refuse' })
    await refused({ next_collection_date: '2026-11-23' })
    await scene.switched({ nearDates: 'keep' })
    expect((await put({ next_collection_date: '2026-11-23' })).next_collection_date).toBe('2026-11-23')
  })

  it('bring a schedule that had ended back to a list', async () => {
    await scene.fresh({
      ...ONGOING,
      end_date: '2026-11-01',
      next_collection_date: '2026-10-15',
      upcoming_payments: '[]',
    })
    expect(dates(await put({ end_date: '' })).slice(0, 2)).toEqual(['2026-12-15', '2027-01-15'])
  })
})

describe('what a PUT refuses', () => {
  it('is nothing at all, wrong values, a past end, and what cannot be changed', async () => {
    await refused({})
    await refused({ end_date: '2026-11-20' })
    for (const change of [
      { amount: '22.5' },
      { collection_day: '31' },
      { collection_stretch: '0' },
      { end_date: 'soon' },
    ])
      await refused(change)
    for (const name of [
      'description',
      'custom_reference',
      'metadata',
      'collection_period',
      'start_date',
      'auddis',
      'card_id',
      'payment_type',
      'type',
      'status',
      'installments',
      'colour',
    ])
      expect(await refused({ amount: '3000', [name]: 'x' })).toContain(name)
  })

  it('or overlooks, by switch', async () => {
    await scene.switched({ unknownProperties: 'ignore' })
    expect((await put({ amount: '3000', description: 'other' })).description).toBe('Membership')
    await refused({ description: 'other' })
  })

  it('is the list beside any other property', async () => {
    expect(await refused({ amount: '3000', upcoming_payments: ONGOING.upcoming_payments })).toContain(
      'cannot be combined',
    )
  })

  it('is a schedule that is inactive, unless switched', async () => {
    await scene.say('DELETE', 'recurrenceschedule/ONGOING')
    await refused({ amount: '3000' })
    await scene.switched({ inactiveUpdate: 'accept' })
    expect((await put({ amount: '3000' })).status).toBe('inactive')
  })

  it('is an id that is not there, and a record that nobody can read', async () => {
    expect((await scene.update('NOBODY', { amount: '1' })).status).toBe(404)
    await scene.fresh({ ...ONGOING, type: 'SomethingNew' })
    await refused({ amount: '3000' })
  })
})

describe('a DELETE', () => {
  it('is the documented answer to the letter', async () => {
    await scene.control('reset', { size: 10 })
    expect((await scene.say('DELETE', 'recurrenceschedule/FTBRS00001435')).text).toBe(
      '{"recurrence_schedule":{"amount":"2250","auddis":"REFP01006","card_id":"","collection_day":"4","collection_period":"monthly","collection_stretch":"1","created_at":"2021-07-21T09:56:32Z","custom_reference":"custom ref 04","description":"Payment Schedule","end_date":"","firstCollectionInSameMonthAsNextCollection":false,"existing_card":false,"first_collection_amount":"2250","first_collection_date":"2021-07-30","id":"FTBRS00001435","installments":"","next_collection_date":"2021-07-30","payment_type":"directDebit","start_date":"2021-07-30","status":"inactive","type":"DDOngoingPayment","upcoming_payments":"[]"}}',
    )
  })

  it('stops the schedule for good, and keeps the rest of it', async () => {
    const answer = await scene.say('DELETE', 'recurrenceschedule/ONGOING')
    expect(answer.record).toMatchObject({
      status: 'inactive',
      upcoming_payments: '[]',
      next_collection_date: '2026-12-15',
    })
    expect(await scene.read('ONGOING')).toEqual({ ...ONGOING, status: 'inactive', upcoming_payments: '[]' })
  })

  it('done twice gives the same answer, or is refused, by switch', async () => {
    const first = await scene.say('DELETE', 'recurrenceschedule/ONGOING')
    expect((await scene.say('DELETE', 'recurrenceschedule/ONGOING')).text).toBe(first.text)
    await scene.switched({ disableTwice: 'refuse' })
    expect((await scene.say('DELETE', 'recurrenceschedule/ONGOING')).status).toBe(400)
  })

  it('may name the metadata, by switch', async () => {
    await scene.switched({ disableMetadata: 'present' })
    expect((await scene.say('DELETE', 'recurrenceschedule/ONGOING')).record).toHaveProperty('metadata', '')
  })
})
