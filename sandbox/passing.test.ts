// Days pass: what is due is taken, lists are topped up by the rule, and cancelled mandates end their schedules.
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
const day = (date: string) => scene.control('day', { day: date })
const taken = async (id: string) => {
  const answer = await scene.say('GET', `payments?recurrence_schedule_id=${id}`)
  const payments: Wire[] = JSON.parse(answer.text).payments
  return payments.map((payment) => `${payment.collection_date} ${payment.amount}`)
}

describe('a collection', () => {
  it('is still to come on its own day, and taken the day after', async () => {
    await day('2026-12-15')
    expect((await scene.read('ONGOING')).next_collection_date).toBe('2026-12-15')
    await day('2026-12-16')
    const record = await scene.read('ONGOING')
    expect([record.next_collection_date, dates(record)[0]]).toEqual(['2027-01-15', '2027-01-15'])
    expect(await taken('ONGOING')).toEqual(['2026-12-15 2500'])
  })

  it('is left alone on its day even where the one before it is taken', async () => {
    await day('2027-01-15')
    expect(await taken('ONGOING')).toEqual(['2026-12-15 2500'])
    expect((await scene.read('ONGOING')).next_collection_date).toBe('2027-01-15')
  })

  it('that was skipped leaves no payment, or one of nought, by switch', async () => {
    const upcoming_payments = text(['2026-12-15', 0], ['2027-01-15', 2500])
    await scene.fresh({ ...ONGOING, upcoming_payments })
    await day('2026-12-16')
    expect(await taken('ONGOING')).toEqual([])
    await scene.fresh({ ...ONGOING, upcoming_payments })
    await scene.switched({ zeroRowTaken: 'payment-of-nought' })
    await day('2026-12-16')
    expect(await taken('ONGOING')).toEqual(['2026-12-15 0'])
  })

  it('of an inactive schedule, or of a documented sample, is not taken', async () => {
    await scene.control('reset', { size: 4 })
    await day('2026-12-16')
    expect((await scene.control('state', undefined, 'GET')).body.payments).toEqual([])
    expect((await scene.read('FTBRS00112373')).next_collection_date).toBe('2022-06-20')
  })

  it('counts as submitted first, and as successful some days later', async () => {
    const status = async () =>
      JSON.parse((await scene.say('GET', 'payments?recurrence_schedule_id=ONGOING')).text).payments[0].status
    await day('2026-12-16')
    expect(await status()).toBe('submitted')
    await day('2026-12-29')
    expect(await status()).toBe('successful')
  })
})

describe('a list that grows short', () => {
  it('goes on by the rule at its own amount', async () => {
    await day('2026-12-16')
    const record = await scene.read('ONGOING')
    expect(listed(record).slice(4)).toEqual([
      '2027-05-17 2500',
      '2027-06-15 2500',
      '2027-07-15 2500',
      '2027-08-16 2500',
    ])
  })

  it('takes every collection of a long leap', async () => {
    await day('2027-09-01')
    expect(await taken('ONGOING')).toEqual([
      '2026-12-15 2500',
      '2027-01-15 2500',
      '2027-02-15 2500',
      '2027-03-15 2500',
      '2027-04-15 2500',
      '2027-05-17 2500',
      '2027-06-15 2500',
      '2027-07-15 2500',
      '2027-08-16 2500',
    ])
    expect((await scene.read('ONGOING')).next_collection_date).toBe('2027-09-15')
  })

  it('goes on after rows that were edited, or stops there, by switch', async () => {
    const upcoming_payments = text(['2026-12-15', 2500], ['2027-01-20', 100])
    await scene.update('ONGOING', { upcoming_payments })
    await day('2026-12-16')
    expect(listed(await scene.read('ONGOING')).slice(0, 2)).toEqual(['2027-01-20 100', '2027-02-15 2500'])
    await scene.fresh()
    await scene.switched({ afterLastEdited: 'stop' })
    await scene.update('ONGOING', { upcoming_payments })
    await day('2026-12-16')
    expect(listed(await scene.read('ONGOING'))).toEqual(['2027-01-20 100'])
  })

  it('does not go on past the end', async () => {
    await scene.fresh({ ...ONGOING, end_date: '2027-05-31' })
    await day('2027-04-01')
    expect(dates(await scene.read('ONGOING'))).toEqual(['2027-04-15', '2027-05-17'])
  })
})

describe('a plan', () => {
  it('is paid down and never longer than it was', async () => {
    await day('2027-01-01')
    expect(listed(await scene.read('PLAN'))).toEqual(['2027-01-25 3750'])
    expect(await taken('PLAN')).toEqual(['2026-11-30 3750', '2026-12-23 3750'])
  })

  it('that is paid stays active with its last date, or goes inactive, by switch', async () => {
    await day('2027-02-01')
    expect(await scene.read('PLAN')).toMatchObject({
      status: 'active',
      upcoming_payments: '[]',
      next_collection_date: '2027-01-25',
    })
    await scene.fresh(PLAN)
    await scene.switched({ finished: 'inactive' })
    await day('2027-02-01')
    expect((await scene.read('PLAN')).status).toBe('inactive')
  })
})

describe('the clock', () => {
  it('only moves on, and goes back with a reset', async () => {
    await day('2027-01-01')
    expect((await day('2026-12-31')).status).toBe(400)
    expect((await day('soon')).status).toBe(400)
    await scene.fresh()
    expect((await scene.control('state', undefined, 'GET')).body).toMatchObject({ day: '2026-11-20', minutes: 600 })
    await scene.control('reset', { empty: true, day: '2026-06-01T22:30' })
    expect((await scene.control('state', undefined, 'GET')).body).toMatchObject({ day: '2026-06-01', minutes: 1350 })
  })
})

it('a cancelled mandate ends its schedules', async () => {
  await scene.control('mandate', { id: 'M01MANDATE', status: 'cancelled by payer' })
  expect(await scene.read('ONGOING')).toMatchObject({ status: 'inactive', upcoming_payments: '[]' })
  expect((await scene.control('mandate', { id: 'NOBODY', status: 'cancelled' })).status).toBe(400)
})
