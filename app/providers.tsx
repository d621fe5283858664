'use client'

import { isServer, type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createQueryClient } from '@/lib/queries/client'

let inBrowser: QueryClient | undefined

/** One per request on the server, one for ever in the browser. */
function queryClient(): QueryClient {
  if (isServer) return createQueryClient()
  inBrowser ??= createQueryClient()
  return inBrowser
}

export function Providers({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>
}
