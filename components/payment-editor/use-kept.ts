'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { WhyText } from '@/components/review/why-form'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { History } from '@/lib/schedules/draft-history'

export type Kept = { opened: ScheduleAnswer; history: History; why: WhyText }

/**
 * What was typed on a schedule while its editor is not on screen: another tab of the page, another page. It lives beside
 * what was read, and goes with it at sign-out.
 */
export function useKept(id: string) {
  const cache = useQueryClient()
  const [kept] = useState(() => cache.getQueryData<Kept>(['typed-work', id]))
  const keep = useCallback(
    (work: Kept | null) => {
      const queryKey = ['typed-work', id]
      if (work === null) return cache.removeQueries({ queryKey, exact: true })
      cache.setQueryDefaults(['typed-work'], { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY })
      cache.setQueryData<Kept>(queryKey, work)
    },
    [cache, id],
  )
  return { kept, keep }
}
