import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { type ChangeState, type Difference, FINAL_STATES } from '@/lib/schedules/changes'
import { foreignDifferences, requestedParts, type Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { keepCopy } from '../copy'
import { appendRecord, type RecordEntry } from '../records'
import { type ChangeRow, changes, leases } from '../store/changes-tables'
import { database } from '../store/store'
import { instanceId } from './instances'

// The books of the write door: each step of a change, written together with its record or not at all.

export const isFinal = (state: ChangeState): boolean => FINAL_STATES.includes(state)

/** What was made longer before a create stood in the list already when that was sent. */
const MADE_ABOUT_MS = 24 * 3_600_000

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isKey = (text: string): boolean => UUID.test(text)

/** The change with that key, or null; text that is no UUID is no key. */
export async function findChange(id: string): Promise<ChangeRow | null> {
  if (!isKey(id)) return null
  const [row] = await (await database()).select().from(changes).where(eq(changes.id, id))
  return row ?? null
}

/** Newest change of a schedule that came after `row`, or null. */
export async function laterChange(row: ChangeRow): Promise<ChangeRow | null> {
  if (row.schedule === null) return null
  const [later] = await (await database())
    .select()
    .from(changes)
    .where(and(eq(changes.schedule, row.schedule), gt(changes.at, row.at), ne(changes.id, row.id)))
    .orderBy(desc(changes.at))
    .limit(1)
  return later ?? null
}

/** Schedules that other creates of ours made about the time of `row`, by id: none of them is its work. */
export async function madeByOthers(row: ChangeRow): Promise<string[]> {
  const since = new Date(row.at.getTime() - MADE_ABOUT_MS)
  const rows = await (await database())
    .select({ schedule: changes.schedule })
    .from(changes)
    .where(
      and(eq(changes.action, 'create'), isNotNull(changes.schedule), ne(changes.id, row.id), gt(changes.at, since)),
    )
  return rows.flatMap(({ schedule }) => schedule ?? [])
}

/** The right to write one schedule, held by one change. */
export type Lease = { leaseOn: string; fence: number }

/** What a record tells of a change: the parts concerned, as they were and as they are wanted or stand. */
function partsOf(schedule: Schedule | null, parts: Iterable<string>): Record<string, unknown> | null {
  if (schedule === null) return null
  return Object.fromEntries(Object.entries(schedule).filter(([part]) => [...parts].includes(part)))
}

function concerned(wanted: Wanted): Set<string> {
  const parts = new Set(Object.keys(requestedParts(wanted)))
  if (wanted.action !== 'create') for (const part of ['nextCollectionDate', 'upcoming']) parts.add(part)
  return parts
}

function entryOf(
  row: ChangeRow,
  phase: ChangeState | 'resolved' | 'corrected',
  over: Partial<RecordEntry> = {},
): RecordEntry {
  return {
    at: new Date(),
    person: row.person,
    role: row.role,
    source: 'person',
    action: row.action,
    schedule: row.schedule,
    change: row.id,
    phase,
    reason: row.reason,
    note: row.note,
    ...over,
  }
}

export type NewChange = Omit<typeof changes.$inferInsert, 'owner' | 'at'> & { at: Date }

/** Step 5: the change and its record, in one transaction that also sees that the lease is still ours. Throws when it cannot. */
export async function recordAttempt(change: NewChange, lease: Lease): Promise<ChangeRow> {
  const owner = await instanceId()
  return (await database()).transaction(async (tx) => {
    const [ours] = await tx
      .select({ change: leases.change })
      .from(leases)
      .where(and(eq(leases.leaseOn, lease.leaseOn), eq(leases.fence, lease.fence)))
    if (ours?.change !== change.id) throw new Error('the lease was lost')
    const [row] = await tx
      .insert(changes)
      .values({ ...change, owner })
      .returning()
    if (!row) throw new Error('the change was not kept')
    await appendRecord(
      tx,
      entryOf(row, row.state, {
        before: partsOf(row.before, concerned(row.wanted)),
        after: {
          ...(row.wanted.action === 'create' ? row.wanted.schedule : requestedParts(row.wanted)),
          agreed: row.agreed ?? false,
        },
      }),
    )
    if (isFinal(row.state)) await tx.delete(leases).where(eq(leases.leaseOn, lease.leaseOn))
    return row
  })
}

export type Ending = {
  state: ChangeState
  after?: Schedule | null
  differences?: Difference[]
  refusal?: string | null
  answer?: { status: number; body: unknown }
  note?: string
  /** Null: nothing of it left this dashboard. */
  sentAt?: null
  /** Who says so, where a person resolved it. */
  person?: { email: string; role: string }
}

/**
 * Step 9 (and every state on the way): the new state, its record, and for a final one the end of the lease, in one transaction.
 * Does nothing, and says so with null, when another has meanwhile moved the change on from `from`.
 */
export async function recordState(
  row: ChangeRow,
  from: readonly ChangeState[],
  { state, after, differences, refusal, answer, note, sentAt, person }: Ending,
): Promise<ChangeRow | null> {
  return (await database()).transaction(async (tx) => {
    const ended = isFinal(state) || state === 'needs-attention' ? new Date() : null
    const [moved] = await tx
      .update(changes)
      .set({
        state,
        endedAt: ended,
        ...(after !== undefined && { after, ...(after && row.schedule === null && { schedule: after.id }) }),
        ...(differences !== undefined && { differences }),
        ...(refusal !== undefined && { refusal }),
        ...(answer !== undefined && { answer }),
        ...(sentAt === null && { sentAt }),
      })
      .where(and(eq(changes.id, row.id), inArray(changes.state, [...from])))
      .returning()
    if (!moved) return null
    const foreign = after ? foreignDifferences(row.wanted, row.before, after).map(({ part }) => part) : []
    const parts = [...concerned(row.wanted), ...foreign]
    await appendRecord(
      tx,
      entryOf(moved, person ? 'resolved' : isFinal(row.state) ? 'corrected' : state, {
        ...(person && { person: person.email, role: person.role }),
        ...(note !== undefined && { note }),
        ...(after && { before: partsOf(row.before, parts), after: partsOf(after, parts) }),
        ...(refusal && { after: { refusal } }),
        ...(person && { reason: state }),
      }),
    )
    if (after) await keepCopy(tx, after, new Date(), row.schedule ?? undefined)
    if (isFinal(state)) await tx.delete(leases).where(and(eq(leases.leaseOn, row.leaseOn), eq(leases.change, row.id)))
    return moved
  })
}

/** Small facts on the way that need no record: how often it was looked after, which upstream key is in use, its new owner. */
export async function noteOn(
  id: string,
  facts: Partial<
    Pick<ChangeRow, 'looks' | 'upstreamKey' | 'upstreamCount' | 'keyFrom' | 'owner' | 'proven' | 'sentAt'>
  >,
): Promise<void> {
  await (await database()).update(changes).set(facts).where(eq(changes.id, id))
}

/**
 * The last word before a send: notes its moment (UTC), if the change is still only attempted and still its owner's.
 * False: another process holds this one for gone and has taken the change over. Throws where the store cannot say.
 */
export async function startSending(row: ChangeRow, sentAt: Date): Promise<boolean> {
  const ours = await (await database())
    .update(changes)
    .set({ sentAt })
    .where(and(eq(changes.id, row.id), eq(changes.state, 'attempted'), eq(changes.owner, row.owner)))
    .returning({ id: changes.id })
  return ours.length === 1
}

/** Changes that nobody has finished yet. */
export async function openChanges(): Promise<ChangeRow[]> {
  return (await database())
    .select()
    .from(changes)
    .where(inArray(changes.state, ['attempted', 'unknown']))
}

/** Changes sent after `since` (UTC) that were called not applied, and by no person: they may still prove otherwise. */
export async function lateChanges(since: Date): Promise<ChangeRow[]> {
  return (await database())
    .select()
    .from(changes)
    .where(and(eq(changes.state, 'not-applied'), isNull(changes.differences), gt(changes.sentAt, since)))
}
