'use client'

import { isServer, type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { createQueryClient } from '@/lib/queries/client'
import { prepareToAsk } from '@/lib/queries/schedules'

let inBrowser: QueryClient | undefined

/** One per request on the server, one for ever in the browser. */
function queryClient(): QueryClient {
  if (isServer) return createQueryClient()
  inBrowser ??= createQueryClient()
  return inBrowser
}

/** Whatever a person does first comes before the press that asks the server. */
const FIRST_SIGNS = ['pointermove', 'pointerdown', 'keydown']

/** What reads answers is no part of the first paint, which stands with its rows already; the first sign of a person brings it. */
function usePreparedQuestions() {
  useEffect(() => {
    const once = new AbortController()
    const prepare = () => {
      once.abort()
      prepareToAsk()
    }
    for (const sign of FIRST_SIGNS)
      document.addEventListener(sign, prepare, { signal: once.signal, passive: true, capture: true })
    return () => once.abort()
  }, [])
}

/** `data-alive` on the root: React has taken over what the server sent, and hears what is pressed (components/shell/early-presses.ts). */
function useSignOfLife() {
  useEffect(() => {
    document.documentElement.dataset.alive = ''
  }, [])
}

export function Providers({ children }: { children: ReactNode }) {
  usePreparedQuestions()
  useSignOfLife()
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>
}
