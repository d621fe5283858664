'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import { collectedFrom } from '@/lib/payers/collected'
import { paymentsTakenQuery } from '@/lib/queries/payers'
import type { Schedule } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'
import { Nothing } from './fact'

/** What was collected: of a plan by its own arithmetic, else as SmarterPay's payments show it. */
export function CollectedSoFar({ schedule }: { schedule: Schedule }) {
  const progress = planProgress(schedule)
  if (!progress) return <FromPayments id={schedule.id} />
  return (
    <>
      <span className="tabular-nums">{formatPounds(progress.collected)}</span>
      <Second>
        {progress.paid} of {progress.instalments} instalments
      </Second>
    </>
  )
}

function FromPayments({ id }: { id: string }) {
  const { data, error } = useQuery(paymentsTakenQuery(id))
  if (!data) return <Nothing>{error ? 'Not available' : 'Loading…'}</Nothing>
  const { pence, count, since, atLeast } = collectedFrom(data)
  if (count === 0) return <Nothing>{data.rows.length === 0 ? 'Nothing yet' : 'Nothing confirmed yet'}</Nothing>
  return (
    <>
      <span className="tabular-nums">
        {atLeast && 'At least '}
        {formatPounds(pence)}
      </span>
      <Second>
        {count} {count === 1 ? 'payment' : 'payments'}
        {since && ` since ${formatDate(since).slice(-8)}`}
      </Second>
    </>
  )
}

function Second({ children }: { children: ReactNode }) {
  return <span className="block text-ink-3 tabular-nums">{children}</span>
}
