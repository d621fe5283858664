'use client'

import { isServer, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '@/lib/problem'

const FRESH_MS = 30_000
const RETRIES = 2

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Long enough that what the server put into the HTML is not asked for twice.
        staleTime: FRESH_MS,
        // A failure while offline is a failure, said as such, never a wait without end.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < RETRIES && error instanceof ProblemError && error.problem.kind === 'unreachable',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

let inBrowser: QueryClient | undefined

/** One per request on the server, one for ever in the browser. */
function queryClient(): QueryClient {
  if (isServer) return newClient()
  inBrowser ??= newClient()
  return inBrowser
}

export function Providers({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>
}
