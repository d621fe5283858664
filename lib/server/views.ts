import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, ne, or } from 'drizzle-orm'
import { badInput, ProblemError } from '@/lib/problem'
import { may, whoMay } from '@/lib/roles'
import type { NewView, SavedView } from '@/lib/schedules/views'
import type { Operator } from './operator'
import { appendRecord } from './records'
import { type Database, database } from './store/store'
import { views } from './store/views-tables'

// Saved views: one's own, and those that are shared with everybody. What everybody sees is a matter of record.

const MOST = 50
type Row = typeof views.$inferSelect

const asSaved = (row: Row, { email }: Operator): SavedView => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  opens: row.opens && row.person === email,
  params: row.params,
  columns: row.columns?.split(',') ?? null,
  density: row.density,
  own: row.person === email,
})

/** One's own and the shared ones, by name. */
export async function listViews(operator: Operator): Promise<SavedView[]> {
  const rows = await (await database())
    .select()
    .from(views)
    .where(or(eq(views.person, operator.email), eq(views.shared, true)))
    .orderBy(asc(views.name), asc(views.id))
  return rows.map((row) => asSaved(row, operator))
}

function checkShared({ shared }: { shared: boolean }, { role }: Operator): void {
  if (shared && !may(role, 'views:share')) throw new ProblemError({ kind: 'not-allowed', needs: whoMay('views:share') })
}

const told = ({ name, params, columns, density }: Pick<Row, 'name' | 'params' | 'columns' | 'density'>) => ({
  name,
  params,
  columns,
  density,
})

async function recordShared(
  tx: Database,
  { email, role }: Operator,
  before: Row | null,
  after: Row | null,
): Promise<void> {
  const [was, is] = [before?.shared ? told(before) : null, after?.shared ? told(after) : null]
  if (!was && !is) return
  const action = is ? 'view-shared' : 'view-withdrawn'
  await appendRecord(tx, { at: new Date(), person: email, role, source: 'person', action, before: was, after: is })
}

/** The list opens with one view at most. */
async function openWith(tx: Database, { email }: Operator, id: string): Promise<void> {
  await tx
    .update(views)
    .set({ opens: false })
    .where(and(eq(views.person, email), ne(views.id, id)))
}

const rowOf = ({ name, shared, opens, params, columns, density }: NewView) => ({
  name,
  shared,
  opens,
  params,
  columns: columns?.join(',') ?? null,
  density: density ?? null,
  changed: new Date(),
})

/** Throws not-allowed for a shared one of somebody who may not share, bad-input where they have too many. */
export async function saveView(wanted: NewView, operator: Operator): Promise<SavedView> {
  checkShared(wanted, operator)
  return (await database()).transaction(async (tx) => {
    const own = await tx.select({ id: views.id, name: views.name }).from(views).where(eq(views.person, operator.email))
    if (own.length >= MOST) throw badInput('name', `You have ${MOST} views already: delete one first.`)
    if (own.some(({ name }) => name === wanted.name)) throw badInput('name', 'You have a view of this name already.')
    const [row] = await tx
      .insert(views)
      .values({ id: randomUUID(), person: operator.email, ...rowOf(wanted) })
      .returning()
    if (!row) throw new Error('A view that was inserted came back as nothing.')
    if (row.opens) await openWith(tx, operator, row.id)
    await recordShared(tx, operator, null, row)
    return asSaved(row, operator)
  })
}

async function ownView(tx: Database, id: string, { email }: Operator): Promise<Row> {
  const known = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const [row] = known
    ? await tx
        .select()
        .from(views)
        .where(and(eq(views.id, id), eq(views.person, email)))
    : []
  if (!row) throw new ProblemError({ kind: 'not-found', what: 'view' })
  return row
}

/** Puts one's own view in the place of what it was. Throws not-found for another's, not-allowed as saveView. */
export async function changeView(id: string, wanted: NewView, operator: Operator): Promise<SavedView> {
  checkShared(wanted, operator)
  return (await database()).transaction(async (tx) => {
    const before = await ownView(tx, id, operator)
    const [row] = await tx.update(views).set(rowOf(wanted)).where(eq(views.id, id)).returning()
    if (!row) throw new ProblemError({ kind: 'not-found', what: 'view' })
    if (row.opens) await openWith(tx, operator, row.id)
    await recordShared(tx, operator, before, row)
    return asSaved(row, operator)
  })
}

/** Throws not-found for another's. */
export async function deleteView(id: string, operator: Operator): Promise<void> {
  await (await database()).transaction(async (tx) => {
    const before = await ownView(tx, id, operator)
    await tx.delete(views).where(eq(views.id, id))
    await recordShared(tx, operator, before, null)
  })
}
