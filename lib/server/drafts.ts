import 'server-only'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Draft, KeepDraft } from '@/lib/schedules/draft-contract'
import { drafts } from './store/changes-tables'
import { database } from './store/store'

// Typed work, kept for eight hours for the one person who typed it.

const HOURS = 8
const own = (person: string, schedule: string) => and(eq(drafts.person, person), eq(drafts.schedule, schedule))

/** What that person typed on that schedule and has not sent; null where there is nothing or it is too old. */
export async function findDraft(person: string, schedule: string): Promise<Draft | null> {
  const fresh = gt(drafts.savedAt, sql`now() - make_interval(hours => ${HOURS})`)
  const [row] = await (await database())
    .select()
    .from(drafts)
    .where(and(own(person, schedule), fresh))
  return row
    ? { work: row.work as Draft['work'], key: row.key, basis: row.basis, savedAt: row.savedAt.toISOString() }
    : null
}

/** Keeps what was typed in place of what was there. Answers with the UTC instant of keeping. */
export async function saveDraft(person: string, schedule: string, { work, key, basis }: KeepDraft): Promise<Draft> {
  const kept = { work, key: key ?? null, basis: basis ?? null, savedAt: new Date() }
  await (await database())
    .insert(drafts)
    .values({ person, schedule, ...kept })
    .onConflictDoUpdate({ target: [drafts.person, drafts.schedule], set: kept })
  return { ...kept, savedAt: kept.savedAt.toISOString() }
}

/** Forgets it; with `upTo` (UTC instant) only where nothing was kept since. */
export async function dropDraft(person: string, schedule: string, upTo?: string): Promise<void> {
  const then = upTo === undefined ? undefined : lte(drafts.savedAt, new Date(upTo))
  await (await database()).delete(drafts).where(and(own(person, schedule), then))
}
