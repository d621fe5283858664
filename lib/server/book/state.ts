import 'server-only'
import { eq } from 'drizzle-orm'
import { cache } from 'react'
import { env } from '../env'
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

/** The state of an index that is kept; null where the setting INDEX says that there is to be none, or none was begun. Asked once for one page. */
export const indexState = cache(async (): Promise<SyncState | null> => (env().INDEX === 'on' ? readState() : null))

/** Whether lists come from the index: there has been a pass that met the whole book. */
export async function indexIsReady(): Promise<boolean> {
  return (await indexState())?.completeBegan instanceof Date
}
