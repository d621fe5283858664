import 'server-only'
import { customType, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Problem } from '@/lib/problem'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Files that take their time: how far each is, and the file itself until it is fetched or too old. */
export const madeFiles = pgTable(
  'exports',
  {
    id: uuid().primaryKey(),
    person: text().notNull(),
    state: text({ enum: ['making', 'ready', 'failed'] }).notNull(),
    /** Schedules, or payments of collections, read so far. */
    read: integer().notNull(),
    problem: jsonb().$type<Problem>(),
    name: text(),
    type: text(),
    file: bytes(),
    started: instant('started').notNull(),
    /** Whoever makes it is alive. */
    beat: instant('beat').notNull(),
  },
  (table) => [index('exports_started').on(table.started)],
)
