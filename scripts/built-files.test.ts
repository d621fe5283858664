import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http, { type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerBuiltFirst, compressBuilt } from './built-files.mjs'

const folder = mkdtempSync(join(tmpdir(), 'quarterday-built-'))
const { createServer } = http
const CODE = `console.log(${JSON.stringify('quarter day '.repeat(200))})`
let server: Server
let isReady = true

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(join(folder, 'chunks/a.js'), CODE)
  writeFileSync(join(folder, 'chunks/a.woff2'), 'font')
  writeFileSync(join(folder, 'chunks/a.svg'), '<svg/>')
  compressBuilt(folder)
  writeFileSync(join(folder, 'chunks/late.js'), CODE)
  answerBuiltFirst(folder)
  server = http.createServer((asked, response) => {
    response.statusCode = 404
    response.end(`the framework: ${asked.url}`)
  })
  server.prependListener('request', (_, response) => {
    if (isReady) response.setHeader('X-Content-Type-Options', 'nosniff')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  http.createServer = createServer
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path: `/_next/static/${path}`, headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asking.once('error', reject)
    asking.end()
  })
}

it.each<[string, string | undefined, (bytes: Buffer) => Buffer]>([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['br;q=0.0, gzip;q=0', undefined, (bytes) => bytes],
  ['', undefined, (bytes) => bytes],
])('answers whoever takes "%s" in the form %s, whole', async (accepted, coding, undo) => {
  const { status, headers, body } = await ask('chunks/a.js', { 'accept-encoding': accepted })
  expect([status, headers['content-encoding']]).toEqual([200, coding])
  expect(undo(body).toString()).toBe(CODE)
  expect(headers).toMatchObject({
    'content-type': 'application/javascript; charset=UTF-8',
    'content-length': String(body.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  })
})

it('answers HEAD with what it would send, and nothing of it', async () => {
  const { headers, body } = await ask('chunks/a.js?v=1', { 'accept-encoding': 'gzip' }, 'HEAD')
  expect([headers['content-encoding'], body.length]).toEqual(['gzip', 0])
  expect(Number(headers['content-length'])).toBeGreaterThan(0)
})

it.each<[string, string, Record<string, string>, string]>([
  ['what is not there', 'chunks/b.js', {}, 'GET'],
  ['what was not compressed', 'chunks/late.js', {}, 'GET'],
  ['what is of no known kind', 'chunks/a.svg', {}, 'GET'],
  ['a way out of the folder', 'chunks/../../../server.js', {}, 'GET'],
  ['the compressed form by its name', 'chunks/a.js.br', {}, 'GET'],
  ['a part of a file', 'chunks/a.js', { range: 'bytes=0-3' }, 'GET'],
  ['a write', 'chunks/a.js', {}, 'POST'],
])('leaves %s to the framework', async (_, path, headers, method) => {
  expect((await ask(path, headers, method)).body.toString()).toBe(`the framework: /_next/static/${path}`)
})

it('answers a font as it is', async () => {
  const { status, headers, body } = await ask('chunks/a.woff2', { 'accept-encoding': 'gzip, br' })
  expect([status, body.toString()]).toEqual([200, 'font'])
  expect(headers['content-type']).toBe('font/woff2')
  expect(headers).not.toHaveProperty('content-encoding')
  expect(headers).not.toHaveProperty('vary')
})

it('leaves everything to the framework while the product’s own headers are not on its answers', async () => {
  isReady = false
  expect((await ask('chunks/a.js')).status).toBe(404)
  isReady = true
})
