import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { readListQuery } from '@/lib/schedules/contract'
import { aSchedule, payment, payments } from '@/lib/schedules/examples'
import { foundAlone, foundInList } from '../book/findable'
import { rowsOf } from '../book/keep'
import { takeSights } from '../book/take'
import { decodeSent } from '../smarterpay/schedules'
import { onBothStores } from '../store/both'
import { database } from '../store/store'
import { stubSettings } from '../visitors'
import { listFromIndex } from './from-index'

stubSettings()

const book = [
  aSchedule({ id: 'FINISHED', upcoming: [], nextCollectionDate: day('2021-07-30') }),
  aSchedule({ id: 'DISABLED', status: 'inactive', upcoming: [], nextCollectionDate: day('2022-06-25') }),
  aSchedule({ id: 'ALL-SKIPPED', upcoming: [payment('2022-06-02', '0.00')] }),
  aSchedule({ id: 'STRANGE', status: 'unrecognised', upcoming: payments(['2022-06-03']) }),
  aSchedule({ id: 'JULY', upcoming: payments(['2022-07-01', '2022-08-01']) }),
  aSchedule({ id: 'SKIPS', upcoming: [payment('2022-06-04', '0.00'), payment('2022-07-05', '10.00')] }),
  aSchedule({ id: 'JUNE', upcoming: payments(['2022-06-20']), nextCollectionDate: null }),
  aSchedule({ id: 'JUNE-TOO', upcoming: payments(['2022-06-20']) }),
  aSchedule({ id: 'UNREAD', upcoming: null, unreadable: ['upcoming'], nextCollectionDate: day('2022-06-28') }),
  aSchedule({ id: 'OUT-OF-TIME', upcoming: payments(['0001-01-01']) }),
]
const broken = { id: 'no id', status: 'active', next_collection_date: '2022-06-01', upcoming_payments: '' }

const NOTHING_DUE = ['ALL-SKIPPED', 'DISABLED', 'FINISHED', 'OUT-OF-TIME', 'STRANGE']
const UP = ['JUNE', 'JUNE-TOO', 'UNREAD', 'JULY', 'SKIPS', 'no id', ...NOTHING_DUE]
const DOWN = ['SKIPS', 'JULY', 'UNREAD', 'JUNE-TOO', 'JUNE', ...NOTHING_DUE.toReversed(), 'no id']

onBothStores('the list by next payment', () => {
  beforeEach(async () => {
    const db = await database()
    await db.execute(sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, sync_state`)
    const seenAt = new Date('2022-06-01T09:00:00Z')
    await takeSights(
      [...book.map((schedule) => foundAlone(schedule)), foundInList(decodeSent(broken))].map((found) => ({
        found,
        seenAt,
      })),
    )
  })
  const ask = async (text: string) => {
    const { query, faults } = readListQuery(new URLSearchParams(text))
    expect(faults).toEqual([])
    return (await listFromIndex(query)).rows.map(({ id }) => id)
  }

  it('goes by the day that the list shows, with what has nothing upcoming last either way', async () => {
    expect(await ask('sort=next')).toEqual(UP)
    expect(await ask('sort=-next')).toEqual(DOWN)
  })

  it.each([
    ['next', UP],
    ['-next', DOWN],
  ])('turns pages of %s without losing or repeating a row', async (sort, all) => {
    const pages: (string | undefined)[] = []
    for (let page = 1; page <= 4; page += 1) pages.push(...(await ask(`sort=${sort}&size=3&page=${page}`)))
    expect(pages).toEqual(all)
  })

  it('keeps that order among what a filter leaves, which goes by the date that SmarterPay tells', async () => {
    expect(await ask('next=2022-06-01..2022-06-30&status=active&sort=next')).toEqual([
      'JUNE-TOO',
      'UNREAD',
      'SKIPS',
      'no id',
      'ALL-SKIPPED',
      'STRANGE',
    ])
  })

  describe('in a large book', () => {
    beforeEach(async () => {
      const db = await database()
      await db.execute(sql`insert into schedules (id, basis, seen_at, status, due_on)
        select 'MANY' || n, '', now(), 'active', '2022-06-01'::date + n % 40 from generate_series(1, 5000) n`)
      await db.execute(sql`analyze schedules`)
    })

    it.each([
      ['next', 'schedules_due'],
      ['-next', 'schedules_due_down'],
    ])('walks along an index for %s instead of sorting more than the page', async (sort, index) => {
      const db = await database()
      const execute = vi.spyOn(db, 'execute')
      await ask(`sort=${sort}`)
      const asked = execute.mock.calls.map(([query]) => query)
      execute.mockRestore()
      const plans = await Promise.all(
        asked.map((query) => rowsOf<{ 'QUERY PLAN': string }>(db, sql`explain ${query as ReturnType<typeof sql>}`)),
      )
      const whole = plans.flat().map((line) => line['QUERY PLAN'])
      expect(whole.join('\n')).toMatch(new RegExp(`using ${index} on schedules`))
      expect(whole.filter((line) => /Sort Key/.test(line) && !line.includes('asked.place'))).toEqual([])
    })
  })

  it('knows from an earlier copy what it would write anew', async () => {
    const db = await database()
    const days = () => rowsOf(db, sql`select id, due_on from schedules order by id`)
    const written = await days()
    expect(written).toContainEqual({ id: 'SKIPS', due_on: expect.anything() })
    await db.execute(sql`update schedules set due_on = null`)
    const fill = readFileSync('drizzle/0018_due_on.sql', 'utf8')
      .split('--> statement-breakpoint')
      .find((statement) => statement.trim().startsWith('UPDATE'))
    await db.execute(sql.raw(fill ?? ''))
    expect(await days()).toEqual(written)
  })
})
