import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { IconButton, TextButton } from '@/components/ui/button'
import { formatMinutes, londonTime } from '@/lib/calendar-date'
import type { ScheduleList } from '@/lib/schedules/contract'

export type AsOfProps = { answer: ScheduleList; fetching: boolean; onRefresh: () => void }

/** As at when the rows are, and whether the index or SmarterPay said so. */
export function AsOf({ answer, fetching, onRefresh }: AsOfProps) {
  return (
    <span className="inline-flex items-center gap-1 self-center text-small text-ink-3" aria-busy={fetching}>
      <span className="tabular-nums max-sm:hidden">
        {answer.source === 'index' ? 'Index' : 'Data'} as at {formatMinutes(londonTime(new Date(answer.asOf)).minutes)}
      </span>
      <IconButton icon={RefreshCw} label="Refresh the list" small data-command="" onClick={onRefresh} />
    </span>
  )
}

/** What was left out of the address, until it is dismissed. */
export function LeftOut({ ignored }: { ignored: string }) {
  const [dismissed, setDismissed] = useState('')
  if (ignored === '' || ignored === dismissed) return null
  return (
    <div className="mt-3 max-w-[62ch]">
      <Banner
        live="status"
        title="A part of this address was left out."
        actions={<TextButton onClick={() => setDismissed(ignored)}>Dismiss</TextButton>}
      >
        {ignored}
      </Banner>
    </div>
  )
}
