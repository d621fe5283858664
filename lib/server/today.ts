import 'server-only'
import { sql } from 'drizzle-orm'
import { addDays, dateIn, monthOf } from '@/lib/calendar-date'
import type { Disabled, KeptDraft, OpenChange, Today, WorkedOn } from '@/lib/collections/today'
import { may } from '@/lib/roles'
import { rowsOf } from './book/keep'
import { circumstances, instant } from './clock'
import { ageOfCopy, readCollections } from './collections'
import type { Operator } from './operator'
import { changes, drafts } from './store/changes-tables'
import { namesOf } from './store/people'
import { auditLog } from './store/records-tables'
import { scheduleRecords } from './store/schedules-tables'
import { type Database, database } from './store/store'
import { readWatchCounts } from './watch'

// What the day begins with, by role. Each part is a short read of our own tables; nothing asks SmarterPay.

const WORKED = 8
const SHOWN = 10
const DRAFT_HOURS = 8
const DISABLED_DAYS = 7

const iso = (value: string | Date) => new Date(value).toISOString()
const reference = sql.raw(`s.record->>'customReference' as reference`)

/** Schedules that the person changed lately, each once, the latest first. */
async function workedOn(db: Database, person: string): Promise<WorkedOn[]> {
  const today = circumstances().now.date
  const found = await rowsOf<WorkedOn>(
    db,
    sql`select l.schedule, l.action, l.at, ${reference}, p.next, p.amount
        from (select distinct on (schedule) schedule, action, at, seq from ${auditLog}
              where person = ${person} and schedule is not null and change is not null
              order by schedule, seq desc) l
        left join ${scheduleRecords} s on s.schedule = l.schedule
        left join lateral (select due::text as next, amount from upcoming_payments u
          where u.schedule = l.schedule and u.status = 'active' and u.amount > 0 and u.due >= ${today} order by u.due limit 1) p on true
        order by l.seq desc limit ${WORKED}`,
  )
  return found.map((row) => ({ ...row, at: iso(row.at) }))
}

async function openChanges(db: Database, person: string | null): Promise<OpenChange[]> {
  const found = await rowsOf<OpenChange>(
    db,
    sql`select c.schedule, ${reference}, c.action, c.state, c.at, c.person
        from ${changes} c left join ${scheduleRecords} s on s.schedule = c.schedule
        where ${person === null ? sql`c.state = 'needs-attention'` : sql`c.state in ('attempted', 'unknown', 'needs-attention') and c.person = ${person}`}
        order by c.at limit ${SHOWN}`,
  )
  return found.map((row) => ({ ...row, at: iso(row.at) }))
}

/** Typed work on a schedule, its payments, its rule or its end, each schedule once; the latest first. */
async function keptDrafts(db: Database, person: string): Promise<KeptDraft[]> {
  const found = await rowsOf<KeptDraft>(
    db,
    sql`select s.schedule, ${reference}, d.saved_at as "savedAt"
        from (select regexp_replace(schedule, '^(terms|disable)-', '') as schedule, max(saved_at) as saved_at from ${drafts}
              where person = ${person} and saved_at > now() - make_interval(hours => ${DRAFT_HOURS}) group by 1) d
        join ${scheduleRecords} s on s.schedule = d.schedule
        order by d.saved_at desc limit ${SHOWN}`,
  )
  return found.map((row) => ({ ...row, savedAt: iso(row.savedAt) }))
}

async function lastDisabled(db: Database): Promise<Disabled[]> {
  const found = await rowsOf<Disabled>(
    db,
    sql`select l.schedule, ${reference}, l.person, l.at, l.reason from ${auditLog} l
        left join ${scheduleRecords} s on s.schedule = l.schedule
        where l.action = 'disable' and l.phase in ('applied', 'adjusted') and l.schedule is not null
          and l.at > ${instant().toISOString()}::timestamptz - make_interval(days => ${DISABLED_DAYS})
        order by l.seq desc limit ${SHOWN}`,
  )
  return found.map((row) => ({ ...row, at: iso(row.at) }))
}

async function mineOf(db: Database, { email, role }: Operator): Promise<Today['mine']> {
  if (!may(role, 'schedules:change')) return null
  const [worked, open, kept] = await Promise.all([workedOn(db, email), openChanges(db, email), keptDrafts(db, email)])
  return { worked, open, drafts: kept }
}

async function moneyOf({ role }: Operator): Promise<Today['money']> {
  if (role !== 'finance' && role !== 'admin') return null
  const { date } = circumstances().now
  const monthEnd = dateIn(monthOf(date), 31)
  const [week, month] = await Promise.all([
    readCollections({ from: date, to: addDays(date, 6), group: 'day' }),
    readCollections({ from: date, to: monthEnd, group: 'month' }),
  ])
  return { week: week.rows, monthEnd, month: month.rows }
}

async function careOf(db: Database, { role }: Operator): Promise<Today['care']> {
  if (!may(role, 'watch:read')) return null
  const [counts, open, disabled] = await Promise.all([readWatchCounts(), openChanges(db, null), lastDisabled(db)])
  const names = await namesOf([...open, ...disabled].map(({ person }) => person))
  const called = <P extends string | null>(person: P): P | string => (person && names.get(person)) ?? person
  return {
    counts,
    open: open.map((one) => ({ ...one, person: called(one.person) })),
    disabled: disabled.map((one) => ({ ...one, person: called(one.person) })),
  }
}

/** What this person's day begins with; what sums up the book only once all of it has been read. */
export async function readToday(operator: Operator): Promise<Today> {
  const db = await database()
  const { asOf, readSoFar } = await ageOfCopy(db)
  if (readSoFar !== null) return { asOf: null, mine: await mineOf(db, operator), money: null, care: null }
  const [mine, money, care] = await Promise.all([mineOf(db, operator), moneyOf(operator), careOf(db, operator)])
  return { asOf, mine, money, care }
}
