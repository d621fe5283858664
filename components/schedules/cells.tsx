// The cells of the list: how a schedule's facts look in a row, wide and narrow.
import { FlagsSummary } from '@/components/schedule-flags'
import { TwoLines } from '@/components/ui/data-table'
import { StatusDot } from '@/components/ui/status-dot'
import { addDays, type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { ListRow } from '@/lib/schedules/contract'
import { frequencyText } from '@/lib/schedules/frequency-words'
import type { Method, Schedule, Status } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import { dueOf } from '@/lib/schedules/standing'
import { KIND_WORDS, METHOD_WORDS } from './filter-words'
import { amountOf, shortId } from './row-facts'

export const None = () => <span className="text-ink-3">–</span>
/** SmarterPay sent something, and it could not be read: never shown as if it were absent. */
export const Unread = () => <span className="text-warn">Not readable</span>

export const wasRead = (schedule: Schedule, part: keyof Schedule) => !schedule.unreadable.includes(part)

export function DayOf({
  schedule,
  part,
  date,
}: {
  schedule: Schedule
  part: keyof Schedule
  date: CalendarDate | null
}) {
  if (date) return formatDate(date)
  return wasRead(schedule, part) ? <None /> : <Unread />
}

export function Reference({ id, customReference }: Schedule) {
  return (
    <TwoLines
      first={<ReferenceLink id={id} name={customReference || id} />}
      second={customReference ? <span title={id}>{shortId(id)}</span> : 'No custom reference'}
    />
  )
}

/** Followed by the table as a whole: a page of rows would make that many links of the framework. */
export function ReferenceLink({ id, name }: { id: string; name: string }) {
  return (
    <a
      href={`/schedules/${id}`}
      title={name}
      className="block max-w-40 truncate font-medium outline-offset-1 max-sm:max-w-none max-sm:text-[0.9375rem]/[1.375rem]"
    >
      {name}
    </a>
  )
}

export function Payer({ auddis, mandateId, cardId }: Schedule) {
  if (cardId) return <TwoLines first={<span title={cardId}>Card {shortId(cardId, 4)}</span>} />
  if (!auddis && !mandateId) return <None />
  const mandate = mandateId && <span title={mandateId}>{shortId(mandateId)}</span>
  return <TwoLines first={auddis ?? mandate} second={auddis ? mandate : undefined} />
}

/** A bank's columns and a card, each drawn as one path: there is one in every row. */
const METHOD_DRAWINGS = {
  'direct-debit':
    'M10 18v-7M14 18v-7M18 18v-7M6 18v-7M3 22h18M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949z',
  card: 'M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM2 10h20',
} as const

const withDrawing = (method: Exclude<Method, 'unrecognised'>) => (
  <span className="flex items-center gap-[7px]">
    <svg viewBox="0 0 24 24" aria-hidden="true" className="drawing size-3.5 text-ink-2">
      <path d={METHOD_DRAWINGS[method]} />
    </svg>
    {METHOD_WORDS[method]}
  </span>
)

/** The same object for each row of a kind: React sees at once that nothing of it has changed. */
const METHODS_SHOWN = { 'direct-debit': withDrawing('direct-debit'), card: withDrawing('card') }
const STATUSES_SHOWN = {
  active: <StatusDot status="active" />,
  inactive: <StatusDot status="inactive" />,
  unrecognised: <StatusDot status="unrecognised" />,
}

export function MethodCell({ method, asSent }: Schedule) {
  if (method !== 'unrecognised') return METHODS_SHOWN[method]
  return <span className="text-warn">{asSent.method ?? METHOD_WORDS[method]}</span>
}

export const StatusCell = ({ status }: Schedule) => STATUSES_SHOWN[status]

export function KindCell(schedule: Schedule) {
  const progress = planProgress(schedule)
  return (
    <TwoLines
      first={schedule.kind === 'unrecognised' ? <Unread /> : KIND_WORDS[schedule.kind]}
      second={progress && `${progress.paid} of ${progress.instalments} paid`}
    />
  )
}

export function AmountCell(schedule: Schedule) {
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
export function NextCell(schedule: Schedule, { now }: Circumstances) {
  const { date, skipped } = dueOf(schedule)
  const progress = planProgress(schedule)
  const frequency = frequencyText(schedule)
  const nothing = NOTHING_DUE[schedule.status] ?? (schedule.upcoming === null ? 'Not readable' : 'None upcoming')
  return (
    <span className="max-sm:text-ink-3">
      <TwoLines
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

export function FlagsCell({ flags, method }: ListRow) {
  return <FlagsSummary flags={flags} otherwise={<span className="text-ink-3 sm:hidden">{METHOD_WORDS[method]}</span>} />
}
