'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { WhyText } from '@/components/review/why-form'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { TermsText } from '@/lib/schedules/terms-text'

export type TypedTerms = { opened: ScheduleAnswer; text: TermsText; why: WhyText }

/** A form that was left by a way that could not be asked about; it lives beside what was read, and goes with it at sign-out. */
export function useTypedTerms(id: string) {
  const cache = useQueryClient()
  const [kept] = useState(() => cache.getQueryData<TypedTerms>(['typed-terms', id]))
  const keep = useCallback(
    (work: TypedTerms | null) => {
      const queryKey = ['typed-terms', id]
      if (work === null) return cache.removeQueries({ queryKey, exact: true })
      cache.setQueryDefaults(['typed-terms'], { gcTime: Number.POSITIVE_INFINITY, staleTime: Number.POSITIVE_INFINITY })
      cache.setQueryData<TypedTerms>(queryKey, work)
    },
    [cache, id],
  )
  return { kept, keep }
}
