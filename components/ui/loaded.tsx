import type { ReactNode } from 'react'
import type { ProblemError } from '@/lib/problem'
import { ProblemPanel } from './problem-panel'

/** What this needs of a query: its last good answer, its last failure, and a way to ask again. */
export type QueryLike<T> = {
  data: T | undefined
  error: ProblemError | null
  errorUpdateCount: number
  refetch: () => unknown
}

export type LoadedProps<T> = {
  query: QueryLike<T>
  skeleton: ReactNode
  /** Says how old the standing content is, when the newest reading failed. */
  standing?: (data: T) => string
  /** Room around a failure, where the content brings its own. */
  inset?: string
  children: (data: T) => ReactNode
}

/** The three states in their one order: trouble, waiting, content. Content that stands stays, with a notice, when a later reading fails. */
export function Loaded<T>({ query, skeleton, standing, inset = '', children }: LoadedProps<T>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    if (!query.error) return skeleton
    return (
      <div className={inset}>
        <ProblemPanel problem={query.error.problem} onRetry={retry} since={query.errorUpdateCount} />
      </div>
    )
  }
  return (
    <>
      {query.error && (
        <div className={`mb-3 ${inset}`}>
          <ProblemPanel
            problem={query.error.problem}
            onRetry={retry}
            since={query.errorUpdateCount}
            {...(standing && { standing: standing(query.data) })}
          />
        </div>
      )}
      {children(query.data)}
    </>
  )
}
