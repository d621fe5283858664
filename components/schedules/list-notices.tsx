import { lazy, Suspense } from 'react'
import type { ScheduleList } from '@/lib/schedules/contract'

const IndexBeingMade = lazy(async () => ({ default: (await import('./index-notices')).IndexBeingMade }))
const IndexOld = lazy(async () => ({ default: (await import('./index-notices')).IndexOld }))
const LeftOut = lazy(async () => ({ default: (await import('@/components/ui/left-out')).LeftOut }))

export type ListNoticesProps = {
  answer: ScheduleList | undefined
  /** How old the index is, once that is worth a word. */
  minutesOld: number | null
  refreshing: boolean
  onRefresh: () => void
  /** What was left out of the address, in words. */
  ignored: readonly string[]
}

/** What whoever reads the list should know of it first. Most lists need none of them, so each is fetched when it is needed. */
export function ListNotices({ answer, minutesOld, refreshing, onRefresh, ignored }: ListNoticesProps) {
  return (
    <Suspense fallback={null}>
      {answer?.indexing && <IndexBeingMade read={answer.indexing.read} />}
      {answer?.source === 'index' && minutesOld !== null && (
        <IndexOld minutes={minutesOld} refreshing={refreshing} onRefresh={onRefresh} />
      )}
      {ignored.length > 0 && <LeftOut ignored={ignored.join(' ')} />}
    </Suspense>
  )
}
