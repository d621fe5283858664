import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { ProblemError } from '@/lib/problem'
import { circumstances } from '../clock'
import { wantOutlook } from '../outlook/wanted'
import { recordsIn, scheduleIn } from '../smarterpay/schedules'
import type { Transport } from '../smarterpay/transport'
import { isRecord } from '../smarterpay/wire'
import { collectionTotals, scheduleRecords, schedules, syncState, upcomingPayments } from '../store/schedules-tables'
import { type Database, database, store } from '../store/store'
import { tidy } from '../store/tidy'
import { settleAbsent } from './absent'
import { foundInList, prepare } from './findable'
import { buildWaitingIndexes, putOffIndexes } from './first-fill'
import type { Sight } from './keep'
import { BOOK, readState } from './state'
import { takeSights } from './take'
import { type WalkEnd, walk } from './walk'

// One pass over the whole book: every page into the copy, and at its end what was not met. A pass that did not meet the
// whole book takes nothing away and leaves the copy's age as it was.

const PAGE = 200
const LANES = 4
/** A million schedules. */
const MOST_PAGES = 5_000
/** Schedules never met before are taken so many at a time, and only when one of them, asked for alone, is there. */
const NEWCOMERS = 2_000
/** Schedules in one transaction; the embedded store runs in this very thread, so that others wait for each. */
const LOT = { postgresql: 1_000, pglite: 100 }
/** Writings under way or waiting that the lanes do not wait for. */
const AHEAD = 2

/** Part of the book; where more was written, the store looks at its tables anew. */
const MUCH = 0.1

/** `never-there`: the list held schedules that are not there when asked for. */
export type PassEnd = WalkEnd | 'never-there'

export type Pass = {
  from: Transport
  /** Throws where the lease is lost; runs first in each transaction. */
  guard: (tx: Database) => Promise<void>
  signal?: AbortSignal
  /** Smaller in tests. */
  pageSize?: number
  mostPages?: number
}

class NeverThere extends Error {}

/** Whether SmarterPay knows a schedule of this id. Throws what the transport throws, save not-found and refused. */
async function isThere(id: string, { from, signal }: Pass): Promise<boolean> {
  try {
    const body = await from.read({ resource: 'recurrenceschedule', id, signal, background: true })
    return scheduleIn(body, id) !== null || (isRecord(body) && isRecord(body.recurrence_schedule))
  } catch (error) {
    if (error instanceof ProblemError && ['not-found', 'refused'].includes(error.problem.kind)) return false
    throw error
  }
}

async function readPage(number: number, { from, signal, pageSize = PAGE }: Pass): Promise<Sight[]> {
  const seenAt = new Date()
  const query = { limit: String(pageSize), page_no: String(number), sort_field: 'created_at', sort_order: 'asc' }
  const records = recordsIn(await from.read({ resource: 'recurrenceschedules', query, signal, background: true }))
  if (records === null) throw new ProblemError({ kind: 'unreadable' })
  return records.map((record) => ({ found: foundInList(record), seenAt }))
}

async function knownIds(): Promise<Set<string>> {
  const rows = await (await database()).select({ id: schedules.id, otherId: schedules.otherId }).from(schedules)
  return new Set(rows.flatMap(({ id, otherId }) => (otherId === null ? [id] : [id, otherId])))
}

/** Writes what the lanes bring, a lot at a time and in turn; the lanes wait when they are some lots ahead. */
async function openIntake(pass: Pass, since: Date | null) {
  const { kind, db } = await store()
  const lot = LOT[kind]
  const known = await knownIds()
  const aliases = new Set<string>()
  const met = new Set<string>()
  let waiting: Sight[] = []
  let newcomers: Sight[] = []
  const writing = [Promise.resolve()]
  let read = 0
  let written = 0

  const takeAll = async (sights: readonly Sight[]) => {
    for (let at = 0; at < sights.length; at += lot) {
      const fills = known.size === 0 && written === 0
      written += await takeSights(sights.slice(at, at + lot), { guard: pass.guard, since })
      // What the first of them look like tells how the others are best looked for.
      if (fills) await tidy(schedules)
      await breathe()
    }
    await db.update(syncState).set({ passRead: read }).where(eq(syncState.name, BOOK))
  }
  const writeNext = (write: () => Promise<void>) => {
    const next = writing.at(-1)?.then(write) ?? write()
    // The lanes, or the end, hear of it when they wait for it.
    next.catch(() => undefined)
    writing.push(next)
  }
  const writeKnown = () => {
    const these = waiting
    waiting = []
    if (these.length > 0) writeNext(() => takeAll(these))
  }
  const writeNewcomers = () => {
    const these = newcomers
    newcomers = []
    if (these.length === 0) return
    const one = these.findLast(({ found }) => !found.key.startsWith('!'))
    // Asked while what comes before is still being written.
    const there = one ? isThere(one.found.key, pass) : Promise.resolve(true)
    there.catch(() => undefined)
    writeNext(async () => {
      if (!(await there)) throw new NeverThere()
      await takeAll(these)
    })
  }
  const isKnown = ({ found: { key, otherId } }: Sight) => known.has(key) || (otherId !== null && known.has(otherId))

  return {
    async take(sights: Sight[]) {
      // The same schedule may come under its legacy and its newer id.
      const fresh = sights.filter(({ found: { key, otherId } }) => {
        if (aliases.has(key) || (otherId !== null && met.has(otherId))) return false
        met.add(key)
        if (otherId !== null) aliases.add(otherId)
        return true
      })
      read += fresh.length
      const c = circumstances()
      for (const sight of fresh)
        if (isKnown(sight)) waiting.push(sight)
        else {
          prepare(sight.found, c)
          newcomers.push(sight)
        }
      if (waiting.length >= lot) writeKnown()
      if (newcomers.length >= NEWCOMERS) writeNewcomers()
      await writing.at(-1 - AHEAD)
    },
    async end() {
      writeKnown()
      writeNewcomers()
      await writing.at(-1)
      for (const alias of aliases) met.add(alias)
      return { read, written, met }
    },
  }
}

/** Runs a pass. Throws ProblemError where SmarterPay or the way to it failed, LeaseLost, or what the store throws. */
export async function runPass(pass: Pass): Promise<{ end: PassEnd; read: number }> {
  const began = new Date()
  const db = await database()
  const since = (await readState())?.completeBegan ?? null
  await db.update(syncState).set({ passBegan: began, passRead: 0 }).where(eq(syncState.name, BOOK))
  if (since === null) await putOffIndexes(pass.guard)
  const intake = await openIntake(pass, since)
  try {
    const { end } = await walk({
      page: (number) => readPage(number, pass),
      keyOf: ({ found }) => found.key,
      take: intake.take,
      size: pass.pageSize ?? PAGE,
      lanes: LANES,
      mostPages: pass.mostPages ?? MOST_PAGES,
    })
    const { read, written, met } = await intake.end()
    if (end !== 'complete') return { end, read }
    await settleAbsent(met, began, pass)
    await buildWaitingIndexes()
    await db.transaction(async (tx) => {
      await pass.guard(tx)
      const state = await readState(tx)
      await tx
        .update(syncState)
        .set({
          completeBegan: began,
          completeEnded: new Date(),
          completeRows: await tx.$count(schedules),
          completePasses: (state?.completePasses ?? 0) + 1,
          wantedAt: state?.wantedAt && state.wantedAt > began ? state.wantedAt : null,
        })
        .where(eq(syncState.name, BOOK))
    })
    if (written > read * MUCH) await tidy(schedules, scheduleRecords, upcomingPayments, collectionTotals)
    wantOutlook()
    return { end, read }
  } catch (error) {
    if (error instanceof NeverThere) return { end: 'never-there', read: 0 }
    throw error
  }
}
