import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { closedHeaders } from './headers'

// What only the connection knows, caught as node hands over a request and before the framework sees it: the address at the
// other end, and headers that the framework would act upon or quietly drop. Every answer starts with our headers, so that
// those the framework makes by itself (redirects, 400, 404, 405, 500) have them too.

/** The other end of the connection; whatever a client writes here itself is overwritten. */
export const CONNECTION_HEADER = 'x-connection-address'
/** Set on requests that bear what only the framework may say to itself; proxy.ts answers them 400. */
export const REFUSED_HEADER = 'x-refused-header'

const REFUSED = /^(?:x-middleware-.*|next-action|next-resume.*)$/

type Start = { request: IncomingMessage; response: ServerResponse }

export function watchConnections(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Start
    // What a fetch Request cannot say, the framework answers with 500; as another method that no address knows it is 405.
    if (request.method === 'TRACE') request.method = 'OPTIONS'
    const refused = Object.keys(request.headers).find((name) => REFUSED.test(name))
    request.headers[CONNECTION_HEADER] = request.socket.remoteAddress ?? ''
    if (refused) request.headers[REFUSED_HEADER] = refused
    else delete request.headers[REFUSED_HEADER]
    const kept = isBuilt(request.url ?? '')
    for (const [name, value] of Object.entries(closedHeaders))
      if (!(kept && name === 'Cache-Control')) response.setHeader(name, value)
  })
}

/** Files whose names change with what is in them: the framework lets browsers keep those for good, if nobody said otherwise before. */
const isBuilt = (url: string) => url.startsWith('/_next/static/')

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
