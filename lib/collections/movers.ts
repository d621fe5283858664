// Who moved a payment, from what the log tells of its schedule.
import type { UpcomingPayment } from '@/lib/schedules/model'
import type { Move, Step, Who } from './moved'

/** A record of the log about a schedule, as far as it tells who moved what. */
export type Told = {
  seq: number
  source: string
  action: string
  /** The lists before and after, where the record holds both. */
  before: readonly UpcomingPayment[] | null
  after: readonly UpcomingPayment[] | null
}

const FITTING: Partial<Record<Step, readonly string[]>> = {
  new: ['create', 'created-outside'],
  disabled: ['disable', 'changed-outside'],
  gone: ['gone-outside'],
}
/** Time does these. */
const BY_TIME: readonly Step[] = ['taken', 'listed']

const holds = (list: readonly UpcomingPayment[], one: UpcomingPayment | null) =>
  one !== null && list.some(({ date, amount }) => date === one.date && amount === one.amount)

/** The record took the payment from where it was, or put it where it is. */
function didIt({ before, after }: Told, move: Move): boolean {
  if (!before || !after) return false
  const took = holds(before, move.before) && !holds(after, move.before)
  const put = holds(after, move.after) && !holds(before, move.after)
  return took || put
}

/**
 * The record that moved a payment, of those about its schedule since the snapshot: the latest whose lists show it, or else the
 * latest that can be what the step says. Null: nothing is recorded.
 */
export function recordOf<T extends Told>(move: Move, told: readonly T[]): T | null {
  if (BY_TIME.includes(move.step)) return null
  const newest = told.toSorted((a, b) => b.seq - a.seq)
  const actions = FITTING[move.step]
  const fitting = actions ? newest.filter(({ action }) => actions.includes(action)) : newest
  return fitting.find((one) => didIt(one, move)) ?? fitting[0] ?? null
}

/** In a word, who moved it. */
export function whoOf(move: Move, record: Told | null): Who {
  if (BY_TIME.includes(move.step)) return 'nobody'
  if (record === null) return 'unknown'
  if (record.source === 'smarterpay') return 'smarterpay'
  return record.source === 'outside' ? 'outside' : 'person'
}
