import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { ProblemError } from '@/lib/problem'
import { env } from '../env'
import { log } from '../log'
import { smarterpay } from '../smarterpay/client'
import { type SyncState, syncState } from '../store/schedules-tables'
import { database, store } from '../store/store'
import { giveUpLease, guardedBy, LeaseLost, renewLease, takeLease } from './lease'
import { runPass } from './pass'
import { BOOK, readState } from './state'

// Keeps the copy of the book: in one process of all, a pass at the start, one an interval after each, and one when
// somebody asks. What failed is tried again sooner, and a SmarterPay that is down or turns us away is left in peace between.

const TICK_MS = 1_000
const RENEW_MS = 5_000
const RETRY_MS = 30_000
/** Above so many schedules the embedded store is no longer comfortable. */
export const EMBEDDED_COMFORT = 20_000

type Running = { stop: AbortController; ended: Promise<void> }
const KEY = Symbol.for('quarterday.sync')
const shared: typeof globalThis & { [KEY]?: Running | undefined } = globalThis

/** How the pass ended, in a word: for the log, the state and people who look after this. */
async function passOnce(fence: number, signal: AbortSignal): Promise<string> {
  const began = performance.now()
  const ended = await runPass({ from: smarterpay(), guard: guardedBy(fence), signal }).catch((error: unknown) => {
    if (error instanceof LeaseLost || signal.aborted) throw error
    if (!(error instanceof ProblemError)) log('error', 'index.pass', {}, error)
    return { end: error instanceof ProblemError ? error.problem.kind : 'failed', read: 0 }
  })
  const { kind, db } = await store()
  const rows = (await readState())?.completeRows ?? 0
  await db
    .update(syncState)
    .set({ lastEnd: ended.end, lastEnded: sql`now()`, passBegan: null })
    .where(and(eq(syncState.name, BOOK), eq(syncState.fence, fence)))
  const ms = Math.round(performance.now() - began)
  log(ended.end === 'complete' ? 'info' : 'warn', 'index.pass', { end: ended.end, read: ended.read, rows, ms })
  if (kind === 'pglite' && rows > EMBEDDED_COMFORT)
    log('warn', 'index.embedded-store-too-small', { rows, comfortable: EMBEDDED_COMFORT, set: 'DATABASE_URL' })
  return ended.end
}

/** Wishes for a pass are met at most so often. */
const NEWEST_MS = 10_000

/** Somebody waits for a pass, and the last complete one began long enough ago. `now`: ms since 1970. */
export const isWanted = ({ wantedAt, completeBegan }: Pick<SyncState, 'wantedAt' | 'completeBegan'>, now: number) =>
  wantedAt !== null && now - (completeBegan?.getTime() ?? 0) >= NEWEST_MS

/** Copies for as long as the lease is ours. */
async function holdAndCopy(fence: number, stop: AbortSignal): Promise<void> {
  const lost = new AbortController()
  const signal = AbortSignal.any([stop, lost.signal])
  const renewal = setInterval(() => {
    renewLease(fence).then(
      (ours) => ours || lost.abort(new LeaseLost()),
      (error: unknown) => log('warn', 'index.lease', {}, error),
    )
  }, RENEW_MS)
  try {
    let dueAt = performance.now()
    while (!signal.aborted) {
      const state = await readState()
      if ((state && isWanted(state, Date.now())) || performance.now() >= dueAt) {
        const end = await passOnce(fence, signal)
        const interval = env().SYNC_INTERVAL_MS
        dueAt = performance.now() + (end === 'complete' ? interval : Math.min(interval, RETRY_MS))
        // What was asked for and could not be had is no reason to ask without a pause.
        if (end !== 'complete') await clearWanted(fence)
      }
      await pause(Math.min(TICK_MS, env().SYNC_INTERVAL_MS), undefined, { signal })
    }
  } finally {
    clearInterval(renewal)
    if (!lost.signal.aborted) await giveUpLease(fence).catch(() => undefined)
  }
}

async function clearWanted(fence: number): Promise<void> {
  await (await database()).update(syncState).set({ wantedAt: null }).where(eq(syncState.fence, fence))
}

async function keepCopying(stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const fence = await takeLease()
      if (fence !== null) await holdAndCopy(fence, stop)
    } catch (error) {
      if (!stop.aborted) log('warn', 'index.sync', {}, error)
    }
    await pause(TICK_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** Starts keeping the copy in this process, unless the setting INDEX says that there is to be none. */
export function startSync(): void {
  if (shared[KEY] || env().INDEX === 'off') return
  const stop = new AbortController()
  shared[KEY] = { stop, ended: keepCopying(stop.signal) }
}

/** Stops it, and gives the lease back. */
export async function stopSync(): Promise<void> {
  const running = shared[KEY]
  shared[KEY] = undefined
  running?.stop.abort(new Error('stopping'))
  await running?.ended
}

/** Asks for a pass now, whoever syncs: the next is to begin after this moment. */
export async function wantPass(): Promise<void> {
  if (env().INDEX === 'off') return
  await (await database()).update(syncState).set({ wantedAt: sql`now()` }).where(eq(syncState.name, BOOK))
}
