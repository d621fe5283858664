import { Clock, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import type { Method } from '@/lib/schedules/model'

export type LegendProps = { method: Method; notices: boolean; listEnd: CalendarDate | null }

/** What the patterns of the calendar mean. */
export function Legend({ method, notices, listEnd }: LegendProps) {
  const judged = notices && method !== 'card'
  return (
    <div className="flex min-h-4 flex-wrap items-center gap-x-[18px] gap-y-1 text-ink-2 text-micro">
      {judged && (
        <>
          <Entry mark={<Lock aria-hidden size={13} strokeWidth={1.9} />}>Locked: too late to change</Entry>
          <Entry mark={<Clock aria-hidden size={13} strokeWidth={1.9} className="text-warn" />}>
            Short notice: needs a reason
          </Entry>
        </>
      )}
      <Entry
        mark={
          <span className="h-3 w-4 rounded-[2px] border border-control bg-[repeating-linear-gradient(135deg,var(--color-control)_0_1px,transparent_1px_4px)] forced-colors:border-[CanvasText] forced-colors:bg-[repeating-linear-gradient(135deg,CanvasText_0_1px,Canvas_1px_4px)] forced-colors:forced-color-adjust-none" />
        }
      >
        Not a banking day
      </Entry>
      {listEnd && (
        <Entry mark={<span className="h-3 w-4 rounded-[2px] border border-control border-dashed" />}>
          After SmarterPay’s list, which ends {formatDate(listEnd)}
        </Entry>
      )}
    </div>
  )
}

function Entry({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {mark}
      <span>{children}</span>
    </span>
  )
}
