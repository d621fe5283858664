import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { dropDraft, findDraft, saveDraft } from './drafts'
import { onBothStores } from './store/both'
import { drafts } from './store/changes-tables'
import { database } from './store/store'

const AGENT = 'agent@test'
const LEAD = 'lead@test'
const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const basis = 'basis-of-the-first-reading'

onBothStores('typed work', () => {
  it('is given back to the one who typed it, on the schedule it was typed on, and to nobody else', async () => {
    await saveDraft(AGENT, 'S1', { work: { typed: 'one' }, key: KEY, basis })
    expect(await findDraft(AGENT, 'S1')).toMatchObject({ work: { typed: 'one' }, key: KEY, basis })
    expect(await findDraft(LEAD, 'S1')).toBeNull()
    expect(await findDraft(AGENT, 'S2')).toBeNull()
    await dropDraft(LEAD, 'S1')
    expect(await findDraft(AGENT, 'S1')).not.toBeNull()
  })

  it('takes the place of what was kept before, with its key and basis', async () => {
    await saveDraft(AGENT, 'S3', { work: { typed: 'one' }, key: KEY, basis })
    await saveDraft(AGENT, 'S3', { work: { typed: 'two' } })
    expect(await findDraft(AGENT, 'S3')).toMatchObject({ work: { typed: 'two' }, key: null, basis: null })
  })

  it('that another tab has kept since is not forgotten with what this one saved', async () => {
    const first = await saveDraft(AGENT, 'S4', { work: { typed: 'one' } })
    await new Promise((resolve) => setTimeout(resolve, 5))
    const second = await saveDraft(AGENT, 'S4', { work: { typed: 'two' } })
    await dropDraft(AGENT, 'S4', first.savedAt)
    expect((await findDraft(AGENT, 'S4'))?.work).toEqual({ typed: 'two' })
    await dropDraft(AGENT, 'S4', second.savedAt)
    expect(await findDraft(AGENT, 'S4')).toBeNull()
  })

  it('is kept for eight hours', async () => {
    await saveDraft(AGENT, 'S5', { work: { typed: 'one' } })
    const at = (minutes: number) => ({ savedAt: new Date(Date.now() - minutes * 60_000) })
    const db = await database()
    await db.update(drafts).set(at(479)).where(eq(drafts.schedule, 'S5'))
    expect(await findDraft(AGENT, 'S5')).not.toBeNull()
    await db.update(drafts).set(at(481)).where(eq(drafts.schedule, 'S5'))
    expect(await findDraft(AGENT, 'S5')).toBeNull()
  })
})
