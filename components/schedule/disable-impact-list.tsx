'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleSlash, CreditCard, Landmark, Lock, type LucideIcon, Send, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { formatDate } from '@/lib/calendar-date'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { paymentsTakenQuery, siblingsQuery } from '@/lib/queries/payers'
import { disableImpact, onTheirWay } from '@/lib/schedules/disable-impact'
import type { Schedule } from '@/lib/schedules/model'
import { activeWords, type OnMandate, othersOnMandate, unknownWords } from '@/lib/schedules/on-mandate'

/** What disabling stops, what it is too late to stop, and what stays. Look-ups are made anew for it, stand beside it and fail alone. */
export function DisableImpactList({ schedule }: { schedule: Schedule }) {
  const c = useCircumstances()
  const { stops, locked, known } = disableImpact(schedule, c)
  const taken = useQuery({ ...paymentsTakenQuery(schedule.id), refetchOnMount: 'always' })
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
              {countOf(stops.count, 'upcoming payment')} {stops.count === 1 ? 'stops' : 'stop'}
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
  const { data, isError } = useQuery({ ...siblingsQuery(mandateId), refetchOnMount: 'always' })
  return (
    <Line icon={Landmark}>
      The mandate stays.{' '}
      {isError
        ? 'Other schedules on it could not be looked up; they are not affected.'
        : data && othersWords(othersOnMandate(data, schedule.id))}
    </Line>
  )
}

function othersWords(others: OnMandate): string {
  const active = activeWords(others, 'other active')
  const unknown = unknownWords(others)
  if (active === null) return unknown ?? 'No other active schedule uses it.'
  const sentence = `${active} on it ${others.active.length === 1 ? 'is' : 'are'} not affected.`
  return [sentence.replace(/^a/, 'A'), unknown].filter(Boolean).join(' ')
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
