// POST recurrenceschedule: one of four kinds, with all it must have, and its first list.

import type { CalendarDate } from '@/lib/calendar-date'
import { type Answer, json, Refused } from './answer'
import { earliestDay } from './banking'
import type { Book } from './book'
import { datesOf, settle, split } from './generate'
import { checkValues, creatable, flagOf, type Kind, mandatory, onlyOf } from './properties'
import { shown } from './read'
import { CARD_TYPES, ONGOING_TYPES, PLAN_TYPES, readRule } from './rule'
import { dateOf, inOrder, type Row, rowsText, type Wire } from './wire'

/** The kind that `type` and `payment_type` name together; each has its default. */
function kindOf(given: Wire): Kind & { type: string } {
  const card = String(given.payment_type ?? 'directdebit').toLowerCase() === 'cardpayment'
  if (!card && String(given.payment_type ?? 'directdebit').toLowerCase() !== 'directdebit')
    throw new Refused(400, 'payment_type must be directdebit or cardpayment')
  const type = String(given.type ?? (card ? 'OngoingPayment' : 'DDOngoingPayment'))
  if (![...PLAN_TYPES, ...ONGOING_TYPES].includes(type)) throw new Refused(400, 'type is not a type of schedule')
  if (CARD_TYPES.includes(type) !== card) throw new Refused(400, 'type does not go with payment_type')
  return { card, plan: PLAN_TYPES.includes(type), type }
}

/** A day too near is moved, refused or kept by switch; a past one is always refused. Cards have no lead time. */
export function nearDay(book: Book, name: string, date: CalendarDate, card: boolean): CalendarDate {
  const { switches } = book
  const now = book.now()
  if (date < now.day) throw new Refused(400, `${name} must not be in the past`)
  const settled = settle(date, card, switches)
  const earliest = card ? now.day : earliestDay(now, switches)
  if (settled >= earliest || switches.nearDates === 'keep') return date
  if (switches.nearDates === 'refuse') throw new Refused(400, `${name} must not be before ${earliest}`)
  return earliest
}

export function createSchedule(book: Book, body: Wire): Answer {
  const { switches } = book
  const kind = kindOf(body)
  const given = onlyOf(withoutNull(body), creatable(kind), switches)
  const missing = mandatory(kind, given).find((name) => given[name] === undefined || given[name] === '')
  if (missing) throw new Refused(400, `${missing} is mandatory`)
  checkValues(given, switches)
  const payer = payerOf(book, kind, given)
  const asked = dateOf(given.first_collection_date) ?? dateOf(given.start_date)
  if (!asked) throw new Refused(400, 'start_date must be YYYY-MM-DD')
  const near = nearDay(book, given.first_collection_date ? 'first_collection_date' : 'start_date', asked, kind.card)
  const firstDate = switches.firstDateKept === 'rolled' ? settle(near, kind.card, switches) : near
  const wire = wireOf(book, kind, given, { ...payer, firstDate })
  const rows = firstRows(book, wire, flagOf(given.firstCollectionInSameMonthAsNextCollection) === true)
  wire.upcoming_payments = rowsText(rows)
  wire.next_collection_date = rows[0]?.date ?? firstDate
  const id = String(wire.id)
  book.schedules.set(id, {
    wire,
    customerId: payer.customerId,
    existingCard: kind.card,
    standsStill: false,
    handEdited: false,
    behind: null,
  })
  return json({ recurrence_schedule: shown(book, wire) }, { applied: true })
}

/** `end_date` null is ignored, and so is any other. */
const withoutNull = (body: Wire): Wire => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))

type Payer = { customerId: string; mandate: string }

function payerOf(book: Book, { card }: Kind, given: Wire): Payer {
  if (card) {
    const found = book.cards.get(String(given.card_id))
    if (!found) throw new Refused(400, 'card_id is not the id of a card')
    return { customerId: String(found.customer_id ?? ''), mandate: '' }
  }
  const found = [...book.mandates.values()].find((mandate) => mandate.auddis === given.auddis)
  if (!found) throw new Refused(400, 'auddis is not the reference of a mandate')
  if (/cancelled|failed|expired/.test(String(found.dd_status))) throw new Refused(400, 'The mandate is not active')
  return { customerId: String(found.customer_account ?? ''), mandate: String(found.id) }
}

function wireOf(
  book: Book,
  kind: Kind & { type: string },
  given: Wire,
  made: Payer & { firstDate: CalendarDate },
): Wire {
  const { switches } = book
  const text = (name: string) => String(given[name] ?? '')
  const endDate = dateOf(given.end_date)
  if (endDate && endDate < made.firstDate) throw new Refused(400, 'end_date must not be before the first collection')
  const count = Number(given.installments)
  if (kind.plan && switches.instalmentsMaximum > 0 && count > switches.instalmentsMaximum)
    throw new Refused(400, `installments must not be more than ${switches.instalmentsMaximum}`)
  if (kind.plan && count > Number(given.amount)) throw new Refused(400, 'amount is too small for so many installments')
  return inOrder({
    amount: text('amount'),
    auddis: text('auddis'),
    card_id: text('card_id'),
    collection_day: text('collection_day'),
    collection_period: text('collection_period'),
    collection_stretch: text('collection_stretch'),
    created_at: book.clock.now().toISOString().replace(/\.\d+/, ''),
    custom_reference: text('custom_reference'),
    description: text('description'),
    end_date: endDate ?? '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: text('first_collection_amount'),
    first_collection_date: made.firstDate,
    id: book.newId(kind.card ? 'RS02' : 'RS01'),
    installments: text('installments'),
    mandate: made.mandate,
    payment_type: text('payment_type') || 'directdebit',
    start_date: text('start_date'),
    status: 'active',
    metadata: text('metadata'),
    type: kind.type,
    upcoming_payments: '[]',
  })
}

function firstRows(book: Book, wire: Wire, sameMonth: boolean): Row[] {
  const { switches } = book
  const rule = readRule(wire)
  if (!rule) throw new Refused(400, 'The schedule cannot be made')
  const generation = { rule, switches, kept: null, sameMonth, floor: rule.firstDate }
  if (!rule.plan) {
    const dates = datesOf(generation, switches.rowsMade)
    return dates.map((date, index) => ({ date, amount: index === 0 ? (rule.firstAmount ?? rule.amount) : rule.amount }))
  }
  const amounts = split(rule.amount, rule.instalments ?? 1, switches.planRemainder)
  const dates = datesOf(generation, amounts.length)
  return dates.map((date, index) => ({ date, amount: amounts[index] ?? 0 }))
}
