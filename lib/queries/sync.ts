import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { bff, shapesOf } from './bff'

// How far the index is, and the wish that it be brought up to date.

const shape = shapesOf(() => import('@/lib/schedules/schemas'))

export const indexStatusQuery = queryOptions({
  queryKey: ['sync'],
  queryFn: ({ signal }) => bff(shape('indexStatus'), '/api/sync', { signal }),
})

/** Asks for a pass over the book now; nobody waits for its end here, and what failed shows in how far the index is. */
export function useWantPass(): () => void {
  const cache = useQueryClient()
  return useCallback(() => {
    const told = () => void cache.invalidateQueries({ queryKey: indexStatusQuery.queryKey })
    bff(shape('indexStatus'), '/api/sync', { method: 'POST', body: {} }).then(told, told)
  }, [cache])
}

const ASK_EVERY_MS = 2_000
/** A pass takes its time; after this nobody waits for it any more. */
const PATIENCE_MS = 120_000

/**
 * For a page of what is summed up from the copy: `refresh` asks for a pass over the book, and `askAgain` tells how soon (ms)
 * the page is to ask for what it shows, until that is of another moment than `asOf` (UTC) was at the press.
 */
export function useRefreshOfCopy() {
  const [sought, setSought] = useState<{ after: string; at: number } | null>(null)
  const want = useWantPass()
  const refresh = useCallback(
    (asOf: string) => {
      setSought({ after: asOf, at: Date.now() })
      want()
    },
    [want],
  )
  const askAgain = (asOf: string | undefined): number | false =>
    sought !== null && asOf === sought.after && Date.now() - sought.at < PATIENCE_MS ? ASK_EVERY_MS : false
  return { refresh, askAgain }
}
