import { CircleDashed } from 'lucide-react'
import { memo } from 'react'
import { Banner } from '@/components/ui/banner'
import type { Schedule } from '@/lib/schedules/model'
import { emptyText } from '@/lib/schedules/payment-words'

/** Why SmarterPay's list shows nothing: it is empty, or it could not be read. Null where there are rows. */
export const EmptyList = memo(function EmptyList({ schedule }: { schedule: Schedule }) {
  if (schedule.upcoming === null) {
    return (
      <div className="mb-3">
        <Banner tone="warn" title="The list of upcoming payments could not be read.">
          SmarterPay sent one, but not in a form this dashboard understands. Its own text is under Details; the schedule
          can be viewed and not edited.
        </Banner>
      </div>
    )
  }
  const text = emptyText(schedule)
  if (!text) return null
  const [first, ...rest] = text.split(/(?<=\.) /)
  return (
    <div className="py-4">
      <CircleDashed aria-hidden size={22} strokeWidth={1.9} className="mb-2 text-ink-2" />
      <p className="text-[0.9375rem]/5 font-strong">{first}</p>
      <p className="text-ink-2">{rest.join(' ')}</p>
    </div>
  )
})
