import { asc, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Chance } from '@/sandbox/chance'
import { recordAlone, verifyRecords } from './records'
import { onBothStores } from './store/both'
import { type AuditRow, auditLog } from './store/records-tables'
import { database } from './store/store'

const ROWS = 12
/** The chain is reckoned by us and not by the store: on the slower one a part of the edits will do. */
const EDITS = { pglite: 1_000, postgresql: 200 }

/** Somebody with the database in his hands: no trigger stands in his way. */
async function plant(rows: readonly AuditRow[]): Promise<void> {
  const db = await database()
  await db.execute(sql`delete from audit_log`)
  await db.insert(auditLog).values([...rows])
}

const TEXTS = ['person', 'role', 'action', 'schedule', 'change', 'phase', 'reason', 'note', 'ref'] as const
const HASHES = ['hash', 'previousHash'] as const

/** One edit of a kind and place that chance chooses; never one that leaves the rows as they were. */
function edited(rows: readonly AuditRow[], chance: Chance): { rows: AuditRow[]; what: string } {
  const all = rows.map((row) => ({ ...row }))
  const at = chance.between(0, all.length - 1)
  const row = all[at] as AuditRow
  const kind = chance.between(0, 7)
  if (kind === 0) {
    const name = chance.pick(TEXTS)
    row[name] = `${row[name] ?? ''}${chance.code(1)}`
    return { rows: all, what: name }
  }
  if (kind === 1) {
    row.at = new Date(row.at.getTime() + chance.pick([-1, 1, 86_400_000]))
    return { rows: all, what: 'at' }
  }
  if (kind === 2) {
    row.after = { upcoming: [{ date: '2026-12-15', amount: 1 + chance.between(0, 9) }] }
    return { rows: all, what: 'after' }
  }
  if (kind === 3) {
    row.before = null
    return { rows: all, what: 'before' }
  }
  if (kind === 4) {
    const name = chance.pick(HASHES)
    row[name] = row[name].replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    return { rows: all, what: name }
  }
  if (kind === 5) {
    const cut = Math.min(at, all.length - 2)
    return { rows: all.filter((_, n) => n !== cut), what: 'cut' }
  }
  const other = (at + chance.between(1, all.length - 1)) % all.length
  const [one, two] = [all[at] as AuditRow, all[other] as AuditRow]
  if (kind === 6) {
    ;[all[at], all[other]] = [
      { ...two, seq: one.seq },
      { ...one, seq: two.seq },
    ]
    return { rows: all, what: 'swapped' }
  }
  all[at] = { ...two, seq: one.seq, previousHash: one.previousHash, hash: one.hash }
  return { rows: all, what: 'copied over' }
}

onBothStores('the records', (store) => {
  let whole: AuditRow[]
  beforeAll(async () => {
    vi.stubEnv('SMARTERPAY_TARGET', 'sandbox')
    vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000')
    vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
    for (let n = 0; n < ROWS; n++)
      await recordAlone({
        at: new Date(Date.UTC(2026, 10, 20, 10, n)),
        person: n % 2 ? 'lead@test' : 'agent@test',
        role: n % 2 ? 'lead' : 'agent',
        source: 'person',
        action: 'replace-upcoming',
        schedule: `TEST${n}`,
        change: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        phase: 'attempted',
        note: n % 3 ? null : 'As the payer asked',
        before: { description: 'nought \u0000', upcoming: [{ date: '2026-12-15', amount: 2_500 + n }] },
        after: { upcoming: [{ amount: 0, date: '2026-12-15' }], nextCollectionDate: null },
      })
    const db = await database()
    whole = await db.select().from(auditLog).orderBy(asc(auditLog.seq))
    await db.execute(sql`alter table audit_log disable trigger user`)
  })

  it('are found whole as they were written', async () => {
    expect(await verifyRecords()).toEqual({ read: ROWS, firstBad: null })
  })

  describe.each([
    ['altered', (rows: AuditRow[]) => rows.map((row) => (row.seq === 7 ? { ...row, person: 'x@test' } : row)), 7],
    ['cut', (rows: AuditRow[]) => rows.filter(({ seq }) => seq !== 7), 8],
    ['cut at the head', (rows: AuditRow[]) => rows.filter(({ seq }) => seq > 3), 4],
    [
      'swapped',
      (rows: AuditRow[]) => rows.map((row) => ({ ...row, seq: row.seq === 7 ? 9 : row.seq === 9 ? 7 : row.seq })),
      7,
    ],
  ] as const)('%s', (_, edit, firstBad) => {
    it('are found broken at the first row that is not as it was', async () => {
      await plant(edit(whole))
      expect((await verifyRecords()).firstBad).toBe(firstBad)
      await plant(whole)
    })
  })

  it('are found broken after each of 1,000 random edits (200 on PostgreSQL)', async () => {
    const chance = new Chance(20261120)
    const unseen: string[] = []
    for (let n = 0; n < EDITS[store().kind]; n++) {
      const edit = edited(whole, chance)
      await plant(edit.rows)
      if ((await verifyRecords()).firstBad === null) unseen.push(`${n}: ${edit.what}`)
    }
    await plant(whole)
    expect(unseen).toEqual([])
    expect(await verifyRecords()).toEqual({ read: ROWS, firstBad: null })
  }, 120_000)
})
