import 'server-only'
import { eq } from 'drizzle-orm'
import { type SyncState, syncState } from '../store/schedules-tables'
import { type Database, database } from '../store/store'

// How far the copy is, as the table tells; written by the pass that holds the lease.

export const BOOK = 'book'

export async function readState(tx?: Database): Promise<SyncState | null> {
  const [row] = await (tx ?? (await database())).select().from(syncState).where(eq(syncState.name, BOOK))
  return row ?? null
}

/** UTC instant since when every schedule of the copy is known to stand as it does; null before the first complete pass. */
export async function confirmedAt(tx: Database): Promise<Date | null> {
  return (await readState(tx))?.completeBegan ?? null
}
