// The cells of the list: how a schedule's facts look in a row, wide and narrow.
import type { ReactNode } from 'react'
import { FlagsSummary } from '@/components/schedule-flags'
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

// Elements that never differ are made once, and what is made for each row takes as few as can be: a page is fifty rows, and a
// press of a filter draws those that are seen anew.

export const NONE = <span className="text-ink-3">–</span>
/** SmarterPay sent something, and it could not be read: never shown as if it were absent. */
export const UNREAD = <span className="text-warn">Not readable</span>

/** Two lines in a cell; the second leaves when rows are compact, and on narrow screens. */
function twoLines(first: ReactNode, second?: ReactNode, title?: string): ReactNode {
  return (
    <>
      {first}
      {second && (
        <span title={title} className="second-line">
          {second}
        </span>
      )}
    </>
  )
}

export const wasRead = (schedule: Schedule, part: keyof Schedule) => !schedule.unreadable.includes(part)

export function dayOf(schedule: Schedule, part: keyof Schedule, date: CalendarDate | null): ReactNode {
  if (date) return formatDate(date)
  return wasRead(schedule, part) ? NONE : UNREAD
}

/** So many characters have room in any cell, whatever they are. */
const ROOM = 12

/** The tip of a text that may be cut off; what is sure to stand there whole needs none. */
export const tip = (text: string, room = ROOM) => (text.length > room ? text : undefined)
/** The tip of an id: the whole of it, where it was shortened. */
const wholeId = (id: string, shown: string) => (id === shown ? undefined : id)

export function Reference({ id, customReference }: Schedule) {
  const name = referenceLink(id, customReference || id)
  if (!customReference) return twoLines(name, 'No custom reference')
  const short = shortId(id)
  return twoLines(name, short, wholeId(id, short))
}

/** Followed by the table as a whole: a page of rows would make that many links of the framework. */
export const referenceLink = (id: string, name: string) => (
  <a
    href={`/schedules/${id}`}
    title={tip(name)}
    className="block max-w-38 truncate font-medium outline-offset-1 max-sm:max-w-none max-sm:text-[0.9375rem]/[1.375rem]"
  >
    {name}
  </a>
)

export function Payer({ auddis, mandateId, cardId }: Schedule) {
  if (cardId) return <span title={cardId}>Card {shortId(cardId, 4)}</span>
  if (!mandateId) return auddis ?? NONE
  const mandate = shortId(mandateId)
  const title = wholeId(mandateId, mandate)
  return auddis ? twoLines(auddis, mandate, title) : <span title={title}>{mandate}</span>
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
  return twoLines(
    schedule.kind === 'unrecognised' ? UNREAD : KIND_WORDS[schedule.kind],
    progress && `${progress.paid} of ${progress.instalments} paid`,
  )
}

/** Its column has figures of one width. */
export function AmountCell(schedule: Schedule) {
  const { each, whole } = amountOf(schedule)
  const first = each ?? whole
  if (first === null) return wasRead(schedule, 'amount') ? NONE : UNREAD
  return twoLines(
    <span className="font-medium max-sm:text-[0.9375rem]/[1.375rem] max-sm:font-strong">{formatPounds(first)}</span>,
    whole !== null && (each === null ? 'in all' : `of ${formatPounds(whole)}`),
  )
}

/** Narrow screens leave out the year where it is plain. */
function nextDay(date: CalendarDate, today: CalendarDate) {
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
    <>
      {date ? (
        nextDay(date, now.date)
      ) : (
        <span className="text-ink-3">
          <span className="max-sm:hidden">{schedule.status === 'active' ? nothing : NONE}</span>
          <span className="sm:hidden">{nothing}</span>
        </span>
      )}
      {skipped[0] && <span className="second-line">{formatDate(skipped[0].date)} skipped</span>}
      <span className="sm:hidden">
        {`, ${frequency[0]?.toLowerCase() ?? ''}${frequency.slice(1)}${progress ? `, ${progress.paid} of ${progress.instalments}` : ''}`}
      </span>
    </>
  )
}

export function FlagsCell({ flags, method }: ListRow) {
  return <FlagsSummary flags={flags} otherwise={<span className="text-ink-3 sm:hidden">{METHOD_WORDS[method]}</span>} />
}
