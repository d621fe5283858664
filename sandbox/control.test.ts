// Faults of lists, who meets which, a sandbox that is away, and what the log holds.
import { networkInterfaces } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ONGOING, openScene, PLAN, type Scene } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const read = (signal?: AbortSignal) =>
  scene.say('GET', 'recurrenceschedule/ONGOING', undefined, signal ? { signal } : {})
const change = () => scene.update('ONGOING', { amount: '3000' })

it('listens on this machine alone', async () => {
  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .filter((net) => net && !net.internal && net.family === 'IPv4')
  for (const net of [{ address: '127.0.0.2' }, ...elsewhere])
    await expect(fetch(`http://${net?.address}:${scene.port}/control/switches`), net?.address).rejects.toThrow()
})

describe('in the list', () => {
  const ids = async (page: number) => {
    const answer = await scene.say('GET', `recurrenceschedules?limit=2&sort_field=id&page_no=${page}`)
    return (JSON.parse(answer.text).recurrence_schedules as { id: string }[]).map((row) => row.id)
  }
  beforeEach(() => scene.fresh(...['A', 'B', 'C', 'D', 'E', 'F'].map((id) => ({ ...ONGOING, id }))))

  it.each<[string, Record<string, unknown>, string[]]>([
    ['page-ignored', {}, ['A B', 'A B', 'A B']],
    ['page-repeats', {}, ['A B', 'A B', 'C D']],
    ['vanishing-row', {}, ['A B', 'D E', 'F']],
    ['empty-page', { page: 2 }, ['A B', '', 'E F']],
    ['empty-page', {}, ['', '', '']],
  ])('%s %o', async (fault, params, expected) => {
    await scene.fault(fault, { params })
    expect((await Promise.all([1, 2, 3].map(ids))).map((page) => page.join(' '))).toEqual(expected)
  })

  it('there is no end of new ids', async () => {
    await scene.fault('endless')
    const seen = (await Promise.all([1, 2, 50, 51].map(ids))).flat()
    expect(new Set(seen).size).toBe(8)
  })
})

describe('who meets a fault', () => {
  it('is said by method, path, id, query and body', async () => {
    const met = async (match: object, ask: () => Promise<{ status: number }>) => {
      await scene.fault('500', { match })
      return (await ask()).status === 500
    }
    const list = (query = '') => scene.say('GET', `recurrenceschedules${query}`)
    expect(await met({ method: 'put' }, read)).toBe(false)
    expect(await met({ path: 'recurrenceschedules' }, read)).toBe(false)
    expect(await met({ path: 'recurrence*' }, read)).toBe(true)
    expect(await met({ id: 'PLAN' }, read)).toBe(false)
    expect(await met({ id: 'ONGOING' }, read)).toBe(true)
    expect(await met({ query: { status: 'active' } }, list)).toBe(false)
    expect(await met({ query: { status: 'active' } }, () => list('?status=active'))).toBe(true)
    expect(await met({ body: '3000' }, change)).toBe(true)
    expect(await met({ body: '9999' }, change)).toBe(false)
  })

  it('is said by number: so many, after so many', async () => {
    await scene.fault('500', { times: 2, after: 1 })
    const seen = []
    for (let asked = 0; asked < 5; asked++) seen.push((await read()).status)
    expect(seen).toEqual([200, 500, 500, 200, 200])
  })

  it('is said for several faults, added or in place of those before', async () => {
    await scene.fault('500', { match: { id: 'ONGOING' } })
    await scene.control('faults', { add: true, faults: [{ fault: '498', match: { id: 'PLAN' } }] })
    expect([(await read()).status, (await scene.say('GET', 'recurrenceschedule/PLAN')).status]).toEqual([500, 498])
    await scene.fault('204')
    expect((await read()).status).toBe(204)
    expect((await scene.control('faults', { faults: [{ fault: 'nonsense' }] })).status).toBe(400)
  })
})

describe('a sandbox that is away', () => {
  const knock = (signal: AbortSignal) => fetch(`${scene.url}/control/switches`, { signal })
  /** Until it is there again; the time limit of the test ends it otherwise. */
  const back = async () => {
    for (;;) {
      const there = await knock(AbortSignal.timeout(2000)).catch(() => null)
      if (there) return there.status
      await wait(100)
    }
  }

  it('refuses connections for a while', async () => {
    await scene.control('away', { ms: 1500 })
    await wait(200)
    await expect(knock(AbortSignal.timeout(500))).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(await back()).toBe(200)
  })

  it.runIf(process.platform === 'linux')('or lets them hang', async () => {
    await scene.control('away', { ms: 3000, how: 'hangs' })
    await wait(700)
    await expect(knock(AbortSignal.timeout(300))).rejects.toThrow(/timeout|aborted/)
    expect(await back()).toBe(200)
  })
})

describe('the log', () => {
  it('holds what came, word for word', async () => {
    const { seq } = (await scene.control('reset', { empty: true })).body
    await scene.control('plant', { schedules: [PLAN] })
    const body = '{ "recurrence_schedule": {"amount":"18000"} }'
    await scene.say('PUT', 'RecurrenceSchedule/PLAN?x=1', body, { key: 'k', type: 'application/vnd.api+json' })
    await scene.say('GET', 'recurrenceschedule/PLAN', undefined, { token: 'wrong' })
    const { entries } = (await scene.control(`log?since=${seq}`, undefined, 'GET')).body
    expect(entries).toEqual([
      expect.objectContaining({
        method: 'PUT',
        path: '/service.svc/RecurrenceSchedule/PLAN',
        query: 'x=1',
        body,
        authorization: 'valid',
        contentType: 'application/vnd.api+json',
        idempotencyKey: 'k',
        status: 200,
        replay: false,
        applied: true,
        fault: null,
      }),
      expect.objectContaining({ method: 'GET', authorization: 'invalid', status: 498, body: '', applied: false }),
    ])
  })

  it('and the control address are closed to pages in a browser', async () => {
    const answer = await fetch(`${scene.url}/control/log`, { headers: { origin: 'http://127.0.0.1:3000' } })
    expect(answer.status).toBe(403)
  })
})

it('a limit of requests a second turns the rest away, by switch', async () => {
  await wait(1100)
  await scene.switched({ requestsPerSecond: 2 })
  const seen = (await Promise.all([read(), read(), read()])).map(({ status }) => status)
  expect(seen.sort()).toEqual([200, 200, 429])
})
