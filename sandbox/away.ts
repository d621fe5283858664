// A sandbox that cannot be reached for a while: connections refused, or never answered (Linux: a full queue of connections).
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

export type Absence = { ms: number; how: 'refused' | 'hangs' }

const HOLDER = `
const { createServer } = require('node:net')
const { parentPort, workerData } = require('node:worker_threads')
const server = createServer()
server.listen({ port: workerData.port, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage('holding')
  Atomics.wait(new Int32Array(workerData.release), 0, 0)
  process.exit()
})`

/** Leaves the port for that long and comes back to it, unless `stopped` by then. Connections that stand are cut. */
export async function goAway(
  server: Server,
  port: number,
  { ms, how }: Absence,
  stopped: () => boolean,
): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
  const release = how === 'hangs' ? await hold(port) : async () => {}
  await wait(ms)
  await release()
  if (!stopped()) await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

/** Holds the port without ever accepting, its short queue filled, so that the next connection waits. */
export async function hold(port: number): Promise<() => Promise<void>> {
  const release = new SharedArrayBuffer(4)
  const worker = new Worker(HOLDER, { eval: true, workerData: { port, release } })
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  const fillers: Socket[] = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  await wait(50)
  return async () => {
    const gone = new Promise((resolve) => worker.once('exit', resolve))
    Atomics.store(new Int32Array(release), 0, 1)
    Atomics.notify(new Int32Array(release), 0)
    await gone
    for (const filler of fillers) filler.destroy()
  }
}
