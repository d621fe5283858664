'use client'

import { CircleCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatDate } from '@/lib/calendar-date'
import type { ChangeAnswer } from '@/lib/schedules/changes'
import { ResultHeading } from './result-heading'

/** SmarterPay confirmed everything that was asked: what is now true. */
export function SavedPanel({ answer, onDone }: { answer: ChangeAnswer; onDone: () => void }) {
  const { schedule, change } = answer
  const rows = schedule.upcoming ?? []
  const next = rows.find(({ amount }) => amount > 0)
  const count = rows.length === 1 ? 'the 1 payment' : `all ${rows.length} payments`
  return (
    <div className="mb-3 flex items-start gap-2.5 rounded-control border border-good-line bg-good-soft px-3 py-2.5">
      <CircleCheck aria-hidden size={16} strokeWidth={1.9} className="mt-1 flex-none text-good" />
      <div className="flex-1 text-small">
        <ResultHeading>Saved. SmarterPay confirmed {count}.</ResultHeading>
        {next && <p>Next payment is now {formatDate(next.date)}.</p>}
        <p className="text-ink-3">Change {change.id}</p>
      </div>
      <Button size="small" onClick={onDone}>
        Done
      </Button>
    </div>
  )
}
