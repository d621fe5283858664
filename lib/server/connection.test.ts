import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressOf, CONNECTION_HEADER, REFUSED_HEADER, watchConnections } from './connection'
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
  type Seen = { method: string | undefined; headers: IncomingHttpHeaders; answer: IncomingHttpHeaders }

  async function send(method: string, headers: Record<string, string>): Promise<Seen> {
    let seen: Omit<Seen, 'answer'> | undefined
    const server = createServer((asked, response) => {
      seen = { method: asked.method, headers: asked.headers }
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const answer = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', method, headers }, (response) => {
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

  it('starts every answer with our headers', async () => {
    const { answer } = await send('GET', {})
    for (const [name, value] of Object.entries(closedHeaders)) expect(answer[name.toLowerCase()]).toBe(value)
  })

  it('does not hand on what the framework chokes on', async () => {
    expect((await send('TRACE', {})).method).toBe('OPTIONS')
  })
})
