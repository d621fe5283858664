import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { asc, desc, gt, sql } from 'drizzle-orm'
import { env } from './env'
import { log } from './log'
import { LOCKS } from './store/locks'
import { type AuditRow, auditLog } from './store/records-tables'
import { storableJson } from './store/storable'
import { type Database, database } from './store/store'

// The records: append only, one line of keyed hashes. Way in: `appendRecord` inside the transaction of the thing recorded.

export type RecordEntry = {
  /** UTC instant. */
  at: Date
  person: string | null
  role: string | null
  source: 'person' | 'job' | 'smarterpay' | 'outside'
  action: string
  schedule?: string | null
  change?: string | null
  phase?: string | null
  reason?: string | null
  note?: string | null
  /** Changed fields only; plain JSON. */
  before?: unknown
  after?: unknown
  ref?: string | null
}

const FIRST = '0'.repeat(64)

type Hashed = Omit<AuditRow, 'hash'>

/** JSON with its names in order, so that one value has one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

const storable = (value: unknown): unknown => (value === undefined ? null : JSON.parse(storableJson(value)))

/** The chain's key is kept outside the database: derived from the server's secret. */
function chainKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'quarterday records', 32))
}

function hashOf(row: Hashed): string {
  const { previousHash, ...rest } = row
  const text = canonicalJson({ ...rest, at: row.at.toISOString() })
  return createHmac('sha256', chainKey()).update(`${previousHash}\n${text}`).digest('hex')
}

/** Holds the chain until `tx` ends. Who will append and also locks schedules of the copy holds the chain first. */
export async function holdChain(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.chain})`)
}

/** Appends one entry inside `tx`; it stands when that transaction is committed. */
export async function appendRecord(tx: Database, entry: RecordEntry): Promise<void> {
  await holdChain(tx)
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1)
  const row: Hashed = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    person: entry.person,
    role: entry.role,
    source: entry.source,
    action: entry.action,
    schedule: entry.schedule ?? null,
    change: entry.change ?? null,
    phase: entry.phase ?? null,
    reason: entry.reason ?? null,
    note: entry.note ?? null,
    before: storable(entry.before),
    after: storable(entry.after),
    ref: entry.ref ?? null,
    previousHash: last?.hash ?? FIRST,
  }
  await tx.insert(auditLog).values({ ...row, hash: hashOf(row) })
}

/** Appends one entry in a transaction of its own. */
export async function recordAlone(entry: RecordEntry): Promise<void> {
  await (await database()).transaction((tx) => appendRecord(tx, entry))
}

/** recordAlone for what goes on either way: nobody waits for it, and a failure is for the log of the process. */
export function recordQuietly(entry: RecordEntry): void {
  recordAlone(entry).catch((error: unknown) => log('warn', 'record.lost', { action: entry.action }, error))
}

const VERIFY_BATCH = 2_000

/** Reads the whole chain; names the first row whose place, link or content is not as it was written. */
export async function verifyRecords(): Promise<{ read: number; firstBad: number | null }> {
  const db = await database()
  let previous = FIRST
  let read = 0
  for (;;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, read))
      .orderBy(asc(auditLog.seq))
      .limit(VERIFY_BATCH)
    for (const { hash, ...row } of rows) {
      if (row.seq !== read + 1 || row.previousHash !== previous || hashOf(row) !== hash)
        return { read, firstBad: row.seq }
      previous = hash
      read = row.seq
    }
    if (rows.length < VERIFY_BATCH) return { read, firstBad: null }
  }
}
