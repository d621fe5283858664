import type { IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import {
  type Act,
  answers,
  good,
  hang,
  json,
  listen,
  ONE,
  plain,
  problemOf,
  reset,
  seen,
  transport,
  withUpstream,
} from './transport-scene'

withUpstream()

describe('a read', () => {
  it('is answered with the JSON that came', async () => {
    answers(json({ recurrence_schedule: { id: 'FTBRS1' } }))
    expect(await transport().read(ONE)).toEqual({ recurrence_schedule: { id: 'FTBRS1' } })
  })

  it.each(['application/json; charset=utf-8', 'application/vnd.api+json', 'text/json'])(
    'takes %s for JSON',
    async (type) => {
      answers(plain(200, '{"ok":1}', { 'content-type': type }))
      expect(await transport().read(ONE)).toEqual({ ok: 1 })
    },
  )

  it('is null for 204', async () => {
    answers(plain(204))
    expect(await transport().read(ONE)).toBeNull()
  })

  it.each<[string, Act, number, Record<string, unknown>]>([
    ['HTML with 200', plain(200, '<html>', { 'content-type': 'text/html' }), 1, { kind: 'unreadable' }],
    ['no type with 200', plain(200, '{}'), 1, { kind: 'unreadable' }],
    ['cut JSON', plain(200, '{"a":', { 'content-type': 'application/json' }), 1, { kind: 'unreadable' }],
    ['nothing with 200', plain(200, '', { 'content-type': 'application/json' }), 1, { kind: 'unreadable' }],
    ['400 with words', json({ message: 'amount is wrong' }, 400), 1, { kind: 'refused', reason: 'amount is wrong' }],
    ['405', plain(405, 'Method Not Allowed'), 1, { kind: 'refused', reason: 'Method Not Allowed' }],
    ['406 with HTML', plain(406, '<h1>x</h1>', { 'content-type': 'text/html' }), 1, { kind: 'refused', reason: '' }],
    ['404', json({}, 404), 1, { kind: 'not-found', what: 'schedule' }],
    ['TLS_Required', json({ error: 'TLS_Required' }, 403), 1, { kind: 'misconfigured' }],
    ['500', plain(500), 3, { kind: 'unreachable' }],
    ['a gateway’s HTML', plain(502, '<html>'), 3, { kind: 'unreachable' }],
    ['409', plain(409), 3, { kind: 'unreachable' }],
    ['a code nobody knows', plain(599), 3, { kind: 'unreachable' }],
    ['a redirect', plain(307, '', { location: 'http://127.0.0.1:1/' }), 3, { kind: 'unreachable' }],
    ['a reset', reset, 3, { kind: 'unreachable' }],
    ['498 for ever', plain(498), 2, { kind: 'misconfigured' }],
    ['401 for ever', plain(401), 2, { kind: 'misconfigured' }],
    ['403 for ever', plain(403), 2, { kind: 'misconfigured' }],
    ['429 with a short wait', plain(429, '', { 'retry-after': '0' }), 3, { kind: 'unreachable', retryAfterSeconds: 1 }],
    [
      '503 with a long wait',
      plain(503, '', { 'retry-after': '60' }),
      1,
      { kind: 'unreachable', retryAfterSeconds: 60 },
    ],
  ])('of %s is asked that often, and told so', async (_, act, times, problem) => {
    answers(act)
    expect(await problemOf(transport().read(ONE))).toEqual(problem)
    expect(seen).toHaveLength(times)
  })

  it('goes on after trouble that passes', async () => {
    answers(plain(500), reset, good)
    expect(await transport().read(ONE)).toEqual({ ok: true })
    expect(seen).toHaveLength(3)
  })

  it('waits as long as it is told to, where that is bearable', async () => {
    answers(plain(429, '', { 'retry-after': '1' }), good)
    await transport({ readTimeoutMs: 3_000 }).read(ONE)
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThan(950)
  })

  it('has its token renewed once, a moment later, and is repeated', async () => {
    answers(plain(498), good)
    expect(await transport().read(ONE)).toEqual({ ok: true })
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThan(240)
  })

  it('shares one renewal with all that wait for it', async () => {
    const pauses: number[] = []
    const sleep = (ms: number) => {
      pauses.push(ms)
      return new Promise((resolve) => setTimeout(resolve, 50))
    }
    answers(plain(498), plain(498), plain(498), good)
    const road = transport({ sleep })
    await Promise.all([road.read(ONE), road.read(ONE), road.read(ONE)])
    expect(pauses).toEqual([250])
    expect(seen).toHaveLength(6)
  })

  it('ends in time when nothing comes', async () => {
    answers(hang)
    const began = performance.now()
    expect(await problemOf(transport({ readTimeoutMs: 300 }).read(ONE))).toEqual({ kind: 'unreachable' })
    expect(performance.now() - began).toBeLessThan(900)
    expect(seen).toHaveLength(1)
  })

  it('ends in time when it comes a byte at a time', async () => {
    answers((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => res.write(' '), 20)
      res.on('close', () => clearInterval(drip))
    })
    const began = performance.now()
    expect(await problemOf(transport({ readTimeoutMs: 300 }).read(ONE))).toEqual({ kind: 'unreachable' })
    expect(performance.now() - began).toBeLessThan(900)
  })

  it('has longer for a list than for one record', async () => {
    answers((_, res) => {
      setTimeout(() => json([])({} as IncomingMessage, res, ''), 400)
    })
    const road = transport({ readTimeoutMs: 300 })
    expect(await road.read({ resource: 'recurrenceschedules' })).toEqual([])
    expect(await problemOf(road.read(ONE))).toEqual({ kind: 'unreachable' })
  })

  it.each([true, false])('stops at 8 MB, not at the end of 50 (length told before: %s)', async (told) => {
    let sent = 0
    answers((_, res) => {
      const blank = Buffer.alloc(1_048_576, ' ')
      res.writeHead(200, {
        'content-type': 'application/json',
        ...(told && { 'content-length': String(50 * blank.length) }),
      })
      const more = () => {
        while (sent < 50 && !res.destroyed) {
          sent += 1
          if (!res.write(blank)) return res.once('drain', more)
        }
        return res.end()
      }
      more()
    })
    expect(await problemOf(transport({ readTimeoutMs: 5_000 }).read(ONE))).toEqual({ kind: 'unreadable' })
    expect(sent).toBeLessThan(50)
    expect(seen).toHaveLength(1)
  })

  it('is unreadable, and not asked again, where the connection ends within the body', async () => {
    answers((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      res.write('{"a":1', () => res.destroy())
    })
    expect(await problemOf(transport().read(ONE))).toEqual({ kind: 'unreadable' })
    expect(seen).toHaveLength(1)
  })

  it('stops when nobody waits for it any more', async () => {
    answers(hang)
    const gone = new AbortController()
    const reading = transport().read({ ...ONE, signal: gone.signal })
    setTimeout(() => gone.abort(), 50)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is unreachable where nobody listens', async () => {
    const closed = createTcpServer()
    await listen(closed)
    const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`
    await new Promise((resolve) => closed.close(resolve))
    expect(await problemOf(transport({ origin: nobody }).read(ONE))).toEqual({ kind: 'unreachable' })
  })
})
