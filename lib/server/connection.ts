import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Duplex } from 'node:stream'
import { closedHeaders } from './headers'
import { isKnownCall } from './rights'

// What only the connection knows, caught as node hands over a request and before the framework sees it: the address at the
// other end, and headers that the framework would act upon or quietly drop. Every answer starts with our headers, so that
// those the framework makes by itself (redirects, 400, 404, 405, 500) have them too.

/** The other end of the connection; whatever a client writes here itself is overwritten. */
export const CONNECTION_HEADER = 'x-connection-address'
/** Set on requests that bear what only the framework may say to itself; proxy.ts answers them 400. */
export const REFUSED_HEADER = 'x-refused-header'
/**
 * Set on requests to the API that its routes would not answer in their own words: proxy.ts looks at these, and its matcher
 * spells the name out. Every other call goes straight to its route, which the framework's way through a proxy would delay.
 */
export const ODD_HEADER = 'x-odd-request'

const REFUSED = /^(?:x-middleware-.*|next-action|next-resume.*)$/

/** Files whose names change with what is in them: the framework lets browsers keep those for good, if nobody said otherwise before. */
const BUILT = '/_next/static/'

type Start = { request: IncomingMessage; response: ServerResponse; server: Server }

export function watchConnections(): void {
  const answering = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Start
    if (!answering.has(server)) {
      answering.add(server)
      server.on('clientError', answerBroken)
    }
    // What a fetch Request cannot say, the framework answers with 500; as another method that no address knows it is 405.
    if (request.method === 'TRACE') request.method = 'OPTIONS'
    const refused = Object.keys(request.headers).find((name) => REFUSED.test(name))
    request.headers[CONNECTION_HEADER] = request.socket.remoteAddress ?? ''
    if (refused) request.headers[REFUSED_HEADER] = refused
    else delete request.headers[REFUSED_HEADER]
    if (refused || !isKnownCall(request.method ?? '', request.url ?? '')) request.headers[ODD_HEADER] = '1'
    else delete request.headers[ODD_HEADER]
    // The framework answers 500 to a method that its files do not know. No file has this name, and proxy.ts answers 405.
    const url = request.url ?? ''
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (url.startsWith(BUILT) && !reads) request.url = '/_next/no-such-method'
    const kept = url.startsWith(BUILT) && reads
    for (const [name, value] of Object.entries(closedHeaders))
      if (!(kept && name === 'Cache-Control')) response.setHeader(name, value)
  })
}

const BROKEN: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is no request in HTTP never becomes one; node's own answer to it would go without our headers. */
function answerBroken(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const headers = Object.entries(closedHeaders).map(([name, value]) => `${name}: ${value}`)
  const lines = [
    `HTTP/1.1 ${BROKEN[error.code ?? ''] ?? '400 Bad Request'}`,
    ...headers,
    'Content-Length: 0',
    'Connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
}

/**
 * The address a request came from: the connection's other end, or what a proxy of ours says, read from the right until an
 * address is not one of ours. IPv6 counts by its /64, which is one household.
 */
export function addressOf(headers: Headers, proxies: readonly string[]): string {
  const end = plain(headers.get(CONNECTION_HEADER) ?? '')
  if (!proxies.includes(end)) return network(end)
  const told = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()))
  return network(told.findLast((address) => address !== '' && !proxies.includes(address)) ?? end)
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()

function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
