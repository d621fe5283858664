// A stored record read as a rule: what generation, updates and the passing of days work on.
import type { CalendarDate } from '@/lib/calendar-date'
import { dateOf, penceOf, type Row, rowsOf, type Wire } from './wire'

export const PLAN_TYPES = ['DDPaymentPlan', 'PaymentPlan']
export const ONGOING_TYPES = ['DDOngoingPayment', 'OngoingPayment']
export const CARD_TYPES = ['OngoingPayment', 'PaymentPlan']

export type CollectionDay = number | 'last day'

export type Rule = {
  plan: boolean
  card: boolean
  amount: number
  firstAmount: number | null
  period: 'monthly' | 'weekly'
  /** Without meaning on weekly schedules. */
  day: CollectionDay
  stretch: number
  firstDate: CalendarDate
  nextDate: CalendarDate | null
  endDate: CalendarDate | null
  instalments: number | null
  rows: Row[]
}

/** "1" to "28" (a leading nought is let pass) or "last day". */
export function collectionDayOf(value: unknown): CollectionDay | null {
  const text = String(value).trim().toLowerCase()
  if (text === 'last day') return text
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 28 ? number : null
}

export function wholeOf(value: unknown): number | null {
  const number = penceOf(value)
  return number !== null && number >= 1 ? number : null
}

/** The record's rule; null for a record that even SmarterPay could not make sense of. */
export function readRule(wire: Wire): Rule | null {
  const type = String(wire.type)
  const plan = PLAN_TYPES.includes(type)
  if (!plan && !ONGOING_TYPES.includes(type)) return null
  const amount = penceOf(wire.amount)
  const stretch = wholeOf(wire.collection_stretch)
  const period = String(wire.collection_period).toLowerCase()
  const firstDate = dateOf(wire.first_collection_date) ?? dateOf(wire.start_date)
  const rows = rowsOf(wire.upcoming_payments)
  const day = collectionDayOf(wire.collection_day)
  if (amount === null || stretch === null || firstDate === null || rows === null) return null
  if (period !== 'weekly' && (period !== 'monthly' || day === null)) return null
  return {
    plan,
    card: CARD_TYPES.includes(type),
    amount,
    firstAmount: penceOf(wire.first_collection_amount),
    period,
    day: day ?? 1,
    stretch,
    firstDate,
    nextDate: dateOf(wire.next_collection_date),
    endDate: dateOf(wire.end_date),
    instalments: wholeOf(wire.installments),
    rows,
  }
}
