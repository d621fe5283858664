import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aSchedule } from '@/lib/schedules/examples'
import { keepCopy } from './copy'
import { saveDraft } from './drafts'
import type { Operator } from './operator'
import { onBothStores } from './store/both'
import { database } from './store/store'
import { readToday } from './today'
import { stubSettings } from './visitors'

beforeAll(() => stubSettings())
afterAll(() => vi.unstubAllEnvs())

const agent: Operator = { email: 'agent@test', name: 'Agent', role: 'agent', since: new Date(), ends: new Date() }

onBothStores('Today', () => {
  it('tells of typed work on payments, on a rule and on an end, each schedule once, and of nobody else’s', async () => {
    const db = await database()
    for (const id of ['S1', 'S2', 'S3']) await keepCopy(db, aSchedule({ id }), new Date())
    await saveDraft(agent.email, 'S1', { work: {} })
    await saveDraft(agent.email, 'terms-S2', { work: {} })
    await saveDraft(agent.email, 'S2', { work: {} })
    await saveDraft('lead@test', 'S3', { work: {} })
    await saveDraft(agent.email, 'new', { work: {} })
    expect((await readToday(agent)).mine?.drafts.map(({ schedule }) => schedule)).toEqual(['S2', 'S1'])
    await saveDraft(agent.email, 'disable-S3', { work: {} })
    expect((await readToday(agent)).mine?.drafts.map(({ schedule }) => schedule)).toEqual(['S3', 'S2', 'S1'])
  })
})
