import 'server-only'
import * as http from 'node:http'
import * as https from 'node:https'

// One request, one answer, all limits kept. Plain node:http and not fetch, because only here can it be known whether a
// byte of a request left: that is the difference between "nothing changed" and "nobody knows". Follows no redirects.

/** Bytes of a body, counted while they come. */
const BODY_CAP = 8 * 1024 * 1024
const CONNECT_MS = 3_000

export type Outgoing = {
  url: URL
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers: Record<string, string>
  body?: string
  /** All of it, connecting and the last byte of the body included. */
  timeoutMs: number
  signal?: AbortSignal | undefined
}

export type Incoming = {
  status: number
  /** Lower case, without parameters; '' where none was sent. */
  contentType: string
  /** Seconds or an HTTP date, as sent. */
  retryAfter: string | undefined
  /** SmarterPay stored this answer for the key earlier on. */
  replayed: boolean
  text: string
}

/** Codes of the network and of TLS with which a connection is never made; what is not listed may have carried bytes. */
const NEVER_CONNECTED = new Set([
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EPROTO',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
])
const NEVER_SECURED = /^(CERT|ERR_TLS|ERR_SSL)_/
const neverConnected = (code: string) => NEVER_CONNECTED.has(code) || NEVER_SECURED.test(code)

export class ExchangeFailure extends Error {
  override name = 'ExchangeFailure'
  /** The system's code, or one of CONNECT_TIMEOUT, TIMEOUT, CUT, TOO_LARGE. */
  readonly code: string
  /** False only where it is certain that no byte of the request left this machine. */
  readonly mayHaveLeft: boolean
  constructor(code: string, mayHaveLeft: boolean, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.mayHaveLeft = mayHaveLeft
  }
}

const kept = { keepAlive: true, maxSockets: 8, timeout: 30_000 }
const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) }

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'

/**
 * Sends one request and reads the whole answer, whatever its status.
 * Throws ExchangeFailure; where `signal` aborts, its reason. Reads share kept connections, a write gets a fresh one, so
 * that a connection which the other side has just closed cannot swallow it.
 */
export function exchange({ url, method, headers, body, timeoutMs, signal }: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const secure = url.protocol === 'https:'
    let connected = false
    let settled = false

    const request = (secure ? https : http).request(url, {
      method,
      headers,
      agent: method === 'GET' ? agents[secure ? 'https:' : 'http:'] : false,
      ...(secure && { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const }),
    })
    const end = () => {
      settled = true
      clearTimeout(total)
      clearTimeout(connecting)
      signal?.removeEventListener('abort', abort)
    }
    const fail = (code: string, cause?: unknown) => {
      if (settled) return
      end()
      request.destroy()
      reject(new ExchangeFailure(code, connected || !neverConnected(code), cause))
    }
    const abort = () => {
      if (settled) return
      end()
      request.destroy()
      reject(signal?.reason)
    }
    const total = setTimeout(() => fail(connected ? 'TIMEOUT' : 'CONNECT_TIMEOUT'), timeoutMs)
    const connecting = setTimeout(() => fail('CONNECT_TIMEOUT'), Math.min(CONNECT_MS, timeoutMs))
    const onConnected = () => {
      connected = true
      clearTimeout(connecting)
    }
    signal?.addEventListener('abort', abort)

    request.on('socket', (socket) => {
      if (request.reusedSocket) onConnected()
      else socket.once(secure ? 'secureConnect' : 'connect', onConnected)
    })
    request.on('error', (error) => fail(codeOf(error), error))
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      if (Number(response.headers['content-length'] ?? 0) > BODY_CAP) return fail('TOO_LARGE')
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > BODY_CAP) fail('TOO_LARGE')
        else chunks.push(chunk)
      })
      response.on('error', (error) => fail('CUT', error))
      response.on('end', () => {
        if (settled) return
        end()
        resolve({
          status: response.statusCode ?? 0,
          contentType: (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
          retryAfter: response.headers['retry-after'],
          replayed: response.headers['idempotency-replay'] === 'true',
          text: new TextDecoder().decode(Buffer.concat(chunks)),
        })
      })
    })
    request.end(body)
  })
}
