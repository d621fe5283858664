// The ground of a run: a sandbox, a store of its own, a worker on it, and places where connections fail.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hold } from '@/sandbox/away'
import { startSandbox } from '@/sandbox/server'
import { freePort } from '../scripts/processes.mjs'
import type { Place } from './cell'
import { startWorker } from './process'

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

/** Opens a place on an embedded store in a folder of its own, or on an empty PostgreSQL database at `url`. */
export async function openPlace(url?: string): Promise<Place & { close: () => Promise<void> }> {
  const sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty' })
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-faults-'))
  const store: Record<string, string> = url ? { DATABASE_URL: url } : { DATA_DIR: folder }
  const sockets = new Set<{ destroy: () => unknown }>()
  const keep = (socket: { destroy: () => unknown; on: (name: 'error', act: () => void) => unknown }) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  }
  const silent = createServer(keep)
  const notTls = createServer((socket) => {
    keep(socket)
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  const held = await freePort()
  const release = await hold(held)
  const ports = {
    refused: await freePort(),
    'no-such-name': sandbox.port,
    hangs: held,
    'hangs-before-tls': await listening(silent),
    tls: await listening(notTls),
  }
  let worker = await startWorker(sandbox.url, store)
  return {
    sandbox,
    worker: () => worker,
    restart: async () => {
      await worker.end()
      worker = await startWorker(sandbox.url, store)
      await worker.tell({ do: 'recover' })
    },
    ports,
    close: async () => {
      await worker.end()
      for (const socket of sockets) socket.destroy()
      silent.close()
      notTls.close()
      await release()
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
