'use client'

import { lazy } from 'react'
import { ExportMenu } from '@/components/ui/export-menu'
import type { ListQuery, ScheduleList } from '@/lib/schedules/contract'
import type { ColumnId } from './column-names'

const importDialog = () => import('./export-dialog')
const ExportSchedules = lazy(async () => ({ default: (await importDialog()).ExportSchedules }))
const prepare = () => void importDialog()

export type ScheduleExportProps = {
  query: ListQuery
  /** What stands on the page; undefined while nothing does. */
  answer: ScheduleList | undefined
  columns: readonly ColumnId[]
}

/** Takes the list out as a file. */
export function ScheduleExport(props: ScheduleExportProps) {
  return (
    <ExportMenu prepare={prepare}>
      {(format, close) => <ExportSchedules {...props} format={format} onClose={close} />}
    </ExportMenu>
  )
}
