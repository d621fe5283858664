import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { and, eq, lt } from 'drizzle-orm'
import { type Problem, ProblemError } from '@/lib/problem'
import type { ExportProgress } from '@/lib/schedules/export-contract'
import { log } from '../log'
import type { Operator } from '../operator'
import { newRef } from '../problem-response'
import { madeFiles } from '../store/exports-tables'
import { database } from '../store/store'
import { fileResponse, type MadeFile } from './file'

// Files that are not there at once: the person is told how far they are, and fetches them when they are made. They lie in
// the database, so that any process of the dashboard can tell and hand out.

/** So long the request itself waits. */
const AT_ONCE_MS = 3_000
const BEAT_MS = 2_000
/** Whoever made it has not been heard of for so long: it will not come. */
const LOST_MS = 180_000
const KEPT_MS = 15 * 60_000

type Make = (onRead: (read: number) => void) => Promise<MadeFile>

/** The file, or how far it is where it takes longer. Throws what making it throws in its first seconds. */
export async function fileOrProgress(operator: Operator, make: Make): Promise<Response | ExportProgress> {
  let read = 0
  const making = make((count) => {
    read = count
  })
  const first = await Promise.race([making, setTimeout(AT_ONCE_MS, null)])
  if (first) return fileResponse(first)
  const id = randomUUID()
  await begin(id, operator, read)
  void follow(id, making, () => read)
  return { id, state: 'making', read, problem: null }
}

async function begin(id: string, { email }: Operator, read: number): Promise<void> {
  const db = await database()
  const now = new Date()
  await db.delete(madeFiles).where(lt(madeFiles.started, new Date(now.getTime() - KEPT_MS)))
  await db.insert(madeFiles).values({ id, person: email, state: 'making', read, started: now, beat: now })
}

/** Notes how far it is, and what came of it. */
async function follow(id: string, making: Promise<MadeFile>, read: () => number): Promise<void> {
  const note = async (row: Partial<typeof madeFiles.$inferInsert>) => {
    const db = await database()
    await db
      .update(madeFiles)
      .set({ ...row, read: read(), beat: new Date() })
      .where(eq(madeFiles.id, id))
  }
  const beat = setInterval(() => void note({}).catch(() => undefined), BEAT_MS)
  try {
    const { name, type, parts } = await making
    await note({ state: 'ready', name, type, file: Buffer.concat(parts) })
  } catch (error) {
    await note({ state: 'failed', problem: problemOf(error) }).catch(() => undefined)
  } finally {
    clearInterval(beat)
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const ref = newRef()
  log('error', 'export failed', { ref }, error)
  return { kind: 'unexpected', ref }
}

/** Throws not-found, also for somebody else's. */
async function find(id: string, { email }: Operator) {
  const missing = new ProblemError({ kind: 'not-found', what: 'export' })
  if (!/^[0-9a-f-]{36}$/.test(id)) throw missing
  const [row] = await (await database())
    .select()
    .from(madeFiles)
    .where(and(eq(madeFiles.id, id), eq(madeFiles.person, email)))
  if (!row) throw missing
  return row
}

/** How far a file of this person is. Throws not-found. */
export async function exportProgressOf(id: string, operator: Operator): Promise<ExportProgress> {
  const { state, read, problem, beat } = await find(id, operator)
  const lost = state === 'making' && Date.now() - beat.getTime() > LOST_MS
  return lost
    ? { id, state: 'failed', read, problem: { kind: 'not-found', what: 'export' } }
    : { id, state, read, problem }
}

/** The file, once it is ready. Throws not-found. */
export async function madeFile(id: string, operator: Operator): Promise<Response> {
  const { name, type, file } = await find(id, operator)
  if (!name || !type || !file) throw new ProblemError({ kind: 'not-found', what: 'export' })
  return fileResponse({ name, type, parts: [new Uint8Array(file)] })
}
