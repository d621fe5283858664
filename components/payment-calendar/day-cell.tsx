import { Clock, GripVertical, Lock } from 'lucide-react'
import { memo } from 'react'
import { type CalendarDate, dayOfMonth, formatDayAndMonth, monthName, monthOf } from '@/lib/calendar-date'
import { type DayCell as Day, sameDay } from '@/lib/schedules/calendar-view'
import { GhostChip, PaymentChip } from './payment-chip'

type DayCellProps = {
  day: Day
  name: string
  listEnd: CalendarDate | null
  tabbable: boolean
  /** Payments are buttons. */
  opens: boolean
  hand: HandOnDay | null
}

/** The payment in hand, as one day has it. */
export type HandOnDay = { picked: boolean; over: boolean; allowed: boolean; amount: string; from: CalendarDate }

const sameHand = (a: HandOnDay | null, b: HandOnDay | null) =>
  a === b || (a !== null && b !== null && a.picked === b.picked && a.over === b.over && a.allowed === b.allowed)

/** One day of the calendar: its name says all that is drawn in it. Redrawn only when something of this day has changed. */
export const DayCell = memo(DrawnDay, (a, b) => {
  return (
    a.tabbable === b.tabbable &&
    a.opens === b.opens &&
    sameHand(a.hand, b.hand) &&
    a.name === b.name &&
    a.listEnd === b.listEnd &&
    sameDay(a.day, b.day)
  )
})

function DrawnDay({ day, name, listEnd, tabbable, opens, hand }: DayCellProps) {
  const [ghost] = day.ghosts
  const blocked = !day.banking || day.past || day.notice === 'locked'
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of the ARIA guide, on a table
      role="gridcell"
      data-date={day.date}
      aria-labelledby={`day-${day.date}`}
      aria-current={day.today ? 'date' : undefined}
      aria-disabled={blocked || undefined}
      aria-selected={hand?.picked || undefined}
      tabIndex={tabbable ? 0 : -1}
      className={`relative h-(--cell) border-line border-r border-b p-0 align-top last:border-r-0 focus-visible:z-1 focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2 ${hand?.over && hand.allowed ? TARGET : groundOf(day)} ${edgeOf(day)}`}
    >
      {/* Text rather than aria-label: checkers hold a label against what is drawn, and the drawing abbreviates. */}
      <span id={`day-${day.date}`} className="sr-only">
        {name}
      </span>
      <Lane notice={day.notice} />
      <span className="absolute inset-0 flex flex-col gap-1 pt-1.5 pr-1.5 pb-1.5 pl-2">
        <span aria-hidden className="flex h-[18px] flex-none items-center gap-[5px] text-ink-3 text-micro">
          <DayNumber day={day} />
          <Reason day={day} listEnd={listEnd} />
        </span>
        {day.holiday && <Holiday day={day} />}
        <span aria-hidden={!opens || undefined} className="mt-auto grid gap-0.5">
          {ghost && day.payments.length === 0 && !hand?.over && <GhostChip ghost={ghost} />}
          {hand?.over && <ChipInHand hand={hand} />}
          {!(hand?.over && (hand.picked || day.payments.length > 0)) && (
            <PaymentChip payments={day.payments} opens={opens} picked={hand?.picked} />
          )}
        </span>
      </span>
    </td>
  )
}

/** The day that would take what is in hand. */
const TARGET =
  'bg-accent-soft shadow-[inset_0_0_0_2px_var(--color-accent)] forced-colors:outline-2 forced-colors:outline-[Highlight]'

/** The payment in hand over a day, by keyboard or press; under the pointer it floats instead. */
function ChipInHand({ hand: { amount, from, picked } }: { hand: HandOnDay }) {
  return (
    <span
      aria-hidden
      className="flex h-7 items-center gap-1.5 overflow-hidden rounded-chip bg-accent px-[7px] text-on-accent text-small tabular-nums shadow-float forced-colors:outline-2 forced-colors:outline-[Highlight]"
    >
      <GripVertical size={14} strokeWidth={1.9} className="flex-none max-lg:hidden" />
      <b className="font-strong">{amount}</b>
      <span className="ml-auto whitespace-nowrap text-micro max-lg:hidden">
        {picked ? 'Picked up' : `from ${formatDayAndMonth(from)}`}
      </span>
    </span>
  )
}

function groundOf({ banking, notice, past }: Day): string {
  if (!banking) return 'hatched bg-sunken'
  return notice === 'locked' || past ? 'bg-sunken' : 'bg-surface'
}

/** After the list's end the edges are dashed: nothing there is SmarterPay's. */
function edgeOf({ beyondList, firstBeyondList }: Day): string {
  if (!beyondList) return ''
  return `border-dashed border-r-control! border-b-control! ${firstBeyondList ? 'shadow-[inset_2px_0_0_var(--color-accent)]' : ''}`
}

function Lane({ notice }: Pick<Day, 'notice'>) {
  if (notice === 'locked')
    return <span className="absolute inset-x-0 top-0 h-[3px] bg-ink-3 forced-colors:bg-[CanvasText]" />
  if (notice === 'short-notice') return <span className="lane-short absolute inset-x-0 top-0 h-[3px]" />
  return null
}

function DayNumber({ day: { date, inMonth, banking, today } }: { day: Day }) {
  const number = dayOfMonth(date)
  if (today) {
    return (
      <>
        <span className="-ml-[3px] relative top-px h-[18px] min-w-[22px] rounded-[9px] bg-surface text-center font-strong text-accent text-small leading-[18px] shadow-[0_0_0_1.5px_var(--color-accent)] forced-colors:outline-2 forced-colors:outline-[Highlight]">
          {number}
        </span>
        <span className="font-medium text-accent">Today</span>
      </>
    )
  }
  return (
    <>
      <span
        className={`font-medium text-small tabular-nums ${inMonth ? (banking ? 'text-ink' : 'text-ink-2') : 'text-ink-3'}`}
      >
        {number}
      </span>
      {number === 1 && <span className="font-medium">{monthName(monthOf(date).month).slice(0, 3)}</span>}
    </>
  )
}

function Reason({ day: { notice, startsRun, firstBeyondList }, listEnd }: { day: Day; listEnd: CalendarDate | null }) {
  if (firstBeyondList && listEnd) {
    return (
      <span className="ml-auto whitespace-nowrap font-medium text-accent">List ends {formatDayAndMonth(listEnd)}</span>
    )
  }
  if (notice !== 'locked' && notice !== 'short-notice') return null
  const [Icon, word, colour] =
    notice === 'locked' ? ([Lock, 'Locked', 'text-ink-2'] as const) : ([Clock, 'Short notice', 'text-warn'] as const)
  return (
    <span className={`ml-auto inline-flex items-center gap-1 whitespace-nowrap ${colour}`}>
      <Icon aria-hidden size={12} strokeWidth={1.9} />
      {startsRun && <span className="max-lg:hidden">{word}</span>}
    </span>
  )
}

function Holiday({ day: { holiday, payments } }: { day: Day }) {
  return (
    <span aria-hidden className={`text-micro text-ink-2 ${payments.length > 0 ? 'truncate' : 'mt-auto'}`}>
      <span className={`font-medium text-ink ${payments.length > 0 ? 'block truncate' : 'line-clamp-2'}`}>
        {holiday}
      </span>
      {payments.length === 0 && 'Bank holiday'}
    </span>
  )
}
