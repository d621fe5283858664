import 'server-only'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, beforeEach, vi } from 'vitest'
import { ProblemError } from '@/lib/problem'
import type { Log } from '@/lib/server/log'
import { createTransport, type TransportSettings } from './transport'

// For tests alone: something on loopback that answers as a test says, byte by byte where that matters, and a transport to it.

export type Act = (req: IncomingMessage, res: ServerResponse, body: string) => void
type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string; at: number }

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Act =>
  (_, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }
export const plain =
  (status: number, text = '', headers: Record<string, string> = {}): Act =>
  (_, res) => {
    res.writeHead(status, headers).end(text)
  }
export const hang: Act = () => undefined
export const reset: Act = (req) => req.socket.resetAndDestroy()
export const good = json({ ok: true })

let acts: Act[] = []
/** What reached it, in order. */
export const seen: Seen[] = []
/** What was logged. */
export const lines: unknown[] = []
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
export const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
export const listen = (on: Server) => new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve))

/** Answers in this order; the last one for ever. */
export const answers = (...list: Act[]) => {
  acts = list
}
export const transport = (settings: Partial<TransportSettings> = {}) =>
  createTransport({
    origin: origin(),
    token: 't0ken-t0ken',
    readTimeoutMs: 1_000,
    writeTimeoutMs: 400,
    log,
    random: () => 0.1,
    ...settings,
  })
export const ONE = { resource: 'recurrenceschedule', id: 'FTBRS1' } as const

export async function problemOf(reading: Promise<unknown>) {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error.problem
  throw error ?? new Error('it was answered')
}

/** Listens during each test of a file. */
export function withUpstream(): void {
  beforeEach(async () => {
    seen.length = 0
    lines.length = 0
    await listen(server)
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    vi.restoreAllMocks()
  })
}
