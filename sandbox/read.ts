// GET of one schedule and of a page of them, with the faults that only a list can have.
import { type Answer, json, noContent, Refused } from './answer'
import type { Request } from './api'
import type { Book, StoredSchedule } from './book'
import { type Fault, numberParam } from './faults'
import { listSchedules, pageOf } from './list'
import { inOrder, type Wire } from './wire'

/** The record as its GET shows it, under the id that the switch for legacy ids chooses. */
export function shown(book: Book, wire: Wire): Wire {
  const { legacyIds } = book.switches
  const id = String(wire.id)
  const newer = book.newerId(id)
  if (legacyIds === 'as-asked' || newer === id) return inOrder(wire)
  return inOrder(legacyIds === 'new-only' ? { ...wire, id: newer } : { ...wire, id: newer, legacy_id: id })
}

/** The stored schedule, or the refusal for an id that is not there. */
export function scheduleAt(book: Book, id: string): StoredSchedule {
  const stored = book.scheduleBy(id)
  if (stored) return stored
  throw unknownId(book)
}

function unknownId(book: Book): Refused {
  const status = { 'not-found': 404, 'bad-request': 400, 'no-content': 204 }[book.switches.unknownId]
  return new Refused(status, 'No recurrence schedule has this id')
}

export function readSchedule(book: Book, id: string): Answer {
  const wire = book.seen(scheduleAt(book, id))
  if (!wire) throw unknownId(book)
  return json({ recurrence_schedule: shown(book, wire) })
}

export function readPage(book: Book, { query }: Request, fault: Fault | null): Answer {
  const { limit, page: asked } = pageOf(query, book.switches)
  const all = listSchedules(book, query)
    .map((stored) => book.seen(stored))
    .filter((wire) => wire !== null)
  const page = fault?.fault === 'page-ignored' ? 1 : fault?.fault === 'page-repeats' ? Math.max(asked - 1, 1) : asked
  const skipped = fault?.fault === 'vanishing-row' && page > 1 ? 1 : 0
  const start = (page - 1) * limit + skipped
  let rows = all.slice(start, start + limit)
  if (fault?.fault === 'empty-page' && asked === numberParam(fault, 'page', asked)) rows = []
  if (fault?.fault === 'endless') rows = invented(book, all, asked, limit)
  if (rows.length === 0 && asked > 1 && book.switches.pastTheEnd === 'no-content') return noContent()
  return json({ recurrence_schedules: rows.map((wire) => shown(book, wire)) })
}

/** A full page of records under ids that nobody has seen before. */
function invented(book: Book, all: Wire[], page: number, limit: number): Wire[] {
  const models = all.length > 0 ? all : [...book.schedules.values()].map((stored) => stored.wire)
  if (models.length === 0) return []
  return Array.from({ length: limit }, (_, index) => ({
    ...models[((page - 1) * limit + index) % models.length],
    id: book.newId('RS01'),
  }))
}
