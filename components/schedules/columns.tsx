import { CreditCard, Landmark } from 'lucide-react'
import Link from 'next/link'
import { FlagsSummary } from '@/components/schedule-flags'
import { type Column, TwoLines } from '@/components/ui/data-table'
import { StatusDot } from '@/components/ui/status-dot'
import { addDays, type CalendarDate, formatDate, formatInstant } from '@/lib/calendar-date'
import { formatPounds, sumPence } from '@/lib/money'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Schedule, Status } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import { frequencyText } from '@/lib/schedules/words'
import { COLUMN_NAMES, type ColumnId } from './column-names'
import { KIND_WORDS, METHOD_WORDS } from './filter-words'
import { amountOf, dueOf, shortId, thenText } from './row-facts'

export type ScheduleColumn = Column<Schedule, Circumstances>

const None = () => <span className="text-ink-3">–</span>
/** SmarterPay sent something, and it could not be read: never shown as if it were absent. */
const Unread = () => <span className="text-warn">Not readable</span>

const wasRead = (schedule: Schedule, part: keyof Schedule) => !schedule.unreadable.includes(part)

function DayOf({ schedule, part, date }: { schedule: Schedule; part: keyof Schedule; date: CalendarDate | null }) {
  if (date) return formatDate(date)
  return wasRead(schedule, part) ? <None /> : <Unread />
}

function Reference({ id, customReference }: Schedule) {
  const name = customReference || id
  return (
    <TwoLines
      first={
        <Link
          href={`/schedules/${id}`}
          prefetch={false}
          title={name}
          className="font-medium outline-offset-4 max-sm:text-[0.9375rem]/[1.375rem]"
        >
          <span className="block max-w-44 truncate max-sm:max-w-none">{name}</span>
        </Link>
      }
      second={customReference ? <span title={id}>{shortId(id)}</span> : 'No custom reference'}
    />
  )
}

function Payer({ auddis, mandateId, cardId }: Schedule) {
  if (cardId) return <TwoLines first={<span title={cardId}>Card {shortId(cardId, 4)}</span>} />
  if (!auddis && !mandateId) return <None />
  const mandate = mandateId && <span title={mandateId}>{shortId(mandateId)}</span>
  return <TwoLines first={auddis ?? mandate} second={auddis ? mandate : undefined} />
}

const METHOD_ICONS = { 'direct-debit': Landmark, card: CreditCard, unrecognised: null } as const

function MethodCell({ method, asSent }: Schedule) {
  const Icon = METHOD_ICONS[method]
  return (
    <span className="flex items-center gap-[7px]">
      {Icon && <Icon size={14} strokeWidth={1.9} aria-hidden className="text-ink-2" />}
      {method === 'unrecognised' ? (
        <span className="text-warn">{asSent.method ?? METHOD_WORDS[method]}</span>
      ) : (
        METHOD_WORDS[method]
      )}
    </span>
  )
}

function KindCell(schedule: Schedule) {
  const progress = planProgress(schedule)
  return (
    <TwoLines
      first={schedule.kind === 'unrecognised' ? <Unread /> : KIND_WORDS[schedule.kind]}
      second={progress && `${progress.paid} of ${progress.instalments} paid`}
    />
  )
}

function AmountCell(schedule: Schedule) {
  const { each, whole } = amountOf(schedule)
  const first = each ?? whole
  if (first === null) return wasRead(schedule, 'amount') ? <None /> : <Unread />
  const money = (
    <span className="font-medium tabular-nums max-sm:text-[0.9375rem]/[1.375rem] max-sm:font-strong">
      {formatPounds(first)}
    </span>
  )
  return (
    <TwoLines
      first={money}
      second={
        whole !== null && (each === null ? 'in all' : <span className="tabular-nums">of {formatPounds(whole)}</span>)
      }
    />
  )
}

/** Narrow screens leave out the year where it is plain. */
function NextDay({ date, today }: { date: CalendarDate; today: CalendarDate }) {
  const plain = date > today && date < addDays(today, 330)
  const words = formatDate(date)
  return (
    <span className="font-medium text-ink">
      {words.slice(0, -5)}
      <span className={plain ? 'max-sm:hidden' : ''}>{words.slice(-5)}</span>
    </span>
  )
}

const NOTHING_DUE: Partial<Record<Status, string>> = { inactive: 'Inactive', unrecognised: 'Status unrecognised' }

/** On narrow screens this line also holds how often, and how far a plan is. */
function NextCell(schedule: Schedule, { now }: Circumstances) {
  const { date, skipped } = dueOf(schedule)
  const progress = planProgress(schedule)
  const frequency = frequencyText(schedule)
  const nothing = NOTHING_DUE[schedule.status] ?? (schedule.upcoming === null ? 'Not readable' : 'None upcoming')
  return (
    <span className="max-sm:text-ink-3">
      <TwoLines
        inline
        first={
          date ? (
            <NextDay date={date} today={now.date} />
          ) : (
            <span className="text-ink-3">
              <span className="max-sm:hidden">{schedule.status === 'active' ? nothing : <None />}</span>
              <span className="sm:hidden">{nothing}</span>
            </span>
          )
        }
        second={skipped[0] && `${formatDate(skipped[0].date)} skipped`}
      />
      <span className="sm:hidden">
        {`, ${frequency[0]?.toLowerCase() ?? ''}${frequency.slice(1)}`}
        {progress && `, ${progress.paid} of ${progress.instalments}`}
      </span>
    </span>
  )
}

function FlagsCell(schedule: Schedule, circumstances: Circumstances) {
  return (
    <FlagsSummary
      schedule={schedule}
      circumstances={circumstances}
      otherwise={<span className="text-ink-3 sm:hidden">{METHOD_WORDS[schedule.method]}</span>}
    />
  )
}

const WIDE = 'max-lg:hidden'
const NOT_NARROW = 'max-sm:hidden'

const collectionDayText = ({ collectionDay, collectionPeriod }: Schedule) =>
  collectionPeriod === 'weekly' || collectionDay === null
    ? null
    : collectionDay === 'last'
      ? 'Last day'
      : String(collectionDay)

/** What stands in each column. Narrow screens give a place to reference, amount, next payment and flags alone. */
export const COLUMNS: Record<ColumnId, ScheduleColumn> = {
  reference: {
    id: 'reference',
    header: COLUMN_NAMES.reference,
    sort: 'reference',
    cell: Reference,
    className: 'sm:pl-2!',
  },
  payer: { id: 'payer', header: COLUMN_NAMES.payer, sort: 'mandate', cell: Payer, className: NOT_NARROW },
  method: { id: 'method', header: COLUMN_NAMES.method, sort: 'method', cell: MethodCell, className: NOT_NARROW },
  kind: { id: 'kind', header: COLUMN_NAMES.kind, sort: 'kind', cell: KindCell, className: NOT_NARROW },
  amount: { id: 'amount', header: COLUMN_NAMES.amount, end: true, cell: AmountCell },
  frequency: {
    id: 'frequency',
    header: COLUMN_NAMES.frequency,
    cell: (schedule) => {
      const words = frequencyText(schedule)
      return (
        <span
          title={words}
          className="line-clamp-2 max-w-36 text-balance whitespace-normal text-ink-2 group-data-[density=compact]/table:line-clamp-1"
        >
          {words.replace(/^[^,]+/, (often) => often.replaceAll(' ', '\u00a0'))}
        </span>
      )
    },
    className: `${WIDE} sm:pl-[18px]!`,
  },
  next: {
    id: 'next',
    header: COLUMN_NAMES.next,
    sort: 'next',
    cell: NextCell,
    className: 'max-sm:col-start-1 max-sm:truncate',
  },
  after: {
    id: 'after',
    header: COLUMN_NAMES.after,
    cell: (schedule) => <span className="text-ink-3">{thenText(schedule)}</span>,
    className: WIDE,
  },
  status: {
    id: 'status',
    header: COLUMN_NAMES.status,
    sort: 'status',
    cell: ({ status }) => <StatusDot status={status} />,
    className: NOT_NARROW,
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
    cell: ({ auddis }) => auddis ?? <None />,
    className: NOT_NARROW,
  },
  collectionDay: {
    id: 'collectionDay',
    header: COLUMN_NAMES.collectionDay,
    cell: (schedule) => collectionDayText(schedule) ?? (wasRead(schedule, 'collectionDay') ? <None /> : <Unread />),
    className: NOT_NARROW,
  },
  instalmentsLeft: {
    id: 'instalmentsLeft',
    header: COLUMN_NAMES.instalmentsLeft,
    end: true,
    cell: (schedule) => {
      const progress = planProgress(schedule)
      return progress ? `${progress.remaining} of ${progress.instalments}` : <None />
    },
    className: NOT_NARROW,
  },
  upcomingTotal: {
    id: 'upcomingTotal',
    header: COLUMN_NAMES.upcomingTotal,
    end: true,
    cell: ({ upcoming }) =>
      upcoming === null ? <Unread /> : formatPounds(sumPence(upcoming.map(({ amount }) => amount))),
    className: NOT_NARROW,
  },
  firstPayment: {
    id: 'firstPayment',
    header: COLUMN_NAMES.firstPayment,
    cell: (schedule) => <DayOf schedule={schedule} part="firstCollectionDate" date={schedule.firstCollectionDate} />,
    className: `${NOT_NARROW} sm:pl-[18px]!`,
  },
  ends: {
    id: 'ends',
    header: COLUMN_NAMES.ends,
    cell: (schedule) => <DayOf schedule={schedule} part="endDate" date={schedule.endDate} />,
    className: NOT_NARROW,
  },
  created: {
    id: 'created',
    header: COLUMN_NAMES.created,
    sort: 'created',
    cell: (schedule) => {
      if (schedule.createdAt) return formatInstant(new Date(schedule.createdAt))
      return wasRead(schedule, 'createdAt') ? <None /> : <Unread />
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
        <None />
      ),
    className: NOT_NARROW,
  },
}
