// Schedules of a book that has been at work for years: each with its rule, what has been taken, and what is to come.
import { addDays, type CalendarDate, parseDate } from '@/lib/calendar-date'
import { roll } from './banking'
import type { Book, StoredSchedule } from './book'
import type { Chance } from './chance'
import { collections, datesOf, split } from './generate'
import type { CollectionDay, Rule } from './rule'
import { addMandate, type Payer } from './seed-people'
import type { Line } from './seed-words'
import { addPayment } from './taking'
import { type Row, rowsText, type Wire } from './wire'

export type Source = { payer: Payer; mandate: string; auddis: string; card: string }
export type Wanted = {
  line: Line['name']
  plan: boolean
  card: boolean
  period: 'monthly' | 'weekly'
  stretch: number
  day: CollectionDay
  firstDate: CalendarDate
  amount: number
  firstAmount: number | null
  instalments: number | null
  endDate: CalendarDate | null
  inactive: boolean
  edit: 'none' | 'moved' | 'skipped' | 'amount' | 'dormant'
  reference: string
  description: string
  metadata: string
}

const FIRST_DAY = parseDate('0001-01-01') as CalendarDate
const DD_SPELLINGS = ['directdebit', 'directdebit', 'directDebit', 'DirectDebit']
const CARD_SPELLINGS = ['cardpayment', 'cardpayment', 'CardPayment']

function ruleOf(wanted: Wanted): Rule {
  const { plan, card, amount, firstAmount, period, day, stretch, firstDate, endDate, instalments } = wanted
  return {
    plan,
    card,
    amount,
    firstAmount,
    period,
    day,
    stretch,
    firstDate,
    nextDate: null,
    endDate,
    instalments,
    rows: [],
  }
}

/** Every row from the first one on: what lies before today has been taken. */
function allRows(book: Book, chance: Chance, wanted: Wanted): Row[] {
  const generation = { rule: ruleOf(wanted), switches: book.switches, kept: null, sameMonth: false, floor: FIRST_DAY }
  const today = book.clock.today()
  if (wanted.plan) {
    const count = wanted.instalments ?? 1
    const amounts = split(wanted.amount, count, book.switches.planRemainder)
    return datesOf(generation, count).map((date, index) => ({ date, amount: amounts[index] ?? 0 }))
  }
  const rows: Row[] = []
  const listed = chance.between(book.switches.topUpBelow, book.switches.rowsMade)
  let toCome = 0
  for (const date of collections(generation)) {
    if (date >= today) toCome += 1
    if (toCome > listed) break
    rows.push({ date, amount: rows.length === 0 ? (wanted.firstAmount ?? wanted.amount) : wanted.amount })
  }
  return rows
}

/** Rows as a person would have left them; on a plan the money of one row goes to the last, so that it still adds up. */
function edited(book: Book, chance: Chance, rows: Row[], { edit, plan }: Wanted): Row[] {
  const at = rows.length < 2 ? -1 : 1
  const change = (row: Row, more: number) => ({ ...row, amount: row.amount + more })
  switch (edit) {
    case 'none':
      return rows
    case 'dormant':
      return rows.map((row) => ({ ...row, amount: 0 }))
    case 'skipped':
    case 'amount': {
      const was = rows[at]?.amount ?? 0
      const more = edit === 'skipped' ? -was : plan ? -Math.floor(was / 2) : 100 * chance.between(2, 20)
      const changed = rows.map((row, index) => (index === at ? change(row, more) : row))
      return plan ? changed.map((row, index) => (index === rows.length - 1 ? change(row, -more) : row)) : changed
    }
    case 'moved':
      return rows.map((row, index) =>
        index === at ? { ...row, date: roll(addDays(row.date, chance.between(2, 5)), book.switches) } : row,
      )
  }
}

/** Adds the schedule with its history; the id is given, the newer or the older form alike. */
export function addSchedule(
  book: Book,
  chance: Chance,
  id: string,
  wanted: Wanted,
  source: Source,
  createdAt: string,
): StoredSchedule {
  const today = book.clock.today()
  const rows = allRows(book, chance, wanted)
  const taken = rows.filter((row) => row.date < today)
  const upcoming = wanted.inactive
    ? []
    : edited(
        book,
        chance,
        rows.filter((row) => row.date >= today),
        wanted,
      )
  const next = upcoming[0] ?? rows.find((row) => row.date >= today) ?? taken.at(-1)
  const type = wanted.plan
    ? wanted.card
      ? 'PaymentPlan'
      : 'DDPaymentPlan'
    : wanted.card
      ? 'OngoingPayment'
      : 'DDOngoingPayment'
  const padded = chance.happens(0.2)
  const wire: Wire = {
    amount: String(wanted.amount),
    auddis: wanted.card ? '' : source.auddis,
    card_id: wanted.card ? source.card : '',
    collection_day: padded && typeof wanted.day === 'number' ? String(wanted.day).padStart(2, '0') : String(wanted.day),
    collection_period: wanted.period === 'weekly' && chance.happens(0.4) ? 'Weekly' : wanted.period,
    collection_stretch: String(wanted.stretch),
    created_at: createdAt,
    custom_reference: wanted.reference,
    description: wanted.description,
    end_date: wanted.endDate ?? '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: wanted.plan ? '' : String(wanted.firstAmount ?? wanted.amount),
    first_collection_date: wanted.firstDate,
    id,
    installments: wanted.plan ? String(wanted.instalments) : '',
    mandate: wanted.card ? '' : source.mandate,
    next_collection_date: next?.date ?? wanted.firstDate,
    payment_type: chance.pick(wanted.card ? CARD_SPELLINGS : DD_SPELLINGS),
    start_date: chance.happens(0.85) ? wanted.firstDate : addDays(wanted.firstDate, -1),
    status: wanted.inactive ? 'inactive' : 'active',
    metadata: wanted.metadata,
    type,
    upcoming_payments: rowsText(upcoming),
  }
  const stored = {
    wire,
    customerId: source.payer.customerId,
    existingCard: wanted.card,
    standsStill: false,
    handEdited: false,
    behind: null,
  }
  book.schedules.set(id, stored)
  const stopped = wanted.inactive ? Math.ceil(taken.length * 0.7) : taken.length
  for (const row of taken.slice(0, stopped))
    addPayment(book, stored, row, today, chance.happens(0.02) ? chance.between(0, 2) : null)
  return stored
}

export function addSource(
  book: Book,
  chance: Chance,
  payer: Payer,
  createdAt: string,
  words: Parameters<typeof addMandate>[5],
): Source {
  const mandate = `M01${chance.code(16)}`
  const auddis = chance.happens(0.8) ? `FBMAN0${chance.digits(7)}` : `REFP${chance.digits(5)}`
  addMandate(book, payer, mandate, auddis, createdAt, words)
  return { payer, mandate, auddis, card: '' }
}
