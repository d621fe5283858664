// Faults as a client meets them, whether they took effect, and what the log says of it.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LogEntry } from './log'
import { listed, ONGOING, openScene, type Scene, type Sent } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const NEW = {
  amount: '2250',
  auddis: 'REFP01006',
  collection_day: '4',
  collection_period: 'monthly',
  collection_stretch: '1',
  description: 'Rent',
  first_collection_amount: '2250',
  start_date: '2026-12-04',
}
const amount = async () => {
  await scene.control('faults', undefined, 'DELETE')
  return (await scene.read('ONGOING')).amount
}
const read = (signal?: AbortSignal) =>
  scene.say('GET', 'recurrenceschedule/ONGOING', undefined, signal ? { signal } : {})
const change = (key?: string, sent: Sent = {}) =>
  scene.update('ONGOING', { amount: '3000' }, { ...sent, ...(key ? { key } : {}) })
/** Gives up soon, where nothing will come. */
const impatient = () => ({ signal: AbortSignal.timeout(300) })
const lastEntry = async (): Promise<LogEntry> => (await scene.control('log', undefined, 'GET')).body.entries.at(-1)

describe('at the door, with nothing applied', () => {
  it('the connection is reset before anything is read', async () => {
    await scene.fault('reset', { match: { method: 'PUT' } })
    await expect(change()).rejects.toThrow()
    expect(await lastEntry()).toMatchObject({ method: 'PUT', body: null, status: null, applied: false, fault: 'reset' })
    expect(await amount()).toBe('2500')
  })

  it('there is silence', async () => {
    await scene.fault('silence')
    await expect(change(undefined, impatient())).rejects.toThrow(/timeout|aborted/)
    expect(await lastEntry()).toMatchObject({
      body: '{"recurrence_schedule":{"amount":"3000"}}',
      status: null,
      applied: false,
    })
    expect(await amount()).toBe('2500')
  })

  it.each<[string, object, number, string]>([
    ['500', {}, 500, 'application/json'],
    ['429', { retryAfter: 7 }, 429, 'application/json'],
    ['503', { retryAfter: 7 }, 503, 'application/json'],
    ['498', {}, 498, 'application/json'],
    ['status', { status: 409 }, 409, 'application/json'],
    ['gateway-html', {}, 502, 'text/html'],
    ['redirect', {}, 307, ''],
  ])('the answer is %s', async (fault, params, status, type) => {
    await scene.fault(fault, { params })
    const answer = await change()
    expect([answer.status, answer.headers.get('content-type') ?? '']).toEqual([status, expect.stringContaining(type)])
    if ('retryAfter' in params) expect(answer.headers.get('retry-after')).toBe('7')
    if (fault === 'redirect') expect(answer.headers.get('location')).toBe(`http://localhost:${scene.port}/elsewhere`)
    expect((await read()).status).toBe(status)
    expect(await amount()).toBe('2500')
  })

  it('a failure is kept for the key and given again', async () => {
    await scene.fault('failure-stored', { times: 1 })
    expect((await change('key')).status).toBe(500)
    const again = await change('key')
    expect([again.status, again.headers.get('idempotency-replay')]).toEqual([500, 'true'])
    expect((await change('other')).status).toBe(200)
  })
})

describe('on the way out, with the write applied', () => {
  it.each(['applied-reset', 'applied-silence', 'applied-late'])('there is %s', async (fault) => {
    await scene.fault(fault, { match: { method: 'PUT' }, times: 1, params: { ms: 100 } })
    await expect(change('key', impatient())).rejects.toThrow()
    await wait(200)
    expect(await lastEntry()).toMatchObject({ applied: true, status: null, idempotencyKey: 'key' })
    expect((await change('key')).headers.get('idempotency-replay')).toBe('true')
    expect(await amount()).toBe('3000')
  })

  it('"late" means that the record changes after the connection has gone', async () => {
    await scene.fault('applied-late', { times: 1, params: { ms: 1500 } })
    await expect(change()).rejects.toThrow()
    expect(await amount()).toBe('2500')
    await wait(1700)
    expect(await amount()).toBe('3000')
  })

  it('a 500 comes after the fact, and is what the key gives again', async () => {
    await scene.fault('500', { times: 1, params: { applied: true } })
    expect((await change('key')).status).toBe(500)
    expect(await lastEntry()).toMatchObject({ status: 500, applied: true })
    expect((await change('key')).status).toBe(500)
    expect(await amount()).toBe('3000')
  })

  it.each<[string, number, RegExp]>([
    ['204', 204, /^$/],
    ['html-200', 200, /^<!DOCTYPE html>/],
    ['cut-json', 200, /^\{"recurrence_schedule":\{[^}]*$/],
    ['other-record', 200, /"id":"PLAN"/],
    ['parts', 200, /^\{"recurrence_schedule":\{"id":"[A-Z]+","status":"active"\}\}$/],
  ])('the answer is %s', async (fault, status, shape) => {
    await scene.fault(fault, { times: 1 })
    const answer = await change()
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(shape)
    expect(await amount()).toBe('3000')
  })

  it('the body ends before its announced length', async () => {
    await scene.fault('cut-json', { times: 1, params: { clean: false } })
    await expect(read()).rejects.toThrow()
  })

  it('one byte comes at a time', async () => {
    await scene.fault('slow', { params: { ms: 40 } })
    await expect(read(AbortSignal.timeout(300))).rejects.toThrow()
  })

  it('there are many megabytes', async () => {
    await scene.fault('huge', { params: { bytes: 3_000_000 } })
    const answer = await read()
    expect(answer.text.length).toBeGreaterThan(3_000_000)
    expect(answer.record.id).toBe('ONGOING')
  })

  it('it is stored otherwise than asked: later, dearer, or in any other part', async () => {
    await scene.fault('stored-differently', { times: 1 })
    const later = await change('key')
    expect(listed(later.record)[0]).toBe('2026-12-16 3000')
    expect(await scene.read('ONGOING')).toEqual(later.record)
    expect((await change('key')).text).toBe(later.text)
    await scene.fault('stored-differently', { times: 1, params: { pence: 5, set: { custom_reference: 'other' } } })
    const dearer = await scene.update('ONGOING', { amount: '4000' })
    expect([listed(dearer.record)[0], dearer.record.custom_reference]).toEqual(['2026-12-16 4005', 'other'])
  })

  it('reads are behind, for a number of reads or for a while', async () => {
    await scene.fault('reads-behind', { match: { method: 'PUT' }, times: 1, params: { reads: 2 } })
    expect((await change()).record.amount).toBe('3000')
    const seen = [await read(), await read(), await read()].map(({ record }) => record.amount)
    expect(seen).toEqual(['2500', '2500', '3000'])
    await scene.fresh()
    await scene.fault('reads-behind', { match: { method: 'PUT' }, times: 1, params: { ms: 1500 } })
    await change()
    expect((await read()).record.amount).toBe('2500')
    await wait(1600)
    expect((await read()).record.amount).toBe('3000')
  })

  it('a new schedule is not to be seen yet, by id or in the list', async () => {
    await scene.fault('reads-behind', { match: { method: 'POST' }, times: 1, params: { ms: 1500 } })
    const { record } = await scene.create(NEW)
    const found = async () =>
      JSON.parse((await scene.say('GET', `recurrenceschedules?id=${record.id}`)).text).recurrence_schedules.length
    expect([(await scene.say('GET', `recurrenceschedule/${record.id}`)).status, await found()]).toEqual([404, 0])
    await wait(1600)
    expect([(await scene.say('GET', `recurrenceschedule/${record.id}`)).status, await found()]).toEqual([200, 1])
  })

  it('waits first', async () => {
    await scene.fault('delay', { params: { ms: 120 } })
    const from = Date.now()
    expect((await read()).status).toBe(200)
    expect(Date.now() - from).toBeGreaterThanOrEqual(115)
  })

  it('spells one state in many ways', async () => {
    await scene.fault('drift')
    const spelled = await Promise.all(Array.from({ length: 6 }, read))
    expect(new Set(spelled.map(({ text }) => text)).size).toBe(6)
    for (const { record } of spelled) {
      const rows =
        typeof record.upcoming_payments === 'string' ? JSON.parse(record.upcoming_payments) : record.upcoming_payments
      const sorted = rows.map((row: Record<string, unknown>) => `${row.collection_date} ${row.amount}`).sort()
      expect([record.id, Number(record.amount), String(record.payment_type).toLowerCase(), sorted]).toEqual([
        'ONGOING',
        2500,
        'directdebit',
        listed(ONGOING),
      ])
    }
  })
})
