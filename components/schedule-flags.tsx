import {
  CalendarOff,
  CircleHelp,
  CircleSlash,
  Flag as FlagIcon,
  Hourglass,
  Lock,
  type LucideIcon,
  MoveHorizontal,
  Pencil,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate } from '@/lib/calendar-date'
import type { Flag as ScheduleFlag } from '@/lib/schedules/flags'
import { Flag, type FlagTone } from './ui/flag'

// The one map from a schedule's flags to words, icons and tones, for every screen that shows them.

const LOOKS: Record<ScheduleFlag['kind'], { icon: LucideIcon; words: string; tone: FlagTone }> = {
  unrecognised: { icon: CircleHelp, words: 'Unrecognised', tone: 'warn' },
  'dormancy-risk': { icon: Hourglass, words: 'Dormancy risk', tone: 'danger' },
  'short-gap': { icon: MoveHorizontal, words: 'Short gap', tone: 'warn' },
  'not-a-banking-day': { icon: CalendarOff, words: 'Not a banking day', tone: 'warn' },
  overdue: { icon: TriangleAlert, words: 'Date passed', tone: 'warn' },
  'locked-next': { icon: Lock, words: 'Locked', tone: 'plain' },
  'differs-from-rule': { icon: Pencil, words: 'Differs from rule', tone: 'plain' },
  'skipped-next': { icon: CircleSlash, words: 'Skipped next', tone: 'plain' },
  'ends-soon': { icon: FlagIcon, words: 'Ends soon', tone: 'plain' },
}

/** What a flag rests on, in one sentence: its tip, and the text beside it where there is room. */
export function flagSentence(flag: ScheduleFlag): string {
  switch (flag.kind) {
    case 'unrecognised':
      return 'A part of this schedule is in a form that this dashboard does not know.'
    case 'dormancy-risk':
      return `No payment between ${formatDate(flag.from)} and ${formatDate(flag.to)}: the mandate may lapse.`
    case 'short-gap':
      return `Only ${flag.days} ${flag.days === 1 ? 'day' : 'days'} between the payments of ${formatDate(flag.first)} and ${formatDate(flag.second)}.`
    case 'not-a-banking-day':
      return `${formatDate(flag.date)} is not a banking day; SmarterPay will likely collect on ${formatDate(flag.likely)}.`
    case 'overdue':
      return `The day of the next payment, ${formatDate(flag.date)}, has passed, and SmarterPay still lists it.`
    case 'locked-next':
      return `Too late to change the payment of ${formatDate(flag.date)}.`
    case 'differs-from-rule':
      return `${flag.count === 1 ? 'One payment differs' : `${flag.count} payments differ`} from the schedule’s rule.`
    case 'skipped-next':
      return `No payment (£0.00) on ${formatDate(flag.date)}.`
    case 'ends-soon':
      return `The last payment is on ${formatDate(flag.date)}.`
  }
}

/** One flag of a schedule. */
export function ScheduleFlagMark({ flag }: { flag: ScheduleFlag }) {
  return (
    <span title={flagSentence(flag)} className="flex">
      <Flag {...LOOKS[flag.kind]} />
    </span>
  )
}

export type FlagsSummaryProps = {
  /** Worst first. */
  flags: readonly ScheduleFlag[]
  /** Where there is none. */
  otherwise?: ReactNode
}

/** The worst flag of a schedule, and how many more there are. */
export function FlagsSummary({ flags, otherwise = null }: FlagsSummaryProps) {
  const [worst, ...others] = flags
  if (!worst) return otherwise
  return (
    <span className="flex h-[18px] items-center gap-1.5 max-sm:justify-end">
      <ScheduleFlagMark flag={worst} />
      {others.length > 0 && (
        <span
          title={others.map((flag) => LOOKS[flag.kind].words).join(', ')}
          className="text-micro font-medium tabular-nums text-ink-2"
        >
          <span aria-hidden>+{others.length}</span>
          <span className="sr-only">, {others.map((flag) => LOOKS[flag.kind].words).join(', ')}</span>
        </span>
      )}
    </span>
  )
}
