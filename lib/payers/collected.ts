// What SmarterPay's list of payments taken adds up to.
import type { CalendarDate } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { PaymentsTakenAnswer } from './model'

export type Collected = {
  /** Pence of the successful payments. */
  pence: number
  count: number
  /** London day of the earliest of them. */
  since: CalendarDate | null
  /** There are older payments than SmarterPay told, or some that could not be read. */
  atLeast: boolean
}

/** Only what arrived counts: not what is pending, failed, or was claimed back. */
export function collectedFrom({ rows, more }: Pick<PaymentsTakenAnswer, 'rows' | 'more'>): Collected {
  const readable = rows.flatMap((row) => ('unreadable' in row ? [] : row))
  const arrived = readable.filter(({ status }) => status === 'successful')
  const days = arrived.flatMap(({ date }) => date ?? []).sort()
  return {
    pence: sumPence(arrived.map(({ amount }) => amount ?? 0)),
    count: arrived.length,
    since: days[0] ?? null,
    atLeast: more || readable.length < rows.length || arrived.some(({ amount }) => amount === null),
  }
}
