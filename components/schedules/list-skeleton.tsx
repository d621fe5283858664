import { Bar } from '@/components/ui/skeleton'
import { Waiting } from '@/components/ui/waiting'
import type { Density } from './display'

const ROWS = Array.from({ length: 12 }, (_, index) => ({
  id: index,
  reference: 88 + ((index * 37) % 40),
  payer: 96 + ((index * 23) % 32),
}))

/** The list before its first answer: bars where words will stand, in the final grid. */
export function ListSkeleton({ density }: { density: Density }) {
  const height = density === 'compact' ? 'h-(--row-compact)' : 'h-(--row-comfortable)'
  return (
    <div aria-busy="true" className="px-4 sm:px-2">
      <div className="flex h-9 items-center border-line-strong border-b">
        <Waiting what="schedules" />
      </div>
      {ROWS.map(({ id, reference, payer }) => (
        <div key={id} className={`flex items-center gap-8 border-line border-b ${height} max-sm:h-[65px]`}>
          <span className="w-32 flex-none">
            <Bar width={`${reference}px`} />
          </span>
          <span className="flex-1 max-sm:hidden">
            <Bar width={`${payer}px`} />
          </span>
          <span className="flex-1 text-right">
            <Bar width="56px" />
          </span>
          <span className="w-40 flex-none max-md:hidden">
            <Bar width="104px" />
          </span>
        </div>
      ))}
    </div>
  )
}
