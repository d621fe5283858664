import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { payments } from '@/lib/schedules/examples'
import { csv, JANUARY, monthly, onCollections, post, see, seenAt } from './collections-scene'
import { lastRecord } from './files-scene'

// What may be asked of the files of upcoming collections, what they are called, and what the record keeps of that.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

onCollections((store) => {
  it('say in their name that the book has not been read whole yet', async () => {
    await store().db.execute(
      sql`update sync_state set complete_began = null, pass_began = ${seenAt.toISOString()}, pass_read = 7`,
    )
    expect((await post('finance', {})).headers.get('content-disposition')).toContain(
      'collections-incomplete-2026-12-10.csv',
    )
  })

  it('are on record with what was asked, and within what each may take', async () => {
    const id = (n: number) => `S${String(n).padStart(4, '0')}`
    await see(...Array.from({ length: 501 }, (_, n) => monthly(id(n), { upcoming: payments(['2027-01-14'], '1.00') })))
    expect((await post('agent', { rows: 'payment' })).status).toBe(413)
    expect((await post('admin', {})).status).toBe(403)
    expect(await csv({ rows: 'payment' }, 'lead')).toHaveLength(501)
    expect(await csv({ filter: { ...JANUARY, kind: 'ongoing' } }, 'agent')).toHaveLength(1)
    expect(await lastRecord()).toMatchObject({
      person: 'agent@quarterday.test',
      after: { what: 'collections', format: 'csv', filter: { ...JANUARY, kind: 'ongoing' }, rows: 1 },
    })
  })

  it.each([
    [{ filter: { evil: '1' } }, 'filter.evil'],
    [{ filter: { from: '2027-13-01' } }, 'filter.from'],
    [{ filter: { band: 'locked' } }, 'filter.band'],
    [{ rows: 'payment', filter: { page: '2' } }, 'filter.page'],
    [{ rows: 'week' }, 'rows'],
    [{ format: 'pdf' }, 'format'],
    [{ more: 1 }, 'more'],
  ])('%j is bad input at %s', async (body, path) => {
    const response = await post('lead', body)
    expect([response.status, (await response.json()).fields[0].path]).toEqual([422, path])
  })
})
