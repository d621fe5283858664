import { Hourglass, Pencil, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Flag } from '@/components/ui/flag'
import { ACTION_WORDS } from '@/lib/activity/words'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import type { KeptDraft, OpenChange, WorkedOn as Worked } from '@/lib/collections/today'
import { formatPounds } from '@/lib/money'
import { Nothing, Part, ScheduleLink } from './part'

const CELL = 'h-(--row-comfortable) border-line border-b px-2 align-middle first:pl-0 last:pr-0'
const HEAD = 'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium first:pl-0 last:pr-0'

const actionText = (action: string) =>
  Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as keyof typeof ACTION_WORDS] : action

/** The schedules that the person changed lately. */
export function WorkedOn({ rows }: { rows: readonly Worked[] }) {
  return (
    <Part title="My recent schedules" all={{ href: '/activity', words: 'Activity' }}>
      {rows.length === 0 ? (
        <Nothing>Schedules that you change appear here.</Nothing>
      ) : (
        <table aria-label="My recent schedules" className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Reference
              </th>
              <th scope="col" className={`${HEAD} text-left max-sm:hidden`}>
                Last time
              </th>
              <th scope="col" className={`${HEAD} text-left`}>
                Next payment
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ schedule, reference, action, at, next, amount }) => (
              <tr key={schedule}>
                <th scope="row" className={`${CELL} text-left font-regular`}>
                  <ScheduleLink schedule={schedule} reference={reference} />
                </th>
                <td className={`${CELL} text-ink-2 max-sm:hidden`}>
                  {actionText(action)}, {formatInstant(new Date(at))}
                </td>
                <td className={`${CELL} whitespace-nowrap font-medium`}>
                  {next ? formatDate(next) : <span className="font-regular text-ink-3">None</span>}
                </td>
                <td className={`${CELL} whitespace-nowrap text-right font-medium`}>
                  {amount === null ? '–' : formatPounds(amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

type MyOpenWorkProps = { open: readonly OpenChange[]; drafts: readonly KeptDraft[] }

/** What the person began and has not finished. */
export function MyOpenWork({ open, drafts }: MyOpenWorkProps) {
  return (
    <Part title="Not finished">
      {open.length + drafts.length === 0 ? (
        <Nothing>Every change of yours is confirmed, and nothing typed is waiting.</Nothing>
      ) : (
        <ul className="text-small">
          {open.map(({ schedule, reference, action, state, at }) => (
            <li key={`${schedule} ${at}`} className="border-line border-b py-2">
              {schedule ? <ScheduleLink schedule={schedule} reference={reference} /> : 'A new schedule'}
              <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-2">
                {actionText(action)}, {formatInstant(new Date(at))}
                {state === 'needs-attention' ? (
                  <Flag icon={TriangleAlert} tone="danger" words="Needs attention" />
                ) : (
                  <Flag icon={Hourglass} tone="warn" words="Not confirmed yet" />
                )}
              </span>
            </li>
          ))}
          {drafts.map(({ schedule, reference, savedAt }) => (
            <li key={schedule} className="border-line border-b py-2">
              <ScheduleLink schedule={schedule} reference={reference} />
              <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-2">
                Typed {formatInstant(new Date(savedAt))}
                <Flag icon={Pencil} words="Draft kept" />
                <Link href={`/schedules/${encodeURIComponent(schedule)}?tab=payments`} prefetch={false}>
                  Continue
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
