// Files whose names change with what is in them, out of memory and compressed once, when they are built. The framework reads and
// compresses each anew for everybody who asks, which kept a first visit waiting for the processor that also made its page.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const ADDRESS = '/_next/static/'
/** What the product's own headers say on every answer; where it is missing, the server is not yet what it will be. */
const OWN_HEADER = 'X-Content-Type-Options'
const TYPES = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
}
/** Compressed as they come. */
const PRESSED_TYPES = { woff2: 'font/woff2' }
const FORMS = [
  {
    coding: 'br',
    ending: '.br',
    press: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  },
  { coding: 'gzip', ending: '.gz', press: (bytes) => gzipSync(bytes, { level: 9 }) },
]

const endingOf = (name) => name.split('.').at(-1)

/** Puts a compressed file beside each that is worth it. */
export function compressBuilt(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!(endingOf(name) in TYPES)) continue
    const bytes = readFileSync(join(folder, name))
    for (const { ending, press } of FORMS) writeFileSync(join(folder, `${name}${ending}`), press(bytes))
  }
}

/** The files of a folder with all their forms, by address. Those that are yet to be compressed are left to the framework. */
export function readBuilt(folder) {
  const files = new Map()
  for (const name of readdirSync(folder, { recursive: true })) {
    const asItIs = PRESSED_TYPES[endingOf(name)]
    const type = asItIs ?? TYPES[endingOf(name)]
    const wanted = asItIs ? [] : FORMS
    const forms = wanted.map(({ coding, ending }) => ({ coding, path: join(folder, `${name}${ending}`) }))
    if (!type || !forms.every(({ path }) => existsSync(path))) continue
    const pressed = forms.map(({ coding, path }) => ({ coding, bytes: readFileSync(path) }))
    files.set(`${ADDRESS}${name.replaceAll('\\', '/')}`, { type, plain: readFileSync(join(folder, name)), pressed })
  }
  return files
}

/** Whether a browser takes this coding: named, and not with a weight of nought. */
const takes = (accepted, coding) =>
  accepted.split(',').some((part) => {
    const [name = '', weight = ''] = part.split(';')
    return name.trim().toLowerCase() === coding && !/^\s*q=0(?:\.0*)?\s*$/i.test(weight)
  })

/** Answers a request for one of these files; false, and nothing done, where it is for something else or asks for a part of one. */
export function answerBuilt(files, request, response) {
  const { method, url = '', headers } = request
  const file = method === 'GET' || method === 'HEAD' ? files.get(url.split('?')[0]) : undefined
  if (!file || headers.range !== undefined || !response.hasHeader(OWN_HEADER)) return false
  const form = file.pressed.find(({ coding }) => takes(headers['accept-encoding'] ?? '', coding))
  const bytes = form?.bytes ?? file.plain
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': bytes.length,
    ...(form && { 'Content-Encoding': form.coding }),
    ...(file.pressed.length > 0 && { Vary: 'Accept-Encoding' }),
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
  response.end(method === 'HEAD' ? undefined : bytes)
  return true
}

/** Has every server that this process makes from now on answer these files before anything else. */
export function answerBuiltFirst(folder) {
  const files = readBuilt(folder)
  const { createServer } = http
  http.createServer = (...given) => {
    const listener = given.pop()
    return createServer(...given, (request, response) => {
      if (!answerBuilt(files, request, response)) listener(request, response)
    })
  }
}
