import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { eq, lt, or } from 'drizzle-orm'
import { type Role, roleLabel } from '@/lib/roles'
import { people, sessions } from './people-tables'
import { database } from './store'

export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 10 * 3_600_000
/** A session's `seen` is written at most this often: a request is a read, not a write. */
const SEEN_EVERY_MS = 60_000

/** By which door a session came: a password kept here, or single sign-on. */
export type Door = 'local' | 'sso'
export type LiveSession = {
  email: string
  name: string
  role: Role
  door: Door
  /** UTC instants. */
  created: Date
  /** When it ends if nothing more is asked: 30 minutes after it was seen, 10 hours after sign-in at the latest. */
  ends: Date
}

const hashed = (id: string) => createHash('sha256').update(id).digest('hex')

/** A new session of a person; its id is told once, here, and kept as a hash. */
export async function startSession(email: string, version: number, door: Door, now: Date): Promise<string> {
  const db = await database()
  const id = randomBytes(32).toString('base64url')
  await db.delete(sessions).where(or(lt(sessions.ends, now), lt(sessions.seen, new Date(now.getTime() - IDLE_MS))))
  const ends = new Date(now.getTime() + ABSOLUTE_MS)
  await db.insert(sessions).values({ id: hashed(id), email, version, door, created: now, seen: now, ends })
  return id
}

/**
 * The session and its person as they stand now, or null: ended, idle too long, too old, person off, or changed since sign-in.
 * `touch`: this request is the person's doing, so the idle time starts anew.
 */
export async function findSession(id: string, now: Date, touch: boolean): Promise<LiveSession | null> {
  const db = await database()
  const [row] = await db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.email, sessions.email))
    .where(eq(sessions.id, hashed(id)))
  if (!row?.person.enabled || row.person.version !== row.session.version) return null
  const { session, person } = row
  if (now >= session.ends || now.getTime() - session.seen.getTime() >= IDLE_MS) return null
  const due = touch && now.getTime() - session.seen.getTime() >= SEEN_EVERY_MS
  if (due) await db.update(sessions).set({ seen: now }).where(eq(sessions.id, session.id))
  const idleEnd = (due ? now : session.seen).getTime() + IDLE_MS
  return {
    email: person.email,
    name: person.name ?? roleLabel[person.role],
    role: person.role,
    door: session.door,
    created: session.created,
    ends: new Date(Math.min(idleEnd, session.ends.getTime())),
  }
}

export async function endSession(id: string): Promise<void> {
  const db = await database()
  await db.delete(sessions).where(eq(sessions.id, hashed(id)))
}
