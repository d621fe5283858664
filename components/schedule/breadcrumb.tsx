import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

/** Schedules › this one, or › this one › `here`. */
export function Breadcrumb({ id, here }: { id: string; here?: string }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1">
      <ol className="flex items-center gap-1.5 text-ink-3 text-small">
        <li>
          <Link href="/schedules" prefetch={false} className="inline-flex min-h-6 items-center text-ink-2">
            Schedules
          </Link>
        </li>
        <li aria-current={here ? undefined : 'page'} className="flex min-w-0 items-center gap-1.5">
          <ChevronRight aria-hidden size={13} strokeWidth={1.9} className="flex-none" />
          {here ? (
            <Link
              href={`/schedules/${id}`}
              prefetch={false}
              className="inline-flex min-h-6 min-w-0 items-center truncate text-ink-2"
            >
              {id}
            </Link>
          ) : (
            <span className="truncate">{id}</span>
          )}
        </li>
        {here && (
          <li aria-current="page" className="flex items-center gap-1.5">
            <ChevronRight aria-hidden size={13} strokeWidth={1.9} className="flex-none" />
            {here}
          </li>
        )}
      </ol>
    </nav>
  )
}
