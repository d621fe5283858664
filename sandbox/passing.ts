// Time goes on: collections that have come due are taken, and lists are topped up by their rule.
import { type CalendarDate, daysBetween, parseDate } from '@/lib/calendar-date'
import type { Book, StoredSchedule } from './book'
import { collections, nominalOf } from './generate'
import { type Rule, readRule } from './rule'
import { addPayment } from './taking'
import { type Row, rowsText } from './wire'

const BEGINNING = parseDate('0001-01-01') as CalendarDate

/** Moves the book on to `day`, London; what is due on the day itself is still to come. */
export function moveOn(book: Book, day: CalendarDate, minutes: number): void {
  book.clock.set(day, minutes)
  for (const stored of book.schedules.values()) {
    if (!stored.standsStill && stored.wire.status === 'active') pass(book, stored, day)
  }
  for (const payment of book.payments.values()) {
    if (payment.status === 'submitted' && daysBetween(parseDate(payment.collection_date) ?? day, day) > 5)
      payment.status = 'successful'
  }
}

function pass(book: Book, stored: StoredSchedule, day: CalendarDate): void {
  const rule = readRule(stored.wire)
  const first = rule?.rows[0]
  if (!rule || !first || first.date >= day) return
  const rows = toppedUp(book, stored, rule, day)
  for (const row of rows) {
    if (row.date < day && (row.amount > 0 || book.switches.zeroRowTaken === 'payment-of-nought'))
      addPayment(book, stored, row, day)
  }
  const left = rows.filter((row) => row.date >= day)
  stored.wire.upcoming_payments = rowsText(left)
  stored.wire.next_collection_date = left[0]?.date ?? rows.at(-1)?.date ?? stored.wire.next_collection_date
  if (left.length === 0 && book.switches.finished === 'inactive') stored.wire.status = 'inactive'
}

/** The rows with those that follow by the rule, where fewer are left after `day` than a list should have. */
function toppedUp(book: Book, stored: StoredSchedule, rule: Rule, day: CalendarDate): Row[] {
  const { switches } = book
  const rows = [...rule.rows]
  const last = rows.at(-1)
  const left = rows.filter((row) => row.date >= day).length
  const stops = stored.handEdited && switches.afterLastEdited === 'stop'
  if (rule.plan || stops || !last || left >= switches.topUpBelow) return rows
  const kept = { date: last.date, nominal: nominalOf(last.date, rule, switches) }
  let missing = switches.rowsMade - left
  for (const date of collections({ rule, switches, kept, sameMonth: false, floor: BEGINNING })) {
    if (date <= last.date) continue
    if (missing <= 0) break
    rows.push({ date, amount: rule.amount })
    if (date >= day) missing -= 1
  }
  return rows
}

/** A mandate's status, which ends its schedules and its unsubmitted payments where it is cancelled. */
export function setMandate(book: Book, id: string, status: string, stop: (stored: StoredSchedule) => void): boolean {
  const mandate = book.mandates.get(id)
  if (!mandate) return false
  mandate.dd_status = status
  if (!/cancelled/.test(status)) return true
  for (const stored of book.schedules.values()) if (stored.wire.mandate === id) stop(stored)
  for (const payment of book.payments.values())
    if (payment.mandate === id && payment.status === 'pending_submission')
      Object.assign(payment, { status: 'cancelled', amount: '0' })
  return true
}
