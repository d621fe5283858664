import { Check, GripVertical, OctagonAlert } from 'lucide-react'
import type { Hand } from '@/components/payment-calendar/month-grid'
import { TextButton } from '@/components/ui/button'
import { formatDate } from '@/lib/calendar-date'
import type { Target } from '@/lib/schedules/draft-target'
import { targetText } from '@/lib/schedules/target-words'

export type HandStripProps = { hand: Hand; target: Target; notices: boolean; onPutBack: () => void }

/** What is in hand and what the day under it would be, above the calendar while a payment is moved by key or press. */
export function HandStrip({ hand, target, notices, onPutBack }: HandStripProps) {
  const { head, more } = targetText(target, notices)
  const Icon = target.allowed ? Check : OctagonAlert
  return (
    <div className="-my-1.5 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-ink px-2.5 py-0.5 text-small text-surface forced-colors:outline-1 forced-colors:outline-[CanvasText]">
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <GripVertical aria-hidden size={14} strokeWidth={1.9} />
        <b className="font-strong">{hand.amount}</b> from {formatDate(hand.from)}
      </span>
      <span className="inline-flex items-start gap-1.5">
        <Icon aria-hidden size={14} strokeWidth={1.9} className="mt-0.5 flex-none" />
        <span>
          <b className="font-strong">{head}.</b> {more}
        </span>
      </span>
      <span className="ml-auto whitespace-nowrap max-sm:ml-0">
        Press a day to move it there.{' '}
        <TextButton onClick={onPutBack} className="text-surface! underline underline-offset-2 max-sm:min-h-11">
          Put back
        </TextButton>
      </span>
    </div>
  )
}
