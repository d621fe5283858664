import { formatDate } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Schedule } from '@/lib/schedules/model'
import { planProgress } from '@/lib/schedules/plan'

/** How far a plan has come, and when it is done. Nothing for what is no plan or does not add up. */
export function PlanProgress({ schedule }: { schedule: Schedule }) {
  const progress = planProgress(schedule)
  if (!progress) return null
  const { paid, instalments, collected, total, left, lastDate } = progress
  const share = total > 0 ? (collected / total) * 100 : 0
  return (
    <div className="mb-2.5 max-w-[62ch]">
      <p className="flex flex-wrap justify-between gap-x-4 text-small tabular-nums">
        <span>
          <b className="font-strong">
            {paid} of {instalments} paid
          </b>
          <span className="text-ink-2">
            {' '}
            · {formatPounds(collected)} of {formatPounds(total)}
          </span>
        </span>
        <span className="text-ink-2">
          {lastDate ? `${formatPounds(left)} to go · last payment ${formatDate(lastDate)}` : 'Nothing left to pay'}
        </span>
      </p>
      <div aria-hidden className="mt-1.5 flex h-2 gap-0.5 overflow-hidden rounded-[3px] bg-press forced-colors:border">
        <span className="bg-chart-locked forced-colors:bg-[Highlight]" style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
