import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, type CalendarDate, day } from '@/lib/calendar-date'
import { type MovedPayment, type MovedRange, movesOf, STEPS, stepsOf, type ThenAndNow } from '@/lib/collections/moved'
import { MOVED_SIZE } from '@/lib/collections/moved-query'
import { on } from '@/lib/schedules/examples'
import { KINDS, METHODS, type Schedule } from '@/lib/schedules/model'
import { removeRows, rowsOf } from '../book/keep'
import { readCollections } from '../collections'
import { onBothStores } from '../store/both'
import { stubSettings } from '../visitors'
import { chance, Edited, START, sideOf } from './edited'
import { readBridge, readMoved } from './moved'
import { emptyBook, see, snapshot } from './scene'

const clock = vi.hoisted(() => ({ date: '2026-12-01', minutes: 600 }))
vi.mock(import('../clock'), async (actual) => ({
  ...(await actual()),
  circumstances: () => ({ ...on('2026-12-01'), now: { date: day(clock.date), minutes: clock.minutes } }),
}))
beforeAll(() => stubSettings({ LOCAL_ACCOUNTS: '' }))

const EDITS = 1_000
const SIZE = 120

const someRange = fc
  .record({
    start: fc.integer({ min: -10, max: 120 }),
    days: fc.integer({ min: 0, max: 150 }),
    method: fc.subarray([...METHODS]),
    kind: fc.subarray([...KINDS]),
  })
  .map(({ start, days, method, kind }): MovedRange => {
    const from = addDays(START, start)
    return { from, to: addDays(from, days), ...(method.length && { method }), ...(kind.length && { kind }) }
  })

const QUIET = 16

/** What the test knows of a moment at which a snapshot was taken, or of now. */
type Moment = { book: Map<string, Schedule>; today: CalendarDate; snapshot: number | null }

onBothStores('a thousand edits after a snapshot', (store) => {
  const edited = new Edited()
  const moments: Record<'first' | 'second' | 'now', Moment> = Object.create(null)

  beforeAll(async () => {
    const { db } = store()
    await emptyBook(db)
    const made = [
      ...Array.from({ length: SIZE }, () => edited.make()),
      ...Array.from({ length: QUIET }, () => edited.makeQuiet()),
    ]
    for (const one of made) edited.now.set(one.id, one)
    await see(...made)
    const moment = async (taken: boolean): Promise<Moment> => ({
      book: new Map(edited.now),
      today: day(clock.date),
      snapshot: taken ? await snapshot(db) : null,
    })
    moments.first = await moment(true)
    for (let n = 0; n < EDITS; n += 1) {
      clock.date = addDays(START, Math.floor((n * 21) / EDITS))
      const [id, schedule] = edited.edit(day(clock.date))
      if (schedule) {
        edited.now.set(id, schedule)
        await see(schedule)
      } else {
        edited.now.delete(id)
        await db.transaction((tx) => removeRows(tx, [id]))
      }
      if (n === EDITS / 2) moments.second = await moment(true)
    }
    moments.now = await moment(false)
  }, 240_000)

  const queryOf = (range: MovedRange, from: Moment, to: Moment) => ({
    ...range,
    since: from.snapshot ?? 0,
    ...(to.snapshot !== null && { until: to.snapshot }),
  })

  type Line = { schedule: string; action: string; day: CalendarDate; status: string | null }
  const recordsBetween = (from: Moment, to: Moment) =>
    rowsOf<Line>(
      store().db,
      sql`select schedule, action, (at at time zone 'Europe/London')::date::text as day, after->>'status' as status from audit_log
          where seq > (select seq from snapshots where id = ${from.snapshot})
            and seq <= coalesce((select seq from snapshots where id = ${to.snapshot}::int), (select max(seq) from audit_log))
          order by seq`,
    )

  /** The same, of all that the test knows, read by nothing of the server's. */
  function expected(range: MovedRange, from: Moment, to: Moment, records: readonly Line[]) {
    const ids = new Set([...from.book.keys(), ...to.book.keys()])
    return [...ids].flatMap((id) => {
      const own = records.filter(({ schedule }) => schedule === id)
      const one: ThenAndNow = {
        before: sideOf(from.book.get(id)),
        after: sideOf(to.book.get(id)),
        bySmarterPay: own.length > 0 && own.every(({ action }) => action === 'regenerated'),
        disabledOn: own.find(({ status }) => status === 'inactive')?.day ?? null,
      }
      return movesOf(one, range, to.today)
    })
  }

  it.each([
    ['first', 'now'],
    ['first', 'second'],
    ['second', 'now'],
  ] as const)(
    'adds up to the penny from the %s to the %s over any range, in the steps that each payment says',
    async (a, b) => {
      const [from, to] = [moments[a], moments[b]]
      const records = await recordsBetween(from, to)
      const met = new Set<string>()
      await fc.assert(
        fc.asyncProperty(someRange, async (range) => {
          const { opening, closing, steps } = await readBridge(queryOf(range, from, to))
          const sums = expected(range, from, to, records)
          expect(steps).toEqual(stepsOf(sums.map(({ step, effect }) => ({ step, count: 1, amount: effect }))))
          expect(opening + steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(closing)
          if (b === 'now') expect(closing).toBe((await readCollections({ ...range, group: 'month' })).total)
          else expect(closing).toBe((await readBridge(queryOf(range, to, moments.now))).opening)
          for (const { step } of steps) met.add(step)
        }),
        { numRuns: 40 },
      )
      expect([...met].sort()).toEqual([...STEPS].sort())
    },
    120_000,
  )

  it.each(['second', 'now'] as const)(
    'opens of each step up to the %s the payments that it is the sum of, page by page',
    async (b) => {
      // From a Sunday to a Sunday: what SmarterPay takes to the Monday after changes this sum.
      const query = queryOf({ from: day('2026-11-22'), to: day('2027-01-17') }, moments.first, moments[b])
      const { steps } = await readBridge(query)
      expect(steps.map(({ step }) => step)).toContain('regenerated')
      for (const { step, count, amount } of steps) {
        const rows: MovedPayment[] = []
        for (let page = 1; ; page += 1) {
          const answer = await readMoved({ ...query, step, page })
          rows.push(...answer.rows)
          if (!answer.more) break
          expect(answer.rows).toHaveLength(MOVED_SIZE)
        }
        expect([step, rows.length]).toEqual([step, count])
        expect(rows.reduce((sum, { effect }) => sum + effect, 0)).toBe(amount)
        expect(rows.every((row, n) => n === 0 || Math.abs(row.effect) <= Math.abs(rows[n - 1]?.effect ?? 0))).toBe(true)
        if (step === 'regenerated') for (const { mover } of rows) expect(mover.who).toBe('smarterpay')
      }
    },
    60_000,
  )
})

describe('the edits', () => {
  it('are the same each time', () => {
    expect([chance(7)(1_000), chance(7)(1_000)]).toEqual([chance(7)(1_000), chance(7)(1_000)])
  })
})
