import { Bar } from '@/components/ui/skeleton'
import { Waiting } from '@/components/ui/waiting'

/** The room of figures, chart and table before their answer. */
export function CollectionsSkeleton() {
  return (
    <div aria-busy>
      <div className="mb-5 flex flex-wrap gap-x-12 gap-y-4">
        {['118px', '96px', '132px', '104px', '84px', '92px'].map((width) => (
          <div key={width} className="flex h-[66px] flex-col justify-between">
            <Bar width="72px" />
            <Bar width={width} />
            <Bar width="60px" />
          </div>
        ))}
      </div>
      <div className="h-10 border-line border-b" />
      <div className="min-h-[320px] pt-4">
        <Waiting what="collections" />
      </div>
    </div>
  )
}
