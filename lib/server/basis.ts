import 'server-only'
import { createHash } from 'node:crypto'
import type { Schedule } from '@/lib/schedules/model'

// The fingerprint of a schedule as somebody saw it. A write carries it back, so that nobody changes what he has not seen.

/** Texts that move no money, and the moment of creation, which never changes but may be spelled with or without a fraction. */
const LEFT_OUT = new Set(['description', 'customReference', 'metadata', 'createdAt', 'unreadable', 'asSent'])

/**
 * Equal for two spellings of one state, different for two states: amounts, dates, day, period, stretch, instalments,
 * status, kinds, mandate, card and every upcoming payment count, and SmarterPay's own text of whatever we cannot read.
 */
export function basisOf(schedule: Schedule): string {
  const parts = Object.entries(schedule)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => [
      name,
      name === 'upcoming' ? schedule.upcoming?.map((row) => [row.date, row.amount]) : value,
    ])
  const asSent = Object.entries(schedule.asSent)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, words]) => [name, words.trim().toLowerCase()])
  const sorted = (entries: unknown[][]) => entries.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const canonical = JSON.stringify([1, sorted(parts), sorted(asSent)])
  return createHash('sha256').update(canonical).digest('base64url')
}
