import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import dns from 'node:dns'
import { type ClientRequest, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '@/lib/problem'
import type { Log } from '@/lib/server/log'
import { addressOf } from './address'
import { createTransport, type TransportSettings } from './transport'

type Act = (req: IncomingMessage, res: ServerResponse, body: string) => void
type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string; at: number }

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Act =>
  (_, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }
const plain =
  (status: number, text = '', headers: Record<string, string> = {}): Act =>
  (_, res) => {
    res.writeHead(status, headers).end(text)
  }
const hang: Act = () => undefined
const reset: Act = (req) => req.socket.resetAndDestroy()
const good = json({ ok: true })

let acts: Act[] = []
let seen: Seen[] = []
let lines: unknown[] = []
const log: Log = (...line) => lines.push(line)

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk) => chunks.push(chunk))
  req.on('end', () => {
    const body = Buffer.concat(chunks).toString()
    seen.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body, at: performance.now() })
    const act = acts.length > 1 ? acts.shift() : acts[0]
    act?.(req, res, body)
  })
})
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const listen = (on: Server) => new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve))

/** Answers in this order; the last one for ever. */
const answers = (...list: Act[]) => {
  acts = list
}
const transport = (settings: Partial<TransportSettings> = {}) =>
  createTransport({
    origin: origin(),
    token: 't0ken-t0ken',
    readTimeoutMs: 1_000,
    writeTimeoutMs: 400,
    log,
    random: () => 0.1,
    ...settings,
  })
const ONE = { resource: 'recurrenceschedule', id: 'FTBRS1' } as const

async function problemOf(reading: Promise<unknown>) {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error.problem
  throw error ?? new Error('it was answered')
}

beforeEach(async () => {
  seen = []
  lines = []
  await listen(server)
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  vi.restoreAllMocks()
})

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

describe('a write', () => {
  const PUT = { method: 'PUT', ...ONE, body: '{"a":"£"}', key: 'b8f5' } as const

  it('carries its key and its body to the letter, and is sent once', async () => {
    answers(json({ ok: 1 }, 200, { 'idempotency-replay': 'true' }))
    expect(await transport().send(PUT)).toEqual({ outcome: 'answered', body: { ok: 1 }, replayed: true })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ method: 'PUT', body: '{"a":"£"}' })
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'b8f5' })
  })

  it('without body or key has neither header', async () => {
    answers(good)
    await transport().send({ method: 'DELETE', ...ONE })
    expect(seen[0]?.headers).not.toHaveProperty('content-type')
    expect(seen[0]?.headers).not.toHaveProperty('idempotency-key')
  })

  it.each<[string, Act, Record<string, unknown>]>([
    ['400', json({ message: 'no' }, 400), { outcome: 'refused', problem: { kind: 'refused', reason: 'no' } }],
    ['404', plain(404), { outcome: 'refused', problem: { kind: 'not-found', what: 'schedule' } }],
    ['429', plain(429), { outcome: 'refused', problem: { kind: 'unreachable' } }],
    ['498', plain(498), { outcome: 'turned-away' }],
    ['403', plain(403), { outcome: 'turned-away' }],
    ['409', plain(409), { outcome: 'unknown', why: '409 trouble' }],
    ['500', plain(500), { outcome: 'unknown', why: '500 trouble' }],
    ['503 with Retry-After', plain(503, '', { 'retry-after': '1' }), { outcome: 'unknown', why: '503 trouble' }],
    ['a redirect', plain(302, '', { location: '/' }), { outcome: 'unknown', why: '302 trouble' }],
    ['204', plain(204), { outcome: 'unknown', why: '204 empty' }],
    [
      'HTML with 200',
      plain(200, '<html>', { 'content-type': 'text/html' }),
      { outcome: 'unknown', why: '200 unreadable' },
    ],
    ['a reset', reset, { outcome: 'unknown', why: 'ECONNRESET' }],
    ['silence', hang, { outcome: 'unknown', why: 'TIMEOUT' }],
  ])('answered with %s is judged, and never sent again', async (_, act, expected) => {
    answers(act)
    expect(await transport().send(PUT)).toMatchObject(expected)
    expect(seen).toHaveLength(1)
  })

  it('is not sent where nobody listens', async () => {
    const nobody = transport({ origin: 'http://127.0.0.1:1' })
    expect(await nobody.send(PUT)).toEqual({ outcome: 'not-sent', problem: { kind: 'unreachable' } })
  })

  it('is not sent where the name is not known', async () => {
    vi.spyOn(dns, 'lookup').mockImplementation(((_: string, __: object, done: (error: Error) => void) => {
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
    }) as unknown as typeof dns.lookup)
    const nowhere = transport({ origin: 'http://smarterpay.invalid' })
    expect(await nowhere.send(PUT)).toMatchObject({ outcome: 'not-sent' })
  })

  it('is not sent where TLS fails, and nothing of it is seen in the clear', async () => {
    answers(good)
    const secure = transport({ origin: origin().replace('http:', 'https:') })
    expect(await secure.send(PUT)).toMatchObject({ outcome: 'not-sent' })
    expect(seen).toEqual([])
  })

  it('is not sent where the connection never stands', async () => {
    const mute = createTcpServer()
    await listen(mute)
    const heard: Buffer[] = []
    mute.on('connection', (socket) => {
      socket.on('data', (bytes) => heard.push(bytes))
      socket.on('error', () => undefined)
    })
    const secure = transport({ origin: `https://127.0.0.1:${(mute.address() as AddressInfo).port}` })
    expect(await secure.send(PUT)).toMatchObject({ outcome: 'not-sent' })
    expect(Buffer.concat(heard).toString('latin1')).not.toContain('b8f5')
    mute.close()
  })

  it('is unknown where the connection stood before it broke, whatever the code', async () => {
    answers(hang)
    const breakIt = (message: unknown) => {
      const { request } = message as { request: ClientRequest }
      const broken = Object.assign(new Error('broken'), { code: 'EPROTO' })
      setTimeout(() => request.socket?.destroy(broken), 50)
    }
    subscribe('http.client.request.start', breakIt)
    const sent = await transport().send(PUT)
    unsubscribe('http.client.request.start', breakIt)
    expect(sent).toEqual({ outcome: 'unknown', why: 'EPROTO', replayed: false })
  })

  it('does not use a connection that the other side may just be closing', async () => {
    answers(good)
    const road = transport()
    await road.read(ONE)
    await road.send(PUT)
    expect(seen[1]?.headers.connection).toBe('close')
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
