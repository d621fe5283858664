// Schedules as rows of a file: which columns there are, and what stands in each. How a file is written is the server's.
import { type CalendarDate, formatInstant } from '@/lib/calendar-date'
import { sumPence } from '@/lib/money'
import type { Circumstances } from './circumstances'
import { type Cell, date, type Field, money, text, whole } from './export-fields'
import { flagsOf } from './flags'
import { frequencyText } from './frequency-words'
import { isUnreadable, type Schedule, type ScheduleRow, type UpcomingPayment } from './model'
import { noticeClass } from './notice'
import { planProgress } from './plan'
import { standingOf } from './standing'

/** The next payment that takes money. An inactive schedule has none, although SmarterPay leaves a date standing there. */
function nextDue(schedule: Schedule): CalendarDate | null {
  const standing = standingOf(schedule)
  if (standing.kind === 'running') return standing.next?.date ?? null
  return standing.kind === 'list-unreadable' ? standing.nextDate : null
}

const one = (head: string, cell: Field<Schedule>['cell']): Field<Schedule>[] => [{ head, cell }]

/** What can be chosen, by its name on the screen; some are several columns of the file. */
const COLUMNS = {
  id: ['Id', one('id', ({ id }) => text(id))],
  reference: ['Custom reference', one('custom_reference', ({ customReference }) => text(customReference))],
  auddis: ['AUDDIS reference', one('auddis_reference', ({ auddis }) => text(auddis))],
  mandate: ['Mandate', one('mandate', ({ mandateId }) => text(mandateId))],
  card: ['Card', one('card', ({ cardId }) => text(cardId))],
  method: ['Method', one('method', ({ method }) => text(method))],
  kind: ['Type', one('type', ({ kind }) => text(kind))],
  status: ['Status', one('status', ({ status }) => text(status))],
  amount: ['Amount', money<Schedule>('amount', ({ amount }) => amount)],
  frequency: ['Frequency', one('frequency', (schedule) => text(frequencyText(schedule)))],
  next: ['Next payment', date<Schedule>('next_payment', nextDue)],
  upcomingTotal: [
    'Upcoming total',
    money<Schedule>('upcoming_total', ({ upcoming }) => upcoming && sumPence(upcoming.map(({ amount }) => amount))),
  ],
  firstPayment: ['First payment', date<Schedule>('first_payment', ({ firstCollectionDate }) => firstCollectionDate)],
  ends: ['Ends', date<Schedule>('ends', ({ endDate }) => endDate)],
  instalments: [
    'Instalments',
    [
      ...one('instalments', ({ instalments }) => whole(instalments)),
      ...one('instalments_left', (schedule) => whole(planProgress(schedule)?.remaining ?? null)),
    ],
  ],
  created: [
    'Created',
    [
      ...one('created_utc', ({ createdAt }) => text(createdAt)),
      ...one('created_london', ({ createdAt }) => text(createdAt && formatInstant(new Date(createdAt)))),
    ],
  ],
  description: ['Description', one('description', ({ description }) => text(description))],
  flags: [
    'Flags',
    one('flags', (schedule, c) => {
      const kinds = flagsOf(schedule, c).map(({ kind }) => kind)
      return text(kinds.length > 0 ? kinds.join(' ') : null)
    }),
  ],
  unreadable: [
    'What could not be read',
    one('not_readable', ({ unreadable }) => text(unreadable.length > 0 ? unreadable.join(' ') : null)),
  ],
} as const satisfies Record<string, [name: string, fields: Field<Schedule>[]]>

export type ExportColumn = keyof typeof COLUMNS
export const EXPORT_COLUMNS = Object.keys(COLUMNS) as [ExportColumn, ...ExportColumn[]]
export const exportColumnName = (column: ExportColumn): string => COLUMNS[column][0]

/** One payment of SmarterPay's list with its schedule. */
type Listed = { schedule: Schedule; payment: UpcomingPayment }
const PAYMENT_FIELDS: Field<Listed>[] = [
  ...date<Listed>('collection_date', ({ payment }) => payment.date),
  ...money<Listed>('payment', ({ payment }) => payment.amount),
  { head: 'payment_state', cell: ({ payment }) => text(payment.amount === 0 ? 'skipped' : 'scheduled') },
  {
    head: 'notice_class',
    cell: ({ schedule, payment }, c) =>
      text(schedule.method === 'direct-debit' ? noticeClass(payment.date, schedule.method, c) : null),
  },
  { head: 'source', cell: () => text('smarterpay') },
]

/** What a file holds: a row for each schedule, or one for each payment that SmarterPay lists. */
export type ExportWhat = 'schedules' | 'payments'

const chosen = (columns: readonly ExportColumn[]): Field<Schedule>[] =>
  columns.flatMap((column) => [...COLUMNS[column][1]])

/** The first row of the file. */
export function exportHead(what: ExportWhat, columns: readonly ExportColumn[]): string[] {
  const heads = chosen(columns).map(({ head }) => head)
  return what === 'payments' ? [...heads, ...PAYMENT_FIELDS.map(({ head }) => head)] : heads
}

/**
 * The rows of one record. A record that could not be read at all is one row with its id where there is one, and says so
 * in the last column if that was chosen; it lists no payments.
 */
export function exportRows(
  what: ExportWhat,
  columns: readonly ExportColumn[],
  row: ScheduleRow,
  c: Circumstances,
): Cell[][] {
  if (isUnreadable(row)) {
    if (what === 'payments') return []
    const bare = { id: text(row.id ?? null), unreadable: text('the whole record') } as Partial<
      Record<ExportColumn, Cell>
    >
    return [columns.flatMap((column) => COLUMNS[column][1].map(() => bare[column] ?? null))]
  }
  const own = chosen(columns).map(({ cell }) => cell(row, c))
  if (what === 'schedules') return [own]
  return (row.upcoming ?? []).map((payment) => [
    ...own,
    ...PAYMENT_FIELDS.map(({ cell }) => cell({ schedule: row, payment }, c)),
  ])
}
