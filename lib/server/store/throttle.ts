import 'server-only'
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { throttle } from './people-tables'
import { database } from './store'

/** Failures are forgotten this long after the last one; a lock is no more than having too many of them. */
export const MEMORY_MS = 15 * 60_000

const since = (now: Date) => new Date(now.getTime() - MEMORY_MS)

/** The highest count of failures that still matter among these keys. */
export async function countFailures(keys: string[], now: Date): Promise<number> {
  const db = await database()
  const rows = await db
    .select({ failures: throttle.failures })
    .from(throttle)
    .where(and(inArray(throttle.key, keys), gt(throttle.last, since(now))))
  return Math.max(0, ...rows.map(({ failures }) => failures))
}

/** One more failure on each key; old counts start anew, and rows that no longer matter go. */
export async function addFailure(keys: string[], now: Date): Promise<void> {
  const db = await database()
  await db.delete(throttle).where(lt(throttle.last, since(now)))
  await db
    .insert(throttle)
    .values(keys.map((key) => ({ key, failures: 1, last: now })))
    .onConflictDoUpdate({ target: throttle.key, set: { failures: sql`${throttle.failures} + 1`, last: now } })
}

/** After a success: the account's failures are forgotten, and taken back from the address they were counted on. */
export async function forgiveFailures(account: string, address: string): Promise<void> {
  const db = await database()
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(throttle).where(eq(throttle.key, account)).returning()
    if (!gone) return
    const left = sql`greatest(${throttle.failures} - ${gone.failures}, 0)`
    await tx.update(throttle).set({ failures: left }).where(eq(throttle.key, address))
  })
}
