// The sandbox as a server on this machine alone: takes a request in, lets it meet its fault, logs it, answers.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from './answer'
import { bearerOf, handle, type Request } from './api'
import { type Absence, goAway } from './away'
import { Book } from './book'
import { control } from './control'
import { deliver, handledUnder, keepsAnswer, spoiled } from './fault-acts'
import { type Fault, isHandled, numberParam, takeFault } from './faults'
import { remember } from './idempotency'
import type { LogEntry } from './log'
import { type Seed, seedBook } from './seed'

const BASE = '/service.svc/'
const BODY_CAP = 16_000_000

export type SandboxOptions = {
  /** 0 (default): any free one. */
  port?: number
  /** `sandbox` by default. */
  token?: string
  /** 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', London; the machine's day by default. */
  today?: string
  /** What it starts with: `size` schedules (2,500), made from `number`; `empty`: none, not even the samples. */
  seed?: Seed
}
export type Sandbox = { url: string; port: number; book: Book; close: () => Promise<void> }

/** Starts a sandbox on 127.0.0.1; `close` ends it with every connection that hangs. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const book = new Book(options.today)
  seedBook(book, options.seed ?? {})
  const token = options.token ?? 'sandbox'
  let stopped = false
  const leave = (absence: Absence) => goAway(server, port, absence, () => stopped)
  const server = createServer((req, res) => {
    serve({ book, token, leave }, req, res).catch(() => res.destroy())
  })
  server.requestTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      stopped = true
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, port, book, close }
}

type House = { book: Book; token: string; leave: (absence: Absence) => Promise<void> }

async function serve({ book, token, leave }: House, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const [path = '/', search = ''] = (req.url ?? '/').split('?', 2)
  const query = new URLSearchParams(search)
  if (path.startsWith('/control/')) {
    if (req.headers.origin !== undefined) return void res.writeHead(403).end()
    await deliver(
      res,
      await control(
        { book, leave: (absence) => res.once('close', () => leave(absence)) },
        req.method ?? 'GET',
        path,
        query,
        () => bodyOf(req),
      ),
      null,
    )
    return
  }
  const request = readRequest(req, path, query)
  const given = bearerOf(request.headers.authorization)
  const entry = book.log.open({
    method: request.method,
    path,
    query: search,
    authorization: given === token ? 'valid' : request.headers.authorization === null ? 'absent' : 'invalid',
    contentType: request.headers.contentType,
    accept: request.headers.accept,
    idempotencyKey: request.headers.key,
  })
  const early = takeFault(book, request, null)
  if (early) entry.fault = early.fault
  if (early?.fault === 'reset') {
    req.socket.resetAndDestroy()
    return
  }
  request.body = await bodyOf(req)
  entry.body = request.body
  const fault = early ?? takeFault(book, request, request.body)
  entry.fault = fault?.fault ?? null
  await respond(book, token, request, entry, fault, { req, res })
}

type Wires = { req: IncomingMessage; res: ServerResponse }

async function respond(
  book: Book,
  token: string,
  request: Request,
  entry: LogEntry,
  fault: Fault | null,
  { req, res }: Wires,
): Promise<void> {
  if (!fault) {
    const answer = handle(book, token, request, null)
    note(entry, answer)
    await deliver(res, answer, null)
    return
  }
  if (fault.fault === 'delay') await wait(numberParam(fault, 'ms', 1000))
  if (fault.fault === 'applied-late') {
    req.socket.resetAndDestroy()
    await wait(numberParam(fault, 'ms', 500))
  }
  const handled = isHandled(fault)
    ? handledUnder(fault, book, request, () => handle(book, token, request, fault))
    : null
  if (handled) entry.applied = handled.applied
  switch (fault.fault) {
    case 'reset':
    case 'applied-reset':
      req.socket.resetAndDestroy()
      return
    case 'silence':
    case 'applied-silence':
    case 'applied-late':
      return
  }
  const elsewhere = fault.fault === 'redirect' && !fault.params.to
  const met = elsewhere
    ? { ...fault, params: { ...fault.params, to: `http://localhost:${req.socket.localPort}/elsewhere` } }
    : fault
  const answer = spoiled(book, met, request, handled)
  if (keepsAnswer(fault, handled !== null, book)) remember(book, request, answer, true)
  note(entry, answer)
  await deliver(res, answer, fault)
}

function note(entry: LogEntry, answer: Answer): void {
  entry.status = answer.status
  entry.applied = answer.applied
  entry.replay = 'idempotency-replay' in answer.headers
}

function readRequest(req: IncomingMessage, path: string, query: URLSearchParams): Request {
  const within = path.toLowerCase().startsWith(BASE)
  const [resource = '', ...rest] = within ? path.slice(BASE.length).split('/') : ['']
  const id = rest.join('/')
  return {
    method: req.method ?? 'GET',
    resource: resource.toLowerCase(),
    id: id === '' ? null : decoded(id),
    query,
    headers: {
      authorization: req.headers.authorization ?? null,
      accept: req.headers.accept ?? null,
      contentType: req.headers['content-type'] ?? null,
      key: String(req.headers['idempotency-key'] ?? '') || null,
    },
    body: '',
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req) {
    size += part.length
    if (size > BODY_CAP) throw new Error('The body is too long.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
