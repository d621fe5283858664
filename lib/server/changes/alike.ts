import 'server-only'
import type { NewSchedule } from '@/lib/schedules/changes'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { smarterpay } from '../smarterpay/client'
import { schedulesIn } from '../smarterpay/schedules'

// A create has no id until it is answered. Its like is looked for among the newest records, by what does not change on the
// way: mandate or card, amount, start date and type. No clock is compared: what stood there before the send is known by id.

const NEWEST = '500'

const isAlike = (wanted: NewSchedule, one: Schedule) =>
  one.kind === wanted.kind &&
  one.method === wanted.method &&
  one.amount === wanted.amount &&
  one.startDate === wanted.startDate &&
  (wanted.method === 'card' ? one.cardId === wanted.cardId : one.auddis === wanted.auddis)

/** Schedules like `wanted` among the 500 newest that are not in `except` (ids). Throws ProblemError as every read does. */
export async function alikeCreated(
  wanted: NewSchedule,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<Schedule[]> {
  const body = await smarterpay().read({
    resource: 'recurrenceschedules',
    query: { limit: NEWEST, page_no: '1', sort_field: 'created_at', sort_order: 'desc' },
  })
  const rows = schedulesIn(body) ?? []
  return rows.flatMap((row) => (!isUnreadable(row) && isAlike(wanted, row) && !except.includes(row.id) ? [row] : []))
}
