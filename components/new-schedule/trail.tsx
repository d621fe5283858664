import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

/** Schedules › New. */
export function Trail() {
  return (
    <nav aria-label="Breadcrumb" className="mb-1">
      <ol className="flex items-center gap-1.5 text-ink-3 text-small">
        <li>
          <Link href="/schedules" prefetch={false} className="inline-flex min-h-6 items-center text-ink-2">
            Schedules
          </Link>
        </li>
        <li aria-current="page" className="flex items-center gap-1.5">
          <ChevronRight aria-hidden size={13} strokeWidth={1.9} className="flex-none" />
          New
        </li>
      </ol>
    </nav>
  )
}
