import { Bar } from '@/components/ui/skeleton'
import { Waiting } from '@/components/ui/waiting'

/** The page of a schedule before its answer: the same places, still empty. */
export function ScheduleSkeleton({ id }: { id: string }) {
  return (
    <div aria-busy>
      <ScheduleTitle id={id} />
      <div className="mt-0.5 mb-2.5 flex h-6 items-center">
        <Bar width="min(56ch, 80%)" />
      </div>
      <div className="flex h-10 items-center gap-6 border-line border-b">
        <Bar width="62px" />
        <Bar width="64px" />
        <Bar width="46px" />
      </div>
      <div className="mt-4">
        <Waiting what="the schedule" />
      </div>
      <div className="mt-4 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_348px]">
        <Lines count={7} />
        <Lines count={8} />
      </div>
    </div>
  )
}

/** The page's heading while there is nothing else to say of the schedule. */
export function ScheduleTitle({ id }: { id: string }) {
  return (
    <div className="flex min-h-8 items-center">
      <h1 className="text-page font-strong tracking-[-0.014em] wrap-anywhere">Schedule {id}</h1>
    </div>
  )
}

function Lines({ count }: { count: number }) {
  return (
    <div>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without an identity
        <div key={i} className="flex h-(--row-compact) items-center justify-between border-line border-b">
          <Bar width="112px" />
          <Bar width="56px" />
        </div>
      ))}
    </div>
  )
}
