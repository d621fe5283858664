import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { log } from '../log'
import { instances } from '../store/changes-tables'
import { store } from '../store/store'

// Which processes of this dashboard are alive. Each beats; who could not beat for a while sends nothing, and who has been
// silent for longer is gone, so that others may finish what it left. The first must come well before the second.

const BEAT_MS = 5_000
const MUTE_AFTER_MS = 20_000
const GONE_AFTER_MS = 60_000

type Self = { id: string; beatAt: number; timer: NodeJS.Timeout }
type Held = typeof globalThis & { quarterdayInstance?: Promise<Self> | undefined }
const held: Held = globalThis

async function beat(id: string): Promise<void> {
  const { db } = await store()
  await db
    .insert(instances)
    .values({ id, started: sql`now()`, beat: sql`now()` })
    .onConflictDoUpdate({ target: instances.id, set: { beat: sql`now()` } })
}

async function begin(): Promise<Self> {
  const id = randomUUID()
  await beat(id)
  const self: Self = {
    id,
    beatAt: performance.now(),
    timer: setInterval(() => {
      const from = performance.now()
      beat(id).then(
        () => {
          self.beatAt = from
        },
        (error: unknown) => log('warn', 'instance.beat', {}, error),
      )
    }, BEAT_MS),
  }
  self.timer.unref()
  return self
}

function self(): Promise<Self> {
  if (!held.quarterdayInstance) {
    const beginning = begin()
    beginning.catch(() => {
      if (held.quarterdayInstance === beginning) held.quarterdayInstance = undefined
    })
    held.quarterdayInstance = beginning
  }
  return held.quarterdayInstance
}

/** The id of this process among its like; the first question makes it known. */
export async function instanceId(): Promise<string> {
  return (await self()).id
}

/** False when this process has not been able to beat for 20 s: others may soon hold it for gone. */
export async function maySend(): Promise<boolean> {
  return performance.now() - (await self()).beatAt < MUTE_AFTER_MS
}

/** True when that owner will never come back: silent for 60 s or, in the embedded store, any but this process. */
export async function isGone(owner: string): Promise<boolean> {
  const me = await self()
  if (owner === me.id) return false
  const { kind, db } = await store()
  if (kind === 'pglite') return true
  const [row] = await db
    .select({ silent: sql<boolean>`${instances.beat} < now() - make_interval(secs => ${GONE_AFTER_MS / 1000})` })
    .from(instances)
    .where(eq(instances.id, owner))
  return row?.silent ?? true
}

/** Forgets instances that have been silent for a day. */
export async function sweepInstances(): Promise<void> {
  const { db } = await store()
  await db.delete(instances).where(lt(instances.beat, sql`now() - interval '1 day'`))
}

/** Stops beating (shut-down, tests). */
export async function endInstance(): Promise<void> {
  const ending = held.quarterdayInstance
  held.quarterdayInstance = undefined
  const me = await ending?.catch(() => undefined)
  if (me) clearInterval(me.timer)
}
