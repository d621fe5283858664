'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { TextButton } from '@/components/ui/button'
import { Bar } from '@/components/ui/skeleton'
import { StatusDot } from '@/components/ui/status-dot'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { siblingsQuery } from '@/lib/queries/payers'
import type { ScheduleList } from '@/lib/schedules/contract'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { isWhole } from '@/lib/schedules/on-mandate'
import { planProgress } from '@/lib/schedules/plan'
import { standingOf } from '@/lib/schedules/standing'
import { Nothing, Unreadable } from './fact'

const HEAD =
  'h-9 border-line-strong border-b px-2 text-ink-3 text-micro font-medium whitespace-nowrap first:pl-0 last:pr-0'
const CELL = 'h-(--row-comfortable) border-line border-b px-2 py-1 first:pl-0 last:pr-0 max-sm:px-1'

/** The same payer's other schedules, found by the mandate. Cards have none, and the page says so. */
export function OtherSchedules({ schedule: { id, mandateId } }: { schedule: Schedule }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="mt-6">
      <h2 id={heading} className="mb-0.5 text-title font-strong">
        Other schedules for this payer
      </h2>
      {mandateId ? (
        <OnMandate id={id} mandateId={mandateId} labelledBy={heading} />
      ) : (
        <Said>
          SmarterPay finds a payer’s schedules by the mandate. This schedule has none, so others cannot be listed.
        </Said>
      )}
    </section>
  )
}

function Said({ children }: { children: ReactNode }) {
  return <p className="max-w-[62ch] text-ink-3 text-small">{children}</p>
}

function OnMandate({ id, mandateId, labelledBy }: { id: string; mandateId: string; labelledBy: string }) {
  const { data, error, isFetching, refetch } = useQuery(siblingsQuery(mandateId))
  if (!data) {
    if (!error) {
      return (
        <div aria-busy className="flex h-20 items-center">
          <Bar width="60%" />
        </div>
      )
    }
    return (
      <Said>
        Not available. <TextButton onClick={() => void refetch()}>{isFetching ? 'Trying…' : 'Try again'}</TextButton>
      </Said>
    )
  }
  const others = data.rows.filter((row) => row.id !== id)
  const whole = isWhole(data, id)
  if (others.length === 0)
    return <Said>{whole ? 'None on this mandate.' : 'There may be others: SmarterPay’s list is not complete.'}</Said>
  return <Others rows={others} more={!whole} labelledBy={labelledBy} />
}

function Others({ rows, more, labelledBy }: { rows: ScheduleList['rows']; more: boolean; labelledBy: string }) {
  return (
    <>
      <div className="overflow-x-auto">
        <table aria-labelledby={labelledBy} className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Reference
              </th>
              <th scope="col" className={`${HEAD} text-left max-sm:hidden`}>
                Type
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Amount
              </th>
              <th scope="col" className={`${HEAD} pl-7! max-sm:pl-3! text-left`}>
                Next payment
              </th>
              <th scope="col" className={`${HEAD} text-left max-sm:hidden`}>
                Status
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) =>
              isUnreadable(row) ? (
                <tr key={row.id ?? i}>
                  <td colSpan={5} className={CELL}>
                    {row.id ?? 'A schedule'} <Unreadable />
                  </td>
                </tr>
              ) : (
                <Other key={row.id} schedule={row} />
              ),
            )}
          </tbody>
        </table>
      </div>
      {more && <Said>There may be more than these.</Said>}
    </>
  )
}

function Other({ schedule }: { schedule: Schedule }) {
  const { id, customReference, kind, amount, status } = schedule
  const progress = planProgress(schedule)
  const standing = standingOf(schedule)
  const next = standing.kind === 'running' ? standing.next : null
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left font-regular`}>
        <Link
          href={`/schedules/${id}`}
          prefetch={false}
          className="inline-block min-h-6 font-medium leading-6 wrap-anywhere"
        >
          {customReference ?? id}
        </Link>
        {customReference && (
          <span title={id} className="block truncate text-ink-3 text-micro max-sm:max-w-36">
            {id}
          </span>
        )}
      </th>
      <td className={`${CELL} max-sm:hidden`}>
        {{ ongoing: 'Ongoing', plan: 'Payment plan', unrecognised: 'Unrecognised' }[kind]}
        {progress && (
          <span className="block text-ink-3 text-micro tabular-nums">
            {progress.paid} of {progress.instalments} paid
          </span>
        )}
      </td>
      <td className={`${CELL} text-right font-medium tabular-nums`}>
        {amount === null ? <Unreadable /> : formatPounds(amount)}
      </td>
      <td className={`${CELL} pl-7! max-sm:pl-3! whitespace-nowrap font-medium tabular-nums`}>
        {next ? (
          formatDate(next.date)
        ) : (
          <span className="font-regular">
            <Nothing />
          </span>
        )}
        <span className="block sm:hidden">
          <StatusDot status={status} />
        </span>
      </td>
      <td className={`${CELL} max-sm:hidden`}>
        <StatusDot status={status} />
      </td>
    </tr>
  )
}
