import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { leases } from '../store/changes-tables'
import { database } from '../store/store'
import { instanceId, isGone } from './instances'
import { findChange, isFinal, isKey, type Lease } from './ledger'

// Who may write what just now: one change at a time for a schedule, or for creates that look alike.

/**
 * Takes the right to write `leaseOn` for a change. Answers with the change that holds it where it is not free.
 * A lease is free again only when its change is final, or its owner is gone and had not recorded an attempt.
 */
export async function takeLease(leaseOn: string, change: string): Promise<Lease | { heldBy: string }> {
  const db = await database()
  const owner = await instanceId()
  for (let tries = 0; tries < 3; tries++) {
    const [taken] = await db
      .insert(leases)
      .values({ leaseOn, change, owner, at: sql`now()` })
      .onConflictDoNothing()
      .returning({ fence: leases.fence })
    if (taken) return { leaseOn, fence: taken.fence }
    const [holder] = await db.select().from(leases).where(eq(leases.leaseOn, leaseOn))
    if (!holder) continue
    const held = await findChange(holder.change)
    const free = held ? isFinal(held.state) : await isGone(holder.owner)
    if (!free) return { heldBy: holder.change }
    await freeLease({ leaseOn, fence: holder.fence })
  }
  return { heldBy: '' }
}

export async function freeLease({ leaseOn, fence }: Lease): Promise<void> {
  await (await database()).delete(leases).where(and(eq(leases.leaseOn, leaseOn), eq(leases.fence, fence)))
}

/** Whether a change under that key is being got ready, or its lease has not ended yet. */
export async function holdsLease(key: string): Promise<boolean> {
  if (!isKey(key)) return false
  const held = await (await database()).select({ fence: leases.fence }).from(leases).where(eq(leases.change, key))
  return held.length > 0
}

/** Ends leases whose owner died before it recorded an attempt. */
export async function sweepLeases(): Promise<void> {
  for (const holder of await (await database()).select().from(leases)) {
    const change = await findChange(holder.change)
    const dead = change ? isFinal(change.state) : await isGone(holder.owner)
    if (dead) await freeLease(holder)
  }
}
