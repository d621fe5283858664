'use client'

import { useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '@/lib/calendar-date'
import { Reference } from './cells'
import type { ColumnId } from './column-names'
import type { ScheduleColumn } from './columns'
import type { RowSelection } from './use-selecting'

const load = () => import('./match-reasons')
type Reasons = Awaited<ReturnType<typeof load>>
let loaded: Reasons | undefined

export type FirstColumn = {
  /** The search that the rows answer. */
  q: string | undefined
  columns: readonly ColumnId[]
  today: CalendarDate
  selecting: RowSelection['selecting']
}

/** What stands in the first column: the reference, why it was found where nothing else says so, and a box while rows are selected. */
export function useFirstColumn({ q, columns, today, selecting }: FirstColumn): ScheduleColumn['cell'] {
  const [reasons, setReasons] = useState(loaded)
  const searches = q !== undefined
  useEffect(() => {
    if (!searches || reasons) return
    load().then(
      (module) => {
        loaded = module
        setReasons(module)
      },
      () => undefined,
    )
  }, [searches, reasons])
  const names = columns.join()
  return useMemo(() => {
    const found = q && reasons?.referenceFound(q, names.split(',') as ColumnId[], today)
    const cell = found || Reference
    return selecting ? selecting.withBox(cell) : cell
  }, [q, reasons, names, today, selecting])
}
