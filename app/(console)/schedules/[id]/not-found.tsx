import { Search, SearchX } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'

/** One text for what does not exist and for what this person may not see. */
export default function ScheduleNotFound() {
  return (
    <div className="px-4 pt-10 pb-10 sm:px-6">
      <SearchX size={22} strokeWidth={1.9} aria-hidden className="mb-2 text-ink-2" />
      <h1 className="text-[0.9375rem]/5 font-strong">This schedule does not exist or you do not have access.</h1>
      <p className="mt-1 mb-3 text-ink-2">Check the reference, or ask a team lead.</p>
      <LinkButton href="/schedules" prefetch={false} icon={Search}>
        Search schedules
      </LinkButton>
    </div>
  )
}
