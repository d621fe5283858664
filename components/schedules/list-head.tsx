import { Plus } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import type { ScheduleList } from '@/lib/schedules/contract'
import { AsOf } from './as-of'
import { ScheduleExport } from './export-menu'
import { SelectButton } from './select-button'
import type { RowSelection } from './use-selecting'

const NEW_SCHEDULE = (
  <LinkButton
    href="/schedules/new"
    prefetch={false}
    variant="primary"
    icon={Plus}
    data-command=""
    className="ml-1 max-sm:ml-0 max-sm:size-11 max-sm:px-0"
  >
    <span className="max-sm:sr-only">New schedule</span>
  </LinkButton>
)

export type ListHeadProps = Pick<RowSelection, 'selecting' | 'begin' | 'end'> & {
  /** How many there are, in words; empty while that is not known. */
  count: string
  answer: ScheduleList | undefined
  fetching: boolean
  onRefresh: () => void
  mayExport: boolean
  mayCreate: boolean
}

/** What the page is, how much of it there is and as of when, and what can be done with the list as a whole. */
export function ListHead(props: ListHeadProps) {
  const { count, answer, fetching, onRefresh, mayExport, mayCreate, selecting, begin, end } = props
  return (
    <div className="flex min-h-8 flex-wrap items-baseline gap-3">
      <h1 className="text-page font-strong tracking-[-0.014em]">Schedules</h1>
      <span role="status" className="text-body tabular-nums text-ink-3">
        {count}
      </span>
      <span className="ml-auto inline-flex flex-wrap items-center justify-end gap-x-3 gap-y-2 self-center max-sm:gap-x-2">
        {answer && <AsOf source={answer.source} asOf={answer.asOf} fetching={fetching} onRefresh={onRefresh} />}
        {mayExport && <SelectButton selecting={selecting} begin={begin} end={end} />}
        {mayExport && <ScheduleExport />}
        {mayCreate && NEW_SCHEDULE}
      </span>
    </div>
  )
}
