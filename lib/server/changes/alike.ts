import 'server-only'
import { ProblemError } from '@/lib/problem'
import type { NewSchedule } from '@/lib/schedules/changes'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { smarterpay } from '../smarterpay/client'
import { schedulesIn } from '../smarterpay/schedules'

// A create has no id until it is answered. Its like is looked for among the newest records, by what does not change on the
// way: mandate or card, amount, start date and type. No clock is compared: what stood there before the send is known by id.

const NEWEST = '500'

const sourceOf = ({ auddis, cardId }: Schedule, { method }: NewSchedule) => (method === 'card' ? cardId : auddis)
const wantedSource = (wanted: NewSchedule) => (wanted.method === 'card' ? wanted.cardId : wanted.auddis)

const isOfSource = (wanted: NewSchedule, one: Schedule) =>
  one.method === wanted.method && sourceOf(one, wanted) === wantedSource(wanted)

const isAlike = (wanted: NewSchedule, one: Schedule) =>
  isOfSource(wanted, one) &&
  one.kind === wanted.kind &&
  one.amount === wanted.amount &&
  one.startDate === wanted.startDate

async function newest(): Promise<Schedule[]> {
  const body = await smarterpay().read({
    resource: 'recurrenceschedules',
    query: { limit: NEWEST, page_no: '1', sort_field: 'created_at', sort_order: 'desc' },
  })
  const rows = schedulesIn(body)
  // A list that makes no sense does not show that nothing is there.
  if (rows === null) throw new ProblemError({ kind: 'unreadable' })
  return rows.flatMap((row) => (isUnreadable(row) ? [] : [row]))
}

/**
 * Schedules that came since `known` (ids) on the mandate or card of `wanted`, of its kind: those like it, and others, of
 * which one may be it, stored differently. Throws ProblemError as every read does, and unreadable.
 */
export async function comeSince(
  wanted: NewSchedule,
  known: readonly string[],
): Promise<{ alike: Schedule[]; others: Schedule[] }> {
  const come = (await newest()).filter((row) => canBeNew(wanted, row, known))
  return { alike: come.filter((row) => isAlike(wanted, row)), others: come.filter((row) => !isAlike(wanted, row)) }
}

/**
 * What stands among the 500 newest before a create: schedules like it, and the ids of all on the same mandate or card,
 * none of which can be the new one. Throws as `comeSince`.
 */
export async function beforeCreate(wanted: NewSchedule): Promise<{ alike: Schedule[]; known: string[] }> {
  const rows = (await newest()).filter((row) => isOfSource(wanted, row))
  return { alike: rows.filter((row) => isAlike(wanted, row)), known: rows.map(({ id }) => id) }
}

/**
 * Whether the answer to a create can be about the new record: one that was not there before, of the kind and on the mandate
 * or card that was asked for. Values may differ (SmarterPay adjusts); where the answer leaves its source out they may not.
 */
export function canBeNew(wanted: NewSchedule, one: Schedule, known: readonly string[]): boolean {
  if (known.includes(one.id) || one.kind !== wanted.kind || one.method !== wanted.method) return false
  const source = sourceOf(one, wanted)
  if (source !== null) return source === wantedSource(wanted)
  return one.amount === wanted.amount && one.startDate === wanted.startDate
}
