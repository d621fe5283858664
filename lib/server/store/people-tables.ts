import 'server-only'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Who may sign in. The e-mail is the person: trimmed, case-folded, NFKC. */
export const people = pgTable(
  'people',
  {
    email: text().primaryKey(),
    /** Null: called by the role. */
    name: text(),
    role: text({ enum: ['agent', 'finance', 'lead', 'admin'] }).notNull(),
    enabled: boolean().notNull().default(true),
    /** Counts up with every change of role, access or password; sessions of an older version have ended. */
    version: integer().notNull().default(1),
    /** Argon2id, of local accounts only. */
    passwordHash: text('password_hash'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (table) => [check('people_role', sql`${table.role} in ('agent', 'finance', 'lead', 'admin')`)],
)

/** One row for each sign-in that has not ended. The cookie names it; this row is the truth. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the id in the cookie: who reads this table cannot sign in with it. */
    id: text().primaryKey(),
    email: text()
      .notNull()
      .references(() => people.email, { onDelete: 'cascade', onUpdate: 'cascade' }),
    version: integer().notNull(),
    /** `local` or `sso`. */
    door: text({ enum: ['local', 'sso'] }).notNull(),
    created: instant('created').notNull(),
    seen: instant('seen').notNull(),
    /** Absolute end. */
    ends: instant('ends').notNull(),
  },
  (table) => [index('sessions_email').on(table.email), index('sessions_ends').on(table.ends)],
)

/** Failed sign-ins, by account (`account:…`) and by address (`address:…`). */
export const throttle = pgTable('throttle', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  last: instant('last').notNull(),
})
