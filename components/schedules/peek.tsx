'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { flagSentence, ScheduleFlagMark } from '@/components/schedule-flags'
import { ScheduleSentence } from '@/components/schedule-sentence'
import { IconButton } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { StatusDot } from '@/components/ui/status-dot'
import { DEFAULT_ACTIVITY } from '@/lib/activity'
import { whatText, whoText } from '@/lib/activity/words'
import { formatDate, formatInstant } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { activityQuery } from '@/lib/queries/activity'
import { flagsOf } from '@/lib/schedules/flags'
import type { Schedule } from '@/lib/schedules/model'

const PAYMENTS = 6

/** A look at one row beside the list, which keeps the focus: what it is, what comes next, what was done last. */
export function Peek({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const c = useCircumstances()
  const { id, customReference, status, upcoming } = schedule
  const flags = flagsOf(schedule, c)
  return (
    <aside
      aria-label={`Preview of ${id}`}
      className="floating fixed top-[calc(var(--bar-target)+var(--bar-top))] right-0 bottom-0 z-(--z-popover) flex w-87 max-w-full flex-col overflow-y-auto border-line-strong border-l px-5 pt-4 pb-5 shadow-float max-sm:w-full print:hidden"
    >
      <div className="mb-1 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-title font-strong" title={customReference || id}>
            {customReference || id}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-3">
            <span className="wrap-anywhere">{id}</span>
            <StatusDot status={status} />
          </p>
        </div>
        <IconButton icon={X} label="Close the preview" small onClick={onClose} />
      </div>
      <p className="mb-4 text-ink-2">
        <ScheduleSentence schedule={schedule} />
      </p>
      <Part title="Next payments">
        {upcoming === null ? (
          <p className="text-small text-warn">SmarterPay’s list could not be read.</p>
        ) : upcoming.length === 0 || status === 'inactive' ? (
          <p className="text-small text-ink-3">No upcoming payments.</p>
        ) : (
          <ul className="text-small">
            {upcoming.slice(0, PAYMENTS).map(({ date, amount }) => (
              <li
                key={`${date}-${amount}`}
                className="flex justify-between border-line border-b py-1.5 last:border-b-0"
              >
                {formatDate(date)}
                <span className="tabular-nums">{amount === 0 ? 'No payment (£0.00)' : formatPounds(amount)}</span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {flags.length > 0 && (
        <Part title="Flags">
          <ul className="grid gap-2 text-small">
            {flags.map((flag) => (
              <li key={flag.kind}>
                <ScheduleFlagMark flag={flag} />
                <span className="text-ink-2">{flagSentence(flag)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Last activity">
        <LastActivity id={id} />
      </Part>
      <div className="mt-auto flex gap-2 pt-2">
        <LinkButton href={`/schedules/${id}`} prefetch={false}>
          Open
        </LinkButton>
        <LinkButton href={`/schedules/${id}?tab=payments`} prefetch={false}>
          Open payments
        </LinkButton>
      </div>
    </aside>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-micro font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  )
}

function LastActivity({ id }: { id: string }) {
  const { data, error } = useQuery(activityQuery({ ...DEFAULT_ACTIVITY, schedule: id, size: 1 }))
  if (error) return <p className="text-small text-ink-3">The log could not be read just now.</p>
  if (!data) return <p className="text-small text-ink-3">Reading the log…</p>
  const [last] = data.rows
  if (!last) return <p className="text-small text-ink-3">Nothing was done to it through this dashboard.</p>
  const at = last.phases[0]?.at
  return (
    <p className="text-small">
      {whoText(last)} {whatText(last)}
      {at && <span className="block text-ink-3">{formatInstant(new Date(at))}</span>}
    </p>
  )
}
