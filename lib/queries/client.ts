// How queries behave in this house: what is old after how long, what is tried again, and that writes never are.
import { type DefaultOptions, notifyManager, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@/lib/problem'

const STALE_MS = 30_000
const LONGEST_WAIT_MS = 10_000
const RETRIES = 2

/** Only a read that did not get through is worth another try by itself; offline, the browser's reconnect asks again. */
function retry(failures: number, error: Error): boolean {
  if (!(error instanceof ProblemError) || error.problem.kind !== 'unreachable') return false
  return failures < RETRIES && !(error.problem.offline && navigator.onLine === false)
}

function retryDelay(failures: number, error: Error): number {
  const told =
    error instanceof ProblemError && error.problem.kind === 'unreachable' ? error.problem.retryAfterSeconds : 0
  return Math.min(Math.max((told ?? 0) * 1_000, 1_000 * 2 ** failures), LONGEST_WAIT_MS)
}

const defaults: DefaultOptions = {
  // 'always': offline is a problem said at once, not a query that pauses without a word.
  queries: { staleTime: STALE_MS, retry, retryDelay, networkMode: 'always', refetchOnReconnect: true },
  mutations: { retry: 0, networkMode: 'always' },
}

// By itself the library tells of an answer in a timer's turn; a screen need not wait for that.
notifyManager.setScheduler(queueMicrotask)

/** One per request on the server, one for ever in the browser. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: defaults })
}
