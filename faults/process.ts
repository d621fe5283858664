// The worker as the runner sees it: a child process that can be told things, and that may end at any moment.
import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { bundle } from '../scripts/bundle.mjs'
import { environmentWith } from '../scripts/processes.mjs'
import type { Order, Reply } from './messages'

/** Times of the matrix: short ones, in the proportions of the standing settings. Milliseconds. */
export const WINDOW_MS = 1_200
const READ_MS = 3_000
const WRITE_MS = 700

export class Ended extends Error {
  override name = 'Ended'
}

export type Worker = {
  /** Answers with the value. Throws Ended where the process ended first, Error where the order failed. */
  tell<T>(order: Order): Promise<T>
  /** The whole reply: a problem that was thrown before anything was recorded is one. */
  ask<T>(order: Order): Promise<Exclude<Reply<T>, { failed: string }>>
  end(): Promise<void>
}

let bundled: Promise<string> | undefined

/** Starts a worker on a store; `store` is DATA_DIR or DATABASE_URL. */
export async function startWorker(sandboxUrl: string, store: Record<string, string>): Promise<Worker> {
  bundled ??= bundle('faults/worker.ts', `faults-worker-${process.pid}`).then((path) => {
    process.once('exit', () => rmSync(path, { force: true }))
    return path
  })
  const child = fork(await bundled, [], {
    env: environmentWith({
      ...store,
      SMARTERPAY_TARGET: 'sandbox',
      SANDBOX_URL: sandboxUrl,
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      NEXTAUTH_SECRET: 'x'.repeat(32),
      TODAY: '2026-11-20T10:00',
      RECONCILE_WINDOW_MS: String(WINDOW_MS),
      SMARTERPAY_READ_TIMEOUT_MS: String(READ_MS),
      SMARTERPAY_WRITE_TIMEOUT_MS: String(WRITE_MS),
    }),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4_000)
  })
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>()
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: true; id?: number; reply?: Reply }) => {
      if (message.ready) resolve()
      else if (message.id !== undefined && message.reply) {
        waiting.get(message.id)?.resolve(message.reply)
        waiting.delete(message.id)
      }
    })
    child.on('exit', () => {
      reject(new Error(`The worker ended at its start: ${said}`))
      for (const { reject: give } of waiting.values()) give(new Ended(said))
      waiting.clear()
    })
  })
  await ready
  let count = 0
  const ask = <T>(order: Order) =>
    new Promise<Exclude<Reply<T>, { failed: string }>>((resolve, reject) => {
      if (!isAlive(child)) return reject(new Ended(said))
      count += 1
      waiting.set(count, {
        resolve: (reply) =>
          'failed' in reply
            ? reject(new Error(`${order.do}: ${reply.failed}`))
            : resolve(reply as Exclude<Reply<T>, { failed: string }>),
        reject,
      })
      child.send({ id: count, order })
    })
  return {
    ask,
    tell: async <T>(order: Order) => {
      const reply = await ask<T>(order)
      if ('problem' in reply) throw new Error(`${order.do}: ${reply.problem}`)
      return reply.value
    },
    end: () => ended(child),
  }
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

async function ended(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
