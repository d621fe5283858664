import { Clock, GripVertical, Lock } from 'lucide-react'
import { memo } from 'react'
import { type CalendarDate, formatDayAndMonth } from '@/lib/calendar-date'
import { type DayCell as Day, sameDay } from '@/lib/schedules/calendar-view'
import { DayNumber } from './day-number'
import { GhostChip, PaymentChip } from './payment-chip'

type DayCellProps = {
  day: Day
  name: string
  listEnd: CalendarDate | null
  tabbable: boolean
  /** Its payments are drawn over it, as buttons, by DayChip. */
  opens: boolean
  hand: HandOnDay | null
  /** Its payment is one of several that were marked. */
  marked: boolean
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
    a.marked === b.marked &&
    sameHand(a.hand, b.hand) &&
    a.name === b.name &&
    a.listEnd === b.listEnd &&
    sameDay(a.day, b.day)
  )
})

function DrawnDay({ day, name, listEnd, tabbable, opens, hand, marked }: DayCellProps) {
  const [ghost] = day.ghosts
  const blocked = !day.banking || day.past || day.notice === 'locked'
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of the ARIA guide, on a table
      role="gridcell"
      data-date={day.date}
      aria-current={day.today ? 'date' : undefined}
      aria-disabled={blocked || undefined}
      aria-selected={hand?.picked || marked || undefined}
      tabIndex={tabbable ? 0 : -1}
      className={`relative h-(--cell) border-line border-r border-b p-0 align-top last:border-r-0 focus-visible:z-1 focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2 ${hand?.over && hand.allowed ? TARGET : groundOf(day)} ${edgeOf(day)}`}
    >
      {/* Text rather than aria-label: checkers hold a label against what is drawn, and the drawing abbreviates. */}
      <span className="sr-only">{name}</span>
      <Lane notice={day.notice} />
      <span aria-hidden className={`absolute inset-0 flex flex-col gap-1 pt-1.5 ${CHIP_EDGES}`}>
        <span className="flex h-[1.125rem] flex-none items-center gap-[5px] text-ink-3 text-micro">
          <DayNumber day={day} />
          <Reason day={day} listEnd={listEnd} />
        </span>
        {day.holiday && <Holiday day={day} />}
        <span className="mt-auto">
          {ghost && day.payments.length === 0 && !hand?.over && <GhostChip ghost={ghost} />}
          {hand?.over && <ChipInHand hand={hand} />}
          {!opens && <PaymentChip payments={day.payments} />}
        </span>
      </span>
    </td>
  )
}

/** Where a day's payments stand in it. */
const CHIP_EDGES = 'pr-1.5 pb-1.5 pl-2'

export type DayChipProps = Pick<DayCellProps, 'day' | 'hand' | 'marked'> & { week: number; weekDay: number }

/**
 * The payments of a day as a button over its cell. It is no part of the cell: a cell's name is its content, and would hold
 * the button's too.
 */
export const DayChip = memo(
  function DayChip({ day, week, weekDay, hand, marked }: DayChipProps) {
    if (hand?.over) return null
    return (
      <div
        data-date={day.date}
        style={{ gridRow: week + 1, gridColumn: weekDay + 1 }}
        className={`min-w-0 self-end [&_button]:pointer-events-auto ${CHIP_EDGES}`}
      >
        <PaymentChip payments={day.payments} opens picked={hand?.picked} marked={marked} />
      </div>
    )
  },
  (a, b) =>
    a.week === b.week &&
    a.weekDay === b.weekDay &&
    a.marked === b.marked &&
    sameHand(a.hand, b.hand) &&
    sameDay(a.day, b.day),
)

/** The day that would take what is in hand. */
const TARGET =
  'bg-accent-soft shadow-[inset_0_0_0_2px_var(--color-accent)] forced-colors:outline-2 forced-colors:outline-[Highlight]'

/** The payment in hand over a day, by keyboard or press; under the pointer it floats instead. */
function ChipInHand({ hand: { amount, from, picked } }: { hand: HandOnDay }) {
  return (
    <span className="flex h-7 items-center gap-1.5 overflow-hidden rounded-chip bg-accent px-[7px] text-on-accent text-small tabular-nums shadow-float forced-colors:outline-2 forced-colors:outline-[Highlight]">
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
    <span className={`text-micro text-ink-2 ${payments.length > 0 ? 'truncate' : 'mt-auto'}`}>
      <span className={`font-medium text-ink ${payments.length > 0 ? 'block truncate' : 'line-clamp-2'}`}>
        {holiday}
      </span>
      {payments.length === 0 && 'Bank holiday'}
    </span>
  )
}
