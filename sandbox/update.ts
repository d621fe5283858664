// PUT recurrenceschedule/{ID}: either its properties, after which the list is made anew, or the list alone.
import { type CalendarDate, parseDate } from '@/lib/calendar-date'
import { type Answer, json, Refused } from './answer'
import { earliestDay, isBankingDay, regenerationFloor, roll } from './banking'
import type { Book, StoredSchedule } from './book'
import { nearDay } from './create'
import { collections, datesOf, firstTaken, nominalOf, settle, split, type Turn } from './generate'
import { amendable, checkValues, flagOf, onlyOf } from './properties'
import { scheduleAt, shown } from './read'
import { type Rule, readRule } from './rule'
import { type Row, rowsOf, rowsText, type Wire } from './wire'

const BEGINNING = parseDate('0001-01-01') as CalendarDate

export function updateSchedule(book: Book, id: string, body: Wire): Answer {
  const stored = scheduleAt(book, id)
  if (stored.wire.status !== 'active' && book.switches.inactiveUpdate === 'refuse')
    throw new Refused(400, 'The schedule is not active')
  const rule = readRule(stored.wire)
  if (!rule) throw new Refused(400, 'The schedule cannot be updated')
  const names = Object.keys(body)
  if (names.length === 0) throw new Refused(400, 'At least one property must be given')
  if (!names.includes('upcoming_payments')) amend(book, stored, rule, body)
  else if (names.length === 1) replaceRows(book, stored, rule, body.upcoming_payments)
  else throw new Refused(400, 'upcoming_payments cannot be combined with any other property')
  return json({ recurrence_schedule: shown(book, stored.wire) }, { applied: true })
}

function replaceRows(book: Book, stored: StoredSchedule, rule: Rule, value: unknown): void {
  const { switches } = book
  const asked = typeof value === 'string' ? rowsOf(value, switches.integersInBodies === 'accepted') : null
  if (!asked || asked.length === 0) throw new Refused(400, 'upcoming_payments must be a list of dates and amounts')
  const rows = asked
    .map((row) => settled(book, rule, row))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (switches.doubledDates === 'refuse' && new Set(rows.map((row) => row.date)).size < rows.length)
    throw new Refused(400, 'Two upcoming payments are on one date')
  if (rule.plan) checkPlan(book, rule, rows)
  else if (switches.moreRows === 'refuse' && rows.length > rule.rows.length)
    throw new Refused(400, 'There are more upcoming payments than the schedule has')
  stored.wire.upcoming_payments = rowsText(rows)
  stored.wire.next_collection_date = rows[0]?.date ?? stored.wire.next_collection_date
  stored.handEdited = true
}

/** A row that stands where one stood is left alone; a new date is moved, refused or kept by switch. */
function settled(book: Book, rule: Rule, row: Row): Row {
  const { switches } = book
  if (rule.rows.some((old) => old.date === row.date)) return row
  const now = book.now()
  if (row.date < now.day) throw new Refused(400, `An upcoming payment is in the past: ${row.date}`)
  const earliest = rule.card ? now.day : earliestDay(now, switches)
  const fits =
    row.date >= earliest && (isBankingDay(row.date, switches) || settle(row.date, rule.card, switches) === row.date)
  if (fits || switches.editedRows === 'keep') return row
  if (switches.editedRows === 'refuse') throw new Refused(400, `Nothing can be collected on ${row.date}`)
  return { ...row, date: roll(row.date < earliest ? earliest : row.date, switches) }
}

function checkPlan(book: Book, rule: Rule, rows: Row[]): void {
  const total = (list: Row[]) => list.reduce((sum, row) => sum + row.amount, 0)
  if (total(rows) !== total(rule.rows)) throw new Refused(400, 'The upcoming payments do not add up to the amount')
  const counted = book.switches.zeroRowCounts === 'not' ? rows.filter((row) => row.amount > 0) : rows
  if (counted.length !== rule.rows.length) throw new Refused(400, 'The upcoming payments do not match the installments')
}

function amend(book: Book, stored: StoredSchedule, old: Rule, body: Wire): void {
  const { switches } = book
  const given = onlyOf(body, amendable(old.plan), switches)
  if (Object.keys(given).length === 0) throw new Refused(400, 'At least one property must be given')
  checkValues(given, switches)
  const taken = firstTaken(old, switches)
  if (taken && ('first_collection_amount' in given || 'first_collection_date' in given))
    throw new Refused(400, 'The first collection has already been taken')
  const wire: Wire = { ...stored.wire, ...changedParts(book, old, given, taken) }
  const rule = readRule(wire)
  if (!rule) throw new Refused(400, 'The schedule cannot be updated')
  const rows = regenerated(book, old, rule, taken, given)
  if (rule.plan && wire.end_date !== '' && 'installments' in given) wire.end_date = rows.at(-1)?.date ?? wire.end_date
  Object.assign(stored.wire, wire, { upcoming_payments: rowsText(rows) })
  if (rows[0]) stored.wire.next_collection_date = rows[0].date
  stored.handEdited = false
}

/** The record's properties as the PUT leaves them, before its list is made. */
function changedParts(book: Book, old: Rule, given: Wire, taken: boolean): Wire {
  const { switches } = book
  const changes: Wire = {}
  for (const name of [
    'amount',
    'collection_day',
    'collection_stretch',
    'end_date',
    'first_collection_amount',
    'installments',
  ])
    if (name in given) changes[name] = String(given[name])
  if (given.end_date && String(given.end_date) <= book.clock.today())
    throw new Refused(400, 'end_date must be in the future')
  if (Number(changes.installments) > switches.instalmentsMaximum && switches.instalmentsMaximum > 0)
    throw new Refused(400, `installments must not be more than ${switches.instalmentsMaximum}`)
  const moved = given.first_collection_date ?? given.next_collection_date
  if (moved === undefined) return changes
  const name = 'first_collection_date' in given ? 'first_collection_date' : 'next_collection_date'
  const near = nearDay(book, name, parseDate(String(moved)) as CalendarDate, old.card)
  changes.next_collection_date = settle(near, old.card, switches)
  if (!taken) changes.first_collection_date = switches.firstDateKept === 'rolled' ? changes.next_collection_date : near
  return changes
}

/** What stays where it is: the next collection, moved or not, with the day that the rule meant for it. */
function keptTurn(book: Book, old: Rule, rule: Rule, taken: boolean, given: Wire): Turn | null {
  const date = rule.nextDate
  if (!date) return null
  if (!taken) return { date, nominal: rule.firstDate }
  const moved = 'next_collection_date' in given
  return { date, nominal: moved && rule.period === 'monthly' ? date : nominalOf(date, old, book.switches) }
}

function regenerated(book: Book, old: Rule, rule: Rule, taken: boolean, given: Wire): Row[] {
  const { switches } = book
  const sameMonth = flagOf(given.firstCollectionInSameMonthAsNextCollection) === true
  const floor = rule.card ? book.clock.today() : regenerationFloor(book.now(), switches)
  const kept = keptTurn(book, old, rule, taken, given)
  const amounts = rule.plan ? leftOf(old, rule, switches.planRemainder) : null
  const count = amounts?.length ?? switches.rowsMade
  const ran = old.rows.length === 0 && !('next_collection_date' in given)
  const generation = { rule, switches, kept, sameMonth, floor: ran ? BEGINNING : floor }
  const dates = ran ? datesFrom(generation, floor, count) : datesOf(generation, count)
  return dates.map((date, index) => ({
    date,
    amount: amounts ? (amounts[index] ?? 0) : index === 0 && !taken ? (rule.firstAmount ?? rule.amount) : rule.amount,
  }))
}

/** For a list that has run out: its last collection is gone, so the dates go on after it. */
function datesFrom(generation: Parameters<typeof collections>[0], floor: CalendarDate, count: number): CalendarDate[] {
  const dates: CalendarDate[] = []
  for (const date of collections(generation)) {
    if (dates.length >= count) break
    if (date >= floor && date > (generation.kept?.date ?? BEGINNING)) dates.push(date)
  }
  return dates
}

/** What each of a plan's remaining rows takes: the new total and number, less what has been taken. */
function leftOf(old: Rule, rule: Rule, remainder: Parameters<typeof split>[2]): number[] {
  const takenAmount = old.amount - old.rows.reduce((sum, row) => sum + row.amount, 0)
  const takenCount = (old.instalments ?? old.rows.length) - old.rows.length
  const amount = rule.amount - takenAmount
  const count = (rule.instalments ?? 0) - takenCount
  if (amount < 0) throw new Refused(400, 'amount is below what has already been taken')
  if (amount === 0 && count === 0) return []
  if (count < 1) throw new Refused(400, 'installments leaves none for what is still to be taken')
  if (amount < count) throw new Refused(400, 'amount is too small for so many installments')
  return split(amount, count, remainder)
}
