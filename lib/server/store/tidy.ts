import 'server-only'
import { sql } from 'drizzle-orm'
import { getTableName, type Table } from 'drizzle-orm/table'
import { log } from '../log'
import { database } from './store'

/**
 * After much was written at once: has the store see what the tables hold, so that it finds the quick way to it at once.
 * PostgreSQL would do so by itself, a minute later; the embedded store never does. What fails is logged, and nothing is lost.
 */
export async function tidy(...tables: readonly Table[]): Promise<void> {
  const db = await database()
  for (const table of tables)
    await db
      .execute(sql`vacuum (analyze) ${table}`)
      .catch((error: unknown) => log('warn', 'store.tidy', { table: getTableName(table) }, error))
}
