import 'server-only'
import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Views of the list that somebody saved: what it asks for, with days that may be relative, and how it is shown. */
export const views = pgTable(
  'views',
  {
    id: uuid().primaryKey(),
    person: text().notNull(),
    name: text().notNull(),
    /** Everybody sees it. */
    shared: boolean().notNull(),
    /** The list opens with it, for the person who saved it. */
    opens: boolean().notNull(),
    /** As in the list's address; days may be words such as `next-7-days`. */
    params: text().notNull(),
    /** Columns in their order, or null for those of the person. */
    columns: text(),
    /** How close the rows stand, or null for what the person likes. */
    density: text().$type<'comfortable' | 'compact'>(),
    changed: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [index('views_person').on(table.person), index('views_shared').on(table.shared)],
)
