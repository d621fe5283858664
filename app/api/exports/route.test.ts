import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { activityGroups } from '@/lib/activity/schemas'
import type { Role } from '@/lib/roles'
import { forgetRates } from '@/lib/server/rates'
import { appendRecord, type RecordEntry, verifyRecords } from '@/lib/server/records'
import { onEmbeddedStore } from '@/lib/server/store/both'
import { setPerson } from '@/lib/server/store/people'
import { ask, stubSettings } from '@/lib/server/visitors'
import { asking, cookies, signInEachRole } from './files-scene'

// The log over its routes: who sees what, what leaves as a file, and that leaving is itself on record.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))
beforeAll(() => stubSettings({ SANDBOX_URL: 'http://127.0.0.1:1' }))
afterAll(() => vi.unstubAllEnvs())
beforeEach(() => forgetRates())

const entry = (over: Partial<RecordEntry>): RecordEntry => ({
  at: new Date('2025-06-05T13:32:00Z'),
  person: 'agent@quarterday.test',
  role: 'agent',
  source: 'person',
  action: 'replace-upcoming',
  schedule: 'FTBRS1',
  ...over,
})
const CHANGE = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const LEADS = '3f2504e0-4f89-41d3-9a0c-0305e82c3302'

onEmbeddedStore('the log', (store) => {
  beforeAll(async () => {
    await signInEachRole()
    const lead = { person: 'lead@quarterday.test', role: 'lead' }
    for (const over of [
      { change: CHANGE, phase: 'attempted', note: '=cmd|calc', before: { amount: 1 }, after: { amount: 2 } },
      { ...lead, change: LEADS, phase: 'attempted', schedule: 'FTBRS2' },
      { change: CHANGE, phase: 'applied', before: { amount: 1 }, after: { amount: 2 } },
      { ...lead, change: LEADS, phase: 'refused', schedule: 'FTBRS2', after: { refusal: 'No.' } },
      { person: null, role: null, source: 'outside' as const, action: 'changed-outside', schedule: 'FTBRS1' },
    ])
      await store().db.transaction((tx) => appendRecord(tx, entry(over)))
  })

  const entries = async (role: Role, query = '') => {
    const { GET } = await import('../activity/entries/route')
    const response = await GET(ask(`/api/activity/entries${query}`, { cookie: cookies[role] }))
    return { status: response.status, body: await response.json() }
  }
  const file = async (role: Role, body: object) => {
    const response = await asking('activity', {})(role, body)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const lastRecord = async () => (await entries('admin', '?size=1')).body.rows[0].phases.at(-1)

  it('shows the phases of one change as one entry, with the name of the person', async () => {
    const { body } = await entries('lead', '?action=replace-upcoming')
    const { rows } = activityGroups.parse(body)
    expect(rows.map(({ who, phases }) => [who, phases.map(({ phase }) => phase)])).toEqual([
      ['Team lead', ['attempted', 'refused']],
      ['Agent', ['attempted', 'applied']],
    ])
  })

  it('never tears a change apart at the end of a page', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => entries('lead', `?schedule=FTBRS1&size=1&page=${page}`)))
    expect(pages.map(({ body }) => body.rows.map((row: { phases: object[] }) => row.phases.length))).toEqual([
      [1],
      [2],
      [],
    ])
    expect(pages.map(({ body }) => body.more)).toEqual([true, false, false])
  })

  it('shows an agent their own, and all of one schedule', async () => {
    const own = activityGroups.parse((await entries('agent')).body).rows
    expect(own.every(({ phases }) => phases[0]?.person === 'agent@quarterday.test')).toBe(true)
    expect(activityGroups.parse((await entries('agent', '?schedule=FTBRS2')).body).rows).toHaveLength(1)
    expect((await entries('agent', '?person=lead@quarterday.test')).status).toBe(403)
  })

  it('opens the entry that a link names to those who may see it, and to others it does not exist', async () => {
    expect((await entries('agent', '?entry=3')).body.rows[0].phases).toHaveLength(2)
    expect((await entries('agent', '?entry=4')).status).toBe(200)
    await setPerson('somebody@quarterday.test', 'finance')
    const { seq } = await lastRecord()
    expect((await entries('admin', `?entry=${seq}`)).status).toBe(200)
    expect((await entries('agent', `?entry=${seq}`)).status).toBe(404)
    for (const bad of ['0', 'x', '-1', '1&entry=2']) expect((await entries('lead', `?entry=${bad}`)).status).toBe(422)
    expect((await entries('lead', '?entry=99999')).status).toBe(404)
  })

  it('puts a role that changed on record, as it was and as it is', async () => {
    await setPerson('ann@quarterday.test', 'agent')
    await setPerson('ann@quarterday.test', 'off')
    expect(await lastRecord()).toMatchObject({
      action: 'role-change',
      before: { person: 'ann@quarterday.test', role: 'agent', enabled: true },
      after: { person: 'ann@quarterday.test', enabled: false },
    })
  })

  it('puts on record who was refused, once for a burst', async () => {
    for (let n = 0; n < 3; n++) expect((await file('admin', {})).status).toBe(403)
    await vi.waitFor(async () => {
      const { body } = await entries('admin', '?action=not-allowed&person=admin@quarterday.test')
      expect(body.rows.map((row: { phases: { after: object }[] }) => row.phases[0]?.after)).toEqual([
        { asked: 'POST /api/exports', needs: 'Agent, Finance or Team lead' },
      ])
    })
  })

  describe('as a file', () => {
    it.each(['agent', 'finance', 'lead'] as const)('goes to %s as an attachment, and is on record', async (role) => {
      const { status, headers, text } = await file(role, { filter: { schedule: 'FTBRS1' } })
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="activity-\d{4}-\d\d-\d\d\.csv"$/)
      expect(headers.get('cache-control')).toBe('no-store')
      const lines = text.trimEnd().split('\r\n')
      expect(lines).toHaveLength(4)
      expect(lines.at(-1)).toContain("'=cmd|calc")
      expect(await lastRecord()).toMatchObject({
        action: 'export',
        person: `${role}@quarterday.test`,
        after: { what: 'activity', format: 'csv', filter: { schedule: 'FTBRS1' }, rows: 3 },
      })
    })

    it('holds only what the person may see, and the columns that were asked for', async () => {
      const { text } = await file('agent', { filter: { action: 'replace-upcoming' }, columns: ['person', 'action'] })
      expect([...new Set(text.trimEnd().split('\r\n').slice(1))]).toEqual(['agent@quarterday.test,replace-upcoming'])
      expect((await file('agent', { filter: { person: 'lead@quarterday.test' } })).status).toBe(403)
    })

    it.each([
      [{ what: 'secrets' }, 'what'],
      [{ format: 'exe' }, 'format'],
      [{ filter: { evil: '1' } }, 'filter.evil'],
      [{ filter: { from: '2025-13-01' } }, 'filter.from'],
      [{ columns: ['hash'] }, 'columns.0'],
      [{ columns: [] }, 'columns'],
      [{ more: 1 }, 'more'],
    ])('%j is bad input at %s', async (body, path) => {
      const { status, text } = await file('lead', body)
      expect([status, JSON.parse(text).fields[0].path]).toEqual([422, path])
    })

    it('is too much for an agent beyond 500 rows, and not for a team lead', async () => {
      const many = Array.from({ length: 501 }, () => entry({ schedule: 'FTBRS9', action: 'amend' }))
      await store().db.transaction(async (tx) => {
        for (const one of many) await appendRecord(tx, one)
      })
      expect((await file('agent', { filter: { schedule: 'FTBRS9' } })).status).toBe(413)
      const { text } = await file('lead', { filter: { schedule: 'FTBRS9' } })
      expect(text.trimEnd().split('\r\n')).toHaveLength(502)
    })
  })

  it('keeps its chain whole through all of it', async () => {
    expect((await verifyRecords()).firstBad).toBeNull()
  })
})
