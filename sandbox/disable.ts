// DELETE recurrenceschedule/{ID}: not erased, but stopped for good. Its next date stays; its list is empty.
import { type Answer, json, Refused } from './answer'
import type { Book, StoredSchedule } from './book'
import { scheduleAt, shown } from './read'
import { asDisabled } from './wire'

export function disableSchedule(book: Book, id: string): Answer {
  const stored = scheduleAt(book, id)
  const already = stored.wire.status === 'inactive'
  if (already && book.switches.disableTwice === 'refuse') throw new Refused(400, 'The schedule is already inactive')
  stop(stored)
  const withMetadata = book.switches.disableMetadata === 'present'
  const answer = asDisabled(shown(book, stored.wire), stored.existingCard, withMetadata)
  return json({ recurrence_schedule: answer }, { applied: !already })
}

export function stop(stored: StoredSchedule): void {
  stored.wire.status = 'inactive'
  stored.wire.upcoming_payments = '[]'
}
