'use client'

import { Info, ShieldCheck } from 'lucide-react'
import { memo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { formatDate } from '@/lib/calendar-date'
import type { Schedule } from '@/lib/schedules/model'
import { earliestNoticeSafe } from '@/lib/schedules/notice'

const LOOK =
  'inline-flex min-h-7 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 text-small'

/** The first day for which the payer can still be told in good time. Cards know no such day, inactive schedules need none. */
export const NoticeChip = memo(function NoticeChip({ schedule: { method, status } }: { schedule: Schedule }) {
  const c = useCircumstances()
  if (status === 'inactive' || method === 'unrecognised') return null
  if (method === 'card') {
    return (
      <span className={LOOK}>
        <Info aria-hidden size={14} strokeWidth={1.9} className="flex-none text-ink-2" />
        Card payments: no notice period, projected dates are estimates
      </span>
    )
  }
  return (
    <span className={LOOK}>
      <ShieldCheck aria-hidden size={14} strokeWidth={1.9} className="flex-none text-accent" />
      <span>
        Earliest notice-safe date: <b className="font-strong">{formatDate(earliestNoticeSafe(c))}</b>
      </span>
    </span>
  )
})
