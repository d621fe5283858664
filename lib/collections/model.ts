// What will be collected, as browser and BFF speak of it. SmarterPay's own rows and our projection never share a sum.
import type * as z from 'zod/mini'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Method } from '@/lib/schedules/model'
import { noticeClass } from '@/lib/schedules/notice'
import type * as schemas from './schemas'

export const SOURCES = ['smarterpay', 'projected'] as const
export type Source = (typeof SOURCES)[number]

/** How surely a payment comes; the four part all payments among them, each in one. */
export const BANDS = ['locked', 'scheduled', 'at-risk', 'projected'] as const
export type Band = (typeof BANDS)[number]

/** Why a listed payment may not arrive. */
export const RISKS = ['dormancy', 'after-the-end', 'overdue'] as const
export type Risk = (typeof RISKS)[number]

export type CollectionsRow = z.infer<typeof schemas.collectionsRow>
export type Collections = z.infer<typeof schemas.collections>
export type CollectionPayment = z.infer<typeof schemas.collectionPayment>
export type CollectionPayments = z.infer<typeof schemas.collectionPayments>
export type Turnings = z.infer<typeof schemas.turnings>
export type Excluded = z.infer<typeof schemas.excluded>

/**
 * The one band of a payment. What may not arrive stays at risk however near it is, so that time moves rows from Scheduled to
 * Locked and nowhere else; a listed day that has passed is overdue, whatever else is known.
 */
export function bandOf(
  payment: { date: CalendarDate; method: Method; source: Source; risk: Risk | null },
  c: Circumstances,
): Band {
  if (payment.source === 'projected') return 'projected'
  if (payment.risk !== null || payment.date < c.now.date) return 'at-risk'
  return noticeClass(payment.date, payment.method, c) === 'locked' ? 'locked' : 'scheduled'
}
