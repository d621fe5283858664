import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import dns from 'node:dns'
import type { ClientRequest } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import {
  type Act,
  answers,
  good,
  hang,
  json,
  listen,
  ONE,
  origin,
  plain,
  reset,
  seen,
  transport,
  withUpstream,
} from './transport-scene'

withUpstream()

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
