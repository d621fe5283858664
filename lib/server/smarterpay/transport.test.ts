import { describe, expect, it } from 'vitest'
import { addressOf } from './address'
import {
  answers,
  good,
  json,
  lines,
  ONE,
  origin,
  plain,
  problemOf,
  seen,
  transport,
  withUpstream,
} from './transport-scene'

withUpstream()

describe('what goes out', () => {
  it('is a constant path, a checked id, and headers of ours alone', async () => {
    answers(good)
    await transport().read(ONE)
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/service.svc/recurrenceschedule/FTBRS1', body: '' })
    expect(seen[0]?.headers).toEqual({
      authorization: 'Bearer t0ken-t0ken',
      accept: 'application/json',
      'accept-charset': 'utf-8',
      'accept-encoding': 'identity',
      'user-agent': 'Quarterday',
      host: new URL(origin()).host,
      connection: 'keep-alive',
    })
  })

  it.each(['..', '.', '%2e%2e', 'a/b', 'a?b', 'a#b', '', 'a\n', 'ü', 'x'.repeat(65)])(
    'is never sent for the id %j',
    async (id) => {
      answers(good)
      expect(await problemOf(transport().read({ ...ONE, id }))).toMatchObject({ kind: 'not-found' })
      expect(seen).toEqual([])
    },
  )

  it('holds query values encoded, and no name that is not SmarterPay’s', () => {
    const query = { custom_reference: 'a&limit=9 #£', 'x-evil': '1' }
    const url = addressOf('http://127.0.0.1:1', { resource: 'recurrenceschedules', query })
    expect([...url.searchParams]).toEqual([['custom_reference', 'a&limit=9 #£']])
  })

  it('leaves neither token nor body in the log', async () => {
    answers(json({ message: 'no' }, 400))
    await problemOf(transport().read(ONE))
    await transport().send({ method: 'PUT', ...ONE, body: '{"secret":"Jane Payer"}', key: 'k' })
    expect(lines.length).toBeGreaterThan(1)
    expect(JSON.stringify(lines)).not.toMatch(/t0ken|Jane/)
  })
})

describe('a SmarterPay that is down', () => {
  it('is left alone after twenty failures, and asked once in five seconds', async () => {
    let time = Date.parse('2026-11-20T12:00:00Z')
    const sleep = () => Promise.resolve()
    const road = transport({ now: () => time, sleep })
    answers(plain(500))
    for (let n = 0; n < 7; n += 1) await problemOf(road.read(ONE))
    expect(seen).toHaveLength(20)
    expect(await problemOf(road.read(ONE))).toEqual({ kind: 'unreachable', retryAfterSeconds: 5 })
    expect(await road.send({ method: 'DELETE', ...ONE })).toMatchObject({ outcome: 'not-sent' })
    expect(seen).toHaveLength(20)

    answers(good)
    for (let probes = 1; probes <= 3; probes += 1) {
      time += 5_000
      expect(await road.send({ method: 'DELETE', ...ONE })).toMatchObject({ outcome: 'not-sent' })
      expect(await road.read(ONE)).toEqual({ ok: true })
      if (probes < 3) expect(await problemOf(road.read(ONE))).toMatchObject({ kind: 'unreachable' })
    }
    expect(await road.read(ONE)).toEqual({ ok: true })
  })
})
