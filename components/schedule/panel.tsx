import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { TextButton } from '@/components/ui/button'
import { Bar } from '@/components/ui/skeleton'
import type { ProblemError } from '@/lib/problem'

export type PanelProps<T> = {
  title: string
  query: UseQueryResult<T, ProblemError>
  /** Lines of the skeleton, about as many as the content will have. */
  lines: number
  children: (data: T) => ReactNode
}

/** A look-up that stands beside the schedule: it loads alone and fails alone, and never holds the page up. */
export function Panel<T>({ title, query, lines, children }: PanelProps<T>) {
  const heading = useId()
  const { data, error, isFetching, refetch } = query
  return (
    <section aria-labelledby={heading} aria-busy={isFetching && data === undefined} className="mt-6">
      <h2 id={heading} className="mb-1 text-title font-strong">
        {title}
      </h2>
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <Failed problem={error} busy={isFetching} onAgain={() => void refetch()} />
      ) : (
        <Lines count={lines} />
      )}
    </section>
  )
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, i) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: bars without an identity
      key={i}
      className="grid h-8 grid-cols-[128px_minmax(0,1fr)] items-center gap-x-2 border-line border-b last:border-b-0"
    >
      <span>
        <Bar width="72px" />
      </span>
      <span>
        <Bar width="60%" />
      </span>
    </div>
  ))
}

function Failed({
  problem: { problem },
  busy,
  onAgain,
}: {
  problem: ProblemError
  busy: boolean
  onAgain: () => void
}) {
  const again = problem.kind !== 'not-found' && problem.kind !== 'not-allowed'
  return (
    <p className="text-ink-3 text-small">
      Not available{problem.kind === 'not-found' ? ': SmarterPay does not know it' : ''}.{' '}
      {again && <TextButton onClick={onAgain}>{busy ? 'Trying…' : 'Try again'}</TextButton>}
    </p>
  )
}
