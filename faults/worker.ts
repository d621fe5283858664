// A process of the dashboard's own: the real write door, client and store, told what to do by the runner. What a test
// must be able to do to it (spoil the road, refuse in the store, end it between two steps) is put around it here.
import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { eq, ne, sql } from 'drizzle-orm'
import { NodePgPreparedQuery } from 'drizzle-orm/node-postgres'
import { PglitePreparedQuery } from 'drizzle-orm/pglite'
import { ProblemError } from '@/lib/problem'
import { instanceId } from '@/lib/server/changes/instances'
import { findChange } from '@/lib/server/changes/ledger'
import { makeChange } from '@/lib/server/changes/make-change'
import { recover } from '@/lib/server/changes/recover'
import { tryAgain } from '@/lib/server/changes/second-thoughts'
import { env, smarterpayOrigin } from '@/lib/server/env'
import type { Operator } from '@/lib/server/operator'
import { answerSchedule } from '@/lib/server/reading/schedules'
import { verifyRecords } from '@/lib/server/records'
import { exchange } from '@/lib/server/smarterpay/exchange'
import { createTransport, type Transport } from '@/lib/server/smarterpay/transport'
import { instances } from '@/lib/server/store/changes-tables'
import { auditLog } from '@/lib/server/store/records-tables'
import { database, store } from '@/lib/server/store/store'
import type { Kill, Order, Reply, Road, Row, StoreDown, Told } from './messages'

type Cell = { transport: Transport; steps: string[]; kill: Kill | undefined }
const cells = new AsyncLocalStorage<Cell>()

function end(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may happen here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  throw new Error('ended')
}

/** Every statement of the store and every call to SmarterPay that a change makes is a step; between two it may be ended. */
function step(name: string): void {
  const cell = cells.getStore()
  if (!cell) return
  if (cell.kill && 'beforeStep' in cell.kill && cell.steps.length === cell.kill.beforeStep) end()
  cell.steps.push(name)
}

const firstWords = (statement: string) => statement.replaceAll('"', '').split(/\s+/).slice(0, 3).join(' ').slice(0, 40)

for (const { prototype } of [PglitePreparedQuery, NodePgPreparedQuery] as { prototype: { execute: () => unknown } }[]) {
  const { execute } = prototype
  prototype.execute = function (this: { queryString?: string; rawQueryConfig?: { text?: string } }, ...given: []) {
    step(`store: ${firstWords(this.queryString ?? this.rawQueryConfig?.text ?? '')}`)
    return execute.apply(this, given)
  }
}

function spoiledUrl(url: URL, road: { is: Road; port: number }): URL {
  const place = new URL(url)
  place.port = String(road.port)
  if (road.is === 'no-such-name') place.hostname = `${'x'.repeat(64)}.invalid`
  if (road.is === 'tls' || road.is === 'hangs-before-tls') return new URL(place.href.replace(/^http:/, 'https:'))
  return place
}

const quiet = () => undefined

/** A client of one cell's own, so that the breaker that one cell opens does not stand in another's way. */
function clientOf(road?: { is: Road; port: number }, reads = false): Transport {
  const settings = env()
  return createTransport({
    origin: smarterpayOrigin(settings),
    token: settings.SMARTERPAY_TOKEN,
    readTimeoutMs: settings.SMARTERPAY_READ_TIMEOUT_MS,
    writeTimeoutMs: settings.SMARTERPAY_WRITE_TIMEOUT_MS,
    log: quiet,
    ...(road && {
      exchange: (going) =>
        exchange((going.method === 'GET') === reads ? { ...going, url: spoiledUrl(going.url, road) } : going),
    }),
  })
}

const plain = clientOf()
const now = () => cells.getStore()?.transport ?? plain
const PLACE = Symbol.for('quarterday.smarterpay')
const shared: typeof globalThis & { [PLACE]?: Transport } = globalThis
shared[PLACE] = {
  read: (call) => {
    step(`read: ${call.resource}`)
    return now().read(call)
  },
  send: async (call) => {
    step(`send: ${call.method}`)
    const kill = cells.getStore()?.kill
    if (kill && 'afterSendMs' in kill) setTimeout(end, kill.afterSendMs)
    if (downAtSend.delete(cells.getStore())) await breakStore()
    return now().send(call)
  },
  renewToken: () => now().renewToken(),
}

const downAtSend = new Set<Cell | undefined>()

async function breakStore(): Promise<void> {
  await cells.exit(async () => (await database()).execute(sql`alter table audit_log rename to audit_log_away`))
}

async function mendStore(): Promise<void> {
  await (await database()).execute(sql`alter table if exists audit_log_away rename to audit_log`)
}

const operator: Operator = {
  email: 'lead@test',
  name: 'Team lead',
  role: 'lead',
  since: new Date(),
  ends: new Date(Date.now() + 3_600_000),
}

async function inCell<T>(
  { road, kill, storeDown }: { road?: { is: Road; port: number }; kill?: Kill; storeDown?: StoreDown },
  act: () => Promise<T>,
  reads = false,
): Promise<{ value: T; steps: string[] } | { problem: string; steps: string[] }> {
  const cell: Cell = { transport: clientOf(road, reads), steps: [], kill }
  if (storeDown === 'from-the-start') await breakStore()
  if (storeDown === 'after-the-send') downAtSend.add(cell)
  return cells.run(cell, async () => {
    try {
      return { value: await act(), steps: cell.steps }
    } catch (error) {
      if (error instanceof ProblemError) return { problem: error.problem.kind, steps: cell.steps }
      throw error
    }
  })
}

async function change(order: Extract<Order, { do: 'change' }>): Promise<Reply<Told>> {
  const { key, schedule, basis, wanted, again } = order
  const done = await inCell(order, async () => {
    const response = again
      ? await tryAgain(again, key, operator)
      : await makeChange({ key, operator, schedule, basis, wanted, why: { reason: 'customer-asked' } })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  })
  return 'problem' in done ? done : { value: { ...done.value, steps: done.steps } }
}

async function rowOf(key: string): Promise<Row> {
  const row = await findChange(key)
  if (!row) return null
  const records = await (await database())
    .select({ phase: auditLog.phase })
    .from(auditLog)
    .where(eq(auditLog.change, key))
    .orderBy(auditLog.seq)
  return {
    state: row.state,
    schedule: row.schedule,
    sentAt: row.sentAt?.toISOString() ?? null,
    after: row.after,
    differences: row.differences ?? [],
    phases: records.map(({ phase }) => phase),
  }
}

async function obey(order: Order): Promise<Reply> {
  switch (order.do) {
    case 'see':
      return { value: (await answerSchedule(order.schedule)).basis }
    case 'change':
      return change(order)
    case 'look': {
      const seen = await inCell(order, () => answerSchedule(order.schedule), true)
      return 'problem' in seen ? seen : { value: seen.value.schedule }
    }
    case 'row':
      return { value: await rowOf(order.key) }
    case 'mend-store':
      return { value: await mendStore() }
    case 'recover':
      // A process that was killed is silent; the minute after which it counts as gone is not waited for.
      await (await database())
        .update(instances)
        .set({ beat: sql`now() - interval '2 minutes'` })
        .where(ne(instances.id, await instanceId()))
      return { value: await recover() }
    case 'verify':
      return { value: await verifyRecords() }
  }
}

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  obey(order)
    .catch((error: unknown): Reply => ({ failed: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }))
    .then((reply) => process.send?.({ id, reply }))
})
process.on('disconnect', () => process.exit())
await store()
await mendStore()
process.send?.({ ready: true })
