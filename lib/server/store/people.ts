import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Role, roleLabel } from '@/lib/roles'
import { appendRecord } from '../records'
import { people, throttle } from './people-tables'
import { type Database, database } from './store'

export type Person = { email: string; name: string; role: Role; enabled: boolean; version: number }

/** One spelling of one account: NFKC, trimmed, case-folded. */
export function foldEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}

const asPerson = ({ email, name, role, enabled, version }: typeof people.$inferSelect): Person => ({
  email,
  name: name ?? roleLabel[role],
  role,
  enabled,
  version,
})

/** The person with their password's hash (null: no local account), or null. */
export async function findPerson(email: string): Promise<(Person & { passwordHash: string | null }) | null> {
  const db = await database()
  const [row] = await db
    .select()
    .from(people)
    .where(eq(people.email, foldEmail(email)))
  return row ? { ...asPerson(row), passwordHash: row.passwordHash } : null
}

/** What people are called, by their e-mail; those that are not known are left out. */
export async function namesOf(emails: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(emails)].filter((email) => email !== null)
  if (asked.length === 0) return new Map()
  const db = await database()
  const known = await db.select().from(people).where(inArray(people.email, asked))
  return new Map(known.map((row) => [row.email, asPerson(row).name]))
}

/** Nobody would be left who administers people. */
export class LastAdminError extends Error {
  override name = 'LastAdminError'
}

/**
 * Sets role and access of a person, made if new. Anything that changes ends the person's sessions; setting it also
 * lifts a lock after failed sign-ins. `off` takes access away; null where there is no such person. Throws LastAdminError.
 */
export async function setPerson(email: string, role: Role | 'off'): Promise<Person | null> {
  const db = await database()
  const key = foldEmail(email)
  const enabled = role !== 'off'
  const changed = { version: sql`${people.version} + 1`, changedAt: sql`now()` }
  return db.transaction(async (tx) => {
    await tx.delete(throttle).where(eq(throttle.key, `account:${key}`))
    const admins = await tx
      .select({ email: people.email })
      .from(people)
      .where(and(eq(people.role, 'admin'), people.enabled))
      .for('update')
    if (role !== 'admin' && admins.length === 1 && admins[0]?.email === key) throw new LastAdminError()
    const [found] = await tx.select().from(people).where(eq(people.email, key)).for('update')
    if (found && found.enabled === enabled && (!enabled || found.role === role)) return asPerson(found)
    const [row] =
      role === 'off'
        ? await tx
            .update(people)
            .set({ enabled, ...changed })
            .where(eq(people.email, key))
            .returning()
        : await tx
            .insert(people)
            .values({ email: key, role })
            .onConflictDoUpdate({ target: people.email, set: { role, enabled, ...changed } })
            .returning()
    if (row) await recordRole(tx, found, row, 'command-line')
    return row ? asPerson(row) : null
  })
}

type Row = typeof people.$inferSelect
/** Who may do what is a matter of record: it stands together with the change, or neither does. */
async function recordRole(tx: Database, before: Row | undefined, after: Row, by: 'command-line' | 'single-sign-on') {
  const standing = ({ email, role, enabled }: Row) => ({ person: email, role, enabled })
  await appendRecord(tx, {
    at: new Date(),
    person: null,
    role: null,
    source: 'person',
    action: 'role-change',
    before: before ? standing(before) : null,
    after: { ...standing(after), by },
  })
}

/**
 * What single sign-on tells about a person at sign-in: the claim's role, or null for no access. A person switched off
 * here stays off, whatever the claim says.
 */
export async function personFromClaim(email: string, name: string | null, role: Role | null): Promise<Person | null> {
  const db = await database()
  const key = foldEmail(email)
  const found = await findPerson(key)
  if (!role || (found && !found.enabled)) return null
  const changes = !found || found.role !== role
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(people).where(eq(people.email, key))
    const [row] = await tx
      .insert(people)
      .values({ email: key, name, role })
      .onConflictDoUpdate({
        target: people.email,
        set: { role, name, ...(changes && { version: sql`${people.version} + 1`, changedAt: sql`now()` }) },
      })
      .returning()
    if (row && changes) await recordRole(tx, before, row, 'single-sign-on')
    return row ? asPerson(row) : null
  })
}

/** Local accounts that are not there yet; who is there keeps role, access and password. */
export async function addLocalPeople(rows: { email: string; role: Role; passwordHash: string }[]): Promise<void> {
  const db = await database()
  await db.insert(people).values(rows).onConflictDoNothing()
}
