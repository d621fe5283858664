import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { DEFAULT_QUERY } from '@/lib/schedules/contract'
import { aSchedule, pounds } from '@/lib/schedules/examples'
import { foundAlone } from '@/lib/server/book/findable'
import { takeSights } from '@/lib/server/book/take'
import { database } from '@/lib/server/store/store'
import { lastRecord } from './files-scene'
import { book, csv, onExports, xlsx } from './schedules-scene'

// Files out of the index, and out of it or SmarterPay for schedules that were selected.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))
vi.mock(import('@/lib/server/reading/schedules'), async (actual) => ({
  ...(await actual()),
  ...(await import('./schedules-scene')).reads,
}))

onExports(() => {
  it('come from the index where that answers, by what it alone can filter, and say so with its age', async () => {
    const db = await database()
    const seenAt = new Date('2022-06-01T05:30:00Z')
    const indexed = [
      aSchedule({ id: 'SMALL', amount: pounds('5.00') }),
      aSchedule({ id: 'LARGE', amount: pounds('900.00') }),
    ]
    await takeSights(indexed.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
    await db.execute(sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`)
    try {
      const asked = { filter: { amount: '80000..' }, columns: ['id'] }
      expect((await csv('agent', asked)).slice(1)).toEqual([['LARGE']])
      const about = (await xlsx('agent', asked))['xl/worksheets/sheet2.xml']
      expect(about).toContain('The copy that this dashboard keeps')
      expect(about).toContain('Wed 1 Jun 2022, 06:30, London')
      expect(book.asked).toEqual([])
    } finally {
      await db.execute(sql`truncate sync_state, schedules`)
    }
  })

  it('are those of one moment, though the index moves while they are written', async () => {
    const db = await database()
    const seenAt = new Date('2022-06-01T05:30:00Z')
    const made = Array.from({ length: 1_020 }, (_, n) =>
      aSchedule({ id: `MOVES${String(n).padStart(4, '0')}`, amount: pounds(`${n + 1}.00`) }),
    )
    await takeSights(made.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
    await db.execute(sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`)
    try {
      const { readWholeList } = await import('@/lib/server/reading/list')
      const query = { ...DEFAULT_QUERY, sort: { field: 'amount' as const, descending: false } }
      const ids: unknown[] = []
      for await (const { rows } of readWholeList(query, 5_000)) {
        ids.push(...rows.map(({ id }) => id))
        // What was written first moves to the end, and what is first now takes its place on an earlier page.
        await db.execute(sql`update schedules set amount = amount + 1000000 where id < 'MOVES0300'`)
      }
      expect(ids).toEqual(made.map(({ id }) => id))
    } finally {
      await db.execute(sql`truncate sync_state, schedules, schedule_records, upcoming_payments, collection_totals`)
    }
  })

  it('are those that were selected, in that order, out of the index or each read from SmarterPay', async () => {
    const db = await database()
    const seenAt = new Date('2022-06-01T05:30:00Z')
    const three = ['ONE', 'TWO', 'THREE'].map((id) => aSchedule({ id }))
    await takeSights(three.map((schedule) => ({ found: foundAlone(schedule), seenAt })))
    const asked = { columns: ['id'], filter: { status: 'inactive' }, selected: ['THREE', 'GONE', 'ONE'] }
    book.alone = three
    expect((await csv('agent', asked)).slice(1), 'read one by one').toEqual([['THREE'], ['ONE']])
    await db.execute(sql`insert into sync_state (name, complete_began) values ('book', ${seenAt.toISOString()})`)
    try {
      book.alone = []
      expect((await csv('agent', asked)).slice(1), 'out of the index').toEqual([['THREE'], ['ONE']])
      expect(await lastRecord()).toMatchObject({ after: { selected: ['THREE', 'GONE', 'ONE'], rows: 2 } })
      expect((await xlsx('agent', asked))['xl/worksheets/sheet2.xml']).toContain('Selected by hand')
    } finally {
      await db.execute(sql`truncate sync_state, schedules, schedule_records, upcoming_payments, collection_totals`)
    }
  })
})
