'use client'

import {
  Check,
  CheckCheck,
  ChevronDown,
  ChevronRight,
  CircleX,
  GitCompareArrows,
  Globe,
  Hourglass,
  Layers,
  type LucideIcon,
  Repeat,
  TriangleAlert,
  User,
} from 'lucide-react'
import Link from 'next/link'
import { Fragment, useState } from 'react'
import { type ActivityGroup, type Outcome, type ReadEntry, readEntry } from '@/lib/activity/entry'
import { entryName, outcomeText, scheduleOf, whatText, whoText } from '@/lib/activity/words'
import { formatLongDate, formatMinutes, londonTime } from '@/lib/calendar-date'
import { EntryDetail } from './entry-detail'
import { reasonText } from './filter-words'

const SOURCES: Record<string, LucideIcon> = { person: User, job: Layers, smarterpay: Repeat, outside: Globe }
const OUTCOMES: Record<Exclude<Outcome, null>, { icon: LucideIcon; look: string }> = {
  done: { icon: Check, look: 'text-ink-2' },
  already: { icon: Check, look: 'text-ink-2' },
  adjusted: { icon: CheckCheck, look: 'text-warn font-medium' },
  refused: { icon: CircleX, look: 'text-danger font-medium' },
  'not-applied': { icon: CircleX, look: 'text-ink-2' },
  open: { icon: Hourglass, look: 'text-warn font-medium' },
  'needs-attention': { icon: TriangleAlert, look: 'text-warn font-medium' },
  seen: { icon: GitCompareArrows, look: 'text-warn font-medium' },
}

const HEAD = 'h-9 border-line-strong border-b px-2 text-left text-ink-3 text-micro font-medium whitespace-nowrap'
const CELL = 'border-line border-b px-2 py-2 align-top max-sm:border-0 max-sm:p-0'

/** What an entry does not have takes no place where a row is a few lines. */
const ABSENT = 'max-sm:hidden'

export type ActivityTableProps = {
  groups: readonly ActivityGroup[]
  /** The entry that a link led to stands open. */
  opened: number | null
  busy: boolean
  ofSchedule: boolean
  canRestore: boolean
}

/** Entries under the London day on which they began; each opens to what changed. */
export function ActivityTable({ groups, opened, busy, ofSchedule, canRestore }: ActivityTableProps) {
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set(opened === null ? [] : groups.map((group) => readEntry(group).seq)),
  )
  const columns = ofSchedule ? 6 : 7
  const turn = (seq: number) =>
    setOpen((now) => new Set(now.has(seq) ? [...now].filter((one) => one !== seq) : [...now, seq]))
  let day = ''
  return (
    <table
      aria-label="Activity"
      inert={busy}
      className={`w-full border-separate border-spacing-0 text-small max-sm:block ${busy ? 'opacity-60' : ''}`}
    >
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className={`${HEAD} w-8`}>
            <span className="sr-only">Open</span>
          </th>
          {['Time', 'Who', 'What was done', ...(ofSchedule ? [] : ['Schedule']), 'Reason', 'Result'].map((head) => (
            <th key={head} scope="col" className={HEAD}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {groups.map((group) => {
          const entry = readEntry(group)
          const at = londonTime(new Date(entry.at))
          const begins = at.date !== day
          day = at.date
          return (
            <Fragment key={entry.seq}>
              {begins && (
                <tr className="max-sm:block">
                  <th
                    colSpan={columns}
                    scope="rowgroup"
                    className="h-8 border-line border-b px-2 text-left font-medium text-ink-3 text-micro max-sm:block max-sm:px-0 max-sm:pt-3"
                  >
                    {formatLongDate(at.date)}
                  </th>
                </tr>
              )}
              <EntryRow
                group={group}
                entry={entry}
                time={formatMinutes(at.minutes)}
                ofSchedule={ofSchedule}
                open={open.has(entry.seq)}
                onTurn={() => turn(entry.seq)}
              />
              {open.has(entry.seq) && (
                <tr id={`entry-${entry.seq}`} className="max-sm:block">
                  <td colSpan={columns} className="border-line border-b bg-sunken px-2 pt-2 pb-4 sm:pl-11 max-sm:block">
                    <EntryDetail group={group} entry={entry} canRestore={canRestore} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

type EntryRowProps = {
  group: ActivityGroup
  entry: ReadEntry
  time: string
  ofSchedule: boolean
  open: boolean
  onTurn: () => void
}

function EntryRow({ group, entry, time, ofSchedule, open, onTurn }: EntryRowProps) {
  const [first] = group.phases
  const Icon = SOURCES[first?.source ?? 'person'] ?? User
  const schedule = scheduleOf(group)
  const result = entry.outcome === null ? null : outcomeText(entry)
  const Turned = open ? ChevronDown : ChevronRight
  return (
    <tr className="hover:bg-hover max-sm:relative max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1 max-sm:border-line max-sm:border-b max-sm:py-2 max-sm:pl-11">
      <td className={`${CELL} w-8 px-0! py-1! max-sm:absolute max-sm:top-0 max-sm:left-0`}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? `entry-${entry.seq}` : undefined}
          aria-label={entryName(group)}
          onClick={onTurn}
          className="grid size-7 place-items-center rounded-control text-ink-2 hover:bg-press max-sm:size-11"
        >
          <Turned size={15} strokeWidth={1.9} aria-hidden />
        </button>
      </td>
      <td className={`${CELL} w-14 text-ink-2 tabular-nums`}>{time}</td>
      <th scope="row" className={`${CELL} text-left font-medium`}>
        <span className="inline-flex items-start gap-2">
          <Icon size={15} strokeWidth={1.9} aria-hidden className="mt-0.5 flex-none text-ink-3" />
          {whoText(group)}
        </span>
      </th>
      <td className={`${CELL} wrap-anywhere max-sm:w-full`}>{whatText(group)}</td>
      {!ofSchedule && (
        <td className={`${CELL} whitespace-nowrap ${schedule ? '' : ABSENT}`}>
          {schedule ? (
            <Link href={`/schedules/${schedule}`} prefetch={false}>
              {schedule}
            </Link>
          ) : (
            <span className="text-ink-3">–</span>
          )}
        </td>
      )}
      <td className={`${CELL} whitespace-nowrap text-ink-2 ${entry.reason ? '' : ABSENT}`}>
        {entry.reason ? reasonText(entry.reason) : <span className="text-ink-3">–</span>}
      </td>
      <td className={`${CELL} ${result === null ? ABSENT : ''}`}>
        <Result outcome={entry.outcome} text={result} />
      </td>
    </tr>
  )
}

function Result({ outcome, text }: { outcome: Outcome; text: string | null }) {
  if (outcome === null || text === null) return <span className="text-ink-3">–</span>
  const { icon: Icon, look } = OUTCOMES[outcome]
  return (
    <span className={`inline-flex items-start gap-1.5 ${look}`}>
      <Icon size={14} strokeWidth={1.9} aria-hidden className="mt-0.5 flex-none" />
      {text}
    </span>
  )
}
