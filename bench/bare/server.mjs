// What the dashboard is measured against: three static files and a plain proxy to SmarterPay, in nothing but Node. It checks nothing,
// keeps nothing and knows nobody; it only holds the token and passes answers on, compressed where the browser takes it.
import { readFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { createGzip, gzipSync } from 'node:zlib'

const [target, token, port] = process.argv.slice(2)
const upstream = new URL(target)
const agent = new Agent({ keepAlive: true })

const read = (name, type) => {
  const body = gzipSync(readFileSync(new URL(name, import.meta.url)))
  return { body, type }
}
const FILES = {
  '/': read('index.html', 'text/html; charset=utf-8'),
  '/bare.js': read('bare.js', 'text/javascript; charset=utf-8'),
  '/bare.css': read('bare.css', 'text/css; charset=utf-8'),
  '/icon.svg': read('icon.svg', 'image/svg+xml'),
}

/** What a browser takes time for before it shows a page, whoever made it: a process of its own, and a policy for what may run. */
const GUARDED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
}

function pass(incoming, outgoing) {
  const { hostname, port: upstreamPort } = upstream
  const path = incoming.url.replace(/^\/api\//, '/service.svc/')
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const asked = request({ hostname, port: upstreamPort, path, method: 'GET', headers, agent }, (answer) => {
    const compressed = (incoming.headers['accept-encoding'] ?? '').includes('gzip')
    outgoing.writeHead(answer.statusCode, {
      'content-type': answer.headers['content-type'] ?? 'application/json',
      'cache-control': 'no-store',
      ...(compressed && { 'content-encoding': 'gzip' }),
    })
    if (compressed) answer.pipe(createGzip()).pipe(outgoing)
    else answer.pipe(outgoing)
  })
  asked.on('error', () => outgoing.writeHead(502).end())
  asked.end()
}

// Kept as long as the dashboard keeps connections: one that a busy machine leaves idle is not closed under the next request.
createServer({ keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
  const file = FILES[new URL(incoming.url, 'http://bare').pathname]
  if (incoming.url.startsWith('/api/')) pass(incoming, outgoing)
  else if (!file) outgoing.writeHead(404).end()
  else {
    const headers = { 'content-type': file.type, 'content-encoding': 'gzip', 'cache-control': 'no-store' }
    outgoing.writeHead(200, { ...GUARDED, ...headers })
    outgoing.end(file.body)
  }
}).listen(Number(port), '127.0.0.1')
