// Upcoming collections as rows of a file. Each row is of one source, so that what SmarterPay said and what we project are
// never in one amount.
import type * as z from 'zod/mini'
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { type Cell, date, type Field, money, text, whole } from '@/lib/schedules/export-fields'
import { noticeClass } from '@/lib/schedules/notice'
import type { newCollectionsExport } from './export-schemas'
import type { CollectionPayment, Source } from './model'

export type NewCollectionsExport = z.infer<typeof newCollectionsExport>
export type ExportEach = NonNullable<NewCollectionsExport['rows']>

/** What is collected on a day by one source; amounts in pence. `locked` and `atRisk` are parts of `amount`. */
export type ExportDay = {
  date: CalendarDate
  source: Source
  count: number
  amount: number
  directDebit: number
  card: number
  locked: number
  atRisk: number
  skipped: number
}

/** Of Direct Debits that SmarterPay lists; cards have no notice, and what is projected is not there to be changed. */
const notice = (of: { date: CalendarDate; source: Source }, hasDirectDebit: boolean, c: Circumstances): Cell =>
  text(of.source === 'smarterpay' && hasDirectDebit ? noticeClass(of.date, 'direct-debit', c) : null)

const DAY_FIELDS: Field<ExportDay>[] = [
  ...date<ExportDay>('collection_date', (day) => day.date),
  { head: 'source', cell: ({ source }) => text(source) },
  { head: 'notice_class', cell: (day, c) => notice(day, day.directDebit > 0, c) },
  { head: 'payments', cell: ({ count }) => whole(count) },
  ...money<ExportDay>('amount', ({ amount }) => amount),
  ...money<ExportDay>('direct_debit', ({ directDebit }) => directDebit),
  ...money<ExportDay>('card', ({ card }) => card),
  ...money<ExportDay>('locked', ({ locked }) => locked),
  ...money<ExportDay>('at_risk', ({ atRisk }) => atRisk),
  { head: 'skipped', cell: ({ skipped }) => whole(skipped) },
]

const PAYMENT_FIELDS: Field<CollectionPayment>[] = [
  { head: 'schedule', cell: ({ schedule }) => text(schedule) },
  { head: 'custom_reference', cell: ({ reference }) => text(reference) },
  ...date<CollectionPayment>('collection_date', (payment) => payment.date),
  { head: 'source', cell: ({ source }) => text(source) },
  { head: 'notice_class', cell: (payment, c) => notice(payment, payment.method === 'direct-debit', c) },
  ...money<CollectionPayment>('amount', ({ amount }) => amount),
  { head: 'method', cell: ({ method }) => text(method) },
  { head: 'type', cell: ({ kind }) => text(kind) },
  { head: 'band', cell: ({ amount, band }) => text(amount === 0 ? 'skipped' : band) },
  { head: 'risk', cell: ({ risk }) => text(risk) },
]

const headsOf = (fields: readonly { head: string }[]) => fields.map(({ head }) => head)

/** The first row of a file. */
export const exportHead = (each: ExportEach): string[] => headsOf(each === 'day' ? DAY_FIELDS : PAYMENT_FIELDS)

export const dayCells = (day: ExportDay, c: Circumstances): Cell[] => DAY_FIELDS.map(({ cell }) => cell(day, c))
export const paymentCells = (payment: CollectionPayment, c: Circumstances): Cell[] =>
  PAYMENT_FIELDS.map(({ cell }) => cell(payment, c))
