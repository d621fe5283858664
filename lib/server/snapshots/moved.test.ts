import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays, type CalendarDate, day } from '@/lib/calendar-date'
import {
  type MovedPayment,
  type MovedRange,
  movesOf,
  type Side,
  STEPS,
  stepsOf,
  type ThenAndNow,
} from '@/lib/collections/moved'
import { MOVED_SIZE } from '@/lib/collections/moved-query'
import { aSchedule, on, payment, payments } from '@/lib/schedules/examples'
import { KINDS, METHODS, type Schedule, type UpcomingPayment } from '@/lib/schedules/model'
import { foundAlone } from '../book/findable'
import { removeRows, rowsOf } from '../book/keep'
import { takeSights } from '../book/take'
import { readCollections } from '../collections'
import { onBothStores } from '../store/both'
import type { Database } from '../store/store'
import { listSnapshots, readBridge, readMoved } from './moved'
import { takeNightly } from './nightly'
import { takeSnapshot } from './take'

const clock = vi.hoisted(() => ({ date: '2026-12-01', minutes: 600 }))
vi.mock(import('../clock'), async (actual) => ({
  ...(await actual()),
  circumstances: () => ({ ...on('2026-12-01'), now: { date: day(clock.date), minutes: clock.minutes } }),
}))
for (const [name, value] of Object.entries({
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}))
  vi.stubEnv(name, value)

let minute = 0
const seenAt = () => new Date(Date.UTC(2026, 10, 1) + 60_000 * minute++)
const see = (...schedules: Schedule[]) => {
  const at = seenAt()
  return takeSights(schedules.map((schedule) => ({ found: foundAlone(schedule), seenAt: at })))
}

async function emptyBook(db: Database) {
  clock.date = '2026-12-01'
  clock.minutes = 600
  await db.execute(
    sql`truncate schedules, schedule_records, upcoming_payments, collection_totals, outlooks, projected_payments, projected_totals, payments_at_risk,
        watch_items, snapshots, snapshot_schedules, snapshot_totals, sync_state`,
  )
  await db.execute(
    sql`insert into sync_state (name, complete_began, complete_passes) values ('book', '2026-11-01T00:00:00Z', 1)`,
  )
}

/** A snapshot that no later one within the minute stands for. */
async function snapshot(db: Database): Promise<number> {
  await db.execute(sql`update snapshots set at = at - interval '5 minutes'`)
  return takeSnapshot({ person: 'finance@quarterday.test' })
}

/** A list that could not be read. */
const UNREAD = { upcoming: null, unreadable: ['upcoming'] }
const december: MovedRange = { from: day('2026-12-01'), to: day('2026-12-31') }
const stepsIn = async (since: number, range = december) => {
  const { steps, opening, closing } = await readBridge({ ...range, since })
  expect(opening + steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(closing)
  return Object.fromEntries(steps.map(({ step, count, amount }) => [step, [count, amount]]))
}
const listed = (id: string, over: Partial<Schedule> = {}) =>
  aSchedule({ id, mandateId: `M-${id}`, upcoming: payments(['2026-12-15', '2027-01-15'], '25.00'), ...over })

onBothStores('what moved since a snapshot', (store) => {
  beforeEach(() => emptyBook(store().db))

  it('tells each reason apart, and the steps lead from then to now', async () => {
    await see(
      listed('AMOUNT'),
      listed('OUT'),
      listed('IN'),
      listed('OFF'),
      listed('SKIPPED'),
      listed('TIME', { upcoming: payments(['2026-12-02', '2027-01-04'], '1.00') }),
      listed('SAME'),
      listed('GONE', { upcoming: payments(['2026-12-18'], '7.00') }),
    )
    const since = await snapshot(store().db)
    expect(await stepsIn(since)).toEqual({})
    clock.date = '2026-12-03'
    await see(
      listed('AMOUNT', { upcoming: payments(['2026-12-15', '2027-01-15'], '30.00') }),
      listed('OUT', { upcoming: payments(['2027-01-04', '2027-01-15'], '25.00') }),
      listed('IN', { upcoming: payments(['2026-12-15', '2026-12-29'], '25.00') }),
      listed('OFF', { status: 'inactive', upcoming: [] }),
      listed('SKIPPED', { upcoming: [payment('2026-12-15', '0'), payment('2027-01-15', '25.00')] }),
      listed('TIME', { upcoming: payments(['2027-01-04', '2027-02-04'], '1.00') }),
      listed('NEW', { upcoming: payments(['2026-12-21'], '9.99') }),
    )
    await store().db.transaction((tx) => removeRows(tx, ['GONE']))
    expect(await stepsIn(since)).toEqual({
      new: [1, 999],
      disabled: [1, -2500],
      gone: [1, -700],
      amounts: [2, 500 - 2500],
      'moved-in': [1, 2500],
      'moved-out': [1, -2500],
      taken: [1, -100],
    })
    const { from: _from, ...rest } = december
    expect(await stepsIn(since, { ...rest, from: day('2026-12-01'), to: day('2027-02-28') })).toMatchObject({
      listed: [1, 100],
      disabled: [2, -5000],
    })
    expect((await readCollections({ ...december, group: 'month' })).total).toBe(
      (await readBridge({ ...december, since })).closing,
    )
  })

  it('says who moved a payment, by the record that shows it', async () => {
    await see(listed('OUTSIDE'), listed('ROLLED', { upcoming: payments(['2026-12-25', '2027-01-15'], '5.00') }))
    const since = await snapshot(store().db)
    await see(
      listed('OUTSIDE', { upcoming: payments(['2026-12-15'], '20.00') }),
      listed('ROLLED', { upcoming: payments(['2026-12-29', '2027-01-15'], '5.00') }),
    )
    const early = { from: day('2026-12-01'), to: day('2026-12-28'), since }
    const amounts = await readMoved({ ...early, step: 'amounts', page: 1 })
    expect(amounts).toMatchObject({
      more: false,
      rows: [
        {
          schedule: 'OUTSIDE',
          reference: 'MEM-204417',
          before: { date: '2026-12-15', amount: 2500 },
          after: { date: '2026-12-15', amount: 2000 },
          effect: -500,
          mover: { who: 'outside', name: null, record: { action: 'changed-outside' } },
        },
      ],
    })
    const regenerated = await readMoved({ ...early, step: 'regenerated', page: 1 })
    expect(regenerated.rows).toMatchObject([
      { schedule: 'ROLLED', effect: -500, mover: { who: 'smarterpay', record: { action: 'regenerated' } } },
    ])
  })

  it('knows a schedule by its newer id, and names what could not be read then or now', async () => {
    const at = seenAt()
    await takeSights([{ found: foundAlone(listed('OLD')), seenAt: at }])
    await see(listed('BLIND'), listed('SEEING', UNREAD))
    const since = await snapshot(store().db)
    await takeSights([{ found: foundAlone(listed('NEWER'), 'OLD'), seenAt: seenAt() }])
    await see(listed('BLIND', UNREAD), listed('SEEING'))
    expect(await stepsIn(since)).toEqual({ unread: [2, 0] })
    expect(await readBridge({ ...december, since })).toMatchObject({ excludedThen: 1, excluded: 1 })
  })

  it('keeps each list once for as long as it stands, and forgets it with the last snapshot that it was in', async () => {
    const { db } = store()
    const kept = () => rowsOf(db, sql`select schedule, since, until from snapshot_schedules order by schedule, since`)
    await see(listed('A'), listed('B'))
    const first = await snapshot(db)
    await see(listed('B', { upcoming: payments(['2026-12-15'], '1.00') }))
    const second = await snapshot(db)
    expect(await kept()).toEqual([
      { schedule: 'A', since: first, until: null },
      { schedule: 'B', since: first, until: second },
      { schedule: 'B', since: second, until: null },
    ])
    await db.execute(sql`update snapshots set at = now() - interval '100 days' where id = ${first}`)
    const third = await snapshot(db)
    const { snapshots, usual } = await listSnapshots(december)
    expect(snapshots.map(({ id, total }) => [id, total])).toEqual([
      [third, 2600],
      [second, 2600],
    ])
    expect(usual).toBe(second)
    expect(await kept()).toEqual([
      { schedule: 'A', since: first, until: null },
      { schedule: 'B', since: second, until: null },
    ])
    await expect(readBridge({ ...december, since: first })).rejects.toMatchObject({ problem: { kind: 'not-found' } })
    expect(await stepsIn(second)).toEqual({})
  })

  it('takes one a night, whoever comes first, and one a minute for people', async () => {
    await see(listed('A'))
    expect(await takeNightly()).toBeNull()
    clock.minutes = 150
    const ids = await Promise.all([takeSnapshot({ night: day(clock.date) }), takeSnapshot({ night: day(clock.date) })])
    expect(ids[0]).toBe(ids[1])
    expect(await takeNightly()).toBeNull()
    clock.date = '2026-12-02'
    expect(await takeNightly()).toBeGreaterThan(ids[0] ?? 0)
    const byHand = await takeSnapshot({ person: 'finance@quarterday.test' })
    expect(await takeSnapshot({ person: 'lead@quarterday.test' })).toBe(byHand)
    expect((await listSnapshots(december)).snapshots.map(({ night }) => night)).toEqual([
      null,
      '2026-12-02',
      '2026-12-01',
    ])
  })

  it('keeps one that was just taken, whatever day the setting TODAY says it is', async () => {
    await see(listed('A'))
    clock.date = '2031-12-01'
    const since = await snapshot(store().db)
    expect(await listSnapshots(december)).toMatchObject({ snapshots: [{ id: since }], usual: since })
  })

  it('takes none before the whole book has been read', async () => {
    await store().db.execute(sql`update sync_state set complete_began = null`)
    clock.minutes = 150
    expect(await takeNightly()).toBeNull()
    await expect(takeSnapshot({ person: 'a' })).rejects.toMatchObject({ problem: { kind: 'bad-input' } })
  })
})

const START = day('2026-12-01')
const EDITS = 1_000
const SIZE = 120

/** Numbers that look like chance and are the same each time. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

const sideOf = (schedule: Schedule | undefined): Side | null =>
  schedule
    ? {
        status: schedule.status,
        method: schedule.method,
        kind: schedule.kind,
        excluded: schedule.status === 'unrecognised' || (schedule.status === 'active' && schedule.upcoming === null),
        payments: schedule.upcoming ?? [],
      }
    : null

/** A book that is edited at random, as SmarterPay, people and time do it. */
class Edited {
  readonly now = new Map<string, Schedule>()
  readonly #pick = chance(20_261_129)
  #made = 0

  make(): Schedule {
    const id = `S${this.#made++}`
    const weekly = this.#pick(3) === 0
    const first = addDays(START, this.#pick(28))
    const rows = Array.from({ length: this.#pick(8) }, (_, n) => ({
      date: addDays(first, n * (weekly ? 7 : 30)),
      amount: this.#amount(),
    }))
    return aSchedule({
      id,
      mandateId: `M-${id}`,
      kind: KINDS[this.#pick(2)] ?? 'ongoing',
      method: METHODS[this.#pick(2)] ?? 'card',
      status: this.#pick(12) === 0 ? 'inactive' : 'active',
      ...(this.#pick(25) === 0 ? UNREAD : { upcoming: rows }),
    })
  }
  #amount() {
    return (this.#pick(6) === 0 ? 0 : 100 + this.#pick(40) * 25) as UpcomingPayment['amount']
  }

  /** One edit; null: the schedule is gone. */
  edit(today: CalendarDate): [string, Schedule | null] {
    const ids = [...this.now.keys()]
    const old = this.now.get(ids[this.#pick(ids.length)] ?? '')
    if (!old || this.#pick(20) === 0) {
      const made = this.make()
      return [made.id, made]
    }
    const rows = [...(old.upcoming ?? [])]
    const at = rows.length > 0 ? this.#pick(rows.length) : 0
    const row = rows[at]
    const last = rows.at(-1)?.date ?? today
    const put = (upcoming: UpcomingPayment[]): [string, Schedule] => [
      old.id,
      { ...old, unreadable: [], upcoming: upcoming.toSorted((a, b) => (a.date < b.date ? -1 : 1)) },
    ]
    switch (this.#pick(14)) {
      case 0:
        return [old.id, null]
      case 1:
        return [old.id, { ...old, status: 'inactive', upcoming: [] }]
      case 2:
        return [old.id, { ...old, status: 'active' }]
      case 3:
        return [old.id, { ...old, ...UNREAD }]
      case 4:
        return put([...rows, { date: addDays(last, 30), amount: this.#amount() }])
      case 5:
        return put(rows.filter(({ date }) => date > today))
      case 6:
        return put(rows.map((one) => ({ ...one, date: addDays(one.date, this.#pick(9)) })))
      case 7:
        return put(rows.map((one) => ({ ...one, amount: this.#amount() })))
      case 8:
        return [old.id, { ...old, method: old.method === 'card' ? 'direct-debit' : 'card' }]
      case 9:
        return put(rows.filter((_, n) => n !== at))
      case 10:
        return put([...rows, { date: addDays(today, this.#pick(60)), amount: this.#amount() }])
      default:
        return row
          ? put(
              rows.with(
                at,
                this.#pick(2)
                  ? { ...row, date: addDays(row.date, this.#pick(50) - 10) }
                  : { ...row, amount: this.#amount() },
              ),
            )
          : put([{ date: addDays(today, this.#pick(40)), amount: this.#amount() }])
    }
  }
}

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

onBothStores('a thousand edits after a snapshot', (store) => {
  let since = 0
  const edited = new Edited()
  let before = new Map<string, Schedule>()

  beforeAll(async () => {
    const { db } = store()
    await emptyBook(db)
    for (let n = 0; n < SIZE; n += 1) {
      const made = edited.make()
      edited.now.set(made.id, made)
    }
    await see(...edited.now.values())
    since = await snapshot(db)
    before = new Map(edited.now)
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
      if (n === EDITS / 2) await snapshot(db)
    }
  }, 240_000)

  /** The same, of all that the test knows, read by nothing of the server's. */
  async function expected(range: MovedRange) {
    const told = await rowsOf<{ schedule: string; action: string; day: CalendarDate; status: string | null }>(
      store().db,
      sql`select schedule, action, (at at time zone 'Europe/London')::date::text as day, after->>'status' as status from audit_log order by seq`,
    )
    const ids = new Set([...before.keys(), ...edited.now.keys()])
    return [...ids].flatMap((id) => {
      const own = told.filter(({ schedule }) => schedule === id)
      const one: ThenAndNow = {
        before: sideOf(before.get(id)),
        after: sideOf(edited.now.get(id)),
        bySmarterPay: own.length > 0 && own.every(({ action }) => action === 'regenerated'),
        disabledOn: own.find(({ status }) => status === 'inactive')?.day ?? null,
      }
      return movesOf(one, range, day(clock.date))
    })
  }

  it('adds up to the penny over any range, in the steps that each payment says, which open exactly their rows', async () => {
    const met = new Set<string>()
    await fc.assert(
      fc.asyncProperty(someRange, async (range) => {
        const { opening, closing, steps } = await readBridge({ ...range, since })
        const sums = await expected(range)
        expect(steps).toEqual(stepsOf(sums.map(({ step, effect }) => ({ step, count: 1, amount: effect }))))
        expect(opening + steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(closing)
        expect(closing).toBe((await readCollections({ ...range, group: 'month' })).total)
        for (const { step } of steps) met.add(step)
      }),
      { numRuns: 40 },
    )
    expect([...met].sort()).toEqual(STEPS.filter((step) => step !== 'regenerated').toSorted())
  }, 120_000)

  it('opens of each step the payments that it is the sum of, page by page', async () => {
    const range = { from: addDays(START, -10), to: addDays(START, 200), since }
    for (const { step, count, amount } of (await readBridge(range)).steps) {
      const rows: MovedPayment[] = []
      for (let page = 1; ; page += 1) {
        const answer = await readMoved({ ...range, step, page })
        rows.push(...answer.rows)
        if (!answer.more) break
        expect(answer.rows).toHaveLength(MOVED_SIZE)
      }
      expect([step, rows.length]).toEqual([step, count])
      expect(rows.reduce((sum, { effect }) => sum + effect, 0)).toBe(amount)
      expect(rows.every((row, n) => n === 0 || Math.abs(row.effect) <= Math.abs(rows[n - 1]?.effect ?? 0))).toBe(true)
    }
  }, 60_000)
})

describe('the edits', () => {
  it('are the same each time', () => {
    expect([chance(7)(1_000), chance(7)(1_000)]).toEqual([chance(7)(1_000), chance(7)(1_000)])
  })
})
