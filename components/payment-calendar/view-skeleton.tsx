import { Waiting } from '@/components/ui/waiting'

/** The room of the calendar, until it is known which view suits. */
export function ViewSkeleton() {
  return (
    <div aria-busy className="min-h-[560px]">
      <Waiting what="payments" />
    </div>
  )
}
