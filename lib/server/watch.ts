import 'server-only'
import { sql } from 'drizzle-orm'
import { KINDS_OF_TAB, TAB_OF, type WatchKind } from '@/lib/collections/watch'
import {
  type Tab,
  WATCH_SIZE,
  type WatchCounts,
  type WatchList,
  type WatchQuery,
  type WatchRow,
} from '@/lib/collections/watch-list'
import { atStake } from '@/lib/schedules/at-stake'
import type { Action } from '@/lib/schedules/changes'
import type { Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { rowsOf } from './book/keep'
import { circumstances } from './clock'
import { ageOfCopy } from './collections'
import { changes } from './store/changes-tables'
import { watchItems } from './store/outlook-tables'
import { people } from './store/people-tables'
import { scheduleRecords } from './store/schedules-tables'
import { type Database, database } from './store/store'

// What needs a hand, read from what was judged of the copy; and our own changes that nobody knows the outcome of.

async function countsOf(db: Database): Promise<WatchCounts> {
  const counts: WatchCounts = { attention: 0, dormancy: 0, double: 0, ending: 0, dates: 0, data: 0 }
  const found = await rowsOf<{ kind: WatchKind | 'needs-attention'; count: number }>(
    db,
    sql`select kind, count(*)::int as count from ${watchItems} group by kind
        union all select 'needs-attention', count(*)::int from ${changes} where state = 'needs-attention'`,
  )
  for (const { kind, count } of found) counts[kind === 'needs-attention' ? 'attention' : TAB_OF[kind]] += count
  return counts
}

/** How many wait in each part of the list. */
export const readWatchCounts = async (): Promise<WatchCounts> => countsOf(await database())

type Found = Omit<WatchRow, 'schedule' | 'amount'> & { schedule: string | null; amount: number | string | null }

/** Worst kind first, then the nearest day, then the most money. */
const itemsOf = (db: Database, tab: Exclude<Tab, 'attention'>, page: number) => {
  const kinds = KINDS_OF_TAB(tab)
  return rowsOf<Found>(
    db,
    sql`select w.schedule, w.kind, w.due::text as date, w.amount, w.detail, s.record->>'customReference' as reference
        from ${watchItems} w left join ${scheduleRecords} s on s.schedule = w.schedule
        where w.kind = any(${sql.param(kinds)}::text[])
        order by array_position(${sql.param(kinds)}::text[], w.kind), w.due nulls first, w.amount desc nulls last, w.schedule
        limit ${WATCH_SIZE + 1} offset ${(page - 1) * WATCH_SIZE}`,
  )
}

type OpenChange = Pick<WatchRow, 'reference'> & {
  id: string
  schedule: string | null
  action: Action
  by: string
  sent: Date | string
  wanted: Wanted
  before: Schedule | null
}

/** The longest unknown first. */
async function openChanges(db: Database, page: number): Promise<Found[]> {
  const found = await rowsOf<OpenChange>(
    db,
    sql`select c.id::text as id, c.schedule, c.action, coalesce(p.name, c.person) as by, coalesce(c.sent_at, c.at) as sent, c.wanted,
          c.before, s.record->>'customReference' as reference
        from ${changes} c left join ${scheduleRecords} s on s.schedule = c.schedule left join ${people} p on p.email = c.person
        where c.state = 'needs-attention'
        order by c.at, c.id limit ${WATCH_SIZE + 1} offset ${(page - 1) * WATCH_SIZE}`,
  )
  const c = circumstances()
  return found.map(({ id, schedule, reference, action, by, sent, wanted, before }) => ({
    kind: 'needs-attention',
    schedule,
    reference,
    date: null,
    amount: atStake(wanted, before, c),
    detail: { change: id, action, by, sentAt: new Date(sent).toISOString() },
  }))
}

/** One part of the list, paged. */
export async function readWatch({ tab, page }: WatchQuery): Promise<WatchList> {
  const db = await database()
  const [found, counts, { asOf }] = await Promise.all([
    tab === 'attention' ? openChanges(db, page) : itemsOf(db, tab, page),
    countsOf(db),
    ageOfCopy(db),
  ])
  return {
    rows: found.slice(0, WATCH_SIZE).map(({ schedule, amount, ...row }) => ({
      ...row,
      // The key of a record without a usable id is ours, and nobody's name.
      schedule: schedule?.startsWith('!') ? null : schedule,
      amount: amount === null ? null : Number(amount),
    })),
    more: found.length > WATCH_SIZE,
    counts,
    asOf,
  }
}
