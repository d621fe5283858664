import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { instanceId } from '../changes/instances'
import { syncState } from '../store/schedules-tables'
import { type Database, database, store } from '../store/store'
import { BOOK } from './state'

// One process at a time copies the book. It holds a lease that runs out by itself when it dies; each new holder has a higher
// fence, and whatever an old one still wants to write is refused.

const LEASE_SECONDS = 30

export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

const until = sql`now() + make_interval(secs => ${LEASE_SECONDS})`

/** Takes the lease where nobody holds it; answers with its fence, or null. In the embedded store any other holder is gone. */
export async function takeLease(): Promise<number | null> {
  const { kind, db } = await store()
  const owner = await instanceId()
  await db.insert(syncState).values({ name: BOOK }).onConflictDoNothing()
  const free = kind === 'pglite' ? sql`true` : sql`(lease_until is null or lease_until < now())`
  const [taken] = await db
    .update(syncState)
    .set({ owner, leaseUntil: until, fence: sql`${syncState.fence} + 1`, passBegan: null, passRead: 0 })
    .where(and(eq(syncState.name, BOOK), free))
    .returning({ fence: syncState.fence })
  return taken?.fence ?? null
}

/** Makes the lease last; false where it is no longer ours. */
export async function renewLease(fence: number): Promise<boolean> {
  const ours = await (await database())
    .update(syncState)
    .set({ leaseUntil: until })
    .where(and(eq(syncState.name, BOOK), eq(syncState.fence, fence)))
    .returning({ fence: syncState.fence })
  return ours.length === 1
}

/** Gives the lease back, so that another process need not wait for its end. */
export async function giveUpLease(fence: number): Promise<void> {
  await (await database())
    .update(syncState)
    .set({ owner: null, leaseUntil: null, passBegan: null })
    .where(and(eq(syncState.name, BOOK), eq(syncState.fence, fence)))
}

/** For a transaction that only the holder may make: nobody can take the lease over before it ends. Throws LeaseLost. */
export const guardedBy = (fence: number) => async (tx: Database) => {
  const [held] = await tx
    .select({ fence: syncState.fence })
    .from(syncState)
    .where(and(eq(syncState.name, BOOK), eq(syncState.fence, fence)))
    .for('share')
  if (!held) throw new LeaseLost()
}
