'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { usePaced } from '@/components/ui/paced'
import { useBookRead } from '@/components/ui/reader-role'
import type { ProblemError } from '@/lib/problem'
import { schedulesQuery } from '@/lib/queries/schedules'
import { DEFAULT_QUERY, type ListQuery, type ScheduleList } from '@/lib/schedules/contract'
import { readSearchText } from '@/lib/schedules/search-text'
import { MOST_SCHEDULES, type PaletteOption, payerOptions, scheduleOptions } from './palette-options'

/** At most so often without an index: SmarterPay is asked three questions for each text. */
const PACE_MS = 150
/** More than are shown, so that the best of them come first. */
const LOOKED_THROUGH = 40

export type PaletteSearch = {
  schedules: PaletteOption[]
  payers: PaletteOption[]
  /** The list with the same search, where it holds more than is shown here. */
  listHref: string | null
  /** The answer to what stands in the field is not there yet. */
  waits: boolean
  source: ScheduleList['source'] | null
  error: ProblemError | null
}

/** Schedules for what is typed. Each text is a question of its own, an older one is dropped: no answer overtakes another. */
export function usePaletteSearch(typed: string): PaletteSearch {
  const { now } = useCircumstances()
  const paced = usePaced(typed, PACE_MS)
  const asked = useBookRead() ? typed : paced
  const query: ListQuery = {
    ...DEFAULT_QUERY,
    q: asked,
    size: LOOKED_THROUGH,
    sort: { field: 'created', descending: true },
  }
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    ...schedulesQuery(query),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const shown = typed === '' || asked === '' ? undefined : data
  const { schedules, payers } = useMemo(() => {
    if (!shown) return { schedules: [], payers: [] }
    const text = readSearchText(typed, now.date)
    return {
      schedules: scheduleOptions(shown.rows, typed, text),
      payers: payerOptions(shown.rows, typed, text, !shown.more),
    }
  }, [shown, typed, now.date])
  const waits = typed !== '' && (asked !== typed || isPlaceholderData || (data === undefined && isFetching))
  const more = shown !== undefined && (shown.more || shown.rows.length > MOST_SCHEDULES)
  return {
    schedules,
    payers,
    listHref: more ? `/schedules?${new URLSearchParams({ q: typed })}` : null,
    waits,
    source: shown?.source ?? null,
    error: typed !== '' && !waits ? error : null,
  }
}
