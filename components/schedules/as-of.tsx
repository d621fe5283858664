import { RefreshCw } from 'lucide-react'
import { memo } from 'react'
import { IconButton } from '@/components/ui/button'
import { formatMinutes, londonTime } from '@/lib/calendar-date'
import type { ScheduleList } from '@/lib/schedules/contract'

export type AsOfProps = Pick<ScheduleList, 'source' | 'asOf'> & { fetching: boolean; onRefresh: () => void }

/** As at when the rows are, and whether the index or SmarterPay said so. */
export const AsOf = memo(function AsOf({ source, asOf, fetching, onRefresh }: AsOfProps) {
  return (
    <span className="inline-flex items-center gap-1 self-center text-small text-ink-3" aria-busy={fetching}>
      <span className="tabular-nums max-sm:hidden">
        {source === 'index' ? 'Index' : 'Data'} as at {formatMinutes(londonTime(new Date(asOf)).minutes)}
      </span>
      <IconButton icon={RefreshCw} label="Refresh the list" small data-command="" onClick={onRefresh} />
    </span>
  )
})
