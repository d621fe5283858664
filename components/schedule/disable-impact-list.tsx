'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleSlash, CreditCard, Landmark, Lock, type LucideIcon, Send, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { copyAge } from '@/components/copy-age'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { paymentsTakenQuery, siblingsQuery } from '@/lib/queries/payers'
import { disableImpact, onTheirWay } from '@/lib/schedules/disable-impact'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What disabling stops, what it is too late to stop, and what stays. Look-ups stand beside it and fail alone. */
export function DisableImpactList({ schedule }: { schedule: Schedule }) {
  const c = useCircumstances()
  const { stops, locked, known } = disableImpact(schedule, c)
  const taken = useQuery(paymentsTakenQuery(schedule.id))
  const sent = onTheirWay(taken.data?.rows ?? [])
  return (
    <ul aria-label="What disabling does" className="mb-4 grid gap-2">
      <Line icon={CircleSlash}>
        {!known ? (
          'The upcoming payments could not be read; all that can still be stopped will stop.'
        ) : stops.count === 0 ? (
          'No payment is left to stop.'
        ) : (
          <>
            <b className="font-strong">
              {plural(stops.count, 'upcoming payment')} {stops.count === 1 ? 'stops' : 'stop'}
            </b>
            , {formatPounds(stops.total)}, next on {stops.next && formatDate(stops.next)}.
            {schedule.kind === 'ongoing' && schedule.endDate === null && ' None follow later.'}
          </>
        )}
      </Line>
      {locked.map(({ date, amount }) => (
        <Line key={date} icon={Lock}>
          <b className="font-strong">Too late to stop:</b> {formatPounds(amount)} on {formatDate(date)} may still be
          taken.
        </Line>
      ))}
      {sent.map(({ id, date, amount }) => (
        <Line key={id} icon={Send}>
          <b className="font-strong">Already sent:</b> {amount === null ? 'a payment' : formatPounds(amount)}
          {date && ` for ${formatDate(date)}`} will still be taken.
        </Line>
      ))}
      {taken.isError && (
        <Line icon={Send}>
          Whether a payment is already on its way could not be looked up. It would still be taken.
        </Line>
      )}
      {schedule.mandateId ? <MandateStays schedule={schedule} mandateId={schedule.mandateId} /> : <CardStays />}
      <Line icon={TriangleAlert}>SmarterPay cannot enable it again. A snapshot is saved first.</Line>
    </ul>
  )
}

function MandateStays({ schedule, mandateId }: { schedule: Schedule; mandateId: string }) {
  const { data, isError } = useQuery(siblingsQuery(mandateId))
  const others = (data?.rows ?? []).filter(
    (row) => !isUnreadable(row) && row.id !== schedule.id && row.status === 'active',
  )
  return (
    <Line icon={Landmark}>
      The mandate stays.{' '}
      {isError
        ? 'Other schedules on it could not be looked up; they are not affected.'
        : !data
          ? ''
          : others.length === 0
            ? 'No other active schedule uses it.'
            : `${plural(others.length, 'other active schedule')} on it ${others.length === 1 ? 'is' : 'are'} not affected.`}
      {copyAge(data) && <span className="text-ink-3"> {copyAge(data)}.</span>}
    </Line>
  )
}

const CardStays = () => <Line icon={CreditCard}>The card stays, and so do other schedules on it.</Line>

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden size={16} strokeWidth={1.9} className="mt-0.5 flex-none text-ink-2" />
      <span>{children}</span>
    </li>
  )
}
