import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

export type TrailProps = {
  /** The pages above this one, the highest first. */
  above: readonly { href: string; name: string }[]
  /** This page. */
  here: string
}

const Step = () => <ChevronRight aria-hidden size={13} strokeWidth={1.9} className="flex-none" />

/** Where this page stands: those above it, and itself. */
export function Trail({ above, here }: TrailProps) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1 min-w-0 max-w-full print:hidden">
      <ol className="flex flex-wrap items-center gap-1.5 text-ink-3 text-small">
        {above.map(({ href, name }, depth) => (
          <li key={href} className="flex min-w-0 max-w-full items-center gap-1.5">
            {depth > 0 && <Step />}
            <Link href={href} prefetch={false} className="inline-flex min-h-6 min-w-0 items-center truncate text-ink-2">
              {name}
            </Link>
          </li>
        ))}
        <li aria-current="page" className="flex min-w-0 max-w-full items-center gap-1.5">
          <Step />
          <span className="truncate">{here}</span>
        </li>
      </ol>
    </nav>
  )
}
