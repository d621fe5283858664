'use client'

import { createContext, useContext } from 'react'
import type { ListQuery, ScheduleList } from '@/lib/schedules/contract'
import type { ColumnId } from './column-names'

export type ListNow = {
  query: ListQuery
  /** What stands on the page; undefined while nothing does. */
  answer: ScheduleList | undefined
  columns: readonly ColumnId[]
}

const ListNowContext = createContext<ListNow | null>(null)
export const ListNowProvider = ListNowContext.Provider

/** What the list asks for and shows just now, for what opens beside it: the buttons that open it are not drawn anew for it. */
export function useListNow(): ListNow {
  const now = useContext(ListNowContext)
  if (!now) throw new Error('useListNow needs ListNowProvider above it')
  return now
}
