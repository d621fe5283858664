'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { ResolveForm } from '@/components/review/attention-panel'
import { Dialog } from '@/components/ui/dialog'
import { say } from '@/components/ui/updates'
import { changeTitle, type WatchRow } from '@/lib/collections/watch-list'
import { formatPounds } from '@/lib/money'
import { sentText } from '@/lib/schedules/change-words'

/** A person's word on a change of which nobody knows whether it was saved, with the ways to find out. */
export function ResolveDialog({ row, onClose }: { row: WatchRow; onClose: () => void }) {
  const cache = useQueryClient()
  const { schedule, reference, amount, detail } = row
  const page = schedule && `/schedules/${encodeURIComponent(schedule)}`
  return (
    <Dialog title={changeTitle(row)} onClose={onClose}>
      <p className="mb-3 text-ink-2">
        It was {sentText(detail) || 'sent'}, and never confirmed. Look at what SmarterPay holds now, then say what came
        of it
        {page ? '; until then nothing else is sent for this schedule.' : '.'}
      </p>
      {amount !== null && (
        <p className="mb-3 text-ink-2">
          <b className="font-strong text-ink">{formatPounds(amount)}</b> at stake:{' '}
          {page ? 'the payments that it touches, from today on.' : 'its first payment, or the whole of a plan.'}
        </p>
      )}
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
        {page ? (
          <>
            <Link href={`${page}?tab=payments`} prefetch={false} className="inline-flex min-h-6 items-center">
              Show its payments
            </Link>
            <Link href={`${page}?tab=activity`} prefetch={false} className="inline-flex min-h-6 items-center">
              Show what was sent
            </Link>
          </>
        ) : (
          <Link href="/schedules?sort=-created" prefetch={false} className="inline-flex min-h-6 items-center">
            Show the newest schedules
          </Link>
        )}
      </p>
      <ResolveForm
        scheduleId={schedule ?? 'new'}
        changeId={detail.change ?? ''}
        onResolved={(outcome) => {
          void cache.invalidateQueries({ queryKey: ['watch'] })
          say(outcome === 'applied' ? 'It is on record as saved.' : 'It is on record as not saved.')
          onClose()
        }}
      />
      <p className="mt-4 wrap-anywhere text-ink-3 text-micro">
        {schedule && reference && `Schedule ${schedule}. `}Change {detail.change}.
      </p>
    </Dialog>
  )
}
