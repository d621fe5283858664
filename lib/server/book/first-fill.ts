import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { log } from '../log'
import { waitingIndexes } from '../store/schedules-tables'
import { type Database, database } from '../store/store'
import { anyOf, rowsOf } from './keep'

// A store that is filled for the first time is looked through by nobody, and each index makes filling it slower. Those that
// filling does not need are left out until the first pass has met the whole book, and built then from all rows at once. What
// is left out is written down in the same transaction, so that no end of a process loses it. Migrations alone say what
// indexes there are; one that drops any of these does so `if exists`.

export const PUT_OFF = [
  'schedules_words',
  'schedules_amounts',
  'schedules_created',
  'schedules_next',
  'schedules_due',
  'schedules_due_down',
  'schedules_amount',
  'schedules_amount_down',
  'schedules_reference',
  'schedules_reference_down',
  'schedules_mandate_down',
  'schedules_kind',
  'schedules_kind_order',
  'schedules_status_order',
  'schedules_method_order',
  'schedules_starts',
  'schedules_ends',
  'upcoming_payments_due',
] as const

/**
 * Leaves them out; `guard` runs first, and throws to stop it. Those that are left out already stay so. Where the database does
 * not let us, all stay, which is logged: filling is slower then.
 */
export async function putOffIndexes(guard: (tx: Database) => Promise<void>): Promise<void> {
  let may = false
  try {
    await (await database()).transaction(async (tx) => {
      await guard(tx)
      may = true
      await putOff(tx)
    })
  } catch (error) {
    if (!may) throw error
    log('warn', 'index.put-off', {}, error)
  }
}

async function putOff(tx: Database): Promise<void> {
  const put = await rowsOf<{ name: string }>(
    tx,
    sql`insert into ${waitingIndexes} (name, definition) select indexname, indexdef from pg_indexes
        where schemaname = current_schema() and indexname = ${anyOf(PUT_OFF)}
        on conflict (name) do update set definition = excluded.definition returning name`,
  )
  for (const { name } of put) await tx.execute(sql`drop index ${sql.identifier(name)}`)
}

/**
 * Builds what was left out, one after the other; each takes as long as it must, and whoever writes schedules waits for it.
 * What fails is logged and left to the next pass: what is looked for is found all the same, only slower.
 */
export async function buildWaitingIndexes(): Promise<void> {
  const db = await database()
  const waiting = await db.select({ name: waitingIndexes.name }).from(waitingIndexes).orderBy(waitingIndexes.name)
  for (const { name } of waiting)
    await db
      .transaction((tx) => build(tx, name))
      .catch((error: unknown) => log('error', 'index.build', { index: name }, error))
}

async function build(tx: Database, name: string): Promise<void> {
  await tx.execute(
    sql`select set_config('statement_timeout', '0', true), set_config('maintenance_work_mem', '128MB', true)`,
  )
  // Whoever takes the note away builds it; another process that comes second finds none.
  const [taken] = await tx.delete(waitingIndexes).where(eq(waitingIndexes.name, name)).returning()
  if (taken) await tx.execute(sql.raw(taken.definition))
}
