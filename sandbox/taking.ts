// Due collections become payments.
import { type CalendarDate, daysBetween } from '@/lib/calendar-date'
import type { Book, Payment, StoredSchedule } from './book'
import type { Row } from './wire'

const UNPAID = [
  ['0', 'Refer to payer'],
  ['1', 'Instruction cancelled'],
  ['B', 'Account closed'],
] as const

/** Puts a collection among the payments taken. `unpaid`: which of the usual reasons, if it came back. */
export function addPayment(
  book: Book,
  stored: StoredSchedule,
  row: Row,
  today: CalendarDate,
  unpaid: number | null = null,
): void {
  const { wire } = stored
  const card = /card/i.test(String(wire.payment_type))
  const settled = card || daysBetween(row.date, today) > 5
  const [code, words] = unpaid === null ? ['', ''] : (UNPAID[unpaid % UNPAID.length] ?? ['', ''])
  const first = row.date === wire.first_collection_date
  const payment: Payment = {
    id: book.newId(card ? 'P02' : 'P01'),
    created_at: `${row.date}T05:00:00Z`,
    amount: String(row.amount),
    auddis: wire.auddis,
    bacs_code: code,
    bacs_description: words,
    card_id: wire.card_id,
    collection_date: row.date,
    custom_reference: wire.custom_reference,
    customer_account: stored.customerId,
    description: wire.description,
    mandate: wire.mandate,
    metadata: '',
    payment_type: card ? 'card_payment' : first ? 'first_collection' : 'ongoing_collection',
    recurrence_schedule: String(wire.id),
    related_payment: '',
    status: code ? 'failed' : settled ? 'successful' : 'submitted',
  }
  book.payments.set(payment.id, payment)
}
