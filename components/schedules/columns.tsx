import type { Column } from '@/components/ui/data-table'
import { formatInstant } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { ListRow } from '@/lib/schedules/contract'
import { frequencyText } from '@/lib/schedules/frequency-words'
import type { Schedule } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import {
  AmountCell,
  dayOf,
  FlagsCell,
  KindCell,
  MethodCell,
  NextCell,
  NONE,
  Payer,
  Reference,
  StatusCell,
  tip,
  UNREAD,
  wasRead,
} from './cells'
import { COLUMN_NAMES, type ColumnId } from './column-names'
import { thenText } from './row-facts'

export type ScheduleColumn = Column<ListRow, Circumstances>

const NOT_NARROW = 'max-sm:hidden'
/** Where the page has no room for all, what the others tell too leaves first, so that flags and the row's menu stay in sight. */
const LEAVES = {
  after: 'max-xl:hidden',
  frequency: 'max-[75rem]:hidden',
  method: 'max-[67rem]:hidden',
  kind: 'max-[61rem]:hidden',
  payer: 'max-[55rem]:hidden',
  status: 'max-[46rem]:hidden',
}

const collectionDayText = ({ collectionDay, collectionPeriod }: Schedule) =>
  collectionPeriod === 'weekly' || collectionDay === null
    ? null
    : collectionDay === 'last'
      ? 'Last day'
      : String(collectionDay)

/** What stands in each column. A phone gives a place to reference, amount, next payment and flags alone. */
export const COLUMNS: Record<ColumnId, ScheduleColumn> = {
  reference: {
    id: 'reference',
    header: COLUMN_NAMES.reference,
    sort: 'reference',
    cell: Reference,
    className: 'sm:pl-7!',
  },
  payer: { id: 'payer', header: COLUMN_NAMES.payer, sort: 'mandate', cell: Payer, className: LEAVES.payer },
  method: { id: 'method', header: COLUMN_NAMES.method, sort: 'method', cell: MethodCell, className: LEAVES.method },
  kind: { id: 'kind', header: COLUMN_NAMES.kind, sort: 'kind', cell: KindCell, className: LEAVES.kind },
  amount: { id: 'amount', header: COLUMN_NAMES.amount, end: true, cell: AmountCell, className: 'tabular-nums' },
  frequency: {
    id: 'frequency',
    header: COLUMN_NAMES.frequency,
    cell: (schedule) => {
      const words = frequencyText(schedule)
      return (
        <span
          title={tip(words, 16)}
          className="line-clamp-2 max-w-36 text-balance whitespace-normal text-ink-2 group-data-[density=compact]/table:line-clamp-1"
        >
          {words.replace(/^[^,]+/, (often) => often.replaceAll(' ', '\u00a0'))}
        </span>
      )
    },
    className: `${LEAVES.frequency} sm:pl-3!`,
  },
  next: {
    id: 'next',
    header: COLUMN_NAMES.next,
    sort: 'next',
    cell: NextCell,
    className: 'max-sm:col-start-1 max-sm:truncate max-sm:text-ink-3',
  },
  after: {
    id: 'after',
    header: COLUMN_NAMES.after,
    cell: thenText,
    className: `${LEAVES.after} text-ink-3 whitespace-normal! group-data-[density=compact]/table:leading-4`,
  },
  status: {
    id: 'status',
    header: COLUMN_NAMES.status,
    sort: 'status',
    cell: StatusCell,
    className: LEAVES.status,
  },
  flags: {
    id: 'flags',
    header: COLUMN_NAMES.flags,
    cell: FlagsCell,
    className: 'max-sm:col-start-2 max-sm:text-right',
  },
  auddis: {
    id: 'auddis',
    header: COLUMN_NAMES.auddis,
    cell: ({ auddis }) => auddis ?? NONE,
    className: NOT_NARROW,
  },
  collectionDay: {
    id: 'collectionDay',
    header: COLUMN_NAMES.collectionDay,
    cell: (schedule) => collectionDayText(schedule) ?? (wasRead(schedule, 'collectionDay') ? NONE : UNREAD),
    className: NOT_NARROW,
  },
  instalmentsLeft: {
    id: 'instalmentsLeft',
    header: COLUMN_NAMES.instalmentsLeft,
    end: true,
    cell: (schedule) => {
      const progress = planProgress(schedule)
      return progress ? `${progress.remaining} of ${progress.instalments}` : NONE
    },
    className: NOT_NARROW,
  },
  upcomingTotal: {
    id: 'upcomingTotal',
    header: COLUMN_NAMES.upcomingTotal,
    end: true,
    cell: ({ upcoming }) => (upcoming === null ? UNREAD : formatPounds(sumPence(upcoming.map(({ amount }) => amount)))),
    className: NOT_NARROW,
  },
  firstPayment: {
    id: 'firstPayment',
    header: COLUMN_NAMES.firstPayment,
    cell: (schedule) => dayOf(schedule, 'firstCollectionDate', schedule.firstCollectionDate),
    className: `${NOT_NARROW} sm:pl-[18px]!`,
  },
  ends: {
    id: 'ends',
    header: COLUMN_NAMES.ends,
    cell: (schedule) => dayOf(schedule, 'endDate', schedule.endDate),
    className: NOT_NARROW,
  },
  created: {
    id: 'created',
    header: COLUMN_NAMES.created,
    sort: 'created',
    cell: (schedule) => {
      if (schedule.createdAt) return formatInstant(new Date(schedule.createdAt))
      return wasRead(schedule, 'createdAt') ? NONE : UNREAD
    },
    className: NOT_NARROW,
  },
  description: {
    id: 'description',
    header: COLUMN_NAMES.description,
    cell: ({ description }) =>
      description ? (
        <span title={description} className="block max-w-64 truncate">
          {description}
        </span>
      ) : (
        NONE
      ),
    className: NOT_NARROW,
  },
}

/** What the index sorts besides. */
export const INDEX_SORTS: Partial<Record<ColumnId, Pick<ScheduleColumn, 'sort'>>> = { amount: { sort: 'amount' } }
