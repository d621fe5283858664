import 'server-only'
import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { env } from '../env'
import { lockFolder } from './folder-lock'
import { LOCKS } from './locks'

// What we keep ourselves. Two drivers of one SQL, chosen here and nowhere else: PostgreSQL where DATABASE_URL is set, else
// PGlite in this process. Way in: `database()`.

/** The query builder; the same on both. Inside a transaction use only `tx`: on PGlite everything else waits for it. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>

export type Store = {
  kind: 'pglite' | 'postgresql'
  db: Database
  /** Gives the folder or the connections back; at most once. */
  close(): Promise<void>
}

const MIGRATIONS = 'drizzle'

/**
 * Opens a store and brings its tables up to date; `memory` is gone with the process (tests). Throws one clear sentence
 * where the folder is held by another process.
 */
export function openStore(at: { url: string } | { folder: string } | 'memory'): Promise<Store> {
  if (at === 'memory') return openEmbedded('memory://', () => undefined)
  return 'url' in at ? openPostgres(at.url) : openFolder(resolve(at.folder))
}

async function openFolder(folder: string): Promise<Store> {
  const release = lockFolder(folder)
  try {
    return await openEmbedded(resolve(folder, 'pglite'), release)
  } catch (error) {
    release()
    throw error
  }
}

async function openEmbedded(dataDir: string, release: () => void): Promise<Store> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const { drizzle } = await import('drizzle-orm/pglite')
  const { migrate } = await import('drizzle-orm/pglite/migrator')
  const client = await PGlite.create({ dataDir, extensions: { pg_trgm } })
  const db = drizzle({ client })
  await migrate(db, { migrationsFolder: MIGRATIONS })
  return { kind: 'pglite', db, close: once(() => client.close().finally(release)) }
}

async function openPostgres(url: string): Promise<Store> {
  const { default: pg } = await import('pg')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'quarterday',
  })
  // Without a listener an idle connection that breaks would end the process; the pool replaces it by itself.
  pool.on('error', () => undefined)
  const single = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await single.connect()
    await single.query('select pg_advisory_lock($1)', [LOCKS.migrations])
    await migrate(drizzle({ client: single }), { migrationsFolder: MIGRATIONS })
  } catch (error) {
    await pool.end()
    throw new Error(`The database of DATABASE_URL cannot be opened: ${reasonOf(error)}.`, { cause: error })
  } finally {
    await single.end()
  }
  return { kind: 'postgresql', db: drizzle({ client: pool }), close: once(() => pool.end()) }
}

/** The driver's own words, or its code where it has none; neither holds the address's password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.message || ('code' in error && String(error.code)) || error.name
}

function once(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined
  return () => {
    ending ??= end()
    return ending
  }
}

type Held = typeof globalThis & { quarterdayStore?: Promise<Store> | undefined }
const held: Held = globalThis

/** The store of this process, opened at the first question and kept: a failed opening is tried again by the next one. */
export function store(): Promise<Store> {
  if (!held.quarterdayStore) {
    const settings = env()
    const opening = openStore(settings.DATABASE_URL ? { url: settings.DATABASE_URL } : { folder: settings.DATA_DIR })
    opening.catch(() => {
      if (held.quarterdayStore === opening) held.quarterdayStore = undefined
    })
    held.quarterdayStore = opening
  }
  return held.quarterdayStore
}

export async function database(): Promise<Database> {
  return (await store()).db
}

/** Asks the store the least there is to ask; throws where it cannot be reached. Sets no limit of time. */
export async function reachStore(): Promise<void> {
  await (await database()).execute(sql`select 1`)
}

/** Puts a store in place of this process's own (tests), or none. */
export function putStore(instead: Store | undefined): void {
  held.quarterdayStore = instead && Promise.resolve(instead)
}

/** Closes the store if this process opened one. */
export async function closeStore(): Promise<void> {
  const opened = held.quarterdayStore
  held.quarterdayStore = undefined
  await (await opened?.catch(() => undefined))?.close()
}
