import 'server-only'
import { lt, sql } from 'drizzle-orm'
import { log } from '../log'
import { drafts } from '../store/changes-tables'
import { database } from '../store/store'
import { instanceId, isGone, sweepInstances } from './instances'
import { sweepLeases } from './leases'
import { lateChanges, noteOn, openChanges, recordState } from './ledger'
import { lateSince, lookLater } from './look-after'
import { inHand } from './running'

// What a process that ended left open is finished by one that lives: at start, and every half minute.

const EVERY_MS = 30_000
const TYPED_WORK_HOURS = 8

/**
 * Takes over every open change that nobody has in hand and looks after it; a change that was recorded as attempted counts
 * as sent. Those called not applied a while ago get their late look from whoever lives then. Then clears leases and instances of the dead and typed work past its time.
 */
export async function recover(): Promise<void> {
  const me = await instanceId()
  const { sending, looking } = inHand()
  for (const row of await openChanges()) {
    if (sending.has(row.id) || looking.has(row.id)) continue
    if (row.owner !== me && !(await isGone(row.owner))) continue
    await noteOn(row.id, { owner: me })
    const unknown = row.state === 'attempted' ? await recordState(row, ['attempted'], { state: 'unknown' }) : row
    if (unknown) lookLater({ ...unknown, owner: me })
  }
  for (const row of await lateChanges(lateSince()))
    if (!looking.has(row.id) && (row.owner === me || (await isGone(row.owner)))) lookLater(row)
  await sweepLeases()
  await sweepInstances()
  const db = await database()
  await db.delete(drafts).where(lt(drafts.savedAt, sql`now() - make_interval(hours => ${TYPED_WORK_HOURS})`))
}

type Held = typeof globalThis & { quarterdayRecovery?: NodeJS.Timeout }
const held: Held = globalThis

/** Recovers now and every 30 s, for as long as this process lives. A store that is down is tried again the next time. */
export function startRecovery(): void {
  if (held.quarterdayRecovery) return
  const round = () => {
    recover().catch((error: unknown) => log('error', 'changes.recover', {}, error))
  }
  held.quarterdayRecovery = setInterval(round, EVERY_MS)
  held.quarterdayRecovery.unref()
  round()
}
