import 'server-only'
import type { NewSchedule, Terms } from '@/lib/schedules/changes'
import type { Wanted } from '@/lib/schedules/judge'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { smarterpay } from '../smarterpay/client'
import { decodeSchedule, encodeParts, type Part, partsLeftOut, scheduleIn, upcomingBody } from '../smarterpay/schedules'
import type { SendCall, Sent } from '../smarterpay/transport'

// A wanted change as one request to SmarterPay, and what its answer says. Nothing else in the house sends a write.

const SAME_MONTH = 'firstCollectionInSameMonthAsNextCollection'

/** The parts that are there at all. */
const present = <T extends object>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const termsBody = ({ firstTwoInSameMonth, ...parts }: Terms) =>
  JSON.stringify({
    recurrence_schedule: {
      ...encodeParts(present(parts)),
      ...(firstTwoInSameMonth !== undefined && { [SAME_MONTH]: firstTwoInSameMonth }),
    },
  })

/** SmarterPay's POST takes what its samples show: no empty optional parts, the period's day only where it has a meaning. */
function creationBody(wanted: NewSchedule): string {
  const { reason: _reason, note: _note, agreed: _agreed, evenIfAlike: _alike, recreates: _old, ...asked } = wanted
  const { firstTwoInSameMonth, ...given } = asked
  const parts = Object.fromEntries(
    Object.entries(given).filter(
      ([part, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(part === 'collectionDay' && wanted.collectionPeriod === 'weekly'),
    ),
  )
  return JSON.stringify({
    recurrence_schedule: {
      ...encodeParts(parts),
      ...(firstTwoInSameMonth !== undefined && { [SAME_MONTH]: firstTwoInSameMonth }),
    },
  })
}

/** The request for a change: serialised once, and the same text for every network try. `key` goes with POST and PUT alone. */
export function requestOf(wanted: Wanted, schedule: string | null, key: string): SendCall {
  if (wanted.action === 'create')
    return { method: 'POST', resource: 'recurrenceschedule', body: creationBody(wanted.schedule), key }
  if (schedule === null) throw new Error('a change of a schedule names it')
  const one = { resource: 'recurrenceschedule', id: schedule } as const
  if (wanted.action === 'disable') return { method: 'DELETE', ...one }
  const body = wanted.action === 'amend' ? termsBody(wanted.terms) : upcomingBody(wanted.payments)
  return { method: 'PUT', ...one, body, key }
}

/** A sent change: transport's outcome, with the schedule where the answer holds one about the right record, and what it leaves out of it. */
export type Reply =
  | { outcome: 'answered'; schedule: Schedule; leftOut: Part[]; replayed: boolean }
  | Exclude<Sent, { outcome: 'answered' }>

function scheduleAbout(body: unknown, schedule: string | null): Schedule | null {
  if (schedule !== null) return scheduleIn(body, schedule)
  const record =
    typeof body === 'object' && body !== null && 'recurrence_schedule' in body ? body.recurrence_schedule : null
  const row = decodeSchedule(record)
  return isUnreadable(row) ? null : row
}

/** Sends once. A success that cannot be read, or that is about another record, is `unknown`. */
export async function sendWanted(wanted: Wanted, schedule: string | null, key: string): Promise<Reply> {
  const sent = await smarterpay().send(requestOf(wanted, schedule, key))
  if (sent.outcome !== 'answered') return sent
  const about = scheduleAbout(sent.body, schedule)
  return about
    ? { outcome: 'answered', schedule: about, leftOut: partsLeftOut(sent.body), replayed: sent.replayed }
    : { outcome: 'unknown', why: 'unreadable answer', replayed: sent.replayed }
}
