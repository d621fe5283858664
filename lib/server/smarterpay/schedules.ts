import 'server-only'
import { isUnreadable, SCHEDULE_ID, type Schedule, type ScheduleRow, type UpcomingPayment } from '@/lib/schedules/model'
import {
  asText,
  collectionDay,
  date,
  instant,
  isRecord,
  money,
  type Spelling,
  text,
  UNREADABLE,
  upcomingPayments,
  type WireRecord,
  whole,
  words,
} from './wire'

// Recurrence schedules as SmarterPay spells them, both ways. A part that makes no sense is one marked part, a record
// that makes no sense is one marked row; neither is ever the end of the page.

export type Part = Exclude<keyof Schedule, 'id' | 'unreadable' | 'asSent'>
/** `wire`: SmarterPay's name; `alias`: its name for the same thing in filters and webhooks. */
type Spelled<T> = Spelling<T> & { wire: string; alias?: string }

const TYPE_OF = {
  'direct-debit': { ongoing: 'DDOngoingPayment', plan: 'DDPaymentPlan' },
  card: { ongoing: 'OngoingPayment', plan: 'PaymentPlan' },
} as const
const kindWords = {
  ddongoingpayment: 'ongoing',
  ddpaymentplan: 'plan',
  ongoingpayment: 'ongoing',
  paymentplan: 'plan',
} as const

const PARTS: { [P in Part]: Spelled<Schedule[P]> } = {
  status: { wire: 'status', ...words({ active: 'active', inactive: 'inactive' }) },
  kind: { wire: 'type', alias: 'record_type', ...words(kindWords) },
  method: { wire: 'payment_type', ...words({ directdebit: 'direct-debit', cardpayment: 'card' }) },
  amount: { wire: 'amount', ...money },
  firstCollectionAmount: { wire: 'first_collection_amount', ...money },
  collectionPeriod: { wire: 'collection_period', ...words({ monthly: 'monthly', weekly: 'weekly' }) },
  collectionDay: { wire: 'collection_day', ...collectionDay },
  collectionStretch: { wire: 'collection_stretch', ...whole(1) },
  startDate: { wire: 'start_date', ...date },
  firstCollectionDate: { wire: 'first_collection_date', ...date },
  nextCollectionDate: { wire: 'next_collection_date', ...date },
  endDate: { wire: 'end_date', ...date },
  instalments: { wire: 'installments', ...whole(0) },
  createdAt: { wire: 'created_at', ...instant },
  description: { wire: 'description', ...text },
  customReference: { wire: 'custom_reference', ...text },
  metadata: { wire: 'metadata', ...text },
  auddis: { wire: 'auddis', ...text },
  mandateId: { wire: 'mandate', alias: 'mandate_id', ...text },
  cardId: { wire: 'card_id', ...text },
  upcoming: { wire: 'upcoming_payments', ...upcomingPayments },
}
const NAMES = Object.keys(PARTS) as Part[]

/** Reads one part; null stands for what makes no sense, and `note` hears of that and of words we do not know. */
function readPart<P extends Part>(part: P, record: WireRecord, note: (sent: unknown, unreadable: boolean) => void) {
  const { wire, alias, parse }: Spelled<Schedule[P]> = PARTS[part]
  const sent = record[wire] ?? (alias === undefined ? undefined : record[alias])
  const value = parse(sent)
  if (value === UNREADABLE || value === 'unrecognised') note(sent, value === UNREADABLE)
  return value === UNREADABLE ? null : value
}

function idIn(record: WireRecord): string | undefined {
  const id = typeof record.id === 'number' ? String(record.id) : record.id
  return typeof id === 'string' ? id : undefined
}

/** One record of SmarterPay's, whatever it is made of. Fields that we do not know pass by. */
export function decodeSchedule(record: unknown): ScheduleRow {
  const id = isRecord(record) ? idIn(record) : undefined
  if (!isRecord(record) || id === undefined || id === '' || id.length > 200) return { unreadable: true }
  return SCHEDULE_ID.test(id) ? decodeParts(record, id) : { id, unreadable: true }
}

/** A record as it stands in a list, with what the index keeps beside the row. */
export type Sent = {
  row: ScheduleRow
  /** What can be read of a record, even where its id cannot be used; null where it is no record at all. */
  parts: Schedule | null
  /** The legacy id that a record under a newer one names. */
  legacyId: string | null
  record: unknown
}

export function decodeSent(record: unknown): Sent {
  const row = decodeSchedule(record)
  if (!isRecord(record)) return { row, parts: null, legacyId: null, record }
  if (isUnreadable(row)) return { row, parts: decodeParts(record, ''), legacyId: null, record }
  const { legacy_id: legacy } = record
  const other = typeof legacy === 'string' && SCHEDULE_ID.test(legacy) && legacy !== row.id ? legacy : null
  return { row, parts: row, legacyId: other, record }
}

function decodeParts(record: WireRecord, id: string): Schedule {
  const unreadable: string[] = []
  const asSent: Record<string, string> = {}
  // Weekly schedules carry a day of the month that means nothing: no sense in it is no harm.
  const weekly = PARTS.collectionPeriod.parse(record.collection_period) === 'weekly'
  const parts = NAMES.map((part) => [
    part,
    readPart(part, record, (sent, isUnreadable) => {
      if (weekly && part === 'collectionDay') return
      const words = asText(sent)
      if (words !== undefined) asSent[part] = words
      if (isUnreadable) unreadable.push(part)
    }),
  ])
  return { id, ...(Object.fromEntries(parts) as Pick<Schedule, Part>), unreadable, asSent }
}

/** The parts given, as SmarterPay wants them: digits as text, "" for none. `kind` needs `method` beside it. */
export function encodeParts(parts: Partial<Pick<Schedule, Part>>): WireRecord {
  const record: WireRecord = {}
  const put = <P extends Part>(part: P, value: Schedule[P]) => {
    const { wire, write }: Spelled<Schedule[P]> = PARTS[part]
    record[wire] = write(value)
  }
  for (const part of NAMES) {
    const value = parts[part]
    if (value !== undefined && part !== 'kind') put(part, value)
  }
  const { kind, method } = parts
  if (kind !== undefined && kind !== 'unrecognised' && method !== undefined && method !== 'unrecognised')
    record.type = TYPE_OF[method][kind]
  return record
}

/** Body of a request that replaces the upcoming payments: the whole list, in order of date, and nothing beside it. */
export function upcomingBody(payments: readonly UpcomingPayment[]): string {
  const upcoming = payments.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return JSON.stringify({ recurrence_schedule: encodeParts({ upcoming }) })
}

/**
 * The schedule in an answer about one. Null where the answer is not about `askedId` (an answer under a new id counts
 * if it names ours as its `legacy_id`), or holds no readable record.
 */
export function scheduleIn(body: unknown, askedId: string): Schedule | null {
  const record = isRecord(body) ? body.recurrence_schedule : undefined
  const row = decodeSchedule(record)
  if (isUnreadable(row) || !isRecord(record)) return null
  return row.id === askedId || record.legacy_id === askedId ? row : null
}

/** Parts that an answer about one schedule does not hold. One that is there and empty is held. */
export function partsLeftOut(body: unknown): Part[] {
  const record = isRecord(body) && isRecord(body.recurrence_schedule) ? body.recurrence_schedule : {}
  return NAMES.filter((part) => {
    const { wire, alias = wire } = PARTS[part]
    return !(wire in record || alias in record)
  })
}

/** The records in a list's answer, as many as were sent; null where there is no list in it. 204 (null) is an empty page. */
export function recordsIn(body: unknown): Sent[] | null {
  if (body === null) return []
  const list = isRecord(body) ? body.recurrence_schedules : body
  return Array.isArray(list) ? list.map(decodeSent) : null
}

/** The rows of a list's answer. As recordsIn. */
export function schedulesIn(body: unknown): ScheduleRow[] | null {
  return recordsIn(body)?.map(({ row }) => row) ?? null
}
