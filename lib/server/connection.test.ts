import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressOf, CONNECTION_HEADER, ODD_HEADER, REFUSED_HEADER, watchConnections } from './connection'
import { closedHeaders } from './headers'

const from = (connection: string, forwarded?: string) =>
  new Headers({ [CONNECTION_HEADER]: connection, ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) })

describe('the address of a request', () => {
  it('is the connection’s, whatever the request says of itself', () => {
    expect(addressOf(from('203.0.113.9', '198.51.100.1'), [])).toBe('203.0.113.9')
    expect(addressOf(from('::ffff:203.0.113.9'), [])).toBe('203.0.113.9')
  })

  it('is what a proxy of ours tells, and of a chain the first that is not ours', () => {
    const proxies = ['127.0.0.1', '10.0.0.1']
    expect(addressOf(from('127.0.0.1', '198.51.100.1'), proxies)).toBe('198.51.100.1')
    expect(addressOf(from('::ffff:127.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.1'), proxies)).toBe('198.51.100.1')
    expect(addressOf(from('127.0.0.1'), proxies)).toBe('127.0.0.1')
    expect(addressOf(from('127.0.0.1', '10.0.0.1'), proxies)).toBe('127.0.0.1')
  })

  it('counts a household of IPv6 as one', () => {
    const one = addressOf(from('2001:db8:0:5::1'), [])
    expect(addressOf(from('2001:0DB8:0:5:ffff:1:2:3'), [])).toBe(one)
    expect(addressOf(from('2001:db8:0:6::1'), [])).not.toBe(one)
    expect(addressOf(from('::1'), [])).toBe('0:0:0:0')
  })
})

describe('a connection', () => {
  watchConnections()
  type Seen = {
    method: string | undefined
    url: string | undefined
    headers: IncomingHttpHeaders
    answer: IncomingHttpHeaders
  }

  async function send(method: string, headers: Record<string, string>, path = '/'): Promise<Seen> {
    let seen: Omit<Seen, 'answer'> | undefined
    const server = createServer((asked, response) => {
      seen = { method: asked.method, url: asked.url, headers: asked.headers }
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const answer = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        response.resume()
        response.once('end', () => resolve(response.headers))
      })
      asking.once('error', reject)
      asking.end()
    })
    server.close()
    if (!seen) throw new Error('Nothing came.')
    return { ...seen, answer }
  }

  it('tells its own address, over whatever a client claims', async () => {
    const { headers } = await send('GET', { [CONNECTION_HEADER]: '198.51.100.1', [REFUSED_HEADER]: 'x' })
    expect(headers[CONNECTION_HEADER]).toMatch(/127\.0\.0\.1$/)
    expect(headers[REFUSED_HEADER]).toBeUndefined()
  })

  it.each([
    'x-middleware-subrequest',
    'X-Middleware-Rewrite',
    'Next-Action',
    'next-resume',
    'next-resume-state-length',
  ])('marks a request that bears %s', async (name) =>
    expect((await send('GET', { [name]: '1' })).headers[REFUSED_HEADER]).toBe(name.toLowerCase()),
  )

  it.each([
    ['GET', '/api/schedules?size=50', false],
    ['HEAD', '/api/me', false],
    ['PUT', '/api/schedules/FTBRS1/upcoming', false],
    ['DELETE', '/api/schedules', true],
    ['GET', '/api/nothing', true],
    ['GET', '/api/schedules/%E0', true],
    ['GET', '/api/schedules/FTBRS%31', true],
  ])('marks %s %s as one that a route would not answer in its own words: %s', async (method, path, odd) =>
    expect((await send(method, { [ODD_HEADER]: 'x' }, path)).headers[ODD_HEADER]).toBe(odd ? '1' : undefined),
  )

  it('marks what bears a header of the framework’s as such a one too', async () =>
    expect((await send('GET', { 'next-action': '1' }, '/api/me')).headers[ODD_HEADER]).toBe('1'))

  it('starts every answer with our headers', async () => {
    const { answer } = await send('GET', {})
    for (const [name, value] of Object.entries(closedHeaders)) expect(answer[name.toLowerCase()]).toBe(value)
  })

  it.each([
    ['a method that HTTP does not know', 'FOO / HTTP/1.1\r\nHost: here\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: here\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers %s with our headers too', async (_, text, status) => {
    const server = createServer((_asked, response) => void response.end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const say = (words: string) =>
      new Promise<string>((resolve, reject) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(words))
        socket.on('data', (chunk) => {
          heard += chunk
        })
        socket.once('close', () => resolve(heard))
        socket.once('error', reject)
      })
    // A server is known from its first request on; the health check of a start is one.
    await say('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
    const answer = await say(text)
    server.close()
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    for (const [name, value] of Object.entries(closedHeaders)) expect(answer).toContain(`\r\n${name}: ${value}\r\n`)
  })

  it('leads a write to a built file away from it, so that it is told as a method that is not known', async () => {
    expect((await send('POST', {}, '/_next/static/chunks/a.js')).url).toBe('/_next/no-such-method')
    expect((await send('GET', {}, '/_next/static/chunks/a.js')).url).toBe('/_next/static/chunks/a.js')
  })

  it('does not hand on what the framework chokes on', async () => {
    expect((await send('TRACE', {})).method).toBe('OPTIONS')
  })
})
